package id.patuh.intake;

import id.patuh.mapping.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of one case, in whatever order a table has them: puts them in order of time and pairs them. */
final class CaseEvents {

    private static final Attributes NOTHING = new Attributes();

    private final List<MappedEvent> events;
    private final boolean ordered;
    private final List<long[]> doubts = new ArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle();

    /**
     * @param events in the table's order
     * @param ordered whether that is their order in time
     */
    CaseEvents(List<MappedEvent> events, boolean ordered) {
        this.events = events;
        this.ordered = ordered;
        for (MappedEvent event : events) {
            event.tell(event.log().tells(event, NOTHING, NOTHING));
        }
    }

    /** Takes where rows are lost, sorted: by their numbers if the table is in order of time, else by their moments. */
    void doubt(long[] places) {
        doubts.add(places);
    }

    /** Notes that a row is lost of which it is not known where it belongs. */
    void doubtAll() {
        lifecycle.doubtAll();
    }

    /** @param broken whether rows follow that cannot be read */
    void read(boolean broken) {
        place();
        delayEnds();
        List<MappedEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing((MappedEvent e) -> e.place()).thenComparingInt(MappedEvent::rank));
        long before = Long.MIN_VALUE;
        int from = 0;
        while (from < sorted.size()) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            int to = from;
            while (to < sorted.size()
                    && sorted.get(to).place().equals(sorted.get(from).place())) {
                first = Math.min(first, position(sorted.get(to)));
                last = Math.max(last, position(sorted.get(to)));
                to++;
            }
            // What is lost among events of one moment may have stood between any of them.
            boolean doubtful = isDoubtful(before, last);
            for (MappedEvent event : sorted.subList(from, to)) {
                if (doubtful) {
                    lifecycle.doubt();
                }
                lifecycle.add(event, event.isTold());
            }
            before = first;
            from = to;
        }
        if (isDoubtful(before, Long.MAX_VALUE)) {
            lifecycle.doubt();
        }
        lifecycle.end(broken, work -> ((MappedEvent) work.first()).log().read(work, NOTHING, NOTHING));
    }

    private long position(MappedEvent event) {
        return ordered ? event.row() : event.place().at();
    }

    private boolean isDoubtful(long from, long to) {
        return doubts.stream().anyMatch(places -> {
            int at = Arrays.binarySearch(places, from);
            int next = at < 0 ? -at - 1 : at;
            return next < places.length && places[next] <= to;
        });
    }

    /** Gives a place to events of which the time is not known; where the table is in no order, casts doubt instead. */
    private void place() {
        long before = Long.MIN_VALUE;
        for (MappedEvent event : events) {
            if (event.place() != null) {
                before = event.place().at();
            } else if (ordered) {
                event.place(new MappedEvent.Place(before, true));
            } else {
                event.place(new MappedEvent.Place(Long.MAX_VALUE, true));
                if (event.isDoubtful() || !event.isTold() && event.transition() != Transition.PASS) {
                    lifecycle.doubtAll();
                } else if (event.transition() != Transition.PASS) {
                    lifecycle.doubt(event.name(), event.text(EventField.INSTANCE));
                }
            }
        }
    }

    /**
     * What ends an instance of an activity belongs behind what begins it, even if its time is earlier: there is only one
     * of each, and that the times contradict each other is for a rule to find.
     */
    private void delayEnds() {
        Map<List<String>, MappedEvent.Place> begun = new HashMap<>();
        for (MappedEvent event : events) {
            if (event.transition() == Transition.START && isOfInstance(event)) {
                begun.merge(instance(event), event.place(), (a, b) -> a.compareTo(b) < 0 ? b : a);
            }
        }
        for (MappedEvent event : events) {
            MappedEvent.Place start = isOfInstance(event) ? begun.get(instance(event)) : null;
            if (start != null && event.transition() != Transition.START && start.compareTo(event.place()) > 0) {
                event.place(start);
            }
        }
    }

    private static boolean isOfInstance(MappedEvent event) {
        return event.isTold()
                && !event.isDoubtful()
                && !event.place().inherited()
                && event.text(EventField.INSTANCE) != null;
    }

    private static List<String> instance(MappedEvent event) {
        return List.of(event.name(), event.text(EventField.INSTANCE));
    }
}
