package id.patuh.nightly.digest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What stands below a heading: how much it is, and the first of it. However much comes, few are held. */
final class Heading<T> {

    private final Comparator<T> order;
    private final int most;
    /** The last of those that are held comes first. */
    private final PriorityQueue<T> held;

    private long all;

    /** @param most how many are shown */
    Heading(Comparator<T> order, int most) {
        this.order = order;
        this.most = most;
        this.held = new PriorityQueue<>(Collections.reverseOrder(order));
    }

    void add(T line) {
        all++;
        held.add(line);
        if (held.size() > most) {
            held.poll();
        }
    }

    /** How much there is. */
    long all() {
        return all;
    }

    /** How much there is beyond what is shown. */
    long more() {
        return all - held.size();
    }

    boolean isEmpty() {
        return all == 0;
    }

    /** The first of it, in order. */
    List<T> first() {
        List<T> first = new ArrayList<>(held);
        first.sort(order);
        return first;
    }
}
