package id.patuh.ledger;

import id.patuh.intake.FoundInput;
import id.patuh.report.Language;
import id.patuh.store.Details;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of runs within a transaction. */
final class RunTables {

    private static final String RUNS =
            "SELECT id, at, as_of, zone, kind, sop, mapping, mapping_sha256, language, fail_on, set_sha256, program, "
                    + "cases, activities, surveys, critical, major, minor, info, rejected, incomplete, result_sha256, "
                    + "prev_hash, "
                    + "hash FROM run ";

    private final Transaction transaction;

    RunTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All runs as they stand in the tables. */
    List<KeptRun> runs() throws SQLException {
        Map<Long, List<KeptInput>> inputs = new HashMap<>();
        transaction.list(
                "SELECT run_id, outcome, name, sha256, size, reason, details FROM run_input ORDER BY run_id, place",
                row -> inputs.computeIfAbsent(row.getLong("run_id"), id -> new ArrayList<>())
                        .add(input(row)));
        return transaction.list(
                RUNS + "ORDER BY id", row -> run(row, inputs.getOrDefault(row.getLong("id"), List.of())));
    }

    /** The last run, without its inputs; null where there is none. */
    KeptRun last() throws SQLException {
        return transaction
                .find(RUNS + "ORDER BY id DESC FETCH FIRST 1 ROWS ONLY", row -> run(row, List.of()))
                .orElse(null);
    }

    void add(KeptRun run) throws SQLException {
        RunRequest asked = run.request();
        RunResult result = run.result();
        transaction.change(
                "INSERT INTO run (id, at, as_of, zone, kind, sop, mapping, mapping_sha256, language, fail_on, "
                        + "set_sha256, program, cases, activities, surveys, critical, major, minor, info, rejected, "
                        + "incomplete, result_sha256, prev_hash, hash) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.number(),
                run.at(),
                asked.asOf().toString(),
                asked.zone().getId(),
                asked.kind(),
                asked.sop(),
                asked.mapping(),
                asked.mappingSha256(),
                asked.language().code(),
                asked.failOn() == null ? null : asked.failOn().word(),
                run.ruleSetSha256(),
                run.program(),
                result.cases(),
                result.activities(),
                result.surveys(),
                result.critical(),
                result.major(),
                result.minor(),
                result.info(),
                result.rejected(),
                result.incomplete(),
                result.sha256(),
                run.previousHash(),
                run.hash());
        int place = 0;
        for (KeptInput input : run.inputs()) {
            transaction.change(
                    "INSERT INTO run_input (run_id, place, outcome, name, sha256, size, reason, details) "
                            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    run.number(),
                    ++place,
                    input.outcome().name().toLowerCase(Locale.ROOT),
                    input.name(),
                    input.sha256(),
                    input.size(),
                    input.reason(),
                    Details.text(input.details()));
        }
    }

    private static KeptRun run(ResultSet row, List<KeptInput> inputs) throws SQLException {
        String failOn = row.getString("fail_on");
        return new KeptRun(
                row.getLong("id"),
                Transaction.instant(row, "at"),
                new RunRequest(
                        Instant.parse(row.getString("as_of")),
                        ZoneId.of(row.getString("zone")),
                        row.getString("kind"),
                        row.getString("sop"),
                        row.getString("mapping"),
                        row.getString("mapping_sha256"),
                        Language.valueOf(row.getString("language").toUpperCase(Locale.ROOT)),
                        failOn == null ? null : Severity.named(failOn).orElse(null)),
                row.getString("set_sha256"),
                row.getString("program"),
                new RunResult(
                        row.getLong("cases"),
                        row.getLong("activities"),
                        row.getLong("surveys"),
                        row.getLong("critical"),
                        row.getLong("major"),
                        row.getLong("minor"),
                        row.getLong("info"),
                        row.getLong("rejected"),
                        row.getObject("incomplete", Boolean.class),
                        row.getString("result_sha256")),
                inputs,
                row.getString("prev_hash"),
                row.getString("hash"));
    }

    private static KeptInput input(ResultSet row) throws SQLException {
        return new KeptInput(
                FoundInput.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("reason"),
                Details.of(row.getString("details")));
    }
}
