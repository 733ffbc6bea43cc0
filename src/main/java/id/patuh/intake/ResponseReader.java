package id.patuh.intake;

import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import id.patuh.violation.SourceRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of survey responses to records. */
final class ResponseReader implements Consumer<SourceRow> {

    private final FileFacts facts;
    private final Map<UnsurLabel, List<String>> questions;
    private final List<UnsurLabel> unsur;
    private final SurveyCells surveys = new SurveyCells();

    private final SurveyHeader given;

    /** @param questions by unsur: the fields that hold the answers */
    ResponseReader(FileFacts facts, Map<UnsurLabel, List<String>> questions) {
        this(facts, questions, null);
    }

    /** @param given the survey of all rows; null where each row names its own */
    ResponseReader(FileFacts facts, Map<UnsurLabel, List<String>> questions, SurveyHeader given) {
        this.facts = facts;
        this.given = given;
        this.questions = questions;
        this.unsur = List.copyOf(questions.keySet());
    }

    @Override
    public void accept(SourceRow row) {
        Cells cells = new Cells(row, facts);
        SurveyHeader survey = given != null ? given : surveys.header(cells, SurveyCells.baseName(facts.path), unsur);
        Map<String, List<BigDecimal>> scores = new HashMap<>();
        questions.forEach((label, fields) -> {
            List<BigDecimal> answers = new ArrayList<>(fields.size());
            for (String field : fields) {
                BigDecimal answer = cells.decimal(field);
                if (answer != null) {
                    answers.add(answer);
                }
            }
            if (!answers.isEmpty()) {
                scores.put(label.key(), List.copyOf(answers));
            }
        });
        if (!cells.rejected()) {
            facts.all.responses.add(
                    new ResponseRecord(survey, cells.text("respondent"), cells.somebody("group"), scores, row));
        }
        facts.row(InputFile.Kind.SURVEY, cells.rejected());
    }
}
