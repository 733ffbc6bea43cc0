package id.patuh.submission;

import id.patuh.check.CheckResult;
import id.patuh.check.Finding;
import id.patuh.report.AllWords;
import id.patuh.report.CheckedContent;
import id.patuh.report.Language;
import id.patuh.report.PackedJson;
import id.patuh.report.ReportContent;
import id.patuh.report.Verdict;
import id.patuh.store.Transaction;
import id.patuh.submission.ResultTables.KeptViolation;
import id.patuh.submission.ResultTables.Part;
import id.patuh.violation.Severity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what a check found into the database, some at a time, and last what it came to as a whole: only that makes a result of
 * it.
 */
final class ResultKeeper {

    private static final int VIOLATIONS_AT_A_TIME = 2_000;
    private static final int ENTRIES_AT_A_TIME = 200;

    private final CheckResult result;
    private final long submission;
    private final Consumer<Transaction.Step> writing;

    /** @param writing does a step in a transaction, or throws where somebody else works on the submission by now */
    ResultKeeper(CheckResult result, long submission, Consumer<Transaction.Step> writing) {
        this.result = result;
        this.submission = submission;
        this.writing = writing;
    }

    /** Writes everything but what it came to as a whole, which it gives, packed. */
    byte[] keep() {
        writing.accept(transaction -> new ResultTables(transaction, submission).clear());
        Groups groups = keepViolations();
        for (Language language : Language.values()) {
            ReportContent content = content(language);
            keep(language, Part.INPUTS, content.inputs());
            keep(language, Part.SKIPPED, content.skipped());
            keep(language, Part.GRADES, content.grades());
            keep(language, Part.PRIORITIES, content.priorities());
            keep(language, Part.NOT_EVALUATED, content.notEvaluated());
            keep(language, Part.REJECTED, content.rejected());
        }
        return PackedJson.of(KeptContent.Overall.of(content(Language.ID), groups));
    }

    private ReportContent content(Language language) {
        return new CheckedContent(result, Verdict.on(result, Severity.MINOR), language);
    }

    private Groups keepViolations() {
        Groups.Counter groups = new Groups.Counter();
        AllWords words = new AllWords(result.ruleSet(), result.zone());
        List<KeptViolation> some = new ArrayList<>();
        int place = 0;
        for (Finding finding : result.findings()) {
            place++;
            groups.add(finding.violation().subject(), finding.violation().rule());
            some.add(new KeptViolation(
                    place,
                    finding.fingerprint(),
                    finding.violation().rule(),
                    finding.violation().severity(),
                    words.of(finding.violation())));
            if (some.size() == VIOLATIONS_AT_A_TIME) {
                write(some);
                some.clear();
            }
        }
        write(some);
        return groups.groups();
    }

    private void write(List<KeptViolation> some) {
        if (!some.isEmpty()) {
            List<KeptViolation> these = List.copyOf(some);
            writing.accept(transaction -> new ResultTables(transaction, submission).add(these));
        }
    }

    private void keep(Language language, Part part, Iterable<?> entries) {
        List<Object> some = new ArrayList<>();
        int place = 1;
        for (Object entry : entries) {
            some.add(entry);
            if (some.size() == ENTRIES_AT_A_TIME) {
                write(language, part, place++, some);
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            write(language, part, place, some);
        }
    }

    private void write(Language language, Part part, int place, List<Object> some) {
        Object[] entries = some.toArray();
        writing.accept(transaction -> add(transaction, language, part, place, entries));
    }

    private void add(Transaction transaction, Language language, Part part, int place, Object[] entries)
            throws SQLException {
        new ResultTables(transaction, submission).add(language, part, place, entries);
    }
}
