package id.patuh.nightly;

import id.patuh.check.NotEvaluated;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LackSubject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ledger of a unit must say was not evaluated: what plain checks of a night say was lacking, night after night. */
final class LacksOfYear {

    /** Whoever switches a rule off wants nobody to look. */
    private static final String SWITCHED_OFF = "rule-switched-off";

    private final List<Map<LackSubject, Lacking>> nights = new ArrayList<>();
    private Map<LackSubject, Lacking> night = new LinkedHashMap<>();

    /**
     * What was lacking of a subject to a rule.
     *
     * @param since the first night of those without a break that lacked the same over the same facts
     * @param facts equal where they are the same
     * @param needs what it was
     * @param unit of which; null where none is named
     */
    record Lacking(long since, Object facts, Set<String> needs, String unit) {

        Lacking after(Lacking before) {
            boolean same = before != null && before.facts.equals(facts) && before.needs.equals(needs);
            return same ? before : this;
        }
    }

    /**
     * What a plain check of all that belongs together says this night.
     *
     * @param facts from which it was judged
     */
    void say(Group group, Object facts, List<NotEvaluated> lacks) {
        Map<LackSubject, List<NotEvaluated>> bySubject = lacks.stream()
                .filter(lack -> !lack.missing().need().equals(SWITCHED_OFF))
                .collect(Collectors.groupingBy(lack -> subject(group, lack), LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((of, all) -> night.put(of, lacking(facts, all)));
    }

    private static LackSubject subject(Group group, NotEvaluated lack) {
        boolean ofCase = group.kind() == Group.Kind.CASE;
        return new LackSubject(group, ofCase ? null : lack.missing().subject().survey(), lack.rule());
    }

    private Lacking lacking(Object facts, List<NotEvaluated> all) {
        Set<String> needs = all.stream()
                .map(lack -> lack.missing().need() + " " + lack.missing().subject())
                .collect(Collectors.toSet());
        String unit = all.stream()
                .map(lack -> lack.missing().subject().unit())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Lacking(nights.size() + 1, facts, needs, unit);
    }

    /** Ends the night: everything was said. */
    void endNight() {
        Map<LackSubject, Lacking> before = after(nights.size());
        night.replaceAll((of, lacking) -> lacking.after(before.get(of)));
        nights.add(night);
        night = new LinkedHashMap<>();
    }

    /** What was not evaluated after a night; nothing before the first one. */
    Map<LackSubject, Lacking> after(int number) {
        return number == 0 ? Map.of() : nights.get(number - 1);
    }

    /** After the last night. */
    Map<LackSubject, Lacking> last() {
        return after(nights.size());
    }
}
