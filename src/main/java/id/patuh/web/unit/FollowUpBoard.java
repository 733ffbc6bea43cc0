package id.patuh.web.unit;

import id.patuh.ledger.followup.ItemStanding;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Items of follow-up plans by the quarter in which they are to be done, the earliest first; of each quarter some, of one that is
 * asked for many.
 *
 * @param quarters those that have items; at the end that of items without one
 */
record FollowUpBoard(List<Quarter> quarters) {

    private static final int SOME = 20;
    private static final int MANY = 500;

    FollowUpBoard {
        quarters = List.copyOf(quarters);
    }

    /**
     * A quarter.
     *
     * @param year null where items are planned for no quarter, or nobody can tell for which
     * @param number from 1 to 4, or null likewise
     * @param items of which it is the last quarter, what is late first; the first ones
     * @param count how many there are
     */
    record Quarter(Integer year, Integer number, List<ItemStanding> items, int count) {

        private static Quarter of(LocalDate last, List<ItemStanding> items) {
            return last.equals(LocalDate.MAX)
                    ? new Quarter(null, null, items, items.size())
                    : new Quarter(last.getYear(), last.get(IsoFields.QUARTER_OF_YEAR), items, items.size());
        }

        /** By which addresses name it. */
        public String word() {
            return year == null ? "none" : year + "-" + number;
        }

        private Quarter first(int most) {
            return new Quarter(year, number, items.subList(0, Math.min(most, count)), count);
        }
    }

    /**
     * Some of some items.
     *
     * @param items in the order that is kept within quarters
     * @param quarter the word of the only one that is asked for; blank for all
     */
    static FollowUpBoard of(List<ItemStanding> items, String quarter) {
        Map<LocalDate, List<ItemStanding>> quarters = new TreeMap<>(Comparator.naturalOrder());
        for (ItemStanding item : items) {
            LocalDate last = item.known().plan().lastEnd();
            quarters.computeIfAbsent(last == null ? LocalDate.MAX : last, each -> new ArrayList<>())
                    .add(item);
        }
        return new FollowUpBoard(quarters.entrySet().stream()
                .map(each -> Quarter.of(each.getKey(), each.getValue()))
                .filter(each -> quarter.isBlank() || each.word().equals(quarter))
                .map(each -> each.first(quarter.isBlank() ? SOME : MANY))
                .toList());
    }
}
