package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import id.patuh.law.Parameter;
import id.patuh.skm.Region;
import id.patuh.sop.Sop;
import id.patuh.violation.Severity;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A case of {@code tests/}: given facts, and what one rule must find among them.
 *
 * @param rule id of the rule
 * @param name what the case shows
 * @param file the file of the rule set that it stands in
 * @param line where it begins in that file, from 1
 * @param column where it begins in that line, from 1
 * @param asOf the moment of the check, in the zone of all cases
 * @param given the input as the contract's JSON, or null to check the case's SOP definitions themselves
 * @param sops definitions besides those of the rule set
 * @param parameters instead of those of the same key, so that the case does not depend on what is in force today
 * @param regions regions instead of those of the rule set, or null
 * @param rejected how many rows of the input cannot be read
 * @param finds the subjects found, in short ({@code case/step#round})
 * @param severity of everything found, or null for any
 * @param notEvaluated subjects, in short, that the rule must not have been evaluated for; there may be others
 */
public record RuleCase(
        String rule,
        String name,
        String file,
        int line,
        int column,
        LocalDateTime asOf,
        String given,
        List<Sop> sops,
        List<Parameter> parameters,
        List<Region> regions,
        int rejected,
        List<String> finds,
        Severity severity,
        List<String> notEvaluated) {

    /** Holds the cases of a rule set. */
    public static final String FOLDER = "tests";

    /** The moment of cases that name none; fixed, so that they find the same for ever. */
    static final LocalDateTime USUAL_AS_OF = LocalDateTime.of(2026, 11, 20, 23, 59, 59);

    public RuleCase {
        sops = List.copyOf(sops);
        parameters = List.copyOf(parameters);
        regions = regions == null ? null : List.copyOf(regions);
        finds = List.copyOf(finds);
        notEvaluated = List.copyOf(notEvaluated);
    }

    /** What is wrong where it fails. */
    public RuleProblem failed() {
        return new RuleProblem(file, line, column, null, null, "case-failed", Map.of("rule", rule, "case", name));
    }

    /** Where it stands, as compilers write it. */
    public String place() {
        return file + ":" + line + ":" + column;
    }
}
