package id.patuh.report;

import id.patuh.check.Priority;
import id.patuh.check.Simulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Surveys whose lowest unsur are others, or rank otherwise. */
final class PriorityChanges {

    /** Changes that are told one by one. */
    private static final int MOST_LISTED = 10_000;

    private final Language language;
    private final List<PriorityChange> listed = new ArrayList<>();
    private long count;

    PriorityChanges(Language language) {
        this.language = language;
    }

    /** What is ranked. */
    private record Ranked(String survey, String unit, String service) {

        String inWords() {
            return Stream.of(survey, unit, service).filter(Objects::nonNull).collect(Collectors.joining(" - "));
        }
    }

    /**
     * Other unsur to follow up.
     *
     * @param label names the input
     * @param of what was surveyed, in words
     * @param before each by rank, in words
     * @param after each by rank, in words
     */
    record PriorityChange(String label, String of, List<String> before, List<String> after) {}

    void add(Simulation simulation, ComparedInput input) {
        Map<Ranked, List<String>> earlier = byRank(simulation.before().priorities());
        Map<Ranked, List<String>> later = byRank(simulation.after().priorities());
        Set<Ranked> all = new LinkedHashSet<>(later.keySet());
        all.addAll(earlier.keySet());
        for (Ranked ranked : all) {
            List<String> was = earlier.getOrDefault(ranked, List.of());
            List<String> is = later.getOrDefault(ranked, List.of());
            if (!was.equals(is)) {
                count++;
                if (listed.size() < MOST_LISTED) {
                    listed.add(new PriorityChange(input.label(), ranked.inWords(), was, is));
                }
            }
        }
    }

    private Map<Ranked, List<String>> byRank(List<Priority> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        p -> new Ranked(p.survey(), p.unit(), p.service()),
                        LinkedHashMap::new,
                        Collectors.mapping(this::inWords, Collectors.toList())));
    }

    private String inWords(Priority priority) {
        return priority.rank() + ". " + priority.code() + " " + priority.name()
                + (priority.tied() ? " (" + language.label("tied") + ")" : "");
    }

    /** The first ones. */
    List<PriorityChange> listed() {
        return Collections.unmodifiableList(listed);
    }

    /** How many there are. */
    long count() {
        return count;
    }
}
