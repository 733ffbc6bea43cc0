package id.patuh.edit;

import id.patuh.intake.SheetFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the cells of a column mean. Whatever else stands in one is left for the reader of rule sets to refuse. */
public enum CellType {
    /** Any text. */
    TEXT,
    /** A number, with a decimal comma or point. */
    NUMBER,
    /** A day. */
    DATE,
    /** {@code ya} or {@code tidak}. */
    YES_NO,
    /** One of some words. */
    CHOICE,
    /** Texts with semicolons between; those that hold one stand in quotation marks. */
    LIST,
    /** Whole numbers with semicolons between; a hyphen for none of them, where a blank cell leaves it open. */
    NUMBERS;

    private static final String NONE = "-";
    private static final Pattern NUMERIC = Pattern.compile("-?\\d{1,18}(?:[.,]\\d{1,18})?");
    /** A thousand to one, and one point nothing to another. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private static final Pattern QUOTED_ITEM = Pattern.compile(".*[;\"].*|-|\\s.*|.*\\s", Pattern.DOTALL);
    private static final Map<String, Boolean> TRUTHS =
            Map.of("ya", true, "yes", true, "true", true, "tidak", false, "no", false, "false", false);

    /** The cell of what stands in a file: a text, a list of texts, or null. */
    String show(Object value, Texts texts) {
        if (value instanceof List<?> items) {
            return items.isEmpty() && this == NUMBERS ? NONE : join(items);
        }
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return switch (this) {
            case YES_NO -> TRUTHS.containsKey(text) ? texts.yesNo(TRUTHS.get(text)) : text;
            case CHOICE -> texts.choice(text);
            case NUMBERS, LIST -> join(List.of(text));
            default -> text;
        };
    }

    /** What a cell means: a text, number, day, truth value or list; null where it is blank, and its text where it means nothing of this type. */
    public Object read(String cell) {
        String text = cell.replace("\r\n", "\n").replace('\u00a0', ' ').strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (this) {
            case TEXT -> text;
            case NUMBER -> number(text);
            case DATE -> SheetFile.day(text).<Object>map(day -> day).orElse(text);
            case YES_NO -> {
                Boolean truth = TRUTHS.get(text.toLowerCase(Locale.ROOT));
                yield truth == null ? text : truth;
            }
            case CHOICE -> Texts.word(text);
            case LIST -> items(text);
            case NUMBERS ->
                text.equals(NONE)
                        ? List.of()
                        : items(text).stream().map(CellType::number).toList();
        };
    }

    /** Whether a text may be read as two numbers. */
    boolean isAmbiguous(String cell) {
        return this == NUMBER && AMBIGUOUS.matcher(cell.strip()).matches();
    }

    private static Object number(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static String join(List<?> items) {
        List<String> cells = new ArrayList<>();
        for (Object item : items) {
            String text = String.valueOf(item);
            cells.add(QUOTED_ITEM.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return String.join("; ", cells);
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ';';
            if (c == ';' && (!quoted || i == text.length())) {
                add(items, item.toString().strip());
                item.setLength(0);
            } else {
                quoted ^= c == '"';
                item.append(c);
            }
        }
        return items;
    }

    private static void add(List<String> items, String item) {
        boolean quoted = item.length() > 1 && item.startsWith("\"") && item.endsWith("\"");
        if (!item.isEmpty()) {
            items.add(quoted ? item.substring(1, item.length() - 1).replace("\"\"", "\"") : item);
        }
    }
}
