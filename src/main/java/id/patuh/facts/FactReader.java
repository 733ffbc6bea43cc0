package id.patuh.facts;

import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads facts out of the tables within a transaction, and whether they are as they were written. */
final class FactReader {

    private static final String FACTS = "SELECT c.case_no, v.version, v.version = c.version AS counts, v.activities, "
            + "v.content, v.purged_at IS NOT NULL AS purged, v.nameless_at IS NOT NULL AS nameless, "
            + "f.id AS file_id, f.name AS log, l.writings FROM ";
    private static final String ALL = "fact_case c ";
    private static final String FILES =
            "LEFT JOIN fact_file f ON f.id = v.file_id " + "LEFT JOIN fact_log l ON l.file_id = v.file_id ";
    private static final String THAT_COUNT =
            FactTables.VERSIONS_OF_CASES + "AND (v.version = c.version OR v.version = c.doubt_version) " + FILES;

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
            boolean purged,
            boolean nameless,
            String log,
            StoredLogs.Key words) {}

    /** @param logs remembers what cases of logs share */
    FactReader(Transaction transaction, StoredLogs logs) {
        this.transaction = transaction;
        this.logs = logs;
    }

    /** The facts that count of some cases, in any order. */
    List<StoredFacts> current(long scope, Collection<String> keys) throws SQLException {
        return keys.isEmpty()
                ? List.of()
                : joined(read(FACTS + FactTables.named(keys) + THAT_COUNT, FactTables.parameters(scope, keys)));
    }

    /** The keys of the first cases behind one, in the order of the database. */
    List<String> keys(long scope, String behind, int most) throws SQLException {
        return transaction.list(
                "SELECT case_no FROM fact_case WHERE scope_id = ? AND case_no > ? ORDER BY case_no "
                        + "FETCH FIRST ? ROWS ONLY",
                row -> row.getString("case_no"),
                scope,
                behind,
                most);
    }

    /** All facts of a case, in the order in which they came. */
    List<StoredFacts> versions(long scope, String key) throws SQLException {
        return read(
                FACTS + ALL + FactTables.VERSIONS_OF_CASES + FILES
                        + "WHERE c.scope_id = ? AND c.case_no = ? ORDER BY v.version",
                scope,
                key);
    }

    /** The facts of a file of some cases, as far as they were not purged; in any order. */
    List<StoredFacts> ofFile(long scope, long file, Collection<String> keys) throws SQLException {
        return read(
                FACTS + FactTables.named(keys) + FactTables.VERSIONS_OF_CASES + FILES
                        + "WHERE v.file_id = ? AND v.purged_at IS NULL",
                FactTables.parameters(scope, keys, file));
    }

    /** The facts that count of those cases of a shard that are due, in order of their keys. */
    List<StoredFacts> due(long scope, Shard shard) throws SQLException {
        String which = "WHERE c.scope_id = ? AND c.due = TRUE ";
        List<Object> parameters = new ArrayList<>(List.of(scope));
        if (shard.from() != null) {
            which += "AND c.case_no >= ? ";
            parameters.add(shard.from());
        }
        if (shard.until() != null) {
            which += "AND c.case_no < ? ";
            parameters.add(shard.until());
        }
        return joined(read(FACTS + ALL + THAT_COUNT + which + "ORDER BY c.case_no", parameters.toArray()));
    }

    /** Those that count, each with the one that casts doubt on it. */
    private static List<StoredFacts> joined(List<StoredFacts> facts) {
        Map<String, StoredFacts> counting = new LinkedHashMap<>();
        Map<String, StoredFacts> doubts = new HashMap<>();
        facts.forEach(one -> (one.counts() ? counting : doubts).put(one.key(), one));
        doubts.forEach((key, doubt) -> counting.compute(key, (same, one) -> {
            if (one == null) {
                throw FactsException.missing(key);
            }
            return one.doubtedBy(doubt);
        }));
        return List.copyOf(counting.values());
    }

    private List<StoredFacts> read(String query, Object... parameters) throws SQLException {
        List<Unread> found = new ArrayList<>();
        transaction.list(
                query,
                row -> found.add(new Unread(
                        found.size(),
                        row.getString("case_no"),
                        row.getInt("version"),
                        row.getBoolean("counts"),
                        row.getInt("activities"),
                        row.getBytes("content"),
                        row.getBoolean("purged"),
                        row.getBoolean("nameless"),
                        row.getString("log"),
                        new StoredLogs.Key(row.getLong("file_id"), row.getInt("writings")))),
                parameters);
        StoredFacts[] facts = new StoredFacts[found.size()];
        // The words of each log once, however many logs there are.
        found.sort(Comparator.comparingLong(unread -> unread.words.fileId()));
        for (Unread unread : found) {
            facts[unread.place] = read(unread);
        }
        return List.of(facts);
    }

    private StoredFacts read(Unread unread) throws SQLException {
        if (unread.content == null) {
            throw FactsException.missing(unread.key);
        }
        LogWords words = unread.purged ? null : words(unread);
        CaseFacts facts = unread.purged ? null : facts(unread, words);
        return new StoredFacts(
                unread.key,
                unread.version,
                unread.counts,
                unread.log,
                unread.nameless,
                unread.activities,
                words,
                facts,
                null);
    }

    private static CaseFacts facts(Unread unread, LogWords words) {
        CaseFacts facts = words.open(unread.words.fileId(), unread.key, unread.content);
        if (facts == null || facts.rows().size() != unread.activities) {
            throw new FactsException("facts-altered", Map.of("case", unread.key, "log", unread.log));
        }
        return facts;
    }

    private LogWords words(Unread unread) throws SQLException {
        LogWords known = logs.find(unread.words);
        if (known != null) {
            return known;
        }
        byte[] content = transaction
                .find(
                        "SELECT content FROM fact_log WHERE file_id = ?",
                        row -> row.getBytes("content"),
                        unread.words.fileId())
                .orElse(new byte[0]);
        LogWords words = LogWords.open(unread.words.fileId(), content);
        if (words == null) {
            throw new FactsException("log-facts-altered", Map.of("log", unread.log));
        }
        logs.keep(unread.words, words);
        return words;
    }
}
