package id.patuh.facts;

import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes files with surveys and follow-up reports, within a transaction. What was found of them stays. */
final class SurveyErasure {

    private final Transaction transaction;

    SurveyErasure(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What is known of a file that was not removed: when it came, and what of it counts. */
    private static final class Kept {

        private final Instant at;
        private final List<SurveyPart> counting = new ArrayList<>();

        private Kept(Instant at) {
            this.at = at;
        }

        /** Whether it came earlier, and whatever counts in it covers earlier days only. */
        boolean isOver(Instant before, LocalDate day) {
            return at.isBefore(before)
                    && counting.stream()
                            .allMatch(p -> p.lastDay() != null && p.lastDay().isBefore(day));
        }
    }

    /**
     * Notes that files are removed that came before a moment.
     *
     * @param day whatever covers earlier days only may go; what shares a year with what stays does not
     * @return how many they are
     */
    long erase(long scope, Instant before, LocalDate day, Instant at) throws SQLException {
        Map<Long, Kept> kept = kept(scope);
        LocalDate until = day.withDayOfYear(1);
        for (boolean lowered = true; lowered; ) {
            LocalDate least = until;
            for (Kept file : kept.values()) {
                if (!file.isOver(before, until)) {
                    for (SurveyPart part : file.counting) {
                        boolean earlier =
                                part.lastDay() != null && part.lastDay().isBefore(least);
                        least = earlier ? part.lastDay().withDayOfYear(1) : least;
                    }
                }
            }
            lowered = least.isBefore(until);
            until = least;
        }
        LocalDate last = until;
        List<Object[]> over = kept.entrySet().stream()
                .filter(entry -> entry.getValue().isOver(before, last))
                .map(entry -> new Object[] {at, entry.getKey()})
                .toList();
        return transaction.changeAll("UPDATE fact_survey_file SET purged_at = ? WHERE file_id = ?", over);
    }

    private Map<Long, Kept> kept(long scope) throws SQLException {
        Map<Long, Kept> kept = new HashMap<>();
        transaction.each(
                "SELECT f.id, f.at FROM fact_file f JOIN fact_survey_file s ON s.file_id = f.id "
                        + "WHERE f.scope_id = ? AND s.purged_at IS NULL",
                row -> kept.put(row.getLong("id"), new Kept(Transaction.instant(row, "at"))),
                scope);
        for (SurveyTables.Stored stored : new SurveyTables(transaction).parts(scope)) {
            if (stored.counts() && kept.containsKey(stored.fileId())) {
                kept.get(stored.fileId()).counting.add(stored.part());
            }
        }
        return kept;
    }

    /** Has whoever takes files, or removes their bytes, wait for others who do. */
    void lockContents() throws SQLException {
        transaction.change("UPDATE fact_content_use SET uses = uses + 1");
    }

    /** The hashes of removed files whose bytes may still be there, but for those that are kept as another file. */
    List<String> contents() throws SQLException {
        return transaction.list(
                "SELECT DISTINCT f.sha256 FROM fact_file f JOIN fact_survey_file s ON s.file_id = f.id "
                        + "WHERE s.purged_at IS NOT NULL AND s.bytes_left = TRUE AND f.sha256 NOT IN "
                        + "(SELECT f.sha256 FROM fact_file f JOIN fact_survey_file s ON s.file_id = f.id "
                        + "WHERE s.purged_at IS NULL)",
                row -> row.getString("sha256"));
    }

    /** Notes that their bytes are gone. */
    void contentsRemoved(List<String> hashes) throws SQLException {
        transaction.changeAll(
                "UPDATE fact_survey_file SET bytes_left = FALSE WHERE file_id IN "
                        + "(SELECT f.id FROM fact_file f WHERE f.sha256 = ?)",
                hashes.stream().map(hash -> new Object[] {hash}).toList());
    }
}
