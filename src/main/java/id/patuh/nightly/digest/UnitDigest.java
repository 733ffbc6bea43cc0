package id.patuh.nightly.digest;

import id.patuh.ledger.followup.Effect;
import id.patuh.ledger.followup.ItemEffect;
import id.patuh.ledger.followup.ToldItem;
import id.patuh.ledger.life.Opening;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.sop.Deadline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** What there is to tell of a unit. A violation stands below one heading only, the first that it fits. */
final class UnitDigest {

    private static final Comparator<Opening> WORST_FIRST = Comparator.comparing(Opening::severity)
            .thenComparing(Opening::opened)
            .thenComparing(Opening::id);
    private static final Comparator<Opening> OLDEST_FIRST =
            Comparator.comparing(Opening::opened).thenComparing(WORST_FIRST);

    final Heading<Opening> fresh;
    final Heading<Opening> reopened;
    final Heading<Opening> overdue;
    final Heading<Deadline> due;
    final Heading<ToldItem> items;
    final Heading<ItemEffect> ineffective;
    final Heading<Waiver> waivers;

    /** @param lines how many lines of each heading are shown */
    UnitDigest(int lines) {
        fresh = new Heading<>(WORST_FIRST, lines);
        reopened = new Heading<>(WORST_FIRST, lines);
        overdue = new Heading<>(OLDEST_FIRST, lines);
        due = new Heading<>(
                Comparator.comparing(Deadline::due)
                        .thenComparing(each -> each.subject().toString()),
                lines);
        items = new Heading<>(
                Comparator.<ToldItem, LocalDate>comparing(each -> each.known().due())
                        .thenComparing(ToldItem::item),
                lines);
        ineffective = new Heading<>(
                Comparator.<ItemEffect, Effect.Outcome>comparing(
                                each -> each.effect().outcome())
                        .thenComparing(ItemEffect::item),
                lines);
        waivers = new Heading<>(
                Comparator.<Waiver, Instant>comparing(
                                each -> each.terms().validity().until())
                        .thenComparing(Waiver::number),
                lines);
    }
}
