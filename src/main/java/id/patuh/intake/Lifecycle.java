package id.patuh.intake;

import id.patuh.mapping.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Pairs the events of one case: the first start of an activity that is still open with the next complete of the same
 * activity and instance. An event that cannot be told casts doubt on what it may have begun or ended; that is lost then,
 * rather than running for ever or paired with the wrong one.
 */
final class Lifecycle {

    private final Deque<Work> works = new ArrayDeque<>();
    private final Map<Key, Deque<Work>> open = new HashMap<>();
    private final Set<Key> doubted = new HashSet<>();
    private boolean startLost;
    private boolean allDoubted;

    private record Key(String name, String instance) {}

    /**
     * Takes the next event in the input's order.
     *
     * @param told whether it is clear which step it means
     */
    void add(LogEvent event, boolean told) {
        Transition transition = event.transition();
        if (event.isDoubtful()) {
            doubt();
        } else if (transition == Transition.PASS) {
            return;
        } else if (!told) {
            doubt(transition);
        }
        if (event.isDoubtful() || !told) {
            works.add(new Work(event, Work.State.UNTOLD));
            return;
        }
        String name = event.name();
        Key key = new Key(name, event.text(EventField.INSTANCE));
        if (allDoubted || doubted.contains(key)) {
            works.add(new Work(event, Work.State.LOST));
            return;
        }
        switch (transition) {
            case START -> {
                Work work = new Work(event, Work.State.OPEN);
                works.add(work);
                open.computeIfAbsent(key, k -> new ArrayDeque<>()).add(work);
            }
            case COMPLETE -> {
                Work begun = poll(key);
                if (begun == null) {
                    // In logs without transitions nothing is ever begun by another event.
                    boolean lost = startLost && event.text(EventField.TRANSITION) != null;
                    works.add(new Work(event, lost ? Work.State.LOST : Work.State.DONE));
                } else {
                    begun.end(event);
                }
            }
            case ABORT -> {
                Work begun = poll(key);
                if (begun != null) {
                    begun.abort();
                }
            }
            default -> {
                doubt(key);
                works.add(new Work(event, Work.State.LOST));
            }
        }
    }

    /** Notes an event that cannot even be read: it may have begun or ended anything. */
    void doubt() {
        startLost = true;
        doubt(Transition.UNKNOWN);
    }

    /** Notes that an event of the activity has no place among the others: none of them can be paired. */
    void doubt(String name, String instance) {
        doubt(new Key(name, instance));
    }

    /** Notes that an event that may have begun or ended anything has no place among the others. */
    void doubtAll() {
        doubt();
        allDoubted = true;
    }

    /** Gives what has ended, as long as nothing before it is open. */
    void drain(Consumer<Work> taker) {
        while (!works.isEmpty() && works.peek().state() != Work.State.OPEN) {
            taker.accept(works.poll());
        }
    }

    /**
     * Gives all the rest.
     *
     * @param broken whether the case breaks off, so that what is open may have ended after that
     */
    void end(boolean broken, Consumer<Work> taker) {
        for (Work work : works) {
            if (broken && work.state() == Work.State.OPEN) {
                work.lose();
            }
            taker.accept(work);
        }
        works.clear();
        open.clear();
    }

    private Work poll(Key key) {
        Deque<Work> begun = open.get(key);
        if (begun == null) {
            return null;
        }
        Work work = begun.poll();
        if (begun.isEmpty()) {
            open.remove(key);
        }
        return work;
    }

    private void doubt(Transition transition) {
        if (transition == Transition.START) {
            startLost = true;
        } else {
            Set.copyOf(open.keySet()).forEach(this::doubt);
        }
    }

    private void doubt(Key key) {
        doubted.add(key);
        Deque<Work> begun = open.remove(key);
        if (begun != null) {
            begun.forEach(Work::lose);
        }
    }
}
