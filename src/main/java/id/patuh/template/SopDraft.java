package id.patuh.template;

import id.patuh.intake.ImportedSop;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.TabledSop;
import id.patuh.report.Language;
import id.patuh.report.Words;
import id.patuh.ruleset.SopRemarks;
import id.patuh.ruleset.SopYamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The file of an SOP that was read from a document or a workbook.
 *
 * @param yaml the file, with comments on what is missing or inferred; empty where no table was found
 * @param rejected what could not be read
 * @param outdated extras of a workbook that its table contradicts: the table holds
 */
public record SopDraft(String yaml, List<RejectedRow> rejected, List<TabledSop.Extra> outdated) {

    public SopDraft {
        rejected = List.copyOf(rejected);
        outdated = List.copyOf(outdated);
    }

    /**
     * Drafts the file.
     *
     * @param language of the comments
     */
    public static SopDraft of(ImportedSop imported, Language language) {
        List<RejectedRow> rejected = new ArrayList<>(imported.rejected());
        List<TabledSop.Extra> outdated = new ArrayList<>();
        SopRemarks remarks = remarks(imported, language);
        Map<String, Object> definition;
        if (imported.table() != null) {
            definition = SopExtras.apply(
                    imported.table().definition(),
                    imported.table().extras(),
                    outdated,
                    (extra, error) -> rejected.add(extra.unreadable(error)),
                    language);
        } else if (imported.sop() != null) {
            definition = SopYamlWriter.definition(imported.sop());
        } else {
            return new SopDraft("", rejected, outdated);
        }
        if (imported.table() == null || imported.table().extras().isEmpty()) {
            new SopGaps(definition, remarks, language).fillAndRemark();
        }
        return new SopDraft(SopYamlWriter.write(definition, remarks), rejected, outdated);
    }

    private static SopRemarks remarks(ImportedSop imported, Language language) {
        SopRemarks remarks = new SopRemarks();
        for (ImportedSop.Remark remark : imported.remarks()) {
            String text = Words.note(remark.note(), language);
            if (remark.step() == null) {
                remarks.ofSop(text);
            } else {
                remarks.ofStep(remark.step(), text);
            }
        }
        return remarks;
    }
}
