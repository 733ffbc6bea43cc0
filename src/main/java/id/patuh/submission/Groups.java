package id.patuh.submission;

import id.patuh.violation.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which units and SOPs the violations of a result are of, counted once, when it is kept.
 *
 * @param units how many units there are, those that are not named counted as one
 * @param byUnitAndRule how many violations there are of each rule in each of the units that have most; those of no unit under the
 *     empty name
 * @param sops that violations are of, in order, the first of many
 */
public record Groups(int units, SortedMap<String, SortedMap<String, Long>> byUnitAndRule, List<String> sops) {

    private static final int MOST_UNITS = 50;
    private static final int MOST_SOPS = 500;

    public Groups {
        byUnitAndRule = new TreeMap<>(byUnitAndRule);
        sops = List.copyOf(sops);
    }

    /** Counts violations as they are gone through. */
    static final class Counter {

        private final Map<String, SortedMap<String, Long>> units = new TreeMap<>();
        private final TreeSet<String> sops = new TreeSet<>();

        void add(Subject subject, String rule) {
            units.computeIfAbsent(subject.unit() == null ? "" : subject.unit(), unit -> new TreeMap<>())
                    .merge(rule, 1L, Long::sum);
            if (subject.sop() != null && sops.size() < MOST_SOPS) {
                sops.add(subject.sop());
            }
        }

        Groups groups() {
            SortedMap<String, SortedMap<String, Long>> worst = units.entrySet().stream()
                    .sorted(Comparator.comparingLong(unit -> -total(unit.getValue())))
                    .limit(MOST_UNITS)
                    .collect(
                            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, TreeMap::new));
            return new Groups(units.size(), worst, List.copyOf(sops));
        }

        private static long total(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
