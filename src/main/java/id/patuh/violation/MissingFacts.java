package id.patuh.violation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers {@link MissingFact}s, counting those that differ only in the row concerned. */
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
        counts.merge(new MissingFact(need, subject, rule, path, details), 1, Integer::sum);
    }

    /** Adds what was gathered elsewhere. */
    public void addAll(MissingFacts others) {
        others.counts.forEach((fact, count) -> counts.merge(fact, count, Integer::sum));
    }

    /** What is missing, in the order of first mention, each with the detail {@code count}. */
    public List<MissingFact> all() {
        List<MissingFact> all = new ArrayList<>();
        counts.forEach((fact, count) -> {
            Map<String, Object> details = new LinkedHashMap<>(fact.details());
            details.put("count", count);
            all.add(new MissingFact(fact.need(), fact.subject(), fact.rule(), fact.path(), details));
        });
        return all;
    }
}
