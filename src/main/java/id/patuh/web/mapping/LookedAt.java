package id.patuh.web.mapping;

import id.patuh.draft.SampledColumns;
import id.patuh.intake.TableSample;
import id.patuh.ruleset.RuleSet;
import id.patuh.submission.Submission;
import id.patuh.submission.SubmittedFile;
import java.util.List;

/**
 * A table of a file that somebody looks at.
 *
 * @param submission that the file was handed in with
 * @param number of the file in it, from 1
 * @param tables all of the file
 * @param index of the one that is looked at, from 0
 * @param head its first rows; null where the file has no table
 * @param columns of its first rows; null where the file has no table
 * @param ruleSet in force
 */
record LookedAt(
        Submission submission,
        int number,
        List<TableSample> tables,
        int index,
        TableSample head,
        SampledColumns columns,
        RuleSet ruleSet) {

    static LookedAt of(Submission submission, int number, List<TableSample> tables, int wanted, RuleSet ruleSet) {
        if (tables.isEmpty()) {
            return new LookedAt(submission, number, tables, 0, null, null, ruleSet);
        }
        int index = Math.max(0, Math.min(wanted, tables.size() - 1));
        TableSample head = tables.get(index);
        return new LookedAt(submission, number, tables, index, head, new SampledColumns(head), ruleSet);
    }

    /** The file itself. */
    public SubmittedFile file() {
        return submission.files().get(number - 1);
    }

    /** Whether there is anything whose columns could be told. */
    public boolean hasColumns() {
        return columns != null && !columns.headers().isEmpty();
    }
}
