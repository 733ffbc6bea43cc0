package id.patuh.facts;

import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of facts within a transaction. */
final class FactTables {

    /** Cases that one statement names at most. */
    static final int MOST_NAMED = 200;

    /** The tables that a log with many cases adds rows to. */
    static final List<String> OF_CASES = List.of("fact_case", "fact_case_version");

    /** What follows the table {@code fact_case c}; a case without any version shows, too. */
    static final String VERSIONS_OF_CASES =
            "LEFT JOIN fact_case_version v ON v.scope_id = c.scope_id AND v.case_no = c.case_no ";

    private final Transaction transaction;

    FactTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The number of a rule set, which is added where it is not known. */
    long ruleSet(String sha256) throws SQLException {
        String query = "SELECT id FROM fact_rule_set WHERE sha256 = ?";
        Optional<Long> known = transaction.find(query, row -> row.getLong("id"), sha256);
        if (known.isEmpty()) {
            transaction.change("INSERT INTO fact_rule_set (sha256) VALUES (?)", sha256);
            known = transaction.find(query, row -> row.getLong("id"), sha256);
        }
        return known.orElseThrow();
    }

    /**
     * The number of a file by its hash and how it was read; null where the scope has none.
     *
     * @param saved the numbers of the saved mappings that read it
     */
    Long file(long scope, String sha256, List<Long> saved) throws SQLException {
        return transaction
                .find(
                        "SELECT id FROM fact_file WHERE scope_id = ? AND sha256 = ? AND saved_mappings = ?",
                        row -> row.getLong("id"),
                        scope,
                        sha256,
                        text(saved))
                .orElse(null);
    }

    /** The numbers of all files of a scope with a hash, however they were read. */
    List<Long> files(long scope, String sha256) throws SQLException {
        return transaction.list(
                "SELECT id FROM fact_file WHERE scope_id = ? AND sha256 = ?", row -> row.getLong("id"), scope, sha256);
    }

