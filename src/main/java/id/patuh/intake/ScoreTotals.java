package id.patuh.intake;

import id.patuh.intake.InputFile.Kind;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows under the official matrix of respondents and unsur: sums, means (NRR), weighted means, the index (IKM) and its
 * grade. They are a published result, to be held against the rows above them.
 */
final class ScoreTotals {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[.,]\\d+)?");
    private static final BigDecimal LEAST_INDEX = BigDecimal.TEN;

    private final Reading reading;
    private final String sheet;
    private final List<String> headers;
    private final Map<Integer, UnsurLabel> columns;
    private final Map<Total, Line> lines = new EnumMap<>(Total.class);
    private boolean readable = true;

    /** What a row under the matrix holds. */
    private enum Total {
        SUM("(?:jumlah|total)(?: (?:nilai|skor))?(?: (?:per )?unsur)?|nilai (?:per )?unsur|nilai unsur"),
        MEAN("(?:nrr|(?:nilai )?rata rata(?: nilai)?)(?: (?:per )?unsur)?"),
        WEIGHTED("(?:nrr|(?:nilai )?rata rata) (?:tertimbang|tertbg|terbobot)(?: (?:per )?unsur)?"),
        WEIGHTED_SUM("(?:nilai indeks|jumlah nrr (?:ikm )?tertimbang)"),
        INDEX(
                "(?:nilai )?(?:ikm|skm|indeks kepuasan masyarakat)(?: (?:unit(?: pelayanan| layanan)?|konversi|dikonversi))*"),
        GRADE("mutu(?: (?:unit )?(?:pelayanan|layanan))?");

        private final Pattern label;

        Total(String label) {
            this.label = Pattern.compile(label);
        }

        static Total of(String text) {
            String normal = Wording.normalise(text.replaceAll("[\u03a3\u2211]", " "));
            for (Total total : values()) {
                if (total.label.matcher(normal).matches()) {
                    return total;
                }
            }
            return null;
        }
    }

    private record Line(List<String> cells, int number, int labelColumn) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /**
     * @param headers of all columns
     * @param columns the unsur by position of its column; of unsur with several questions none
     */
    ScoreTotals(Reading reading, String sheet, List<String> headers, Map<Integer, UnsurLabel> columns) {
        this.reading = reading;
        this.sheet = sheet;
        this.headers = headers;
        this.columns = columns;
    }

    /** Whether the row is none of a respondent but stands under the matrix. */
    boolean take(TableRow row, int number) {
        List<String> cells = row.cells();
        int first = 0;
        while (first < cells.size() && cells.get(first).isBlank()) {
            first++;
        }
        if (first == cells.size()) {
            return false;
        }
        String label = cells.get(first).replaceFirst("[:=].*$", "");
        Total total = columns.containsKey(first) ? null : Total.of(label);
        if (total != null) {
            lines.putIfAbsent(total, new Line(cells, number, first));
            return true;
        }
        // Legends stand there too.
        return !lines.isEmpty() && columns.keySet().stream().noneMatch(c -> c < cells.size() && isNumber(cells.get(c)));
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
        Line means = lines.get(Total.MEAN);
        if (means != null) {
            columns.forEach((column, label) -> {
                Element element = element(column, label, means, lines.get(Total.WEIGHTED));
                if (element != null) {
                    elements.add(element);
                }
            });
        }
        BigDecimal ikm = index();
        String grade = grade();
        Line at = lines.getOrDefault(Total.INDEX, means);
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
        SourceTable table = new SourceTable(reading.path, sheet);
        table.add("ikm", null);
        table.add("grade", null);
        SourceRow row =
                new SourceRow(table, at.number(), new String[] {ikm == null ? null : ikm.toPlainString(), grade});
        reading.target.published.add(
                readable
                        ? new PublishedResult(published, null, ikm, grade, List.of(), elements, false, row)
                        : PublishedResult.unread(published, row));
    }

    private Element element(int column, UnsurLabel label, Line means, Line weighted) {
        String mean = means.cell(column);
        String weight = weighted == null ? "" : weighted.cell(column);
        if (mean.isEmpty()) {
            return null;
        }
        SourceTable table = new SourceTable(reading.path, sheet);
        for (String field : List.of("element", "mean", "weighted")) {
            table.add(field, headers.get(column));
        }
        SourceRow row = new SourceRow(table, means.number(), new String[] {headers.get(column), mean, weight});
        Cells cells = new Cells(reading, row, Map.of(), false);
        Element element = new Element(
                label, cells.read("mean", Numbers::decimal), cells.read("weighted", Numbers::decimal), null, row);
        readable &= !cells.failed();
        return cells.failed() ? null : element;
    }

    /** The index stands anywhere in its row, beside its label or in one cell with it. */
    private BigDecimal index() {
        Line line = lines.get(Total.INDEX);
        if (line == null) {
            return null;
        }
        BigDecimal found = null;
        for (String cell : line.cells()) {
            Matcher number = NUMBER.matcher(cell.replaceFirst("^[^:=]*[:=]", ""));
            if (found == null && number.find()) {
                BigDecimal value = new BigDecimal(number.group().replace(',', '.'));
                found = value.compareTo(LEAST_INDEX) > 0 ? value : null;
            }
        }
        if (found == null) {
            reading.reject(
                    sheet, line.number(), null, line.cell(line.labelColumn()), new Unreadable("index-unreadable"));
            readable = false;
        }
        return found;
    }

    private String grade() {
        Line line = lines.get(Total.GRADE);
        if (line == null) {
            return null;
        }
        String written = null;
        for (int i = 0; i < line.cells().size(); i++) {
            String cell = i == line.labelColumn()
                    ? line.cell(i).replaceFirst("^[^:=]*(?:[:=]|$)", "").strip()
                    : line.cell(i);
            written = written == null && !cell.isEmpty() && !cell.equals(":") ? cell : written;
        }
        try {
            return written == null ? null : Words.grade(written.replaceFirst("^:\\s*", ""));
        } catch (Unreadable e) {
            reading.reject(sheet, line.number(), null, written, e);
            readable = false;
            return null;
        }
    }

    private static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }
}
