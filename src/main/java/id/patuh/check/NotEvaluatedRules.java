package id.patuh.check;

import id.patuh.engine.RuleMetadata;
import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.spool.SortedSpool;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rules that lacked facts, by rule, then by what the fact is about, each fact once with its count. However many there
 * are, only some of them are held in memory. Several threads may add facts; once all are there they can be gone through any
 * number of times.
 */
public final class NotEvaluatedRules implements Iterable<NotEvaluated>, Closeable {

    static final Comparator<NotEvaluated> ORDER = Comparator.comparing(NotEvaluated::rule)
            .thenComparing(n -> n.missing().subject(), SubjectOrder::place)
            .thenComparing(n -> n.missing().subject(), SubjectOrder::detail)
            .thenComparing(n -> n.missing().path(), SubjectOrder::text)
            .thenComparing(n -> n.missing().need())
            .thenComparing(n -> new TreeMap<>(n.missing().details()).toString());

    private final List<RuleMetadata> catalog;
    private final RuleNeeds needs;
    private final int mostInMemory;
    private final Map<MissingFact, Integer> counts = new HashMap<>();
    private final SortedSpool<NotEvaluated> sorted;

    /**
     * @param catalog every rule
     * @param mostInMemory how many facts stay objects
     */
    NotEvaluatedRules(List<RuleMetadata> catalog, int mostInMemory) {
        this.catalog = catalog;
        this.needs = new RuleNeeds(catalog);
        this.mostInMemory = mostInMemory;
        this.sorted = new SortedSpool<>(new NotEvaluatedCodec(), ORDER, mostInMemory);
    }

    /** Adds missing facts, in any order; counts of the same fact add up. */
    synchronized void add(List<MissingFact> facts) {
        for (MissingFact fact : facts) {
            counts.merge(fact.times(1), fact.count(), Integer::sum);
            if (counts.size() > mostInMemory) {
                sortIn();
            }
        }
    }

    /** Adds the rules that are switched off, of those that concern what was checked. */
    void addSwitchedOff(Predicate<RuleMetadata> concerned) {
        catalog.stream()
                .filter(rule -> !rule.isEnabled() && concerned.test(rule))
                .map(rule -> new NotEvaluated(rule.id(), switchedOff(rule)))
                .distinct()
                .forEach(sorted::add);
    }

    private static MissingFact switchedOff(RuleMetadata rule) {
        return new MissingFact("rule-switched-off", Subject.ofSop(null), null, Map.of("why", rule.switchedOff()));
    }

    /** Every rule that needs a fact that is missing. */
    @Override
    public synchronized Iterator<NotEvaluated> iterator() {
        sortIn();
        return new Added(sorted.iterator());
    }

    /** Every rule that needs a fact that is missing. */
    public Stream<NotEvaluated> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Deletes what is kept beyond the memory. */
    @Override
    public void close() {
        sorted.close();
    }

    private void sortIn() {
        counts.forEach((fact, count) -> needs.without(fact.times(count)).forEach(sorted::add));
        counts.clear();
    }

    /** Adds up what was sorted in at several times. */
    private static final class Added implements Iterator<NotEvaluated> {

        private final Iterator<NotEvaluated> sorted;
        private NotEvaluated ahead;

        Added(Iterator<NotEvaluated> sorted) {
            this.sorted = sorted;
            this.ahead = sorted.hasNext() ? sorted.next() : null;
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public NotEvaluated next() {
            if (ahead == null) {
                return sorted.next();
            }
            NotEvaluated next = ahead;
            int count = 0;
            do {
                count += ahead.missing().count();
                ahead = sorted.hasNext() ? sorted.next() : null;
            } while (ahead != null && isSame(ahead, next));
            return new NotEvaluated(next.rule(), next.missing().times(count));
        }

        private static boolean isSame(NotEvaluated one, NotEvaluated other) {
            return one.rule().equals(other.rule())
                    && one.missing().times(1).equals(other.missing().times(1));
        }
    }

    private static final class NotEvaluatedCodec implements Codec<NotEvaluated> {

        private final CommonTexts names = new CommonTexts();
        private final SubjectCodec subjects = new SubjectCodec(names);
        private final ValueCodec values = new ValueCodec();

        @Override
        public void write(NotEvaluated each, DataOutput to) throws IOException {
            MissingFact fact = each.missing();
            names.write(each.rule(), to);
            names.write(fact.need(), to);
            subjects.write(fact.subject(), to);
            names.write(fact.rule(), to);
            names.write(fact.path(), to);
            values.writeNamed(fact.details(), to);
            Packed.writeNumber(fact.count(), to);
        }

        @Override
        public NotEvaluated read(DataInput from) throws IOException {
            String rule = names.read(from);
            String need = names.read(from);
            Subject subject = subjects.read(from);
            String only = names.read(from);
            String path = names.read(from);
            Map<String, Object> details = values.readNamed(from);
            int count = (int) Packed.readNumber(from);
            return new NotEvaluated(rule, new MissingFact(need, subject, only, path, details, count));
        }
    }
}
