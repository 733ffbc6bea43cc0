package id.patuh.nightly.digest;

import id.patuh.ledger.life.OpenViolation;
import id.patuh.sop.Deadline;
import java.util.Comparator;

/** What there is to tell of a unit. A violation stands below one heading only, the first that it fits. */
final class UnitDigest {

    private static final Comparator<OpenViolation> WORST_FIRST = Comparator.comparing(OpenViolation::severity)
            .thenComparing(OpenViolation::opened)
            .thenComparing(OpenViolation::id);
    private static final Comparator<OpenViolation> OLDEST_FIRST =
            Comparator.comparing(OpenViolation::opened).thenComparing(WORST_FIRST);

    final Heading<OpenViolation> fresh;
    final Heading<OpenViolation> reopened;
    final Heading<OpenViolation> overdue;
    final Heading<Deadline> due;
    final Heading<EndingWaiver> waivers;

    /** @param lines how many lines of each heading are shown */
    UnitDigest(int lines) {
        fresh = new Heading<>(WORST_FIRST, lines);
        reopened = new Heading<>(WORST_FIRST, lines);
        overdue = new Heading<>(OLDEST_FIRST, lines);
        due = new Heading<>(
                Comparator.comparing(Deadline::due)
                        .thenComparing(each -> each.subject().toString()),
                lines);
        waivers = new Heading<>(Comparator.comparing(EndingWaiver::until).thenComparing(EndingWaiver::about), lines);
    }
}
