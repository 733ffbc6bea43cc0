package id.patuh.report.sheet;

import id.patuh.report.CsvText;
import id.patuh.report.ReportContent;
import id.patuh.report.ResultWords;
import id.patuh.report.TextualReport;
import id.patuh.report.WordedViolation;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The violations as CSV, one a row. A file of it holds one table, so that whatever else was found is {@link #leftOut}. */
public final class CsvReport implements TextualReport {

    @Override
    public void write(ReportContent content, Writer to) throws IOException {
        List<Column<WordedViolation>> columns = ViolationTable.columns(content.language());
        CsvText csv = new CsvText(to);
        csv.add(new SheetWords(content.language()).headings(columns));
        for (WordedViolation violation : content.violations()) {
            csv.add(columns.stream()
                    .map(column -> Objects.toString(column.cell().apply(violation), ""))
                    .toList());
        }
        csv.flush();
    }

    @Override
    public Optional<String> leftOut(ReportContent content) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("rejected", count(content.rejected()));
        counts.put("not-evaluated", count(content.notEvaluated()));
        counts.put("grades", (long) content.grades().size());
        counts.put("priorities", (long) content.priorities().size());
        SheetWords words = new SheetWords(content.language());
        String listed = counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> words.filled("csv.left-out." + each.getKey(), "count", each.getValue()))
                .collect(Collectors.joining(", "));
        if (listed.isEmpty() && !content.summary().incomplete()) {
            return Optional.empty();
        }
        String verdict = String.join("; ", new ResultWords(content).verdict());
        String sentence = listed.isEmpty() ? "" : " " + words.filled("csv.left-out", "what", listed);
        return Optional.of(verdict + "." + sentence);
    }

    private static long count(Iterable<?> all) {
        long count = 0;
        for (Object each : all) {
            count++;
        }
        return count;
    }
}
