package id.patuh.rulebook;

import id.patuh.ruleset.RuleCode;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rulebook's tables within a transaction. */
final class RulebookTables {

    /**
     * Rows that nothing refers to: the rulebook itself never leaves any. Rule sets may lie by themselves, but never without
     * files: checks keep those that they went by, and their results may be removed.
     */
    private static final Map<String, String> STRAYS = Map.of(
            "rule_version",
                    "SELECT 1 FROM rule_version v WHERE NOT EXISTS "
                            + "(SELECT 1 FROM rule_event e WHERE e.version_id = v.id)",
            "rule_set",
                    "SELECT 1 FROM rule_set s WHERE NOT EXISTS "
                            + "(SELECT 1 FROM rule_set_file f WHERE f.set_sha256 = s.sha256)",
            "rule_set_file",
                    "SELECT 1 FROM rule_set_file f WHERE NOT EXISTS "
                            + "(SELECT 1 FROM rule_set s WHERE s.sha256 = f.set_sha256)",
            "rule_file",
                    "SELECT 1 FROM rule_file f WHERE NOT EXISTS "
                            + "(SELECT 1 FROM rule_set_file s WHERE s.file_sha256 = f.sha256)",
            "rule_report",
                    "SELECT 1 FROM rule_report r WHERE NOT EXISTS "
                            + "(SELECT 1 FROM rule_event e WHERE e.report_sha256 = r.sha256)");

    private final Transaction transaction;

    RulebookTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The history, checked entry by entry. */
    History history() throws SQLException {
        History history = new History();
        for (Entry entry : entries()) {
            history.add(entry);
        }
        return history;
    }

    /** All entries as they stand in the tables. */
    List<Entry> entries() throws SQLException {
        return transaction.list(
                "SELECT e.seq, e.version_id, v.parent, v.set_sha256, v.code_sha256, "
                        // The author stands in both tables; where they differ there is none.
                        + "CASE WHEN v.author = e.author THEN e.author END AS author, e.action, e.person, e.role, "
                        + "e.actor, e.at, e.effective_from, e.report_sha256, e.comment, e.prev_hash, e.hash "
                        + "FROM rule_event e LEFT JOIN rule_version v ON v.id = e.version_id ORDER BY e.seq",
                row -> new Entry(
                        row.getLong("seq"),
                        row.getObject("version_id") == null
                                ? null
                                : new Draft(
                                        row.getLong("version_id"),
                                        row.getObject("parent", Long.class),
                                        row.getString("set_sha256"),
                                        row.getString("code_sha256"),
                                        row.getString("author")),
                        row.getString("person"),
                        Role.of(row.getString("role")),
                        Action.of(row.getString("action")),
                        row.getString("actor"),
                        Transaction.instant(row, "at"),
                        Transaction.instant(row, "effective_from"),
                        row.getString("report_sha256"),
                        row.getString("comment"),
                        row.getString("prev_hash"),
                        row.getString("hash")));
    }

    void add(Entry entry) throws SQLException {
        transaction.change(
                "INSERT INTO rule_event (seq, version_id, author, person, role, action, actor, at, effective_from, "
                        + "report_sha256, comment, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.number(),
                entry.draft() == null ? null : entry.draft().id(),
                entry.draft() == null ? null : entry.draft().author(),
                entry.person(),
                entry.role() == null ? null : entry.role().word(),
                entry.action().word(),
                entry.actor(),
                entry.at(),
                entry.effectiveFrom(),
                entry.reportSha256(),
                entry.comment(),
                entry.previousHash(),
                entry.hash());
    }

    void add(Draft draft) throws SQLException {
        transaction.change(
                "INSERT INTO rule_version (id, parent, set_sha256, code_sha256, author) VALUES (?, ?, ?, ?, ?)",
                draft.id(),
                draft.parent(),
                draft.contentSha256(),
                draft.codeSha256(),
                draft.author());
    }

    /** Keeps a rule set; files that are known already are not kept again. */
    void add(RuleSetContent content) throws SQLException {
        new RuleSetTables(transaction).add(content);
    }

    /** Keeps a report, and gives its hash. */
    String add(String report) throws SQLException {
        String sha256 = Sha256.of(report.getBytes(StandardCharsets.UTF_8));
        if (hashes("SELECT sha256 FROM rule_report WHERE sha256 = ?", sha256).isEmpty()) {
            transaction.change("INSERT INTO rule_report (sha256, content) VALUES (?, ?)", sha256, report);
        }
        return sha256;
    }

    /**
     * The report with this hash.
     *
     * @throws RulebookException if it is missing or has another hash
     */
    String report(String sha256) throws SQLException {
        return transaction
                .find("SELECT content FROM rule_report WHERE sha256 = ?", row -> row.getString("content"), sha256)
                .filter(report ->
                        Sha256.of(report.getBytes(StandardCharsets.UTF_8)).equals(sha256))
                .orElseThrow(() -> new RulebookException("report-altered", "report", sha256));
    }

    /**
     * The files of a version.
     *
     * @throws RulebookException if they have another hash than the version says
     */
    RuleSetContent content(Draft draft) throws SQLException {
        List<String> altered = new ArrayList<>();
        RuleSetContent content = new RuleSetTables(transaction).content(draft.contentSha256(), altered);
        if (!altered.isEmpty()) {
            throw new RulebookException(
                    "file-altered", Map.of("version", "" + draft.id(), "file", String.join(", ", altered)));
        }
        if (!content.sha256().equals(draft.contentSha256())
                || !RuleCode.sha256(content).equals(draft.codeSha256())) {
            throw new RulebookException("content-altered", "version", draft.id());
        }
        return content;
    }

    /** Hashes of the files of a version by their paths. */
    Map<String, String> hashes(Draft draft) throws SQLException {
        Map<String, String> hashes = new TreeMap<>();
        transaction.list(
                "SELECT path, file_sha256 FROM rule_set_file WHERE set_sha256 = ?",
                row -> hashes.put(row.getString("path"), row.getString("file_sha256")),
                draft.contentSha256());
        return hashes;
    }

    /** @throws RulebookException if the file is missing or has another hash */
    byte[] file(Draft draft, String path, String sha256) throws SQLException {
        return transaction
                .find("SELECT content FROM rule_file WHERE sha256 = ?", row -> row.getBytes("content"), sha256)
                .filter(bytes -> Sha256.of(bytes).equals(sha256))
                .orElseThrow(
                        () -> new RulebookException("file-altered", Map.of("version", "" + draft.id(), "file", path)));
    }

    /** @throws RulebookException if a table has rows that belong to nothing */
    void checkStrays() throws SQLException {
        for (Map.Entry<String, String> stray : new TreeMap<>(STRAYS).entrySet()) {
            if (!transaction.list(stray.getValue(), row -> 1).isEmpty()) {
                throw new RulebookException("rows-astray", "table", stray.getKey());
            }
        }
    }

    private Set<String> hashes(String sql, Object... parameters) throws SQLException {
        return new HashSet<>(transaction.list(sql, row -> row.getString(1), parameters));
    }
}
