package id.patuh.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How respondents answered, unsur by unsur: all answers to each make a bar of the same length.
 *
 * @param title what they are of
 * @param scores the answers that the regulation allows, from the worst to the best
 * @param unsur in the order in which they are to be shown
 */
public record AnswerBars(String title, List<String> scores, List<Answers> unsur) implements Chart {

    private static final double BAR = 20;
    private static final double BETWEEN = 16;
    private static final double GAP = 1.5;
    private static final double ROOM_FOR_SHARE = 40;
    private static final int PERCENT = 100;

    /**
     * The answers to an unsur.
     *
     * @param code number in the regulation's order
     * @param name its name
     * @param counts how often each score was given, in the order of the scores
     * @param unanswered how many gave none
     */
    public record Answers(String code, String name, List<Long> counts, long unanswered) {

        public Answers {
            counts = List.copyOf(counts);
        }

        long all() {
            return unanswered + counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    public AnswerBars {
        scores = List.copyOf(scores);
        unsur = List.copyOf(unsur);
        for (Answers answers : unsur) {
            if (answers.counts().size() != scores.size()) {
                throw new IllegalArgumentException(answers + " of " + scores);
            }
        }
    }

    @Override
    public Picture draw(Frame frame) {
        ChartWords words = frame.words();
        Canvas canvas = new Canvas(frame, "answers");
        double y = legend(canvas, words, frame.width());
        for (Answers answers : unsur) {
            String label = answers.code() + " " + answers.name();
            y += canvas.wrapped(0, y, frame.width(), label, 3, null) - 11;
            bar(canvas, words, answers, frame.width(), y);
            y += BAR + BETWEEN + 4;
        }
        if (unsur.isEmpty()) {
            canvas.text(0, y, words.text("nothing"));
            y += Canvas.LINE;
        }
        String description =
                words.text("answers.description", Map.of("count", unsur.size(), "scores", String.join(", ", scores)));
        return canvas.picture(frame.width(), y - 8, title, description, table(words));
    }

    private double legend(Canvas canvas, ChartWords words, double width) {
        double x = 0;
        double y = 14;
        boolean unanswered = unsur.stream().anyMatch(answers -> answers.unanswered() > 0);
        for (int i = 0; i < scores.size() + (unanswered ? 1 : 0); i++) {
            boolean none = i == scores.size();
            String whole = none
                    ? words.text("answers.unanswered")
                    : words.text("answers.score", Map.of("score", scores.get(i)));
            String label = TextFit.cut(whole, Canvas.TEXT, width - 22);
            double room = 22 + TextFit.width(label, Canvas.TEXT) + 12;
            if (x > 0 && x + room > width) {
                x = 0;
                y += Canvas.LINE + 3;
            }
            if (none) {
                canvas.unknown(x + 0.5, y - 12, 15, 15);
            } else {
                canvas.area(x, y - 12, 16, 15, tone(i));
            }
            canvas.text(x + 22, y, label);
            x += room;
        }
        return y + Canvas.LINE + 10;
    }

    private Tone tone(int score) {
        return Tone.ofRank(score, scores.size());
    }

    private void bar(Canvas canvas, ChartWords words, Answers answers, double width, double y) {
        if (answers.all() == 0) {
            canvas.outline(0.5, y, width - 1, BAR, "3 2");
            canvas.text(width / 2, y + 15, words.text("answers.none"), "middle");
            return;
        }
        double x = 0;
        for (int i = 0; i <= scores.size(); i++) {
            boolean none = i == scores.size();
            long count = none ? answers.unanswered() : answers.counts().get(i);
            double length = width * count / answers.all();
            double shown = Math.max(0, length - GAP);
            if (count > 0 && none) {
                canvas.unknown(x, y, shown, BAR);
            } else if (count > 0) {
                canvas.area(x, y, Math.max(shown, 0.5), BAR, tone(i));
                inside(canvas, words, i, count, answers.all(), x, y, shown);
            }
            x += length;
        }
    }

    private void inside(
            Canvas canvas, ChartWords words, int score, long count, long all, double x, double y, double room) {
        String number = scores.get(score);
        String share = number + ": " + words.number(share(count, all).setScale(0, RoundingMode.HALF_UP)) + "%";
        if (room >= Math.max(ROOM_FOR_SHARE, TextFit.width(share, Canvas.TEXT) + 8)) {
            canvas.on(x + room / 2, y + 15, share);
        } else if (room >= TextFit.width(number, Canvas.TEXT) + 6) {
            canvas.on(x + room / 2, y + 15, number);
        }
    }

    private static BigDecimal share(long count, long all) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(PERCENT))
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }

    private DataTable table(ChartWords words) {
        List<String> headings = new ArrayList<>();
        headings.add(words.text("unsur"));
        scores.forEach(score -> headings.add(words.text("answers.score", Map.of("score", score))));
        headings.add(words.text("answers.unanswered"));
        headings.add(words.text("all"));
        return new DataTable(
                headings, unsur.stream().map(answers -> row(words, answers)).toList());
    }

    private static List<String> row(ChartWords words, Answers answers) {
        List<String> row = new ArrayList<>();
        row.add(answers.code() + " " + answers.name());
        Stream.concat(answers.counts().stream(), Stream.of(answers.unanswered()))
                .map(count ->
                        count + (answers.all() == 0 ? "" : " (" + words.number(share(count, answers.all())) + "%)"))
                .forEach(row::add);
        row.add(Long.toString(answers.all()));
        return row;
    }
}
