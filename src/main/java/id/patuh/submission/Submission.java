package id.patuh.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Files that were handed in, and how far their check has come.
 *
 * @param id by which tables know it
 * @param code by which addresses name it; nobody can guess one
 * @param order what was asked
 * @param at when
 * @param files in the order in which they were handed in
 * @param rowsRead how many rows were read so far
 * @param endedAt when there was a result or a problem; null before
 * @param waitsFor key of the text that says why it is not begun although its turn has come; null where nothing is in its way
 * @param run number of the run of its unit that judged it; null where it is only tried, and before
 * @param problem key of the text that says why there is no result; null where nothing is wrong
 * @param details values that the text names
 */
public record Submission(
        long id,
        String code,
        SubmissionOrder order,
        Instant at,
        List<SubmittedFile> files,
        State state,
        long rowsRead,
        Instant endedAt,
        String waitsFor,
        Long run,
        String problem,
        Map<String, String> details) {

    public Submission {
        files = List.copyOf(files);
        details = Map.copyOf(details);
    }

    /** The same with its files. */
    Submission with(List<SubmittedFile> its) {
        return new Submission(id, code, order, at, its, state, rowsRead, endedAt, waitsFor, run, problem, details);
    }

    /** The same with mappings by which its tables are read. */
    Submission readBy(List<OwnMapping> own) {
        return new Submission(
                id, code, order.with(own), at, files, state, rowsRead, endedAt, waitsFor, run, problem, details);
    }

    /** Whether what it holds is only tried: nothing of it goes into the ledger. */
    public boolean isTrial() {
        return order.scope() == null;
    }
}
