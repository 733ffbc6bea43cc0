package id.patuh.intake;

import id.patuh.skm.Answers;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.SourceRow;
import java.util.Map;

/** Reads rows of survey responses. An unreadable score is rejected alone: the respondent and the other scores count. */
final class ResponseRows implements Rows {

    private final Reading reading;
    private final ScoreColumns scores;
    private final SurveyFields surveys;
    private SurveyHeader survey;
    private SurveyHeader lastSurvey;
    private SourceRow lastRead;
    private int rows;
    private int means;
    private SourceRow firstOfMeans;

    ResponseRows(Reading reading, ScoreColumns scores) {
        this.reading = reading;
        this.scores = scores;
        this.surveys = new SurveyFields(reading.baseName());
    }

    @Override
    public boolean read(Cells cells) {
        if (scores.areMeans(cells)) {
            firstOfMeans = firstOfMeans == null ? cells.row() : firstOfMeans;
            means++;
            return false;
        }
        SurveyHeader header = surveys.read(cells, scores.unsur());
        survey = survey == null ? header : survey;
        rows++;
        boolean read = read(cells, header, !cells.failed(), scores, reading);
        if (read) {
            lastSurvey = header;
            lastRead = cells.row();
        }
        return read;
    }

    /** Gives on a row that was read elsewhere. */
    void give(PlainResponse response) {
        rows++;
        reading.target.responses.add(response);
    }

    /** The last row that was read here; null before it. */
    SourceRow lastRead() {
        return lastRead;
    }

    /** The survey of the last row that was read here; null before it. */
    SurveyHeader lastSurvey() {
        return lastSurvey;
    }

    @Override
    public void end() {
        rejectMeans();
        Integer stated = survey == null ? null : survey.respondents();
        if (stated != null && stated != rows) {
            reading.note("respondents-differ", Map.of("stated", "" + stated, "count", "" + rows));
        }
    }

    /** Rows of means tell of units, services or months and not of respondents, as the others of their table then may. */
    private void rejectMeans() {
        if (means == 0) {
            return;
        }
        reading.reject(
                firstOfMeans.table().sheet(),
                firstOfMeans.number(),
                null,
                null,
                new Unreadable("rows-of-means", "count", "" + means));
        if (rows > 0) {
            reading.target.responses.lose(new LostResponse(null, null, reading.path, true));
        }
    }

    /** The survey of the first row; null before it, and where rows under the table are not of one survey. */
    SurveyHeader survey() {
        return means > 0 ? null : survey;
    }

    @Override
    public void lose(Integer line, String text) {
        rows++;
        reading.target.responses.lose(new LostResponse(null, null, reading.path, line == null));
    }

    /**
     * Reads a response to a survey.
     *
     * @param usable whether the survey's own fields could be read; else only the faults of the row are wanted
     * @return whether the response could be used
     */
    static boolean read(Cells cells, SurveyHeader header, boolean usable, ScoreColumns scores, Reading reading) {
        Answers[] answers = scores.read(cells);
        if (!usable || cells.failed()) {
            reading.target.responses.lose(new LostResponse(header, cells.row(), reading.path, false));
            return false;
        }
        reading.target.responses.add(new ResponseRecord(
                header, cells.recorded("respondent"), cells.recorded("group"), answers, cells.row()));
        return true;
    }
}
