package id.patuh.submission;

import id.patuh.report.Language;
import id.patuh.report.PackedJson;
import id.patuh.report.ViolationText;
import id.patuh.store.Transaction;
import id.patuh.violation.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables of what checks of submissions found, within a transaction. */
final class ResultTables {

    private final Transaction transaction;
    private final long submission;

    /** @param submission its number */
    ResultTables(Transaction transaction, long submission) {
        this.transaction = transaction;
        this.submission = submission;
    }

    /** What reports list besides violations, as the database names it. */
    enum Part {
        INPUTS("inputs"),
        SKIPPED("skipped"),
        GRADES("grades"),
        PRIORITIES("priorities"),
        NOT_EVALUATED("not-evaluated"),
        REJECTED("rejected");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** A violation as it was kept. */
    record KeptViolation(int place, String fingerprint, String rule, Severity severity, ViolationText text) {

        Object[] row(long submission) {
            return new Object[] {
                submission,
                place,
                fingerprint,
                rule,
                severity.word(),
                text.subject().unit(),
                text.subject().sop(),
                text.subject().caseId(),
                text.subject().survey(),
                PackedJson.of(text)
            };
        }
    }

    /** Removes what an earlier check of the same submission left when it was broken off. */
    void clear() throws SQLException {
        transaction.change("DELETE FROM submission_violation WHERE submission_id = ?", submission);
        transaction.change("DELETE FROM submission_list WHERE submission_id = ?", submission);
    }

    void add(List<KeptViolation> violations) throws SQLException {
        transaction.changeAll(
                "INSERT INTO submission_violation (submission_id, place, fingerprint, rule, severity, unit, sop, case_no, "
                        + "survey, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                violations.stream().map(each -> each.row(submission)).toList());
    }

    /** @param entries an array of records */
    void add(Language language, Part part, int place, Object[] entries) throws SQLException {
        transaction.change(
                "INSERT INTO submission_list (submission_id, language, list, place, content) VALUES (?, ?, ?, ?, ?)",
                submission,
                language.code(),
                part.word,
                place,
                PackedJson.of(entries));
    }

    /** The entries at a place of a list; null behind the last one. */
    <T> T[] entries(Language language, Part part, int place, Class<T[]> type) throws SQLException {
        Optional<byte[]> packed = transaction.find(
                "SELECT content FROM submission_list WHERE submission_id = ? AND language = ? AND list = ? AND place = ?",
                row -> row.getBytes("content"),
                submission,
                language.code(),
                part.word,
                place);
        return packed.isEmpty() ? null : unpacked(packed.get(), type);
    }

    /** The last place of a list; 0 where it is empty. */
    int places(Language language, Part part) throws SQLException {
        return transaction
                .find(
                        "SELECT COALESCE(MAX(place), 0) AS last FROM submission_list "
                                + "WHERE submission_id = ? AND language = ? AND list = ?",
                        row -> row.getInt("last"),
                        submission,
                        language.code(),
                        part.word)
                .orElse(0);
    }

    /** Some violations behind a place, in order. */
    List<KeptViolation> violations(ViolationFilter filter, int behind, int most) throws SQLException {
        List<Object> parameters = parameters(filter);
        parameters.add(behind);
        parameters.add(most);
        return transaction.list(
                "SELECT place, fingerprint, rule, severity, content FROM submission_violation WHERE submission_id = ?"
                        + filter.condition() + " AND place > ? ORDER BY place FETCH FIRST ? ROWS ONLY",
                ResultTables::violation,
                parameters.toArray());
    }

    Optional<KeptViolation> violation(int place) throws SQLException {
        return violations(ViolationFilter.ALL, place - 1, 1).stream()
                .filter(each -> each.place() == place)
                .findFirst();
    }

    /** How many violations are asked for. */
    long count(ViolationFilter filter) throws SQLException {
        return transaction
                .find(
                        "SELECT COUNT(*) FROM submission_violation WHERE submission_id = ?" + filter.condition(),
                        row -> row.getLong(1),
                        parameters(filter).toArray())
                .orElse(0L);
    }

    private List<Object> parameters(ViolationFilter filter) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(submission);
        parameters.addAll(filter.parameters());
        return parameters;
    }

    private static KeptViolation violation(ResultSet row) throws SQLException {
        return new KeptViolation(
                row.getInt("place"),
                row.getString("fingerprint"),
                row.getString("rule"),
                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                unpacked(row.getBytes("content"), ViolationText.class));
    }

    private static <T> T unpacked(byte[] packed, Class<T> type) {
        T value = PackedJson.read(packed, type);
        if (value == null) {
            throw new SubmissionException("submission-damaged", Map.of());
        }
        return value;
    }
}
