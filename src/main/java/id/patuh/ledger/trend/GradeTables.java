package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.ledger.Records;
import id.patuh.ledger.life.LifeRun;
import id.patuh.report.AllWords;
import id.patuh.report.GradeText;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of grades within a transaction. */
final class GradeTables {

    private static final String TOLD = "SELECT g.graded, g.content, r.number, r.as_of FROM survey_grade g "
            + "JOIN life_run r ON r.id = g.run_id ";

    private final Transaction transaction;

    GradeTables(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What completed runs told up to one, in order. */
    List<ToldGrade> told(String scope, long run) throws SQLException {
        return transaction.list(
                TOLD + "JOIN scope s ON s.id = g.scope_id WHERE s.name = ? AND r.number <= ? ORDER BY r.number, g.id",
                GradeTables::told,
                scope,
                run);
    }

    /** The grades after the last completed run, by what tables know them by. */
    Map<String, Grade> latest(long scopeId) throws SQLException {
        Map<String, Grade> latest = new LinkedHashMap<>();
        transaction.each(
                TOLD + "WHERE g.scope_id = ? AND g.content IS NOT NULL AND (g.graded, r.number) IN "
                        + "(SELECT l.graded, MAX(m.number) FROM survey_grade l JOIN life_run m ON m.id = l.run_id "
                        + "WHERE l.scope_id = ? AND m.number IS NOT NULL GROUP BY l.graded) ORDER BY r.number, g.id",
                row -> {
                    ToldGrade told = told(row);
                    latest.put(told.graded(), told.grade());
                },
                scopeId,
                scopeId);
        return latest;
    }

    /** Whether completed runs told anything after one, up to another one. */
    boolean isTold(long scopeId, long since, long run) throws SQLException {
        return transaction
                .find(
                        "SELECT g.id FROM life_run r JOIN survey_grade g ON g.run_id = r.id "
                                + "WHERE r.scope_id = ? AND r.number > ? AND r.number <= ? FETCH FIRST 1 ROWS ONLY",
                        row -> row.getLong("id"),
                        scopeId,
                        since,
                        run)
                .isPresent();
    }

    private static ToldGrade told(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return new ToldGrade(
                row.getString("graded"),
                row.getLong("number"),
                Transaction.instant(row, "as_of"),
                content == null
                        ? null
                        : Records.read(content, GradeText.class, "survey_grade", row.getString("graded")));
    }

    /** @param moves by what tables know it by: the grade, or null for one that is no longer there */
    void add(LifeRun run, Map<String, Grade> moves, AllWords words) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        moves.forEach((graded, grade) -> rows.add(
                new Object[] {run.scopeId(), run.id(), graded, grade == null ? null : Records.packed(words.of(grade))
                }));
        transaction.changeAll("INSERT INTO survey_grade (scope_id, run_id, graded, content) VALUES (?, ?, ?, ?)", rows);
    }

    void clear(long run) throws SQLException {
        transaction.change("DELETE FROM survey_grade WHERE run_id = ?", run);
    }
}