    private static String text(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The saved mappings that a row of {@code fact_file} names, in the order in which they are tried. */
    static List<Long> savedMappings(ResultSet row) throws SQLException {
        String numbers = row.getString("saved_mappings");
        return numbers.isEmpty()
                ? List.of()
                : Stream.of(numbers.split(",")).map(Long::valueOf).toList();
    }

    /** Whether any file was taken into a scope. */
    boolean hasFiles(long scope) throws SQLException {
        return transaction
                .find(
                        "SELECT id FROM fact_file WHERE scope_id = ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong("id"),
                        scope)
                .isPresent();
    }

    /** The hashes of all files of a scope, in order. */
    List<String> files(long scope) throws SQLException {
        return transaction.list(
                "SELECT sha256 FROM fact_file WHERE scope_id = ? ORDER BY id", row -> row.getString("sha256"), scope);
    }

    /** Adds a file; gives its number. */
    long addFile(long scope, FileToTake file, String kinds) throws SQLException {
        transaction.change(
                "INSERT INTO fact_file (scope_id, sha256, name, kinds, at, activities, saved_mappings) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?)",
                scope,
                file.sha256(),
                file.name(),
                kinds,
                file.at(),
                file.cases().size(),
                text(file.savedMappings()));
        return file(scope, file.sha256(), file.savedMappings());
    }

    /** Adds what the cases of a log share. */
    void addLog(long fileId, byte[] content) throws SQLException {
        transaction.change("INSERT INTO fact_log (file_id, content) VALUES (?, ?)", fileId, content);
    }

    /** @param versions scope, key, number, file, rows, hash and content of each */
    void addVersions(List<Object[]> versions) throws SQLException {
        transaction.changeAll(
                "INSERT INTO fact_case_version (scope_id, case_no, version, file_id, activities, hash, content) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?)",
                versions);
    }

    /** @param cases scope, key and version of each; they are due */
    void addCases(List<Object[]> cases) throws SQLException {
        transaction.changeAll("INSERT INTO fact_case (scope_id, case_no, version, due) VALUES (?, ?, ?, TRUE)", cases);
    }

    /** @param cases version that counts, version that casts doubt on it or null, scope and key of each; they are due */
    void changeCases(List<Object[]> cases) throws SQLException {
        transaction.changeAll(
                "UPDATE fact_case SET version = ?, doubt_version = ?, due = TRUE WHERE scope_id = ? AND case_no = ?",
                cases);
    }

    /** All versions of some cases, by key and in order; nothing of those that are not known. */
    Map<String, List<CaseVersion>> versions(long scope, Collection<String> keys) throws SQLException {
        Map<String, List<CaseVersion>> versions = new HashMap<>();
        if (!keys.isEmpty()) {
            transaction.list(
                    "SELECT c.case_no, v.version, v.version = c.version AS counts, "
                            + "v.version = COALESCE(c.doubt_version, 0) AS doubts, "
                            + "v.purged_at IS NOT NULL AS purged, v.hash FROM " + named(keys)
                            + VERSIONS_OF_CASES + "ORDER BY v.version",
                    row -> versions.computeIfAbsent(row.getString("case_no"), key -> new ArrayList<>())
                            .add(version(row)),
                    parameters(scope, keys));
        }
        return versions;
    }

    private static CaseVersion version(ResultSet row) throws SQLException {
        return new CaseVersion(
                row.getInt("version"),
                row.getBoolean("counts"),
                row.getBoolean("doubts"),
                row.getBoolean("purged"),
                row.getString("hash"));
    }

    /** Makes those due whose next moment has come, and those that were evaluated under another rule set. */
    void makeDue(long scope, Instant asOf, long ruleSet) throws SQLException {
        String makeDue = "UPDATE fact_case SET due = TRUE WHERE due = FALSE AND scope_id = ? AND ";
        // With a lower bound, or H2 would look through all that have no next moment.
        transaction.change(makeDue + "next_at BETWEEN ? AND ?", scope, Instant.EPOCH, asOf);
        // An index finds what is less or greater, but not what is another one; H2 would look through equal ones for <
        // and >.
        transaction.change(makeDue + "rule_set_id <= ?", scope, ruleSet - 1);
        transaction.change(makeDue + "rule_set_id >= ?", scope, ruleSet + 1);
    }

    /** Makes those due that have a limit which is to be counted by a follow-up plan. */
    void makeThoseWhoAskForPlansDue(long scope) throws SQLException {
        transaction.change(
                "UPDATE fact_case SET due = TRUE WHERE due = FALSE AND scope_id = ? AND asks_plans = TRUE", scope);
    }

    /** Makes those due that a run evaluated last. */
    void makeDueAgain(long scope, long run) throws SQLException {
        transaction.change("UPDATE fact_case SET due = TRUE WHERE scope_id = ? AND run_id = ?", scope, run);
    }

    /** Whether any case is due. */
    boolean hasDue(long scope) throws SQLException {
        return transaction
                .find(
                        "SELECT case_no FROM fact_case WHERE scope_id = ? AND due = TRUE FETCH FIRST 1 ROWS ONLY",
                        row -> row.getString(1),
                        scope)
                .isPresent();
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

    /**
     * Notes that cases were evaluated; one that has another version by now stays due.
     *
     * @param cases next moment, whether it asked for plans, first deadline, deadlines, rule set, run, scope, key and version
     *     of each
     */
    void markEvaluated(List<Object[]> cases) throws SQLException {
        transaction.changeAll(
                "UPDATE fact_case SET due = FALSE, next_at = ?, asks_plans = ?, deadline_at = ?, deadlines = ?, "
                        + "rule_set_id = ?, run_id = ? "
                        + "WHERE scope_id = ? AND case_no = ? AND version = ?",
                cases);
    }

    /** The cases that have a deadline up to a moment, the first deadline first. */
    void eachDeadline(long scope, Instant until, Transaction.RowTaker taker) throws SQLException {
        // With a lower bound, or H2 would look through all that have no deadline.
        transaction.each(
                "SELECT case_no, deadlines FROM fact_case WHERE scope_id = ? AND deadline_at BETWEEN ? AND ? "
                        + "ORDER BY deadline_at, case_no",
                taker,
                scope,
                Instant.EPOCH,
                until);
    }

    /** Some keys after the others, as many as one statement may name. */
    static List<List<String>> portions(List<String> keys) {
        List<List<String>> portions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i += MOST_NAMED) {
            portions.add(keys.subList(i, Math.min(i + MOST_NAMED, keys.size())));
        }
        return portions;
    }

    /** The table {@code fact_case c}, but only some cases of it; H2 would look through all of them for IN. */
    static String named(Collection<String> keys) {
        return "(VALUES (CAST(? AS VARCHAR(200)))" + ", (?)".repeat(keys.size() - 1)
                + ") named(case_no) JOIN fact_case c ON c.case_no = named.case_no AND c.scope_id = ? ";
    }

    /** @param further those that follow the parameters of {@link #named} */
    static Object[] parameters(long scope, Collection<String> keys, Object... further) {
        List<Object> parameters = new ArrayList<>(keys);
        parameters.add(scope);
        parameters.addAll(List.of(further));
        return parameters.toArray();
    }
}
