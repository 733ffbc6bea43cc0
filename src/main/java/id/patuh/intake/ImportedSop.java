package id.patuh.intake;

import id.patuh.sop.Sop;
import java.util.List;

/**
 * An SOP as its document says it.
 *
 * @param sop the SOP; null when no table of steps was found
 * @param remarks what was not taken from the document, or only by inference
 * @param rejected what could not be read
 */
public record ImportedSop(Sop sop, List<Remark> remarks, List<RejectedRow> rejected) {

    public ImportedSop {
        remarks = List.copyOf(remarks);
        rejected = List.copyOf(rejected);
    }

    /**
     * A remark.
     *
     * @param step number of the step that it is about, or null for the SOP as a whole
     */
    public record Remark(Integer step, InputNote note) {}
}
