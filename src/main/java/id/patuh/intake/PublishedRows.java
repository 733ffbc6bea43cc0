package id.patuh.intake;

import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import id.patuh.violation.SourceRow;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of published results, one an unsur and one for the unit (element IKM), put together by survey. */
final class PublishedRows implements Consumer<SourceRow> {

    private final FileFacts facts;
    private final SurveyCells surveys = new SurveyCells();
    private final Map<List<String>, Draft> drafts = new LinkedHashMap<>();

    private static final class Draft {
        private SurveyHeader survey;
        private SourceRow row;
        private BigDecimal ikm;
        private BigDecimal weight;
        private String grade;
        private final List<PublishedResult.Element> elements = new ArrayList<>();
    }

    PublishedRows(FileFacts facts) {
        this.facts = facts;
    }

    @Override
    public void accept(SourceRow row) {
        Cells cells = new Cells(row, facts);
        SurveyHeader survey = surveys.header(cells, SurveyCells.baseName(facts.path), List.of());
        String element = cells.required("element");
        BigDecimal mean = cells.decimal("mean");
        if (cells.text("mean") == null) {
            cells.required("mean");
        }
        BigDecimal weighted = cells.decimal("weighted");
        BigDecimal weight = cells.decimal("weight");
        String grade = Grades.read(cells, "grade");
        if (!cells.rejected()) {
            List<String> key = java.util.Arrays.asList(
                    survey.id(), Wording.normalise(survey.unit()), Wording.normalise(survey.service()));
            Draft draft = drafts.computeIfAbsent(key, k -> new Draft());
            if (draft.survey == null) {
                draft.survey = survey;
                draft.row = row;
            }
            draft.weight = weight != null ? weight : draft.weight;
            if (isUnitFigure(element)) {
                draft.ikm = mean;
                draft.grade = grade;
                draft.row = row;
            } else {
                draft.elements.add(new PublishedResult.Element(label(element), mean, weighted, grade, row));
            }
        }
        facts.row(InputFile.Kind.PUBLISHED_RESULT, cells.rejected());
    }

    private static boolean isUnitFigure(String element) {
        String key = Wording.key(element);
        return key.equals("ikm") || key.equals("nilaiikm") || key.equals("skm") || key.equals("nilaiskm");
    }

    private UnsurLabel label(String element) {
        return facts.all.regulations.label(element).orElseGet(() -> new UnsurLabel(null, element));
    }

    /** Hands on what was put together, in the order of first rows. */
    void finish() {
        drafts.values()
                .forEach(d -> facts.all.published.add(
                        new PublishedResult(d.survey, d.weight, d.ikm, d.grade, List.of(), d.elements, d.row)));
    }
}
