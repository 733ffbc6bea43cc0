package id.patuh.check;

import id.patuh.spool.Codec;
import id.patuh.spool.Packed;
import id.patuh.spool.SortedSpool;
import id.patuh.violation.Fingerprint;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Violations in the order of the report, with their fingerprints. However many there are, only some of them are held in
 * memory. Several threads may add violations; once all are there they can be gone through any number of times.
 */
public final class Findings implements Iterable<Finding>, Closeable {

    private final SortedSpool<Found> found;
    private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    private final Map<String, Long> byRule = new TreeMap<>();

    /** A violation as it was added, with the fingerprint that it has if no other one has it. */
    private record Found(long batch, String fingerprint, Violation violation) {}

    /** @param mostInMemory how many violations stay objects */
    Findings(int mostInMemory) {
        found = new SortedSpool<>(new FoundCodec(), Findings::order, mostInMemory);
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, 0L);
        }
    }

    // One method instead of a chain of comparators, as it is called some twenty times for each violation.
    private static int order(Found one, Found other) {
        Violation a = one.violation();
        Violation b = other.violation();
        int order = SubjectOrder.place(a.subject(), b.subject());
        order = order != 0 ? order : a.severity().compareTo(b.severity());
        order = order != 0 ? order : a.rule().compareTo(b.rule());
        order = order != 0 ? order : SubjectOrder.detail(a.subject(), b.subject());
        return order != 0 ? order : Long.compare(one.batch(), other.batch());
    }

    /**
     * Adds violations in any order of batches. Within a batch those that compare as equals keep their order.
     *
     * @param batch the place of these violations among others that compare as equals
     */
    void add(long batch, List<Violation> violations) {
        List<Found> all = found(batch, violations);
        synchronized (this) {
            for (Found each : all) {
                found.add(each);
                bySeverity.merge(each.violation().severity(), 1L, Long::sum);
                byRule.merge(each.violation().rule(), 1L, Long::sum);
            }
        }
    }

    private static List<Found> found(long batch, List<Violation> violations) {
        List<Found> all = new ArrayList<>(violations.size());
        for (Violation violation : violations) {
            all.add(new Found(batch, Fingerprint.of(violation.rule(), violation.subject(), 1), violation));
        }
        return all;
    }

    /** The violations of one case number, in the order and with the fingerprints that they have among all others. */
    static List<Finding> ofCase(List<Violation> violations) {
        List<Found> all = found(0, violations);
        all.sort(Findings::order);
        List<Finding> findings = new ArrayList<>(all.size());
        new Numbered(all.iterator()).forEachRemaining(findings::add);
        return findings;
    }

    /** How many violations there are. */
    public long size() {
        return found.size();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many there are of each severity; every severity has an entry. */
    public Map<Severity, Long> bySeverity() {
        return Collections.unmodifiableMap(bySeverity);
    }

    /** How many there are of each rule that found any, by id. */
    public Map<String, Long> byRule() {
        return Collections.unmodifiableMap(byRule);
    }

    @Override
    public Iterator<Finding> iterator() {
        return new Numbered(found.iterator());
    }

    /** The findings in order. */
    public Stream<Finding> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Deletes what is kept beyond the memory. */
    @Override
    public void close() {
        found.close();
    }

    /** Tells apart violations of one rule about one subject by counting them. */
    private static final class Numbered implements Iterator<Finding> {

        private final Iterator<Found> found;
        // Those of a case stand together, so that only the others are remembered to the end.
        private final Map<String, Integer> inCase = new HashMap<>();
        private final Map<String, Integer> elsewhere = new HashMap<>();
        private Subject last = Subject.ofSop(null);

        Numbered(Iterator<Found> found) {
            this.found = found;
        }

        @Override
        public boolean hasNext() {
            return found.hasNext();
        }

        @Override
        public Finding next() {
            Found next = found.next();
            Violation violation = next.violation();
            int occurrence = occurrences(violation.subject()).merge(next.fingerprint(), 1, Integer::sum);
            return new Finding(
                    occurrence == 1
                            ? next.fingerprint()
                            : Fingerprint.of(violation.rule(), violation.subject(), occurrence),
                    violation);
        }

        private Map<String, Integer> occurrences(Subject subject) {
            if (subject.caseId() == null) {
                return elsewhere;
            }
            if (!subject.caseId().equals(last.caseId())
                    || !Objects.equals(subject.sop(), last.sop())
                    || !Objects.equals(subject.unit(), last.unit())) {
                inCase.clear();
            }
            last = subject;
            return inCase;
        }
    }

    private static final class FoundCodec implements Codec<Found> {

        private static final int FINGERPRINT_BYTES = 16;

        private final ViolationCodec violations = new ViolationCodec();

        @Override
        public void write(Found each, DataOutput to) throws IOException {
            Packed.writeNumber(each.batch(), to);
            to.write(HexFormat.of().parseHex(each.fingerprint()));
            violations.write(each.violation(), to);
        }

        @Override
        public Found read(DataInput from) throws IOException {
            long batch = Packed.readNumber(from);
            byte[] fingerprint = new byte[FINGERPRINT_BYTES];
            from.readFully(fingerprint);
            return new Found(batch, HexFormat.of().formatHex(fingerprint), violations.read(from));
        }
    }
}
