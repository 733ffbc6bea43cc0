package id.patuh.intake;

import id.patuh.sop.Sop;
import java.util.List;

/**
 * An SOP as its document or workbook says it. One of {@code sop} and {@code table} is set, or neither where no table of
 * steps was found.
 *
 * @param sop the SOP of a document, which may lack what is not printed; null for a workbook
 * @param table the SOP of a workbook; null for a document
 * @param remarks what was not taken from the document, or only by inference
 * @param rejected what could not be read
 */
public record ImportedSop(Sop sop, TabledSop table, List<Remark> remarks, List<RejectedRow> rejected) {

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
