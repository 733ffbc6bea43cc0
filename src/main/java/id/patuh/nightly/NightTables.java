package id.patuh.nightly;

import id.patuh.intake.InputNote;
import id.patuh.intake.Intake;
import id.patuh.scope.Hold;
import id.patuh.store.Details;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of nights, within a transaction. */
final class NightTables {

    private static final String NIGHTS_OF_ALL =
            "SELECT n.id, s.name, n.night_date, n.as_of, n.set_sha256, n.kept_to, n.stage, n.erased, n.erase_problem, "
                    + "n.erase_details, n.whole_inbox, r.number, n.problem, n.details FROM night n JOIN scope s ON s.id = n.scope_id "
                    + "LEFT JOIN life_run r ON r.id = n.run_id ";
    private static final String NIGHTS = NIGHTS_OF_ALL + "WHERE s.name = ? ";

    private final Transaction transaction;

    NightTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The last night of a scope. */
    Optional<Night> last(String scope) throws SQLException {
        return transaction.find(
                NIGHTS + "ORDER BY n.night_date DESC FETCH FIRST 1 ROWS ONLY", NightTables::night, scope);
    }

    /** The last night of each scope that had one, by names. */
    List<Night> lasts() throws SQLException {
        return transaction.list(
                NIGHTS_OF_ALL + "WHERE n.night_date = (SELECT MAX(night_date) FROM night WHERE scope_id = n.scope_id) "
                        + "ORDER BY s.name",
                NightTables::night);
    }

    /** The night of a date. */
    Optional<Night> night(String scope, LocalDate date) throws SQLException {
        return transaction.find(NIGHTS + "AND n.night_date = ?", NightTables::night, scope, date);
    }

    /** The last nights of a scope, the latest one first. */
    List<Night> nights(String scope, int most) throws SQLException {
        return transaction.list(
                NIGHTS + "ORDER BY n.night_date DESC FETCH FIRST ? ROWS ONLY", NightTables::night, scope, most);
    }

    void begin(Hold hold, LocalDate date, Instant asOf, String ruleSetSha256, Instant keptTo, Instant now)
            throws SQLException {
        transaction.change(
                "INSERT INTO night (scope_id, night_date, as_of, set_sha256, kept_to, stage, whole_inbox, begun, details, "
                        + "open_scope) VALUES (?, ?, ?, ?, ?, 'collecting', TRUE, ?, '', ?)",
                hold.scopeId(),
                date,
                asOf,
                ruleSetSha256,
                keptTo,
                now,
                hold.scopeId());
    }

    /** Begins a night anew that failed; what it took stays noted. */
    void beginAnew(Night failed, Instant asOf, String ruleSetSha256, Instant now) throws SQLException {
        transaction.change(
                "UPDATE night SET stage = 'collecting', as_of = ?, set_sha256 = ?, whole_inbox = TRUE, begun = ?, "
                        + "ended = NULL, problem = NULL, details = '', open_scope = scope_id WHERE id = ?",
                asOf,
                ruleSetSha256,
                now,
                failed.id());
    }

    void erase(Night night, Erased erased) throws SQLException {
        transaction.change(
                "UPDATE night SET erased = ?, erase_problem = ?, erase_details = ? WHERE id = ?",
                Details.text(mapped(erased.counts(), String::valueOf)),
                reason(erased.problem()),
                details(erased.problem()),
                night.id());
    }

    void beginJudging(Night night, boolean wholeInbox) throws SQLException {
        transaction.change("UPDATE night SET stage = 'judging', whole_inbox = ? WHERE id = ?", wholeInbox, night.id());
    }

    /** @param runId by which tables know the run */
    void complete(Night night, long runId, Instant now) throws SQLException {
        transaction.change(
                "UPDATE night SET stage = 'completed', run_id = ?, ended = ?, open_scope = NULL WHERE id = ?",
                runId,
                now,
                night.id());
    }

    void fail(Night night, NightProblem problem, Instant now) throws SQLException {
        transaction.change(
                "UPDATE night SET stage = 'failed', problem = ?, details = ?, ended = ?, open_scope = NULL WHERE id = ?",
                reason(problem),
                details(problem),
                now,
                night.id());
    }

    /** The files of a night, in the order in which they were taken. */
    List<NightFile> files(Night night) throws SQLException {
        Map<Long, List<InputNote>> notes = notes(night);
        return transaction.list(
                "SELECT id, name, sha256, outcome, activities, rejected, added, changed, passed_over, partial, "
                        + "shared, surveys, replaced "
                        + "FROM night_file WHERE night_id = ? ORDER BY id",
                row -> file(row, notes.getOrDefault(row.getLong("id"), List.of())),
                night.id());
    }

