package id.patuh.engine;

import id.patuh.violation.Severity;
import java.util.List;
import java.util.Set;

/**
 * What a rule declares of itself in DRL. An id may be carried by several rules, one for each severity that the
 * circumstances may give the violation.
 *
 * @param id stable id ({@code @id})
 * @param name the rule's name in DRL: the problem it finds
 * @param topic what it is about: the part of its package after {@code rules.}
 * @param severity of its violations
 * @param declared the severity that the rule itself states ({@code @severity})
 * @param basis {@code source/clause} of the provision that it encodes ({@code @basis})
 * @param since version of patuh that brought it ({@code @since})
 * @param needs facts without which it cannot be evaluated ({@code @needs}); empty when it needs none
 * @param parameters keys of the parameters that it compares with ({@code @parameters})
 * @param overdue whether what it finds is still to be done, and late ({@code @overdue})
 * @param values names of the values that it gives to its message, {@code expected} and {@code actual} among them
 * @param file the file that defines it
 * @param line where it begins in that file, from 1
 * @param switchedOff why it is not to be judged by; null where it is
 */
public record RuleMetadata(
        String id,
        String name,
        String topic,
        Severity severity,
        Severity declared,
        String basis,
        String since,
        List<String> needs,
        List<String> parameters,
        boolean overdue,
        Set<String> values,
        String file,
        int line,
        String switchedOff) {

    public RuleMetadata {
        needs = List.copyOf(needs);
        parameters = List.copyOf(parameters);
        values = Set.copyOf(values);
    }

    /** Whether it is judged by. */
    public boolean isEnabled() {
        return switchedOff == null;
    }

    /** The same rule with another severity, and switched off where a reason is given. */
    public RuleMetadata under(Severity otherSeverity, String why) {
        return new RuleMetadata(
                id,
                name,
                topic,
                otherSeverity,
                declared,
                basis,
                since,
                needs,
                parameters,
                overdue,
                values,
                file,
                line,
                why);
    }

    /** The same rule, judged by and with its own severity, whatever a policy says of it. */
    public RuleMetadata asDeclared() {
        return under(declared, null);
    }
}
