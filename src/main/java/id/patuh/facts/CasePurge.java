package id.patuh.facts;

import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Removes the rows of cases, within a transaction. What the cases of a log share names persons, too: where some of them stay
 * it is written anew with what these need.
 */
final class CasePurge {

    private static final byte[] NOTHING = {};

    private final Transaction transaction;
    private final long scope;
    private final FactReader reader;

    /** @param logs remembers what cases of logs share */
    CasePurge(Transaction transaction, long scope, StoredLogs logs) {
        this.transaction = transaction;
        this.scope = scope;
        this.reader = new FactReader(transaction, logs);
    }

    /**
     * Purges all versions of the cases whose facts came before a moment, if neither time nor anything else is to change them.
     *
     * @return how many cases
     */
    long purge(Instant before, Instant at) throws SQLException {
        List<String> keys = transaction.list(
                "SELECT c.case_no FROM fact_case c JOIN fact_case_version v ON v.scope_id = c.scope_id "
                        + "AND v.case_no = c.case_no AND v.version = c.version JOIN fact_file f ON f.id = v.file_id "
                        + "WHERE c.scope_id = ? AND c.due = FALSE AND c.next_at IS NULL AND v.purged_at IS NULL "
                        + "AND f.at < ?",
                row -> row.getString("case_no"),
                scope,
                before);
        Set<Long> files = files(keys);
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
            writeAnew(file);
        }
        return keys.size();
    }

    /** The files that versions of some cases are of. */
    private Set<Long> files(List<String> keys) throws SQLException {
        Set<Long> files = new TreeSet<>();
        for (int i = 0; i < keys.size(); i += FactTables.MOST_NAMED) {
            List<String> some = keys.subList(i, Math.min(i + FactTables.MOST_NAMED, keys.size()));
            transaction.each(
                    "SELECT DISTINCT v.file_id FROM " + FactTables.named(some) + FactTables.VERSIONS_OF_CASES,
                    row -> files.add(row.getLong("file_id")),
                    FactTables.parameters(scope, some));
        }
        return files;
    }

    private void writeAnew(long file) throws SQLException {
        List<StoredFacts> left = reader.ofFile(scope, file);
        byte[] content = NOTHING;
        if (!left.isEmpty()) {
            LogWords words = new LogWords(left.get(0).words().lostAnywhere());
            List<Object[]> versions = new ArrayList<>();
            for (StoredFacts one : left) {
                versions.add(new Object[] {words.seal(file, one.key(), one.facts()), scope, one.key(), one.version()});
            }
            transaction.changeAll(
                    "UPDATE fact_case_version SET content = ? WHERE scope_id = ? AND case_no = ? AND version = ?",
                    versions);
            content = words.seal(file);
        }
        transaction.change("UPDATE fact_log SET content = ?, writings = writings + 1 WHERE file_id = ?", content, file);
    }
}