    private Map<Long, List<InputNote>> notes(Night night) throws SQLException {
        Map<Long, List<InputNote>> notes = new HashMap<>();
        transaction.list(
                "SELECT n.file_id, n.note, n.details FROM night_file_note n JOIN night_file f ON f.id = n.file_id "
                        + "WHERE f.night_id = ? ORDER BY n.file_id, n.place",
                row -> notes.computeIfAbsent(row.getLong("file_id"), id -> new ArrayList<>())
                        .add(new InputNote(row.getString("note"), Details.of(row.getString("details")))),
                night.id());
        return notes;
    }

    NightIntake intake(Night night) throws SQLException {
        return transaction
                .find(
                        "SELECT COUNT(*) AS files, COUNT(CASE WHEN outcome = 'unreadable' THEN 1 END) AS unreadable, "
                                + "COALESCE(SUM(rejected), 0) AS rejected, COUNT(CASE WHEN EXISTS (SELECT 1 FROM night_file_note n "
                                + "WHERE n.file_id = f.id AND n.note <> ?) THEN 1 END) AS otherwise "
                                + "FROM night_file f WHERE night_id = ?",
                        row -> new NightIntake(
                                row.getLong("files"),
                                row.getLong("unreadable"),
                                row.getLong("rejected"),
                                row.getLong("otherwise")),
                        Intake.OWN_MAPPING_USED,
                        night.id())
                .orElseThrow();
    }

    /** Whether a file of that name and content was noted with a night before. */
    boolean isNoted(Night night, NightFile file) throws SQLException {
        return transaction
                .find(
                        "SELECT id FROM night_file WHERE night_id = ? AND name = ? "
                                + "AND sha256 IS NOT DISTINCT FROM CAST(? AS VARCHAR(64)) FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong("id"),
                        night.id(),
                        file.name(),
                        file.sha256())
                .isPresent();
    }

    void add(Night night, NightFile file) throws SQLException {
        transaction.change(
                "INSERT INTO night_file (night_id, name, sha256, outcome, activities, rejected, added, changed, "
                        + "passed_over, partial, shared, surveys, replaced) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                night.id(),
                file.name(),
                file.sha256(),
                file.outcome().word(),
                file.activities(),
                file.rejected(),
                file.added(),
                file.changed(),
                file.passedOver(),
                file.partial(),
                file.shared(),
                file.surveys(),
                file.replaced());
        if (!file.notes().isEmpty()) {
            addNotes(night, file);
        }
    }

    private void addNotes(Night night, NightFile file) throws SQLException {
        long id = transaction
                .find("SELECT MAX(id) AS id FROM night_file WHERE night_id = ?", row -> row.getLong("id"), night.id())
                .orElseThrow();
        List<Object[]> notes = new ArrayList<>();
        for (InputNote note : file.notes()) {
            notes.add(new Object[] {id, notes.size() + 1, note.key(), Details.text(note.details())});
        }
        transaction.changeAll("INSERT INTO night_file_note (file_id, place, note, details) VALUES (?, ?, ?, ?)", notes);
    }

    private static Night night(ResultSet row) throws SQLException {
        return new Night(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("night_date", LocalDate.class),
                Transaction.instant(row, "as_of"),
                row.getString("set_sha256"),
                keptTo(row),
                Night.Stage.of(row.getString("stage")),
                new Erased(
                        mapped(Details.of(row.getString("erased")), Long::valueOf),
                        problem(row.getString("erase_problem"), row.getString("erase_details"))),
                row.getBoolean("whole_inbox"),
                row.getObject("number", Long.class),
                problem(row.getString("problem"), row.getString("details")));
    }

    /** @param reason null where there is none */
    private static NightProblem problem(String reason, String details) {
        return reason == null ? null : new NightProblem(reason, Details.of(details));
    }

    private static String reason(NightProblem problem) {
        return problem == null ? null : problem.reason();
    }

    private static String details(NightProblem problem) {
        return Details.text(problem == null ? Map.of() : problem.details());
    }

    private static <T, R> Map<String, R> mapped(Map<String, T> values, Function<T, R> way) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> way.apply(e.getValue())));
    }

    private static Instant keptTo(ResultSet row) throws SQLException {
        Instant keptTo = Transaction.instant(row, "kept_to");
        return keptTo == null ? Transaction.instant(row, "as_of") : keptTo;
    }

    private static NightFile file(ResultSet row, List<InputNote> notes) throws SQLException {
        return new NightFile(
                row.getString("name"),
                row.getString("sha256"),
                NightFile.Outcome.of(row.getString("outcome")),
                row.getLong("activities"),
                row.getLong("rejected"),
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("passed_over"),
                row.getLong("partial"),
                row.getLong("shared"),
                row.getLong("surveys"),
                row.getLong("replaced"),
                notes);
    }
}
