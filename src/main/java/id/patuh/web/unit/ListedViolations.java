package id.patuh.web.unit;

import id.patuh.ledger.life.LifeOutline;
import id.patuh.ledger.life.LifeQuery;
import id.patuh.ledger.life.State;
import id.patuh.ledger.waiver.InForce;
import id.patuh.violation.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an address asks for of the violations of a unit. What was not said is null.
 *
 * @param state words of states; {@code open} stands for all but those resolved
 * @param severity words of severities
 * @param rule id of a rule
 * @param caseId a case number
 * @param sop id of an SOP
 * @param text a part of what violations say
 * @param assignee name of the account that is to see to them; {@value #NOBODY} for those that nobody is to
 * @param waived {@code yes} for those that are waived, {@code no} for the others
 */
record ListedViolations(
        List<String> state,
        List<String> severity,
        String rule,
        String caseId,
        String sop,
        String text,
        String assignee,
        String waived) {

    /** No account can be called so. */
    static final String NOBODY = "-";

    private static final String OPEN = "open";

    ListedViolations {
        state = state == null ? List.of() : List.copyOf(state);
        severity = severity == null ? List.of() : List.copyOf(severity);
    }

    /**
     * What the ledger is asked.
     *
     * @param assignees who is to see to what, by fingerprints
     * @param inForce the waivers of the scope
     */
    LifeQuery query(Map<String, String> assignees, InForce inForce) {
        Predicate<LifeOutline> further = given(assignee) ? seenToBy(assignees) : null;
        if ("yes".equals(waived) || "no".equals(waived)) {
            Predicate<LifeOutline> wanted = violation -> inForce.excuses(violation) == waived.equals("yes");
            further = further == null ? wanted : further.and(wanted);
        }
        return new LifeQuery(states(), severities(), rule, caseId, sop, text, further);
    }

    private Predicate<LifeOutline> seenToBy(Map<String, String> assignees) {
        return assignee.equals(NOBODY)
                ? violation -> !assignees.containsKey(violation.fingerprint())
                : violation -> assignee.equals(assignees.get(violation.fingerprint()));
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    private Set<State> states() {
        return state.contains(OPEN)
                ? EnumSet.complementOf(EnumSet.of(State.RESOLVED))
                : named(State.class, State::word, state);
    }

    private Set<Severity> severities() {
        return named(Severity.class, Severity::word, severity);
    }

    private static <E extends Enum<E>> Set<E> named(Class<E> type, Function<E, String> word, List<String> words) {
        Set<E> named = EnumSet.noneOf(type);
        Arrays.stream(type.getEnumConstants())
                .filter(each -> words.contains(word.apply(each)))
                .forEach(named::add);
        return named;
    }
}
