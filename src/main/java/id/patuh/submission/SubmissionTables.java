package id.patuh.submission;

import id.patuh.ledger.life.LifeRun;
import id.patuh.nightly.NightFile;
import id.patuh.report.PackedJson;
import id.patuh.store.Details;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of submissions and of their files within a transaction. */
final class SubmissionTables {

    private static final String COLUMNS =
            "SELECT s.id, s.code, s.account, s.scope, s.at, s.as_of, s.zone, s.sop, s.mapping, s.request_key, s.state, "
                    + "s.rows_read, s.ended_at, s.waits_for, r.number, s.problem, s.details FROM submission s LEFT JOIN life_run r ON r.id = run_id ";

    /** Whose last turn was longer ago waits as if he had had none. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Transaction transaction;

    SubmissionTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Adds one that waits. */
    Submission add(String code, SubmissionOrder order, String asked, List<SubmittedFile> files) throws SQLException {
        transaction.change(
                "INSERT INTO submission (code, account, scope, at, as_of, zone, sop, mapping, request_key, request_sha256, "
                        + "state, fence, attempts, rows_read) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
                code,
                order.account(),
                order.scope(),
                now(),
                order.asOf(),
                order.zone().getId(),
                order.sop(),
                order.mapping(),
                order.key(),
                order.key() == null ? null : asked,
                State.WAITING.word());
        long id = transaction
                .find("SELECT id FROM submission WHERE code = ?", row -> row.getLong("id"), code)
                .orElseThrow();
        List<Object[]> rows = new ArrayList<>();
        for (SubmittedFile file : files) {
            rows.add(new Object[] {id, rows.size() + 1, file.name(), file.sha256(), file.size()});
        }
        transaction.changeAll(
                "INSERT INTO submission_file (submission_id, place, name, sha256, size) VALUES (?, ?, ?, ?, ?)", rows);
        readBy(id, order.mappings());
        return find(code).orElseThrow();
    }

    Optional<Submission> find(String code) throws SQLException {
        return first(list("WHERE code = ?", code));
    }

    /** The one that an account asked for under a key. */
    Optional<Submission> asked(String account, String key) throws SQLException {
        return first(list("WHERE account = ? AND request_key = ?", account, key));
    }

    /** The hash of what was asked under its key. */
    String asked(Submission submission) throws SQLException {
        return transaction
                .find(
                        "SELECT request_sha256 FROM submission WHERE id = ?",
                        row -> row.getString("request_sha256"),
                        submission.id())
                .orElse(null);
    }

