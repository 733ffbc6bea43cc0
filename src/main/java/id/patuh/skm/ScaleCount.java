package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.SourceRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The answers in a table, counted on one scale. Only answers that lie outside of it are kept one by one, as evidence. */
final class ScaleCount {

    private final Scale scale;
    private final List<UnsurLabel> columns;
    private final List<Column> unsur = new ArrayList<>();
    private int uniform;
    private int varied;

    /** An unsur by its first column. */
    record Column(int first, int[] columns, UnsurCount count, List<Evidence> outOfRange) {}

    ScaleCount(Scale scale, List<UnsurLabel> columns) {
        this.scale = scale;
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            int first = i;
            if (scale.unsur().get(i) == i) {
                int[] own = IntStream.range(0, columns.size())
                        .filter(c -> scale.unsur().get(c) == first)
                        .toArray();
                unsur.add(new Column(i, own, new UnsurCount(scale), new ArrayList<>()));
            }
        }
    }

    /** Whether a figure that is the only answer to its unsur can be counted without its row. */
    boolean takesFigure(int figure) {
        return unsur.stream().allMatch(c -> c.columns.length == 1)
                && (figure == 0 || scale.has(BigDecimal.valueOf(figure)));
    }

    /** Counts respondents whose only answer to the unsur of a column is a figure that is taken. */
    void add(int column, int figure, int times) {
        unsur.stream().filter(c -> c.first == column).forEach(c -> c.count.count(figure, times));
    }

    /** Tells whether a respondent gave the same to all, by figures that are counted elsewhere. */
    void compare(byte[] figures) {
        int met = 0;
        int answered = 0;
        for (Column column : unsur) {
            met |= 1 << figures[column.first];
            answered += figures[column.first] == 0 ? 0 : 1;
        }
        compare(met, answered);
    }

    /**
     * Tells whether a respondent gave the same to all.
     *
     * @param met a bit for each figure among the answers to the unsur of the scale
     * @param answered how many of these were answered
     */
    void compare(int met, int answered) {
        if (answered > 1 && Integer.bitCount(met & ~1) == 1) {
            uniform++;
        } else {
            varied++;
        }
    }

    /** Whether every column is an unsur of the scale. */
    boolean isOfAll() {
        return unsur.size() == columns.size();
    }

    void add(Answers[] answers, SourceRow row) {
        BigDecimal same = null;
        boolean alike = true;
        boolean partial = false;
        int answered = 0;
        for (int i = 0; i < unsur.size(); i++) {
            Column column = unsur.get(i);
            Answers read = Answers.NONE;
            for (int c : column.columns) {
                if (answers[c].unreadable()) {
                    column.count.unreadable++;
                    partial = true;
                } else {
                    read = read.and(answers[c]);
                }
            }
            UnsurCount.Scored scored = column.count.count(read);
            if (scored.anyOutside) {
                keepOutside(column, answers, row);
            }
            if (scored.scores > 0) {
                answered++;
                same = same == null ? scored.alike : same;
                alike &= scored.alike != null && (scored.alike == same || scored.alike.compareTo(same) == 0);
            }
        }
        if (alike && answered > 1 && !partial) {
            uniform++;
        } else if (!alike || !partial) {
            varied++;
        }
    }

    private void keepOutside(Column column, Answers[] answers, SourceRow row) {
        for (int c : column.columns) {
            List<BigDecimal> given = answers[c].unreadable() ? List.of() : answers[c].given();
            for (int i = 0; i < given.size(); i++) {
                if (!scale.has(given.get(i))) {
                    column.outOfRange.add(cell(row, columns.get(c).key(), i));
                }
            }
        }
    }

    /** The cell of an answer; blank questions were left out of the list, so the i-th cell that is filled. */
    private static Evidence cell(SourceRow row, String key, int index) {
        int filled = -1;
        for (int question = 1; row.table().has(key + "#" + question); question++) {
            String value = row.value(key + "#" + question);
            if (value != null && !value.isBlank() && ++filled == index) {
                return row.cell(key + "#" + question);
            }
        }
        return row.cell(key);
    }

    /** What was counted of each unsur that the scale knows. */
    List<Column> unsur() {
        return unsur;
    }

    /** Respondents who gave one and the same score to every unsur they answered, at least two. */
    int uniform() {
        return uniform;
    }

    /** Respondents of whom it is known that they did not. */
    int varied() {
        return varied;
    }
}
