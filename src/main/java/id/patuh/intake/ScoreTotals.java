package id.patuh.intake;

import id.patuh.intake.InputFile.Kind;
import id.patuh.intake.TotalsLabel.Total;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.PublishedResult.Element;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows under the official matrix of respondents and unsur: sums, means (NRR), weighted means, the index (IKM) and its
 * grade. They are a published result, to be held against the rows above them.
 */
final class ScoreTotals {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[.,]\\d+)?");
    /** A number that is a factor of a formula, as in "Nilai Indeks x 25". */
    private static final Pattern FACTOR =
            Pattern.compile("(?i)[x\u00d7*]\\s*\\d+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?\\s*[x\u00d7*](?![\\p{L})])");

    private static final Pattern RUNNING_NUMBER = Pattern.compile("(\\d{1,9})(?:[.,]0+)?[.)]?");
    private static final Pattern BULLET = Pattern.compile("\\s*[-\u2013\u2022*].*", Pattern.DOTALL);
    private static final BigDecimal LEAST_INDEX = BigDecimal.TEN;
    private static final BigDecimal MOST_INDEX = BigDecimal.valueOf(100);
    /** "85,14 (Baik)", also at the end of a longer text. */
    private static final Pattern GRADE_AFTER = Pattern.compile("(?s).*\\d\\s*\\(\\s*([\\p{L}\\s/,-]+?)\\s*\\)\\s*");

    private static final List<String> FIGURES = List.of("mean", "weighted", "grade", "sum");
    private static final int MOST_LINES = 100;

    private final Reading reading;
    private final SourceTable origin;
    private final String sheet;
    private final List<String> headers;
    private final Map<Integer, UnsurLabel> columns;
    /** The first column of an unsur; -1 without one. */
    private final int firstScore;

    private final ColumnSums sums;
    private final Map<Total, List<Line>> lines = new EnumMap<>(Total.class);
    private final List<HeaderSearch.Line> texts = new ArrayList<>();
    private Shape respondents;
    private int lastNumber;
    private String lastLabel;
    private boolean closed;
    private boolean readable = true;

    /** How the first cells of rows look, the stricter first. A matrix numbers its respondents, or names them, but not both. */
    private enum Shape {
        NUMBER,
        CODE,
        WORDS;

        static Shape of(String label) {
            if (running(label) >= 0) {
                return NUMBER;
            }
            for (int i = 0; i < label.length(); i++) {
                if (Character.isDigit(label.charAt(i))) {
                    return CODE;
                }
            }
            return WORDS;
        }
    }

    private record Line(List<String> cells, int number, int labelColumn) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /**
     * @param origin the table of the responses
     * @param headers of all columns
     * @param columns the unsur by position of its column; of unsur with several questions none
     */
    ScoreTotals(Reading reading, SourceTable origin, List<String> headers, Map<Integer, UnsurLabel> columns) {
        this.reading = reading;
        this.origin = origin;
        this.sheet = origin.sheet();
        this.headers = headers;
        this.columns = columns;
        this.firstScore = columns.isEmpty() ? -1 : columns.keySet().iterator().next();
        this.sums = new ColumnSums(columns.keySet());
    }

    /** Whether the row is none of a respondent but stands under the matrix. */
    boolean take(TableRow row, int number) {
        int first = 0;
        while (first < row.size() && row.cell(first).isBlank()) {
            first++;
        }
        if (first == row.size() || columns.isEmpty()) {
            return false;
        }
        String label = columns.containsKey(first) ? "" : row.cell(first).strip();
        Shape shape = label.isEmpty() ? null : Shape.of(label);
        if (isRespondent(row, first, label, shape)) {
            sums.add(row);
            if (shape != null) {
                respondents = respondents == null || isOdd(shape) ? shape : respondents;
            }
            lastLabel = label;
            lastNumber = shape == Shape.NUMBER ? running(label) : lastNumber;
            return false;
        }
        Total total = total(row, label, true);
        Line line = new Line(List.copyOf(row.cells()), number, first);
        int filled = sums.filled(row);
        if (total != null) {
            List<Line> same = lines.computeIfAbsent(total, k -> new ArrayList<>());
            if (same.size() < MOST_LINES) {
                same.add(line);
            }
            closed |= filled > 0 && total != Total.SUBTOTAL && total != Total.OTHER
                    || total == Total.INDEX && number(line) != null;
        } else if (filled > 0) {
            reading.reject(
                    sheet,
                    number,
                    headers.size() > first ? headers.get(first) : null,
                    label.isEmpty() ? null : label,
                    new Unreadable("total-unknown"));
            if (!closed && sums.mayBeAnswers(row)) {
                // It may be a respondent after all, whom then the figures lack.
                reading.target.responses.lose(new LostResponse(null, null, reading.path, false));
            }
        }
        if (texts.size() < MOST_LINES && filled == 0) {
            texts.add(new HeaderSearch.Line(line.cells(), number));
        }
        return true;
    }

    /**
     * Takes the row of a numbered respondent.
     *
     * @param figures the answers by unsur, two at least, 0 for none and none above the scale: numbers alone cannot tell such
     *     a row to be one of totals
     * @return whether it is one of a respondent
     */
    boolean takeNumbered(int number, byte[] figures) {
        if (!closed) {
            // Only labels that are no numbers are held against the last one.
            taken(Shape.NUMBER, "", figures);
            lastNumber = number;
        }
        return !closed;
    }

    /** As {@link #takeNumbered}, where the first cell is the respondent's name or any other text that may be of totals. */
    boolean takeNamed(String label, byte[] figures) {
        Shape shape = Shape.of(label);
        boolean named = !closed && shape != Shape.NUMBER && !isOdd(shape) && TotalsLabel.of(label, true) == null;
        if (named) {
            taken(shape, label, figures);
        }
        return named;
    }

    /** As {@link #takeNumbered}, where the first cell is what respondents taken before had there. */
    boolean takeUnder(String label, byte[] figures) {
        boolean under = !closed && !startsWithDigit(label);
        if (under) {
            taken(respondents, label, figures);
        }
        return under;
    }

    private void taken(Shape shape, String label, byte[] figures) {
        respondents = isOdd(shape) || respondents == null ? shape : respondents;
        lastLabel = label;
        sums.add(figures);
    }

    private boolean isOdd(Shape shape) {
        return respondents != null && shape.compareTo(respondents) > 0;
    }

    private boolean isRespondent(TableRow row, int first, String label, Shape shape) {
        if (shape == Shape.NUMBER) {
            return !closed || running(label) == lastNumber + 1;
        }
        if (shape == null) {
            // Nobody leaves his own row without any sign, and gives answers beyond the scale to all.
            return !closed && sums.tell(row) == null;
        }
        String field = first < headers.size() ? Fields.RESPONSE.field(headers.get(first)) : null;
        if (field != null && !field.equals("respondent")) {
            // A survey may be called SKM 2026, a unit Total: such a name alone is no sign.
            boolean figures = sums.tell(row) != null || sums.filled(row) < 2 && !label.equals(lastLabel);
            return !closed && !(figures && total(row, label, false) != null);
        }
        return !closed && !isOdd(shape) && total(row, label, false) == null;
    }

    /** @param below whether the row is none of a respondent, so that one word tells enough */
    private Total total(TableRow row, String label, boolean below) {
        Total said = label.isEmpty() ? null : TotalsLabel.of(label, !below);
        Total told = said == null || said == Total.SUM || said == Total.OTHER ? sums.tell(row) : null;
        return told == null ? said : told;
    }

    private static int running(String label) {
        int plain = Wording.plainNumber(label);
        Matcher number = plain >= 0 || !startsWithDigit(label) ? null : RUNNING_NUMBER.matcher(label);
        return number != null && number.matches() ? Integer.parseInt(number.group(1)) : plain;
    }

    /** Whether the row may be headings: words stand where scores ought to be. */
    boolean mayHead(TableRow row) {
        String score = firstScore < 0 ? null : row.cell(firstScore);
        return score != null && !score.isBlank() && !startsWithDigit(score.strip());
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Whether a result stands under the matrix, so that headings below it begin another one. */
    boolean isFinished() {
        return lines.containsKey(Total.MEAN) || lines.containsKey(Total.INDEX);
    }

    /** The matrix goes on under headings that are repeated on another page. */
    void reopen() {
        closed = false;
        texts.clear();
    }

    /** The rows without figures that stand under the last of a respondent: legends, or the letterhead of what follows. */
    List<HeaderSearch.Line> texts() {
        return List.copyOf(texts);
    }

    /** Notes that figures of the rows under the matrix could not be read. */
    void lose() {
        readable = false;
    }

    /** Adds the result to what was read. */
    void end(SurveyHeader survey) {
        if (lines.isEmpty() || survey == null) {
            return;
        }
        List<Element> elements = new ArrayList<>();
        Line means = tabled(Total.MEAN);
        Line weighted = tabled(Total.WEIGHTED);
        Line grades = tabledGrades();
        Line summed = sumLine();
        if (means != null) {
            columns.forEach((column, label) -> {
                Element element = element(column, label, new Line[] {means, weighted, grades, summed});
                if (element != null) {
                    elements.add(element);
                }
            });
        }
        Line indexed = indexLine();
        BigDecimal ikm = indexed == null ? null : number(indexed);
        Line ownGrade = gradeLine();
        String beside = ownGrade == null && ikm != null ? gradeBeside(indexed) : null;
        Line graded = beside == null ? ownGrade : indexed;
        String grade = ownGrade == null ? beside : grade(ownGrade);
        Line at = indexed == null ? means == null ? graded : means : indexed;
        if (elements.isEmpty() && ikm == null && grade == null || at == null) {
            return;
        }
        reading.count(Kind.PUBLISHED_RESULT, readable);
        SurveyHeader published = new SurveyHeader(
                survey.id(),
                survey.unit(),
                survey.service(),
                survey.sop(),
                survey.regulation(),
                survey.period(),
                survey.population(),
                survey.respondents(),
                List.of());
        SourceTable table = new SourceTable(reading.path, sheet, origin.headerRow());
        table.add("ikm", null);
        table.add("grade", null);
        SourceRow row = new SourceRow(
                table, at.number(), new String[] {ikm == null ? null : ikm.toPlainString(), grade}, new int[] {
                    at.number(), graded == null ? at.number() : graded.number()
                });
        reading.target.publish(
                readable
                        ? new PublishedResult(published, null, ikm, grade, List.of(), elements, false, row)
                        : PublishedResult.unread(published, row));
    }

    /** @param rows those of the means, the weighted means, the grades and the sums; all but the first may be null */
    private Element element(int column, UnsurLabel label, Line[] rows) {
        if (rows[0].cell(column).isEmpty()) {
            return null;
        }
        SourceTable table = new SourceTable(reading.path, sheet);
        table.add("element", headers.get(column));
        String[] values = new String[FIGURES.size() + 1];
        int[] numbers = new int[values.length];
        values[0] = headers.get(column);
        numbers[0] = rows[0].number();
        for (int i = 0; i < FIGURES.size(); i++) {
            table.add(FIGURES.get(i), headers.get(column));
            values[i + 1] = rows[i] == null ? "" : rows[i].cell(column);
            numbers[i + 1] = rows[i] == null ? numbers[0] : rows[i].number();
        }
        SourceRow row = new SourceRow(table, numbers[0], values, numbers);
        Cells cells = new Cells(reading, row, Map.of(), false);
        Element element = new Element(
                label,
                cells.read("mean", Numbers::decimal),
                cells.read("weighted", Numbers::decimal),
                cells.read("grade", Words::grade),
                cells.read("sum", Numbers::decimal),
                row);
        readable &= !cells.failed();
        return cells.failed() ? null : element;
    }

    /** The row of sums; where each page has one, none of them need be that of the whole. */
    private Line sumLine() {
        return of(Total.SUM).size() == 1 ? tabled(Total.SUM) : null;
    }

    private List<Line> of(Total total) {
        return lines.getOrDefault(total, List.of());
    }

    /** The row of a kind that has a figure for unsur; legends use the same words. */
    private Line tabled(Total total) {
        return of(total).stream()
                .filter(l -> columns.keySet().stream().anyMatch(c -> isNumber(l.cell(c))))
                .findFirst()
                .orElse(null);
    }

    /** The row that grades each unsur. */
    private Line tabledGrades() {
        return of(Total.GRADE).stream().filter(this::isPerUnsur).findFirst().orElse(null);
    }

    private boolean isPerUnsur(Line line) {
        return columns.keySet().stream().filter(c -> !line.cell(c).isEmpty()).count() > 1;
    }

    /**
     * Whether the row gives each unsur a figure of its own. A grade may stand beside the unit's, and a merged cell counts
     * for every column.
     */
    private boolean isIndexPerUnsur(Line line) {
        return columns.keySet().stream()
                        .map(line::cell)
                        .filter(ScoreTotals::isNumber)
                        .distinct()
                        .count()
                > 1;
    }

    /** The row that holds the unit's index, wherever it stands among rows and legends that only speak of it. */
    private Line indexLine() {
        for (Total total : List.of(Total.INDEX, Total.CONVERTED)) {
            Optional<Line> found =
                    of(total).stream().filter(l -> number(l) != null).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        of(Total.INDEX).stream()
                .filter(l -> !isLegend(l) && !isIndexPerUnsur(l))
                .findFirst()
                .ifPresent(l -> {
                    reading.reject(
                            sheet, l.number(), null, l.cell(l.labelColumn()), new Unreadable("index-unreadable"));
                    readable = false;
                });
        return null;
    }

    /** Whether the row explains a word ("- IKM = Indeks Kepuasan Masyarakat"). */
    private static boolean isLegend(Line line) {
        return BULLET.matcher(line.cell(line.labelColumn())).matches()
                || line.cells().stream().noneMatch(c -> c.chars().anyMatch(Character::isDigit))
                        && String.join(" ", line.cells()).matches("(?s)[^:=]*[:=].*\\p{L}.*");
    }

    /**
     * The index in a row: beside the label or in one cell with it. Where each unsur has one the unit's stands beside
     * these.
     */
    private BigDecimal number(Line line) {
        boolean perUnsur = isIndexPerUnsur(line);
        BigDecimal found = null;
        for (int i = line.labelColumn() + 1; i < line.cells().size() && found == null; i++) {
            found = perUnsur && columns.containsKey(i) ? null : index(line.cell(i));
        }
        String[] parts = line.cell(line.labelColumn()).split("[:=]");
        for (int i = 1; i < parts.length && found == null; i++) {
            found = index(parts[i]);
        }
        return found;
    }

    /** The index in a text; null where none stands. */
    static BigDecimal index(String text) {
        Matcher number = NUMBER.matcher(FACTOR.matcher(text).replaceAll(" "));
        if (!number.find()) {
            return null;
        }
        BigDecimal value = new BigDecimal(number.group().replace(',', '.'));
        return value.compareTo(LEAST_INDEX) > 0 && value.compareTo(MOST_INDEX) <= 0 ? value : null;
    }

    /** The row that grades the unit. */
    private Line gradeLine() {
        return of(Total.GRADE).stream()
                .filter(l -> !isPerUnsur(l) && written(l) != null && (!isLegend(l) || hasGrade(l)))
                .findFirst()
                .orElse(null);
    }

    private String grade(Line line) {
        String written = written(line);
        try {
            return Words.grade(written);
        } catch (Unreadable e) {
            reading.reject(sheet, line.number(), null, written, e);
            readable = false;
            return null;
        }
    }

    /** The grade that stands beside the index or in brackets after it; null where none does. */
    private static String gradeBeside(Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            String after = gradeAfter(line.cell(i));
            String alone = i > line.labelColumn() ? gradeOrNull(line.cell(i)) : null;
            if (after != null || alone != null) {
                return after == null ? alone : after;
            }
        }
        return null;
    }

    /** The grade in brackets after a number; null where none stands. */
    static String gradeAfter(String text) {
        Matcher words = GRADE_AFTER.matcher(text);
        return words.matches() ? gradeOrNull(words.group(1)) : null;
    }

    private static String gradeOrNull(String text) {
        try {
            return text.isEmpty() ? null : Words.grade(text);
        } catch (Unreadable e) {
            return null;
        }
    }

    private static boolean hasGrade(Line line) {
        try {
            return !BULLET.matcher(line.cell(line.labelColumn())).matches() && Words.grade(written(line)) != null;
        } catch (Unreadable e) {
            return false;
        }
    }

    /** What stands beside the label or in one cell with it, never null where anything does. */
    private static String written(Line line) {
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = i == line.labelColumn()
                    ? line.cell(i).replaceFirst("^[^:=]*(?:[:=]|$)", "").strip()
                    : line.cell(i);
            String text = cell.replaceFirst("^[:=]\\s*", "");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }
}
