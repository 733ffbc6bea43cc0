package id.patuh.intake;

import id.patuh.skm.Answers;
import id.patuh.skm.UnsurLabel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The columns, or keys, of a table of responses that hold scores. */
final class ScoreColumns {

    /** A power of two. */
    private static final int LATEST = 64;

    private static final Cell BLANK = new Cell(null);
    private static final Cell UNREADABLE = new Cell("x");
    private static final int FEWEST_MEANS = 2;
    /** How many questions of one unsur may be averaged in its cell. */
    private static final List<Integer> MOST_QUESTIONS = List.of(1, 2, 3, 4);

    private static final double ROUNDING = 0.0051;

    private final Map<UnsurLabel, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<UnsurLabel> unsur;
    /** By unsur, those of its questions. */
    private final Column[][] columns;

    private Cells looked;

    /**
     * @param candidates headers, in the table's order; those that mean no unsur are passed over
     * @param duplicate told a header that means the same as an earlier one, and that one
     */
    ScoreColumns(List<String> candidates, Labels labels, BiConsumer<String, String> duplicate) {
        for (String header : candidates) {
            labels.scored(header).ifPresent(label -> add(header, label, labels, duplicate));
        }
        for (Map.Entry<UnsurLabel, List<String>> unsur : headers.entrySet()) {
            String key = unsur.getKey().key();
            List<String> own = unsur.getValue();
            for (int i = 0; i < own.size(); i++) {
                fields.put(own.get(i), own.size() == 1 ? key : key + "#" + (i + 1));
            }
        }
        unsur = List.copyOf(headers.keySet());
        columns = headers.values().stream()
                .map(own -> own.stream().map(fields::get).map(Column::new).toArray(Column[]::new))
                .toArray(Column[][]::new);
    }

    private void add(String header, UnsurLabel label, Labels labels, BiConsumer<String, String> duplicate) {
        Optional<UnsurLabel> earlier =
                headers.keySet().stream().filter(k -> labels.same(k, label)).findFirst();
        if (earlier.isEmpty()) {
            headers.put(label, new ArrayList<>(List.of(header)));
            return;
        }
        List<String> own = headers.get(earlier.get());
        boolean questionsBefore = labels.isQuestion(own.get(0));
        boolean question = labels.isQuestion(header);
        if (question && questionsBefore && !own.contains(header)) {
            own.add(header);
        } else if (questionsBefore && !question) {
            // A column for the whole unsur already sums up its questions.
            own.clear();
            own.add(header);
        } else if (!question || questionsBefore) {
            duplicate.accept(header, own.get(0));
        }
    }

    /** The unsur scored. */
    List<UnsurLabel> unsur() {
        return unsur;
    }

    boolean isEmpty() {
        return headers.isEmpty();
    }

    /** The field by which the cells of a header are found; null when it holds no score that is read. */
    String field(String header) {
        return fields.get(header);
    }

    /** The answers of a row, by unsur. */
    Answers[] read(Cells cells) {
        look(cells);
        Answers[] answers = new Answers[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Cell cell = columns[i].length == 1 && cells.isPlain() ? columns[i][0].cell : UNREADABLE;
            answers[i] = cell.answers == null ? readAll(cells, columns[i]) : cell.answers;
        }
        return answers;
    }

    /** Takes the cells of a row up, unless these are they. */
    private void look(Cells cells) {
        if (cells == looked) {
            return;
        }
        looked = cells;
        for (Column[] own : columns) {
            for (Column column : own) {
                column.look(cells);
            }
        }
    }

    /** Reads the cells, of which the unreadable ones are rejected. */
    private Answers readAll(Cells cells, Column... own) {
        List<BigDecimal> given = new ArrayList<>(own.length);
        boolean[] unreadable = new boolean[1];
        for (Column column : own) {
            BigDecimal score = cells.readAlone(column.place.field, Numbers::decimal, () -> unreadable[0] = true);
            if (score != null) {
                given.add(score);
            }
        }
        return given.isEmpty() && !unreadable[0] ? Answers.NONE : new Answers(given, unreadable[0]);
    }

    /** Whether the row gives means: scores that no one gives, nor a few questions of one unsur come to. */
    boolean areMeans(Cells cells) {
        look(cells);
        int given = 0;
        int means = 0;
        for (Column[] own : columns) {
            for (Column column : own) {
                given += column.cell.given ? 1 : 0;
                means += column.cell.mean ? 1 : 0;
            }
        }
        return means >= FEWEST_MEANS && means * 2 >= given;
    }

    /** What a text means as a score, read once. */
    private static final class Cell {

        /** Null where it cannot be read. */
        private final Answers answers;

        private final boolean given;
        private final boolean mean;

        Cell(String text) {
            BigDecimal score = null;
            boolean readable = true;
            try {
                score = Words.notRecorded(text) ? null : Numbers.decimal(text.strip());
            } catch (Unreadable e) {
                readable = false;
            }
            this.given = text != null && !text.isEmpty();
            this.mean = score != null && text.length() > 1 && isMean(score.doubleValue());
            this.answers = !readable ? null : score == null ? Answers.NONE : new Answers(List.of(score), false);
        }
    }

    /** A column, with the texts met in it lately: mostly the same few. */
    private static final class Column {

        private final FieldPlace place;
        private final String[] texts = new String[LATEST];
        private final Cell[] meant = new Cell[LATEST];
        private Cell cell;

        Column(String field) {
            this.place = new FieldPlace(field);
        }

        void look(Cells cells) {
            String text = cells.value(place);
            if (text == null) {
                cell = BLANK;
                return;
            }
            int slot = text.hashCode() & LATEST - 1;
            if (!text.equals(texts[slot])) {
                texts[slot] = text;
                meant[slot] = new Cell(text);
            }
            cell = meant[slot];
        }
    }

    private static boolean isMean(double score) {
        return MOST_QUESTIONS.stream().allMatch(n -> Math.abs(score * n - Math.rint(score * n)) > ROUNDING * n);
    }
}