    /** Some of those that somebody may see, the last first. */
    List<Submission> list(Seen seen, int skip, int most) throws SQLException {
        List<Object> parameters = new ArrayList<>(seen.parameters());
        parameters.add(skip);
        parameters.add(most);
        return list(
                "WHERE " + seen.condition() + " ORDER BY s.id DESC OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                parameters.toArray());
    }

    /** Some of those that somebody may see and that came before one, the last first. */
    List<Submission> before(Seen seen, long id, int most) throws SQLException {
        List<Object> parameters = new ArrayList<>(seen.parameters());
        parameters.add(id);
        parameters.add(most);
        return list(
                "WHERE " + seen.condition() + " AND s.id < ? ORDER BY s.id DESC FETCH FIRST ? ROWS ONLY",
                parameters.toArray());
    }

    private List<Submission> list(String which, Object... parameters) throws SQLException {
        List<Submission> all = new ArrayList<>();
        for (Submission each : transaction.list(COLUMNS + which, SubmissionTables::withoutFiles, parameters)) {
            all.add(each.with(files(each.id())).readBy(mappings(each.id())));
        }
        return all;
    }

    /** The next one that waits, or whose holder no longer answers: of the account that has waited longest for its turn. */
    Optional<Long> next() throws SQLException {
        return first(transaction.list(
                "SELECT id FROM submission WHERE state IN ('waiting', 'running') "
                        + "AND (state = 'waiting' AND (not_before IS NULL OR not_before <= ?) OR held_until <= ?) "
                        + "ORDER BY (SELECT MAX(other.begun_at) FROM submission other "
                        + "WHERE other.account = submission.account AND other.begun_at > ?) NULLS FIRST, id "
                        + "FETCH FIRST 1 ROWS ONLY",
                row -> row.getLong("id"),
                now(),
                now(),
                now().minus(REMEMBERED)));
    }

    /** Takes one; gives the number of this holder. */
    long hold(long id, String holder, Instant until) throws SQLException {
        transaction.change(
                "UPDATE submission SET state = 'running', holder = ?, held_until = ?, fence = fence + 1, "
                        + "attempts = attempts + 1, rows_read = 0, waits_for = NULL, not_before = NULL, "
                        + "begun_at = ? WHERE id = ?",
                holder,
                until,
                now(),
                id);
        return transaction
                .find("SELECT fence FROM submission WHERE id = ?", row -> row.getLong("fence"), id)
                .orElseThrow();
    }

    /** How often somebody began, and did not give it back by himself. */
    int attempts(long id) throws SQLException {
        return transaction
                .find("SELECT attempts FROM submission WHERE id = ?", row -> row.getInt("attempts"), id)
                .orElseThrow();
    }

    Submission read(long id) throws SQLException {
        return list("WHERE s.id = ?", id).get(0);
    }

    /** Holds one for longer, and says how far it has come; false where somebody else holds it by now. */
    boolean renew(long id, long fence, Instant until, long rows) throws SQLException {
        return transaction.change(
                        "UPDATE submission SET held_until = ?, rows_read = ? WHERE id = ? AND fence = ? "
                                + "AND state = 'running'",
                        until,
                        rows,
                        id,
                        fence)
                > 0;
    }

    /**
     * Lets others take one; nothing where somebody else holds it by now.
     *
     * @param innocent whether the submission had no part in that it was not ended
     */
    void release(long id, long fence, boolean innocent) throws SQLException {
        transaction.change(
                "UPDATE submission SET state = 'waiting', holder = NULL, held_until = NULL, begun_at = NULL, "
                        + "attempts = attempts - ? "
                        + "WHERE id = ? AND fence = ? AND state = 'running'",
                innocent ? 1 : 0,
                id,
                fence);
    }

    /** Lets one wait, through no fault of its own; nothing where somebody else holds it by now. */
    void postpone(long id, long fence, String reason, Instant notBefore) throws SQLException {
        transaction.change(
                "UPDATE submission SET waits_for = ?, not_before = ? WHERE id = ? AND fence = ? AND state = 'running'",
                reason,
                notBefore,
                id,
                fence);
        release(id, fence, true);
    }

    /** Notes what taking a file came to; one that was taken before, by whoever was broken off, was noted then. */
    void noteTaken(long id, int place, NightFile file) throws SQLException {
        transaction.change(
                "UPDATE submission_file SET taken = ? WHERE submission_id = ? AND place = ? AND taken IS NULL",
                PackedJson.of(file),
                id,
                place);
    }

    /** What taking its files came to, in their order; without those that were not taken. */
    List<NightFile> taken(long id) throws SQLException {
        return transaction.list(
                "SELECT taken FROM submission_file WHERE submission_id = ? AND taken IS NOT NULL ORDER BY place",
                row -> PackedJson.read(row.getBytes("taken"), NightFile.class),
                id);
    }

    /** Notes the mappings by which the tables of one are read. */
    void readBy(long id, List<OwnMapping> mappings) throws SQLException {
        transaction.change("DELETE FROM submission_mapping WHERE submission_id = ?", id);
        List<Object[]> rows = new ArrayList<>();
        for (OwnMapping mapping : mappings) {
            rows.add(new Object[] {id, rows.size() + 1, mapping.name(), mapping.content()});
        }
        transaction.changeAll(
                "INSERT INTO submission_mapping (submission_id, place, name, content) VALUES (?, ?, ?, ?)", rows);
    }

    private List<OwnMapping> mappings(long id) throws SQLException {
        return transaction.list(
                "SELECT name, content FROM submission_mapping WHERE submission_id = ? ORDER BY place",
                row -> new OwnMapping(row.getString("name"), row.getString("content")),
                id);
    }

    /** Notes the run that judged one. */
    void noteRun(long id, LifeRun run) throws SQLException {
        transaction.change("UPDATE submission SET run_id = ? WHERE id = ?", run.id(), id);
    }

    /** Ends one with a result; false where somebody else holds it by now. */
    boolean complete(long id, long fence, long rows, byte[] result) throws SQLException {
        return transaction.change(
                        "UPDATE submission SET state = 'done', held_until = NULL, ended_at = ?, rows_read = ?, "
                                + "result = ? WHERE id = ? AND fence = ? AND state = 'running'",
                        now(),
                        rows,
                        result,
                        id,
                        fence)
                > 0;
    }

    /** Ends one without a result; false where somebody else holds it by now. */
    boolean fail(long id, long fence, String problem, Map<String, String> details) throws SQLException {
        return transaction.change(
                        "UPDATE submission SET state = 'failed', held_until = NULL, ended_at = ?, problem = ?, details = ? "
                                + "WHERE id = ? AND fence = ? AND state = 'running'",
                        now(),
                        problem,
                        Details.text(details),
                        id,
                        fence)
                > 0;
    }

    /** About how many come before one that waits, when accounts take turns. */
    long before(long id) throws SQLException {
        String waiting = "(SELECT id, ROW_NUMBER() OVER (PARTITION BY account ORDER BY id) AS turn FROM submission "
                + "WHERE state = 'waiting')";
        return transaction
                .find(
                        "SELECT COUNT(*) FROM " + waiting + " other JOIN " + waiting + " own ON own.id = ? "
                                + "WHERE other.turn < own.turn OR other.turn = own.turn AND other.id < own.id",
                        row -> row.getLong(1),
                        id)
                .orElse(0L);
    }

    /** What of an account has no result yet. */
    Quota unfinished(String account) throws SQLException {
        return transaction
                .find(
                        "SELECT COUNT(DISTINCT submission.id) AS counted, COALESCE(SUM(size), 0) AS bytes FROM submission "
                                + "JOIN submission_file ON submission_id = submission.id "
                                + "WHERE account = ? AND state IN ('waiting', 'running')",
                        row -> new Quota(row.getInt("counted"), row.getLong("bytes")),
                        account)
                .orElseThrow();
    }

    /** How many there are in each state. */
    Map<State, Long> counts() throws SQLException {
        Map<State, Long> counts = new EnumMap<>(State.class);
        transaction.each(
                "SELECT state, COUNT(*) AS counted FROM submission GROUP BY state",
                row -> counts.put(State.of(row.getString("state")), row.getLong("counted")));
        return counts;
    }

    /** Lets nobody else hand files in, or remove any, before this transaction ends. */
    void useContents() throws SQLException {
        transaction.change("UPDATE submission_content_use SET uses = uses + 1");
    }

    /** The number of a trial that ended before a moment. */
    Optional<Long> trialEndedBefore(Instant before) throws SQLException {
        return first(transaction.list(
                "SELECT id FROM submission WHERE scope IS NULL AND ended_at < ? ORDER BY ended_at FETCH FIRST 1 ROWS ONLY",
                row -> row.getLong("id"),
                before));
    }

    /** Removes one that has no result; gives the hashes of its files that nobody else handed in. */
    List<String> remove(long id) throws SQLException {
        List<String> own = transaction.list(
                "SELECT DISTINCT sha256 FROM submission_file own WHERE submission_id = ? AND NOT EXISTS (SELECT 1 "
                        + "FROM submission_file other WHERE other.sha256 = own.sha256 AND other.submission_id <> ?)",
                row -> row.getString("sha256"),
                id,
                id);
        transaction.change("DELETE FROM submission_mapping WHERE submission_id = ?", id);
        transaction.change("DELETE FROM submission_file WHERE submission_id = ?", id);
        transaction.change("DELETE FROM submission WHERE id = ?", id);
        return own;
    }

    /** The hashes of all files that were handed in. */
    Set<String> contents() throws SQLException {
        return Set.copyOf(
                transaction.list("SELECT DISTINCT sha256 FROM submission_file", row -> row.getString("sha256")));
    }

    /** Whether a file of that hash was handed in. */
    boolean uses(String sha256) throws SQLException {
        return transaction
                .find(
                        "SELECT 1 AS one FROM submission_file WHERE sha256 = ? FETCH FIRST 1 ROWS ONLY",
                        row -> true,
                        sha256)
                .isPresent();
    }

    /** The clock of the database, which all processes share. */
    Instant now() throws SQLException {
        return transaction
                .find("SELECT CURRENT_TIMESTAMP AS now", row -> Transaction.instant(row, "now"))
                .orElseThrow()
                .truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> Optional<T> first(List<T> all) {
        return all.stream().findFirst();
    }

    private static Submission withoutFiles(ResultSet row) throws SQLException {
        SubmissionOrder order = new SubmissionOrder(
                row.getString("account"),
                row.getString("scope"),
                Transaction.instant(row, "as_of"),
                ZoneId.of(row.getString("zone")),
                row.getString("sop"),
                row.getString("mapping"),
                row.getString("request_key"));
        String details = row.getString("details");
        return new Submission(
                row.getLong("id"),
                row.getString("code"),
                order,
                Transaction.instant(row, "at"),
                List.of(),
                State.of(row.getString("state")),
                row.getLong("rows_read"),
                Transaction.instant(row, "ended_at"),
                row.getString("waits_for"),
                row.getObject("number", Long.class),
                row.getString("problem"),
                details == null ? Map.of() : Details.of(details));
    }

    private List<SubmittedFile> files(long id) throws SQLException {
        return transaction.list(
                "SELECT name, sha256, size FROM submission_file WHERE submission_id = ? ORDER BY place",
                row -> new SubmittedFile(row.getString("name"), row.getString("sha256"), row.getLong("size")),
                id);
    }
}
