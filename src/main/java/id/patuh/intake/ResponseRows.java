package id.patuh.intake;

import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads rows of survey responses. */
final class ResponseRows implements TableReader.Rows {

    private final Reading reading;
    private final ScoreColumns scores;
    private final SurveyFields surveys;

    ResponseRows(Reading reading, ScoreColumns scores) {
        this.reading = reading;
        this.scores = scores;
        this.surveys = new SurveyFields(reading.baseName());
    }

    @Override
    public boolean read(Cells cells) {
        SurveyHeader header = surveys.read(cells, scores.unsur());
        return read(cells, header, scores, reading);
    }

    /**
     * Reads a response to a survey.
     *
     * @param header the survey; null when it could not be read, so that only the faults of the row are wanted
     * @return whether the response could be used
     */
    static boolean read(Cells cells, SurveyHeader header, ScoreColumns scores, Reading reading) {
        Map<String, List<BigDecimal>> answers = scores.read(cells);
        if (header == null || cells.failed()) {
            return false;
        }
        return reading.target.responses.add(new ResponseRecord(
                header, cells.recorded("respondent"), cells.recorded("group"), answers, cells.row()));
    }
}
