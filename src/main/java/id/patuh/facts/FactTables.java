package id.patuh.facts;

import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of facts within a transaction. */
final class FactTables {

    /** Cases that one statement names at most. */
    static final int MOST_NAMED = 200;

    private static final String NAMED =
            "c.scope_id = ? AND c.case_no IN (" + String.join(", ", Collections.nCopies(MOST_NAMED, "?")) + ")";
    private static final String VERSIONS_OF_CASES =
            "FROM fact_case c JOIN fact_case_version v ON v.scope_id = c.scope_id AND v.case_no = c.case_no ";
    private static final String FACTS = "SELECT v.case_no, v.version, v.version = c.version AS counts, v.activities, "
            + "v.content, f.id AS file_id, f.name AS log " + VERSIONS_OF_CASES
            + "JOIN fact_file f ON f.id = v.file_id ";

    private final Transaction transaction;
    private final StoredLogs logs;

    /** A version before its rows are read. */
    private record Unread(
            int place,
            String key,
            int version,
            boolean counts,
            int activities,
            byte[] content,
            long fileId,
            String log) {}

    /** @param logs remembers what cases of logs share */
    FactTables(Transaction transaction, StoredLogs logs) {
        this.transaction = transaction;
        this.logs = logs;
    }

    /** The number of a scope; null where there is none of that name. */
    Long scope(String name) throws SQLException {
        return transaction
                .find("SELECT id FROM fact_scope WHERE name = ?", row -> row.getLong("id"), name)
                .orElse(null);
    }

    /** The number of a scope, which is added where there is none of that name. */
    long scopeFor(String name) throws SQLException {
        Long known = scope(name);
        if (known == null) {
            transaction.change("INSERT INTO fact_scope (name) VALUES (?)", name);
            return scope(name);
        }
        return known;
    }

    /**
     * The rules under which all cases of a scope were evaluated that are not due; null for none. Nobody else asks, or
     * changes them, before this transaction ends.
     */
    String rulesOf(long scope) throws SQLException {
        return transaction
                .list("SELECT rule_set FROM fact_scope WHERE id = ? FOR UPDATE", row -> row.getString(1), scope)
                .get(0);
    }

    /** Says under which rules all cases of a scope are to be evaluated from now on: all of them are due. */
    void changeRules(long scope, String ruleSet) throws SQLException {
        transaction.change("UPDATE fact_scope SET rule_set = ? WHERE id = ?", ruleSet, scope);
        transaction.change("UPDATE fact_case SET due = TRUE WHERE scope_id = ? AND due = FALSE", scope);
    }

    /** The number of a file by its hash; null where the scope has none. */
    Long file(long scope, String sha256) throws SQLException {
        return transaction
                .find(
                        "SELECT id FROM fact_file WHERE scope_id = ? AND sha256 = ?",
                        row -> row.getLong("id"),
                        scope,
                        sha256)
                .orElse(null);
    }

    /** Adds a file; gives its number. */
    long addFile(long scope, String sha256, String name, String kinds, Instant at, long activities)
            throws SQLException {
        transaction.change(
                "INSERT INTO fact_file (scope_id, sha256, name, kinds, at, activities) VALUES (?, ?, ?, ?, ?, ?)",
                scope,
                sha256,
                name,
                kinds,
                at,
                activities);
        return file(scope, sha256);
    }

    /** Adds what the cases of a log share. */
    void addLog(long fileId, byte[] content) throws SQLException {
        transaction.change("INSERT INTO fact_log (file_id, content) VALUES (?, ?)", fileId, content);
    }

