package id.patuh.sop;

import id.patuh.sop.ActivityRecord.Outcome;
import java.util.List;

/**
 * What an activity has in common with many others of its log: which step of which SOP was done, and how, but not by whom,
 * where and when. Rows that say the same share one.
 *
 * @param sop the SOP that the row cites, as written; null where neither row nor command line names one
 * @param step number of the step or, where the log names it by its title, that as written
 * @param role executor role; null when not recorded
 * @param inputs documents used, as written
 * @param outputs documents produced, as written
 * @param decision what an approval decided; null when nothing is recorded
 */
public record ActivityKind(
        String sop, String step, String role, List<String> inputs, List<String> outputs, Outcome decision) {

    public ActivityKind {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
