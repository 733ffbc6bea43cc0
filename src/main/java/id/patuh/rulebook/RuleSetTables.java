package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rule sets by the hash of their content, within a transaction; versions and runs refer to them. */
public final class RuleSetTables {

    private final Transaction transaction;

    public RuleSetTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Keeps a rule set; files that are known already are not kept again. */
    public void add(RuleSetContent content) throws SQLException {
        if (hashes("SELECT sha256 FROM rule_set WHERE sha256 = ?", content.sha256())
                .contains(content.sha256())) {
            return;
        }
        Map<String, String> hashOfPath = new TreeMap<>();
        // In the order of their hashes: writers that add the same files wait for each other in turn.
        SortedMap<String, byte[]> unknown = new TreeMap<>();
        for (String path : content.paths()) {
            byte[] bytes = content.bytes(path);
            hashOfPath.put(Texts.path(path), Sha256.of(bytes));
            unknown.put(hashOfPath.get(path), bytes);
        }
        unknown.keySet().removeAll(hashes("SELECT sha256 FROM rule_file"));
        for (Map.Entry<String, byte[]> file : unknown.entrySet()) {
            transaction.change("INSERT INTO rule_file (sha256, content) VALUES (?, ?)", file.getKey(), file.getValue());
        }
        transaction.change("INSERT INTO rule_set (sha256) VALUES (?)", content.sha256());
        for (Map.Entry<String, String> file : hashOfPath.entrySet()) {
            transaction.change(
                    "INSERT INTO rule_set_file (set_sha256, path, file_sha256) VALUES (?, ?, ?)",
                    content.sha256(),
                    file.getKey(),
                    file.getValue());
        }
    }

    /**
     * The files of a rule set as the database gives them; the caller compares their hash.
     *
     * @param altered is given the paths of files that are not as they were
     */
    public RuleSetContent content(String sha256, List<String> altered) throws SQLException {
        Map<String, byte[]> files = new HashMap<>();
        transaction.list(
                "SELECT f.path, f.file_sha256, c.content FROM rule_set s "
                        + "JOIN rule_set_file f ON f.set_sha256 = s.sha256 "
                        + "JOIN rule_file c ON c.sha256 = f.file_sha256 WHERE s.sha256 = ?",
                row -> {
                    byte[] bytes = row.getBytes("content");
                    if (!Sha256.of(bytes).equals(row.getString("file_sha256"))) {
                        altered.add(row.getString("path"));
                    }
                    return files.put(row.getString("path"), bytes);
                },
                sha256);
        return RuleSetContent.of(files);
    }

    private Set<String> hashes(String sql, Object... parameters) throws SQLException {
        return new HashSet<>(transaction.list(sql, row -> row.getString(1), parameters));
    }
}
