package id.patuh.template;

import id.patuh.intake.ImportedSop;
import id.patuh.intake.RejectedRow;
import id.patuh.report.Language;
import id.patuh.report.Words;
import id.patuh.ruleset.SopRemarks;
import id.patuh.ruleset.SopYamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file of an SOP that was read from a document or a workbook.
 *
 * @param yaml the file, with comments on what is missing or inferred; empty where no table was found
 * @param rejected what could not be read
 * @param outdated extras of a workbook that its table contradicts: the table holds
 */
public record SopDraft(String yaml, List<RejectedRow> rejected, List<ImportedSop.Extra> outdated) {

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
        if (imported.definition().isEmpty()) {
            return new SopDraft("", imported.rejected(), List.of());
        }
        List<RejectedRow> rejected = new ArrayList<>(imported.rejected());
        List<ImportedSop.Extra> outdated = new ArrayList<>();
        Map<String, Object> definition = SopExtras.apply(
                imported.definition(),
                imported.extras(),
                outdated,
                (extra, error) -> rejected.add(extra.unreadable(error)),
                language);
        Set<String> said = imported.extras().stream()
                .filter(extra -> !outdated.contains(extra))
                .map(extra -> extra.step() + "/" + extra.key())
                .collect(Collectors.toSet());
        SopRemarks remarks = new SopRemarks();
        for (ImportedSop.Remark remark : imported.remarks()) {
            // What the workbook says outright was not inferred.
            if (!said.contains(remark.step() + "/" + remark.key())) {
                remarks.add(remark.step(), remark.key(), Words.note(remark.note(), language));
            }
        }
        if (imported.extras().isEmpty()) {
            new SopGaps(definition, remarks, language).fillAndRemark();
        }
        return new SopDraft(SopYamlWriter.write(definition, remarks), rejected, outdated);
    }
}
