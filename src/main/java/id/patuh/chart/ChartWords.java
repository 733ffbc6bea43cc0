package id.patuh.chart;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts and numbers of pictures in one language. */
public final class ChartWords {

    /** Name of the bundle of texts. */
    public static final String BUNDLE = "id.patuh.chart.texts";

    /** As everywhere in the program. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ResourceBundle texts;
    private final char decimalSeparator;
    private final String[] months;

    /**
     * @param texts the {@link #BUNDLE} in the language
     * @param locale whose decimal separator numbers have
     */
    public ChartWords(ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.decimalSeparator = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        this.months = texts.getString("months").split(" ");
    }

    String text(String key) {
        return texts.getString(key);
    }

    /** A text with its {@code {names}} filled in; what is filled in is not looked into. */
    String text(String key, Map<String, ?> values) {
        String template = text(key);
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            filled.append(template, at, open).append(values.get(template.substring(open + 1, close)));
            at = close + 1;
        }
        return filled.append(template, at, template.length()).toString();
    }

    /** A number with the decimals that it has; a dash for null. */
    String number(BigDecimal number) {
        return number == null ? text("none") : number.toPlainString().replace('.', decimalSeparator);
    }

    /** A number, or that it is not known. */
    String known(Number number) {
        return number == null ? text("unknown") : number(new BigDecimal(number.toString()));
    }

    /** To the minute. */
    String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** A day of a month, and the year where it is asked for. */
    String day(LocalDateTime at, boolean withYear) {
        String day = at.getDayOfMonth() + " " + months[at.getMonthValue() - 1];
        return withYear ? day + " " + at.getYear() : day;
    }
}
