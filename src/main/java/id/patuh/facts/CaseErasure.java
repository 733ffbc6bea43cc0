package id.patuh.facts;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Nameless;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes names or rows of cases that neither time nor anything else is to change, log by log, each within a transaction. What
 * the cases of a log share names persons, too: it is written anew with what those need that stay.
 */
final class CaseErasure {

    private static final byte[] NOTHING = {};

    /** What is removed. */
    enum What {
        /** The names of persons. */
        NAMES("names_left", "v.nameless_at IS NULL AND v.purged_at IS NULL"),
        /** All rows. */
        ROWS("rows_left", "v.purged_at IS NULL");

        private final String left;
        private final String has;

        What(String left, String has) {
            this.left = left;
            this.has = has;
        }
    }

    private final Transaction transaction;
    private final long scope;
    private final FactReader reader;

    /** @param logs remembers what cases of logs share */
    CaseErasure(Transaction transaction, long scope, StoredLogs logs) {
        this.transaction = transaction;
        this.scope = scope;
        this.reader = new FactReader(transaction, logs);
    }

    /** The logs that came before a moment and have some of it left, in the order in which they came. */
    static List<Long> logs(Transaction transaction, long scope, What what, Instant before) throws SQLException {
        return transaction.list(
                "SELECT f.id FROM fact_file f JOIN fact_log l ON l.file_id = f.id "
                        + "WHERE f.scope_id = ? AND f.at < ? AND l." + what.left + " = TRUE ORDER BY f.id",
                row -> row.getLong("id"),
                scope,
                before);
    }

    /**
     * Removes it from all versions of the cases that a log has, whether it is the facts that count or others that were passed
     * over.
     *
     * @param before the facts that count came before this moment
     * @param at when it is removed
     * @return how many cases had any
     */
    long erase(What what, long log, Instant before, Instant at) throws SQLException {
        List<String> keys = over(
                transaction.list(
                        "SELECT DISTINCT v.case_no FROM fact_case_version v WHERE v.file_id = ? AND " + what.has
                                + " ORDER BY v.case_no",
                        row -> row.getString("case_no"),
                        log),
                before);
        if (keys.isEmpty()) {
            return 0;
        }
        Set<Long> files = files(keys);
        return what == What.ROWS ? eraseRows(keys, files, at) : eraseNames(keys, files, at);
    }

    /**
     * Those that are over. Some after the others, by their keys: PostgreSQL joins all at once in many minutes where it has not
     * counted the rows of tables yet.
     */
    private List<String> over(List<String> keys, Instant before) throws SQLException {
        List<String> over = new ArrayList<>();
        for (List<String> some : FactTables.portions(keys)) {
            transaction.each(
                    "SELECT c.case_no FROM " + FactTables.named(some)
                            + "JOIN fact_case_version k ON k.scope_id = c.scope_id AND k.case_no = c.case_no "
                            + "AND k.version = c.version JOIN fact_file f ON f.id = k.file_id "
                            + "WHERE c.due = FALSE AND c.next_at IS NULL AND f.at < ?",
                    row -> over.add(row.getString("case_no")),
                    FactTables.parameters(scope, some, before));
        }
        return over;
    }

    private long eraseRows(List<String> keys, Set<Long> files, Instant at) throws SQLException {
        // By these columns cases are found that become due.
        transaction.changeAll(
                "UPDATE fact_case SET rule_set_id = NULL, run_id = NULL, doubt_version = NULL, asks_plans = FALSE "
                        + "WHERE scope_id = ? AND case_no = ?",
                keys.stream().map(key -> new Object[] {scope, key}).toList());
        transaction.changeAll(
                "UPDATE fact_case_version SET content = ?, purged_at = ? "
                        + "WHERE scope_id = ? AND case_no = ? AND purged_at IS NULL",
                keys.stream().map(key -> new Object[] {NOTHING, at, scope, key}).toList());
        for (long file : files) {
            writeAnew(file, Set.of());
        }
        return keys.size();
    }

    /** Those that had any are due: what was found of them names persons, too. */
    private long eraseNames(List<String> keys, Set<Long> files, Instant at) throws SQLException {
        transaction.changeAll(
                "UPDATE fact_case_version SET nameless_at = ? "
                        + "WHERE scope_id = ? AND case_no = ? AND purged_at IS NULL AND nameless_at IS NULL",
                keys.stream().map(key -> new Object[] {at, scope, key}).toList());
        Set<String> nameless = new HashSet<>(keys);
        Set<String> had = new TreeSet<>();
        for (long file : files) {
            had.addAll(writeAnew(file, nameless));
        }
        transaction.changeAll(
                "UPDATE fact_case SET due = TRUE WHERE scope_id = ? AND case_no = ?",
                had.stream().map(key -> new Object[] {scope, key}).toList());
        return had.size();
    }

    /** The files that versions of some cases are of. */
    private Set<Long> files(List<String> keys) throws SQLException {
        Set<Long> files = new TreeSet<>();
        for (List<String> some : FactTables.portions(keys)) {
            transaction.each(
                    "SELECT DISTINCT v.file_id FROM " + FactTables.named(some) + FactTables.VERSIONS_OF_CASES,
                    row -> files.add(row.getLong("file_id")),
                    FactTables.parameters(scope, some));
        }
        return files;
    }

    /**
     * Writes what is left of a log.
     *
     * @param nameless the cases whose rows are to name nobody
     * @return which of them named somebody
     */
    private Set<String> writeAnew(long file, Set<String> nameless) throws SQLException {
        Set<String> had = new TreeSet<>();
        List<String> left = transaction.list(
                "SELECT v.case_no FROM fact_case_version v WHERE v.file_id = ? AND v.purged_at IS NULL ORDER BY v.case_no",
                row -> row.getString("case_no"),
                file);
        LogWords words = null;
        for (List<String> some : FactTables.portions(left)) {
            List<Object[]> versions = new ArrayList<>();
            for (StoredFacts one : reader.ofFile(scope, file, some)) {
                if (words == null) {
                    words = new LogWords(one.words().lostAnywhere());
                }
                CaseFacts facts = one.facts();
                if (nameless.contains(one.key())) {
                    facts = withoutNames(facts);
                    if (facts != one.facts()) {
                        had.add(one.key());
                    }
                }
                versions.add(new Object[] {words.seal(file, one.key(), facts), scope, one.key(), one.version()});
            }
            transaction.changeAll(
                    "UPDATE fact_case_version SET content = ? WHERE scope_id = ? AND case_no = ? AND version = ?",
                    versions);
        }
        transaction.change(
                "UPDATE fact_log SET content = ?, writings = writings + 1, rows_left = ?, names_left = "
                        + "CASE WHEN EXISTS (SELECT 1 FROM fact_case_version v WHERE v.file_id = fact_log.file_id AND "
                        + What.NAMES.has + ") THEN TRUE ELSE FALSE END WHERE file_id = ?",
                words == null ? NOTHING : words.seal(file),
                words != null,
                file);
        return had;
    }

    /** The same facts where they name nobody. */
    private static CaseFacts withoutNames(CaseFacts facts) {
        List<ActivityRecord> rows = Nameless.of(facts.rows());
        return rows.equals(facts.rows()) ? facts : new CaseFacts(rows, facts.lost());
    }
}
