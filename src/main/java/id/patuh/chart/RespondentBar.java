package id.patuh.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many answered, against the numbers that are required.
 *
 * @param title what it is of
 * @param respondents how many answered; null when not known
 * @param required what is required; none where nothing is
 */
public record RespondentBar(String title, Long respondents, List<Required> required) implements Chart {

    private static final double BAR = 24;
    private static final double TOP = 30;

    /**
     * A number that is required.
     *
     * @param label by what, in words
     * @param number least number of respondents
     */
    public record Required(String label, long number) {}

    public RespondentBar {
        required = List.copyOf(required);
    }

    @Override
    public Picture draw(Frame frame) {
        ChartWords words = frame.words();
        Canvas canvas = new Canvas(frame, "respondents");
        double width = frame.width();
        Scale scale = scale(width);
        canvas.text(scale.from(), 14, words.text("respondents") + ": " + words.known(respondents));
        if (respondents == null) {
            canvas.unknown(scale.from(), TOP, scale.until() - scale.from(), BAR);
        } else {
            canvas.area(scale.from(), TOP, scale.at(respondents) - scale.from(), BAR, tone());
            canvas.outline(scale.from(), TOP, scale.at(respondents) - scale.from(), BAR, null);
        }
        canvas.line(scale.from(), TOP - 4, scale.from(), TOP + BAR + 4, null);
        double y = TOP + BAR + 32;
        for (int i = 0; i < required.size(); i++) {
            double x = scale.at(required.get(i).number());
            canvas.line(x, TOP - 6, x, TOP + BAR + 6, null);
            canvas.mark(sign(i), x, TOP + BAR + 9, null);
            canvas.mark(sign(i), scale.from() + 5, y - 4, null);
            y += canvas.wrapped(scale.from() + 18, y, width - 24, said(words, required.get(i))) + 3;
        }
        return canvas.picture(width, y - 8, title, description(words), table(words));
    }

    private Scale scale(double width) {
        long most = required.stream().mapToLong(Required::number).max().orElse(1);
        return new Scale(0, Math.max(1, Math.max(most, respondents == null ? 0 : respondents)), 1, width - 8);
    }

    /** Requirements stand below their bar. */
    private static Mark sign(int number) {
        Mark[] signs = {Mark.UP, Mark.DIAMOND, Mark.SQUARE, Mark.CIRCLE};
        return signs[number % signs.length];
    }

    private Tone tone() {
        return required.stream().allMatch(each -> respondents >= each.number()) ? Tone.GOOD : Tone.BAD;
    }

    private String said(ChartWords words, Required each) {
        return each.label() + ": " + each.number() + " - " + standing(words, each);
    }

    private String standing(ChartWords words, Required each) {
        if (respondents == null) {
            return words.text("respondents.unknown");
        }
        long lacking = each.number() - respondents;
        return lacking > 0
                ? words.text("respondents.lacking", Map.of("count", lacking))
                : words.text("respondents.enough");
    }

    private String description(ChartWords words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.text("respondents") + ": " + words.known(respondents) + ".");
        required.forEach(each -> parts.add(said(words, each) + "."));
        return String.join(" ", parts);
    }

    private DataTable table(ChartWords words) {
        return new DataTable(
                List.of(words.text("respondents.required"), words.text("respondents.least"), words.text("standing")),
                required.stream()
                        .map(each -> List.of(each.label(), Long.toString(each.number()), standing(words, each)))
                        .toList());
    }
}
