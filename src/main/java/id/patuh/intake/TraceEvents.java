package id.patuh.intake;

import id.patuh.mapping.Transition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The events of one trace. Those of one activity are paired in the order of the file, unless that leaves more of them
 * alone, or ends more of them before they begin, than the order of their times does: some systems write the newest first.
 */
final class TraceEvents {

    private final ActivityFields activities;
    /** With null where an event stood that could not even be read. */
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(LogEvent event, boolean told) {}

    private record Key(String name, String instance) {}

    private record Timed(Entry entry, long at) {}

    /** How badly an order pairs events: those left alone first, then those that end before they begin. */
    private record Misfit(int alone, int reversed) {
        boolean isBelow(Misfit other) {
            return alone < other.alone || alone == other.alone && reversed < other.reversed;
        }
    }

    TraceEvents(ActivityFields activities) {
        this.activities = activities;
    }

    /** @param told whether it is clear which step the event means */
    void add(LogEvent event, boolean told) {
        entries.add(new Entry(event, told));
    }

    /** Notes an event that cannot be read: it may have begun or ended anything. */
    void lose() {
        entries.add(null);
    }

    /** Gives all events to be paired. */
    void pairIn(Lifecycle lifecycle) {
        Map<Key, List<Integer>> places = new LinkedHashMap<>();
        Map<Key, Boolean> begins = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry != null && entry.told() && !entry.event().isDoubtful() && isOfWork(entry.event())) {
                Key key = new Key(entry.event().name(), entry.event().text(EventField.INSTANCE));
                places.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
                begins.merge(key, entry.event().transition() == Transition.START, Boolean::logicalOr);
            }
        }
        places.forEach((key, own) -> {
            if (own.size() > 1 && begins.get(key)) {
                arrange(own);
            }
        });
        for (Entry entry : entries) {
            if (entry == null) {
                lifecycle.doubt();
            } else {
                lifecycle.add(entry.event(), entry.told());
            }
        }
    }

    private static boolean isOfWork(LogEvent event) {
        return event.transition() != Transition.PASS;
    }

    /** Puts the events at some places, which are of one activity, in the order that pairs them best. */
    private void arrange(List<Integer> places) {
        List<Timed> written = new ArrayList<>();
        for (int place : places) {
            Long at = moment(entries.get(place).event());
            if (at == null || entries.get(place).event().transition() == Transition.UNKNOWN) {
                return;
            }
            written.add(new Timed(entries.get(place), at));
        }
        List<Timed> forward = new ArrayList<>(written);
        forward.sort(Comparator.comparingLong(Timed::at));
        List<Timed> backward = new ArrayList<>(written);
        Collections.reverse(backward);
        backward.sort(Comparator.comparingLong(Timed::at));
        List<Timed> best = written;
        for (List<Timed> order : List.of(forward, backward)) {
            best = misfit(order).isBelow(misfit(best)) ? order : best;
        }
        for (int i = 0; i < places.size(); i++) {
            entries.set(places.get(i), best.get(i).entry());
        }
    }

    /** The moment of an event; null where it cannot be told, which is rejected with its activity. */
    private Long moment(LogEvent event) {
        String time = event.text(EventField.TIME);
        try {
            return Words.notRecorded(time)
                    ? null
                    : (Long) activities.moment(Objects.requireNonNull(time).strip());
        } catch (Unreadable e) {
            return null;
        }
    }

    private static Misfit misfit(List<Timed> order) {
        List<Timed> open = new ArrayList<>();
        int alone = 0;
        int reversed = 0;
        for (Timed timed : order) {
            if (timed.entry().event().transition() == Transition.START) {
                open.add(timed);
            } else if (open.isEmpty()) {
                alone++;
            } else if (open.remove(0).at() > timed.at()) {
                reversed++;
            }
        }
        return new Misfit(alone + open.size(), reversed);
    }
}
