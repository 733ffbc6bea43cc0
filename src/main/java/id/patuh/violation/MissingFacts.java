package id.patuh.violation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers {@link MissingFact}s, counting those that differ only in the row concerned. For one thread. */
public final class MissingFacts {

    private final Map<MissingFact, Integer> counts = new LinkedHashMap<>();

    /**
     * Notes that a fact is missing once more.
     *
     * @param path the file concerned, or null
     * @param details values that the text of the reason names
     */
    public void add(String need, Subject subject, String path, Map<String, Object> details) {
        add(need, subject, null, path, details);
    }

    /**
     * Notes that a fact is missing once more, to one rule only.
     *
     * @param rule id of the rule; null for every rule that needs it
     */
    public void add(String need, Subject subject, String rule, String path, Map<String, Object> details) {
        add(new MissingFact(need, subject, rule, path, details, 1));
    }

    /** Notes that a fact is missing as many times more as it says. */
    public void add(MissingFact fact) {
        counts.merge(fact.times(1), fact.count(), Integer::sum);
    }

    /** Takes out what was gathered, each fact once with its count, so that no more is held than one part of the work gives. */
    public List<MissingFact> take() {
        List<MissingFact> all = new ArrayList<>();
        counts.forEach((fact, count) -> all.add(fact.times(count)));
        counts.clear();
        return all;
    }
}
