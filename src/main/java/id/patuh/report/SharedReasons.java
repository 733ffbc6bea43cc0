package id.patuh.report;

import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.spool.SortedSpool;
import java.io.Closeable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Reasons why rules were not evaluated, each once with all its rules, in the order in which the reasons came first.
 * However many there are, only some of them are held in memory.
 */
final class SharedReasons implements Iterable<SharedReasons.Shared>, Closeable {

    private final SortedSpool<Shared> byReason;
    private final SortedSpool<Shared> byPlace;

    /**
     * A reason and what shares it.
     *
     * @param place the reason's place among others
     * @param rules ids, in the order in which they came
     */
    record Shared(long place, String reason, List<String> rules) {}

    /** @param mostInMemory how many of them stay objects */
    SharedReasons(int mostInMemory) {
        Codec<Shared> codec = new SharedCodec();
        byReason = new SortedSpool<>(codec, Comparator.comparing(Shared::reason), mostInMemory);
        byPlace = new SortedSpool<>(codec, Comparator.comparingLong(Shared::place), mostInMemory);
    }

    /** Adds a rule that was not evaluated; none may be added once they are gone through. */
    void add(String reason, String rule) {
        byReason.add(new Shared(byReason.size(), reason, List.of(rule)));
    }

    boolean isEmpty() {
        return byReason.isEmpty();
    }

    @Override
    public Iterator<Shared> iterator() {
        if (byPlace.isEmpty()) {
            sort();
        }
        return byPlace.iterator();
    }

    private void sort() {
        Shared last = null;
        for (Shared next : byReason) {
            if (last != null && last.reason().equals(next.reason())) {
                last.rules().addAll(next.rules());
                continue;
            }
            if (last != null) {
                byPlace.add(last);
            }
            last = new Shared(next.place(), next.reason(), new ArrayList<>(next.rules()));
        }
        if (last != null) {
            byPlace.add(last);
        }
    }

    @Override
    public void close() {
        byReason.close();
        byPlace.close();
    }

    private static final class SharedCodec implements Codec<Shared> {

        private final CommonTexts ids = new CommonTexts();

        @Override
        public void write(Shared each, DataOutput to) throws IOException {
            Packed.writeNumber(each.place(), to);
            Packed.writeText(each.reason(), to);
            Packed.writeNumber(each.rules().size(), to);
            for (String id : each.rules()) {
                ids.write(id, to);
            }
        }

        @Override
        public Shared read(DataInput from) throws IOException {
            long place = Packed.readNumber(from);
            String reason = Packed.readText(from);
            List<String> rules = new ArrayList<>();
            for (long left = Packed.readNumber(from); left > 0; left--) {
                rules.add(ids.read(from));
            }
            return new Shared(place, reason, rules);
        }
    }
}
