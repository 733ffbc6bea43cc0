package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Presence;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowedItem;
import id.patuh.skm.FollowedReport;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run learns of items that was not known. For one run. */
final class FollowUpMoves {

    private final Map<String, FollowUpItem> known;
    private final LocalDate last;
    private final Keys keys;
    private final Map<String, FollowUpItem> now = new LinkedHashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    /** Reports by what they are known by: of the ones a plan was read, of the others part of it could not be. */
    private final Set<String> planned = new HashSet<>();

    private final Set<String> partial = new HashSet<>();

    /**
     * Of a run.
     *
     * @param known what is known until now, by item
     * @param last the day of the last completed run; null where there is none
     * @param reports all that the run judged
     * @param keys by what these are known
     */
    FollowUpMoves(Map<String, FollowUpItem> known, LocalDate last, List<FollowedReport> reports, Keys keys) {
        this.known = known;
        this.last = last;
        this.keys = keys;
        reports.forEach(this::add);
    }

    private void add(FollowedReport report) {
        FollowUpRecord record = report.whole().report();
        String reportKey = keys.of(record);
        if (record.lost().plan() > 0) {
            partial.add(reportKey);
        } else if (!record.plan().isEmpty()) {
            planned.add(reportKey);
        }
        ItemReader reader = new ItemReader(report, reportKey);
        for (FollowedItem item : report.items()) {
            String number = item.planned().item().id();
            int occurrence = occurrences.merge(Keys.of(reportKey, number, 1), 1, Integer::sum);
            String key = Keys.of(reportKey, number, occurrence);
            now.put(key, reader.read(item, known.get(key)));
        }
    }

    /** By item: what is known from now on, where that is something else. */
    Map<String, FollowUpItem> all() {
        Map<String, FollowUpItem> moves = new LinkedHashMap<>(now);
        known.forEach((key, item) -> {
            if (!now.containsKey(key)) {
                moves.put(key, absent(item));
            }
        });
        moves.entrySet().removeIf(move -> move.getValue().equals(known.get(move.getKey())));
        return moves;
    }

    private FollowUpItem absent(FollowUpItem item) {
        String report = item.report().key();
        if (planned.contains(report) && !partial.contains(report)) {
            return item.dropped();
        }
        return item.presence() == Presence.JUDGED ? item.unjudgedSince(last) : item;
    }
}
