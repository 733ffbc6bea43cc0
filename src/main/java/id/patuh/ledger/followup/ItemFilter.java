package id.patuh.ledger.followup;

import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Which items are wanted.
 *
 * @param states empty for all
 * @param unit the unit, in any spelling; null for all
 * @param owner part of who answers for it, in any spelling; null for all
 * @param quarter a day of a quarter that lies within its first and its last; null for all
 * @param dueWithinDays what is not done and whose last quarter ends within so many days, or ended before; null for all
 */
public record ItemFilter(Set<ItemState> states, String unit, String owner, LocalDate quarter, Integer dueWithinDays) {

    /** What is late first, by when it was due; then what is due, by when; then the rest. */
    private static final Comparator<ItemStanding> ORDER = Comparator.<ItemStanding, Boolean>comparing(
                    each -> each.state() != ItemState.OVERDUE)
            .thenComparing(each -> each.known().due(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ItemStanding::scope);

    public ItemFilter {
        states = Set.copyOf(states);
    }

    /** Those of some that are wanted, what is late first. */
    public List<ItemStanding> of(List<ItemStanding> items) {
        return items.stream().filter(this::wants).sorted(ORDER).toList();
    }

    private boolean wants(ItemStanding item) {
        FollowUpItem.Plan plan = item.known().plan();
        return (states.isEmpty() || states.contains(item.state()))
                && (unit == null || Wording.normalise(unit).equals(Wording.normalise(item.unit())))
                && (owner == null || Wording.normalise(plan.owner()).contains(Wording.normalise(owner)))
                && (quarter == null
                        || plan.firstStart() != null
                                && !quarter.isBefore(plan.firstStart())
                                && !quarter.isAfter(plan.lastEnd()))
                && (dueWithinDays == null || isDue(item));
    }

    private boolean isDue(ItemStanding item) {
        LocalDate due = item.known().due();
        return due != null && !due.isAfter(item.day().plusDays(dueWithinDays));
    }
}
