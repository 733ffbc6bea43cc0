package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.intake.TotalsLabel.Total;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows under the unsur of a published table. Those of figures have their words in whichever column, or figure and words
 * in one cell; legends, signatures and figures that are not read are counted.
 */
final class PublishedFooter {

    private static final Set<String> FIGURES = Set.of("mean", "weighted", "converted", "grade");
    /** What stands left of the unsur, where also words of figures may stand. */
    private static final Set<String> LEFT = Set.of("code", "position");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?%?");
    private static final Pattern CODE = Pattern.compile("(?i)u?\\d{1,2}[.)]?");
    private static final Pattern EXPLAINED = Pattern.compile("(?s)\\s*(?:[-\u2013\u2022*(].*|.*[:=].*)");
    private static final Pattern REMARK = Pattern.compile("(?i)(?:keterangan|catatan|sumber|mengetahui)\\b.*");
    private static final Pattern BRACKETS = Pattern.compile("[^(]*[(]([^)]*)[)]\\s*");
    private static final int LONGEST_GRADE = 15;

    private final Labels labels;
    private final List<String> headers;
    private final List<String> fields;
    private int remarks;
    private int first;

    /** @param fields by column, what it holds; null where that is not known */
    PublishedFooter(Labels labels, List<String> headers, List<String> fields) {
        this.labels = labels;
        this.headers = headers;
        this.fields = fields;
    }

    /** The row as one of the table's; null when it is none. */
    TableRow read(TableRow row, int number) {
        List<String> cells = texts(row);
        int element = fields.indexOf("element");
        String name = cells.get(element);
        if (name.equals(headers.get(element).strip())) {
            // The header, repeated on another page.
            return null;
        }
        int at = 0;
        while (at < cells.size() && cells.get(at).isEmpty()) {
            at++;
        }
        if (at == cells.size() || isUnsur(name, cells)) {
            return row;
        }
        boolean beside = at < element && (Words.notRecorded(name) || name.matches("[:=].*") || isNumber(name));
        at = beside ? at : name.isEmpty() ? at : element;
        String label = cells.get(at);
        String field = field(at);
        boolean alone = cells.stream().filter(c -> !c.isEmpty()).count() == 1;
        if (CODE.matcher(label).matches() || field != null && at != element && !LEFT.contains(field) && !alone) {
            return row;
        }
        Total total = total(label);
        if (total != null) {
            return figure(row, cells, at, total, number);
        }
        boolean counted = at == element && hasNumber(cells);
        boolean remark = at != element && !hasNumber(cells)
                || EXPLAINED.matcher(label).matches()
                || REMARK.matcher(label).matches();
        return remark && !counted ? remark(number) : row;
    }

    /**
     * What the words say that their row holds. "Rata-rata (IKM)" is the index, whatever it was made from.
     *
     * @return null when they say nothing of the kind
     */
    static Total total(String label) {
        Total total = TotalsLabel.of(label, true);
        Matcher brackets = BRACKETS.matcher(label);
        boolean index = (total == Total.MEAN || total == Total.SUM || total == Total.WEIGHTED_SUM)
                && brackets.matches()
                && TotalsLabel.of(brackets.group(1), true) == Total.INDEX;
        return index ? Total.INDEX : total;
    }

    /** How many rows were not read. */
    int remarks() {
        return remarks;
    }

    /** The number of the first of these. */
    int first() {
        return first;
    }

    private TableRow remark(int number) {
        first = remarks++ == 0 ? number : first;
        return null;
    }

    /** A row of which the words tell what its figure is. */
    private TableRow figure(TableRow row, List<String> cells, int at, Total total, int number) {
        int element = fields.indexOf("element");
        boolean ofUnit = total == Total.INDEX || total == Total.CONVERTED;
        if (hasFigure(cells) && !(ofUnit && !hasNumber(cells))) {
            return at == element ? row : with(cells, number, "element", cells.get(at));
        }
        String said = value(cells, at);
        if (ofUnit) {
            BigDecimal index = ScoreTotals.index(said);
            for (int i = at + 1; i < cells.size() && index == null; i++) {
                index = isNumber(cells.get(i)) ? ScoreTotals.index(cells.get(i)) : null;
            }
            if (index == null && hasFigure(cells)) {
                return at == element ? row : with(cells, number, "element", cells.get(at));
            }
            if (index == null) {
                return remark(number);
            }
            List<String> read = with(cells, number, "element", cells.get(at)).cells();
            String grade = ScoreTotals.gradeAfter(said);
            read = grade == null ? read : with(read, number, "grade", grade).cells();
            return with(read, number, "mean", index.toPlainString());
        }
        if (total == Total.GRADE && !said.isEmpty() && said.length() <= LONGEST_GRADE) {
            List<String> read = with(cells, number, "element", cells.get(at)).cells();
            return with(read, number, fields.contains("grade") ? "grade" : "mean", said);
        }
        return remark(number);
    }

    /** What stands beside the words, or in one cell with them. */
    private static String value(List<String> cells, int at) {
        String inline = cells.get(at).replaceFirst("(?s)^[^:=]*(?:[:=]|$)", "").strip();
        String beside = cells.stream()
                .skip(at + 1L)
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
        return (inline.isEmpty() ? beside : inline).replaceFirst("^[:=]\\s*", "");
    }

    private Line with(List<String> cells, int number, String field, String text) {
        List<String> read = new ArrayList<>(cells);
        if (fields.contains(field)) {
            read.set(fields.indexOf(field), text);
        }
        return new Line(read, number);
    }

    private List<String> texts(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(row.size(), fields.size()); i++) {
            String cell = row.cell(row.origin(i));
            cells.add(cell == null ? "" : cell.strip());
        }
        return cells;
    }

    private boolean isUnsur(String name, List<String> cells) {
        int code = fields.indexOf("code");
        boolean coded = code >= 0 && CODE.matcher(cells.get(code)).matches();
        return coded || labels.scored(name).isPresent();
    }

    private boolean hasFigure(List<String> cells) {
        return FIGURES.stream().anyMatch(f -> fields.contains(f) && !Words.notRecorded(cells.get(fields.indexOf(f))));
    }

    private boolean hasNumber(List<String> cells) {
        return FIGURES.stream().anyMatch(f -> fields.contains(f) && isNumber(cells.get(fields.indexOf(f))));
    }

    private String field(int column) {
        return column < fields.size() ? fields.get(column) : null;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