    /** @param versions scope, key, number, file, rows, latest moment, hash and content of each */
    void addVersions(List<Object[]> versions) throws SQLException {
        transaction.changeAll(
                "INSERT INTO fact_case_version (scope_id, case_no, version, file_id, activities, latest_at, hash, "
                        + "content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                versions);
    }

    /** @param cases scope, key and version of each; they are due */
    void addCases(List<Object[]> cases) throws SQLException {
        transaction.changeAll("INSERT INTO fact_case (scope_id, case_no, version, due) VALUES (?, ?, ?, TRUE)", cases);
    }

    /** @param cases version, scope and key of each; they are due */
    void changeCases(List<Object[]> cases) throws SQLException {
        transaction.changeAll("UPDATE fact_case SET version = ?, due = TRUE WHERE scope_id = ? AND case_no = ?", cases);
    }

    /** All versions of some cases, by key and in order. */
    Map<String, List<CaseVersion>> versions(long scope, Collection<String> keys) throws SQLException {
        Map<String, List<CaseVersion>> versions = new HashMap<>();
        if (!keys.isEmpty()) {
            transaction.list(
                    "SELECT v.case_no, v.version, v.version = c.version AS counts, v.activities, v.latest_at, v.hash "
                            + VERSIONS_OF_CASES + "WHERE " + NAMED + " ORDER BY v.version",
                    row -> versions.computeIfAbsent(row.getString("case_no"), key -> new ArrayList<>())
                            .add(version(row)),
                    named(scope, keys));
        }
        return versions;
    }

    private static CaseVersion version(ResultSet row) throws SQLException {
        return new CaseVersion(
                row.getInt("version"),
                row.getBoolean("counts"),
                row.getInt("activities"),
                Transaction.instant(row, "latest_at"),
                row.getString("hash"));
    }

    /** The facts that count of some cases. */
    List<StoredFacts> currentFacts(long scope, Collection<String> keys) throws SQLException {
        return keys.isEmpty() ? List.of() : facts("WHERE " + NAMED + " AND v.version = c.version", named(scope, keys));
    }

    /** All facts of a case, in the order in which they came. */
    List<StoredFacts> allFacts(long scope, String key) throws SQLException {
        return facts("WHERE c.scope_id = ? AND c.case_no = ? ORDER BY v.version", scope, key);
    }

    /** The facts that count of those cases of a shard that are due, in order of their keys. */
    List<StoredFacts> dueFacts(long scope, Shard shard) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(scope));
        String where = "WHERE v.version = c.version AND c.scope_id = ? AND c.due = TRUE";
        if (shard.from() != null) {
            where += " AND c.case_no >= ?";
            parameters.add(shard.from());
        }
        if (shard.until() != null) {
            where += " AND c.case_no < ?";
            parameters.add(shard.until());
        }
        return facts(where + " ORDER BY c.case_no", parameters.toArray());
    }

    /** Whose next moment has come is due. */
    void comeDue(long scope, Instant asOf) throws SQLException {
        transaction.change(
                "UPDATE fact_case SET due = TRUE WHERE scope_id = ? AND next_at <= ? AND due = FALSE", scope, asOf);
    }

    /** How many cases are due. */
    long countDue(long scope) throws SQLException {
        return transaction
                .list("SELECT COUNT(*) FROM fact_case WHERE scope_id = ? AND due = TRUE", row -> row.getLong(1), scope)
                .get(0);
    }

    /** Of the cases that are due, in order of their keys, every so-manieth, the first one being the first. */
    List<String> milestones(long scope, int every) throws SQLException {
        return transaction.list(
                "SELECT case_no FROM (SELECT case_no, ROW_NUMBER() OVER (ORDER BY case_no) AS place FROM fact_case "
                        + "WHERE scope_id = ? AND due = TRUE) due_cases WHERE MOD(place - 1, ?) = 0 ORDER BY case_no",
                row -> row.getString(1),
                scope,
                every);
    }

    /** @param cases next moment, scope, key and version of each; one that has another version by now stays due */
    void markEvaluated(List<Object[]> cases) throws SQLException {
        transaction.changeAll(
                "UPDATE fact_case SET due = FALSE, next_at = ? WHERE scope_id = ? AND case_no = ? AND version = ?",
                cases);
    }

    private List<StoredFacts> facts(String which, Object... parameters) throws SQLException {
        List<Unread> found = new ArrayList<>();
        transaction.list(
                FACTS + which,
                row -> found.add(new Unread(
                        found.size(),
                        row.getString("case_no"),
                        row.getInt("version"),
                        row.getBoolean("counts"),
                        row.getInt("activities"),
                        row.getBytes("content"),
                        row.getLong("file_id"),
                        row.getString("log"))),
                parameters);
        StoredFacts[] facts = new StoredFacts[found.size()];
        // The words of each log once, however many logs there are.
        found.sort(Comparator.comparingLong(Unread::fileId));
        for (Unread unread : found) {
            facts[unread.place] = read(unread);
        }
        return List.of(facts);
    }

    private StoredFacts read(Unread unread) throws SQLException {
        LogWords words = words(unread);
        CaseFacts facts = words.open(unread.fileId, unread.key, unread.content);
        if (facts == null || facts.rows().size() != unread.activities) {
            throw new FactsException("facts-altered", Map.of("case", unread.key, "log", unread.log));
        }
        return new StoredFacts(unread.key, unread.version, unread.counts, unread.log, words, facts);
    }

    private LogWords words(Unread unread) throws SQLException {
        LogWords known = logs.find(unread.fileId);
        if (known != null) {
            return known;
        }
        LogWords words = transaction
                .find(
                        "SELECT content FROM fact_log WHERE file_id = ?",
                        row -> LogWords.open(unread.fileId, row.getBytes("content")),
                        unread.fileId)
                .orElse(null);
        if (words == null) {
            throw new FactsException("log-facts-altered", Map.of("log", unread.log));
        }
        logs.keep(unread.fileId, words);
        return words;
    }

    private static Object[] named(long scope, Collection<String> keys) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(scope);
        parameters.addAll(keys);
        String any = keys.iterator().next();
        parameters.addAll(Collections.nCopies(MOST_NAMED - keys.size(), any));
        return parameters.toArray();
    }
}
