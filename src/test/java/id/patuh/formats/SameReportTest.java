package id.patuh.formats;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.report.CheckedContent;
import id.patuh.report.CsvText;
import id.patuh.report.Language;
import id.patuh.report.ReportContent;
import id.patuh.report.Verdict;
import id.patuh.report.format.ReportFormat;
import id.patuh.ruleset.OurRules;
import id.patuh.violation.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form of a report tells what its JSON tells, and no cell of an input becomes anything but text in it. */
class SameReportTest {

    private static final String LOG = "case,sop,step,role,person,start,end,inputs,outputs,decision,unit\n";
    private static final List<String> HOSTILE = List.of(
            "=HYPERLINK(\"http://evil.example\")",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "'=1",
            "</script><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "<!--<script>",
            "unit\u202Eevil",
            "a\u0001b");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFormTellsTheSame(Language language) throws IOException {
        Path unreadable =
                Files.writeString(folder.resolve("log.csv"), LOG + "A,B276,1,,,14 April,,,,,\nB,B276,x,,,,,,,,\n");
        try (CheckResult result = check("sample-data", unreadable.toString())) {
            ReportContent content = content(result, language);
            JsonNode json = JsonMapper.shared().readTree(written(ReportFormat.JSON, content));
            assertThat(json.get("violations")).hasSizeGreaterThan(50);
            assertThat(json.get("grades")).hasSizeGreaterThan(10);
            assertThat(json.get("notEvaluated")).hasSizeGreaterThan(10);
            assertThat(json.get("rejected")).hasSizeGreaterThan(1);

            csv(json, content, language);
            workbook(json, content);
            page(json, content, language);
        }
    }

    private void csv(JsonNode json, ReportContent content, Language language) throws IOException {
        List<List<String>> rows = csvRows(content);
        assertThat(rows).hasSize(json.get("violations").size() + 1);
        for (int i = 1; i < rows.size(); i++) {
            List<String> cells = rows.get(i);
            JsonNode violation = json.get("violations").get(i - 1);
            assertThat(cells.get(0)).isEqualTo(language.label("severity." + word(violation, "severity")));
            assertThat(cells.subList(1, 14))
                    .isEqualTo(Stream.of(
                                    "rule",
                                    "unit",
                                    "sop",
                                    "case",
                                    "step",
                                    "round",
                                    "constraint",
                                    "survey",
                                    "element",
                                    "message",
                                    "expected",
                                    "actual",
                                    "basis")
                            .map(key -> word(violation, key))
                            .toList());
            assertThat(cells.get(15)).isEqualTo(word(violation, "fingerprint"));
            for (JsonNode evidence : violation.get("evidence")) {
                assertThat(cells.get(14)).contains(word(evidence, "path"), word(evidence, "row"));
            }
        }
        assertThat(ReportFormat.CSV.report().leftOut(content).orElseThrow())
                .contains(
                        json.get("notEvaluated").size() + "",
                        json.get("priorities").size() + "");
    }

    private void workbook(JsonNode json, ReportContent content) throws IOException {
        try (XSSFWorkbook workbook = workbook(content)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
            assertThat(numbers(workbook.getSheetAt(0)))
                    .contains(
                            json.at("/summary/cases").asDouble(),
                            json.at("/summary/activities").asDouble());
            assertRows(workbook.getSheetAt(1), json.get("violations"), Map.of("rule", 1, "message", 10, "basis", 13));
            assertThat(rows(workbook.getSheetAt(2)))
                    .hasSize(1
                            + json.get("grades").size()
                            + json.get("grades")
                                    .valueStream()
                                    .mapToInt(grade -> grade.get("elements").size())
                                    .sum());
            assertThat(numbers(workbook.getSheetAt(2)))
                    .contains(json.get("grades").get(0).get("ikm").asDouble());
            assertRows(workbook.getSheetAt(3), json.get("priorities"), Map.of("survey", 0, "code", 4, "name", 5));
            assertRows(workbook.getSheetAt(4), json.get("notEvaluated"), Map.of("rule", 0, "subject", 1, "reason", 2));
            assertRows(workbook.getSheetAt(5), json.get("rejected"), Map.of("path", 0, "value", 4, "reason", 5));
        }
    }

    private static void assertRows(Sheet sheet, JsonNode told, Map<String, Integer> columns) {
        List<Row> rows = rows(sheet);
        assertThat(rows).as(sheet.getSheetName()).hasSize(told.size() + 1);
        for (int i = 0; i < told.size(); i++) {
            for (Map.Entry<String, Integer> column : columns.entrySet()) {
                Cell cell = rows.get(i + 1).getCell(column.getValue());
                assertThat(cell == null ? "" : cell.getStringCellValue()).isEqualTo(word(told.get(i), column.getKey()));
            }
        }
    }

