package id.patuh.ledger.trend;

import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what runs changed, in their order, period by period. */
final class TrendTally {

    private final TrendQuestion question;
    private final Map<Place, Counts> counts = new TreeMap<>();
    /** Of several spellings of a unit the first. */
    private final Map<String, String> spellings = new TreeMap<>();

    /** A rule in a unit, whatever its spelling; no unit stands first. */
    private record Place(String unit, String rule) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::unit).thenComparing(Place::rule);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    TrendTally(TrendQuestion question) {
        this.question = question;
    }

    void add(RuleChange change) {
        if (question.asksFor(change.unit(), change.rule())) {
            String unit = Wording.normalise(change.unit());
            if (change.unit() != null) {
                spellings.merge(unit, change.unit(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
            }
            counts.merge(new Place(unit, change.rule()), change.counts(), Counts::plus);
        }
    }

    /** Whether anything was ever added. */
    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The counts of the period that ends here. */
    List<TrendCount> close() {
        List<TrendCount> closed = new ArrayList<>();
        counts.forEach((place, each) -> {
            if (!each.equals(Counts.NONE)) {
                closed.add(new TrendCount(spellings.get(place.unit()), place.rule(), each));
            }
        });
        counts.replaceAll((place, each) -> each.carried());
        return closed;
    }
}
