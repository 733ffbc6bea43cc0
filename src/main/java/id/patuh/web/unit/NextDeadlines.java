package id.patuh.web.unit;

import id.patuh.facts.Facts;
import id.patuh.sop.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What is to be done soon in cases of a unit.
 *
 * @param first that which is due first, in order
 * @param count how much there is in all
 */
record NextDeadlines(List<Deadline> first, long count) {

    private static final int MOST = 20;
    /** As the overview counts. */
    private static final Duration SOON = Duration.ofDays(7);

    NextDeadlines {
        first = List.copyOf(first);
    }

    static NextDeadlines of(Facts facts, String scope, Instant now) {
        Comparator<Deadline> byDue = Comparator.comparing(Deadline::due);
        PriorityQueue<Deadline> first = new PriorityQueue<>(byDue.reversed());
        long[] count = {0};
        facts.deadlines(scope, now.plus(SOON), each -> {
            if (!each.due().isBefore(now)) {
                count[0]++;
                first.add(each);
                if (first.size() > MOST) {
                    first.poll();
                }
            }
        });
        return new NextDeadlines(first.stream().sorted(byDue).toList(), count[0]);
    }
}