    private void page(JsonNode json, ReportContent content, Language language) throws IOException {
        HtmlData page = new HtmlData(new String(written(ReportFormat.HTML, content), StandardCharsets.UTF_8));
        assertItems(page, "violations", json.get("violations"), "rule", "message", "basis", "fingerprint");
        assertItems(page, "not-evaluated", json.get("notEvaluated"), "rule", "subject", "reason");
        assertItems(page, "rejected", json.get("rejected"), "path", "reason");
        assertThat(page.keys("violations").stream()
                        .map(keys -> keys.get(0).asString())
                        .toList())
                .isEqualTo(json.get("violations")
                        .valueStream()
                        .map(violation -> word(violation, "severity"))
                        .toList());
        for (JsonNode grade : json.get("grades")) {
            assertThat(page.text()).contains(word(grade, "survey"));
            grade.get("elements").forEach(each -> assertThat(page.text()).contains(word(each, "name")));
        }
        json.get("summary")
                .get("byRule")
                .propertyNames()
                .forEach(rule -> assertThat(page.text()).contains(rule));
        assertThat(page.page()).contains("<html lang=\"" + language.code() + "\">");
        assertThat(page.policy())
                .isEqualTo("default-src 'none'; script-src "
                        + HtmlData.hash(page.running().get(0)) + "; style-src "
                        + HtmlData.hash(between(page.page(), "<style>", "</style>"))
                        + "; base-uri 'none'; form-action 'none'");
        assertThat(page.running()).hasSize(1);
    }

    private static void assertItems(HtmlData page, String list, JsonNode told, String... keys) {
        List<String> items = page.items(list);
        assertThat(items).as(list).hasSize(told.size());
        for (int i = 0; i < items.size(); i++) {
            for (String key : keys) {
                assertThat(items.get(i)).contains(word(told.get(i), key));
            }
        }
    }

    @Test
    void cellsOfInputsRemainTexts() throws IOException {
        StringBuilder log = new StringBuilder(LOG);
        for (String text : HOSTILE) {
            String cell = '"' + text.replace("\"", "\"\"") + '"';
            log.append(cell)
                    .append(",B276,1,Kepala UKPBJ,P,2025-04-14 08:00,2025-04-14 09:01,,x,,")
                    .append(cell);
            log.append('\n')
                    .append(cell)
                    .append(",B276,")
                    .append(cell)
                    .append(",,,")
                    .append(cell)
                    .append(",,,,,x\n");
        }
        Path file = Files.writeString(folder.resolve("=log.csv"), log);
        try (CheckResult result = check(file.toString())) {
            ReportContent content = content(result, Language.EN);

            List<List<String>> rows = csvRows(content);
            assertThat(rows.stream().map(row -> row.get(2))).containsAll(HOSTILE);
            String csv = new String(written(ReportFormat.CSV, content), StandardCharsets.UTF_8);
            assertThat(csv).doesNotContainPattern("(?m)(^|;)\"?[=+@\t]");

            HtmlData page = new HtmlData(new String(written(ReportFormat.HTML, content), StandardCharsets.UTF_8));
            assertThat(page.running()).hasSize(1);
            assertThat(page.page())
                    .doesNotContain("<img", "<!--", "\u202E", "\u0001")
                    .contains("\\u202e");
            assertThat(String.join("", page.items("violations")))
                    .contains("</script><script>alert(1)</script>", "\\u202e")
                    .doesNotContain("\u202E");

            try (XSSFWorkbook workbook = workbook(content)) {
                List<String> texts = new ArrayList<>();
                workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    if (cell.getCellType() == CellType.STRING) {
                        texts.add(cell.getStringCellValue());
                        assertThat(cell.getCellStyle().getQuotePrefixed())
                                .isEqualTo(cell.getStringCellValue().matches("(?s)[=+@\\-\\x00-\\x1f].*"));
                    }
                })));
                assertThat(texts).containsAll(HOSTILE);
            }
        }
    }

    private List<List<String>> csvRows(ReportContent content) throws IOException {
        String csv = new String(written(ReportFormat.CSV, content), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff").endsWith("\r\n");
        return CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv.substring(1)).stream()
                .map(CsvRecord::getFields)
                .map(cells -> cells.stream().map(CsvText::unmarked).toList())
                .toList();
    }

    private static XSSFWorkbook workbook(ReportContent content) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(ReportFormat.XLSX, content)));
    }

    private static List<Row> rows(Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        sheet.forEach(rows::add);
        return rows;
    }

    private static HashSet<Double> numbers(Sheet sheet) {
        HashSet<Double> numbers = new HashSet<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.NUMERIC) {
                numbers.add(cell.getNumericCellValue());
            }
        }));
        return numbers;
    }

    private static String word(JsonNode told, String key) {
        return told.get(key).isNull() ? "" : told.get(key).asString();
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static CheckResult check(String... paths) {
        CheckRequest request = new CheckRequest(List.of(paths), Checked.AS_OF, ActivityLog.ZONE, null, null);
        return new ComplianceCheck(OurRules.RULES).run(request, InputStream.nullInputStream(), (path, rows) -> {});
    }

    private static ReportContent content(CheckResult result, Language language) {
        return new CheckedContent(result, Verdict.on(result, Severity.MINOR), language);
    }

    private static byte[] written(ReportFormat format, ReportContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.report().write(content, bytes);
        return bytes.toByteArray();
    }
}
