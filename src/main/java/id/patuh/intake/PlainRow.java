package id.patuh.intake;

import id.patuh.skm.Answers;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.ResponseRecord;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.stream.IntStream;

/** A row of responses that is like another one but for respondent, group and scores. */
final class PlainRow implements PlainResponse {

    private static final String[] FIGURES = IntStream.rangeClosed(0, Answers.HIGHEST_FIGURE)
            .mapToObj(figure -> figure == 0 ? null : "" + figure)
            .toArray(String[]::new);

    final byte[] figures;
    private final int[] scores;
    private final int respondentAt;
    private final int groupAt;

    SurveyHeader survey;
    /** The row that this one is like. */
    SourceRow model;

    int line;
    int met;
    int answered;
    int number;
    /** What tells the respondent where no number does; else null. */
    String name;
    /** Null where the cell is empty. */
    KnownCells.Cell group;

    /**
     * @param scores where the scores of the unsur stand among the values of a row
     * @param table of which all such rows are
     */
    PlainRow(int[] scores, SourceTable table) {
        this.scores = scores;
        this.figures = new byte[scores.length];
        this.respondentAt = table.column("respondent");
        this.groupAt = table.column("group");
    }

    @Override
    public SurveyHeader survey() {
        return survey;
    }

    @Override
    public SourceTable table() {
        return model.table();
    }

    @Override
    public int row() {
        return line;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String group() {
        return group == null ? null : group.recorded();
    }

    @Override
    public byte[] figures() {
        return figures;
    }

    @Override
    public int met() {
        return met;
    }

    @Override
    public ResponseRecord record() {
        Answers[] answers = new Answers[figures.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = Answers.of(figures[i]);
        }
        return new ResponseRecord(survey, respondent(), group(), answers, new SourceRow(table(), line, values()));
    }

    /** What the row says, by field. */
    String[] values() {
        String[] values = model.cells().clone();
        for (int i = 0; i < scores.length; i++) {
            values[scores[i]] = FIGURES[figures[i]];
        }
        if (respondentAt >= 0) {
            values[respondentAt] = respondent();
        }
        if (groupAt >= 0) {
            values[groupAt] = group == null ? null : group.text();
        }
        return values;
    }

    private String respondent() {
        return number > 0 ? "" + number : name;
    }
}
