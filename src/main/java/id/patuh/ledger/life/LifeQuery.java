package id.patuh.ledger.life;

import id.patuh.report.Language;
import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which violations of a scope are asked for. What is empty, blank or null leaves open.
 *
 * @param states any of these
 * @param severities any of these
 * @param rule id of the rule
 * @param caseId a case number, exactly but for blanks around it
 * @param sop id of the SOP
 * @param text a part of what it says, of its case number or of its survey, without regard to case
 * @param further what else it must be, whatever it says; null for anything
 */
public record LifeQuery(
        Set<State> states,
        Set<Severity> severities,
        String rule,
        String caseId,
        String sop,
        String text,
        Predicate<LifeOutline> further) {

    public LifeQuery {
        states = Set.copyOf(states);
        severities = Set.copyOf(severities);
        rule = given(rule);
        caseId = given(caseId);
        sop = given(sop);
        text = given(text);
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether the columns of the table tell all that is asked for. */
    boolean isToldByColumns() {
        return !asksForWords() && further == null;
    }

    /** Whether only what violations say tells which are asked for. */
    boolean asksForWords() {
        return sop != null || text != null;
    }

    /** Whether a violation that fits the columns may be asked for. */
    boolean asksFor(LifeOutline violation) {
        return further == null || further.test(violation);
    }

    /** Whether what such a violation says is asked for. */
    boolean asksFor(LifeViolation violation) {
        return (sop == null || sop.equals(violation.text().subject().sop()))
                && (text == null || says(violation.text()));
    }

    private boolean says(ViolationText told) {
        Subject subject = told.subject();
        Stream<String> words = Stream.of(Language.values())
                .map(told::in)
                .flatMap(
                        said -> said == null ? Stream.of() : Stream.of(said.message(), said.expected(), said.actual()));
        String part = text.toLowerCase(Locale.ROOT);
        return Stream.concat(words, Stream.of(subject.caseId(), subject.survey()))
                .anyMatch(each -> each != null && each.toLowerCase(Locale.ROOT).contains(part));
    }

    /** The condition on columns, after that of the scope. */
    String condition() {
        StringBuilder condition = new StringBuilder();
        if (!states.isEmpty()) {
            condition
                    .append(" AND CASE WHEN v.resolved IS NOT NULL THEN 'resolved' ")
                    .append("WHEN v.opened = ? OR v.unevaluated = v.opened + 1 THEN v.opened_as ")
                    .append("ELSE 'persisting' END IN ")
                    .append(gaps(states));
        }
        if (!severities.isEmpty()) {
            condition.append(" AND v.severity IN ").append(gaps(severities));
        }
        if (rule != null) {
            condition.append(" AND v.rule = ?");
        }
        if (caseId != null) {
            condition.append(" AND v.group_key = ?");
        }
        return condition.toString();
    }

    private static String gaps(Collection<?> values) {
        return "(" + String.join(", ", values.stream().map(value -> "?").toList()) + ")";
    }

    /** @param run number of the last completed run */
    List<Object> parameters(long run) {
        List<Object> parameters = new ArrayList<>();
        if (!states.isEmpty()) {
            parameters.add(run);
        }
        addAll(states, State::word, parameters);
        addAll(severities, Severity::word, parameters);
        if (rule != null) {
            parameters.add(rule);
        }
        if (caseId != null) {
            parameters.add(Group.ofCase(caseId).key());
        }
        return parameters;
    }

    private static <T> void addAll(Collection<T> values, Function<T, String> word, List<Object> parameters) {
        values.forEach(value -> parameters.add(word.apply(value)));
    }
}
