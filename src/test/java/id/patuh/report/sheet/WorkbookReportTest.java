package id.patuh.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.report.CheckedContent;
import id.patuh.report.Language;
import id.patuh.report.Verdict;
import id.patuh.ruleset.OurRules;
import id.patuh.spool.TemporaryFile;
import id.patuh.violation.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook as spreadsheet programs need it. */
class WorkbookReportTest {

    private static final int ROWS = 4;

    @Test
    void aFullSheetGoesOnInAFurtherOneWithItsHeadingsAndFilters() throws IOException {
        try (XSSFWorkbook workbook = written(new WorkbookReport(ROWS), Language.ID)) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .startsWith("Ringkasan", "Temuan", "Temuan (2)", "Temuan (3)")
                    .contains("Baris Ditolak");
            for (String name : List.of("Temuan", "Temuan (2)")) {
                XSSFSheet sheet = workbook.getSheet(name);
                assertThat(sheet.getLastRowNum()).isEqualTo(ROWS);
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Keparahan");
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:P" + (ROWS + 1));
                assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow())
                        .isEqualTo((short) 1);
            }
        }
    }

    @Test
    void momentsAndCountsAreNoTexts() throws IOException {
        try (XSSFWorkbook workbook = written(new WorkbookReport(), Language.EN)) {
            assertThat(workbook.getSheetName(1)).isEqualTo("Findings");
            List<LocalDateTime> moments = new ArrayList<>();
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
                            moments.add(cell.getLocalDateTimeCellValue());
                        }
                    }));
            assertThat(moments).containsExactly(LocalDateTime.of(2026, 11, 20, 23, 59, 59));
            XSSFSheet grades = workbook.getSheet("IKM Scores");
            assertThat(grades.getRow(1).getCell(9).getNumericCellValue()).isBetween(25.0, 100.0);
        }
    }

    @Test
    void nothingIsLeftOfWhatWasWrittenOnTheWay() throws IOException {
        List<String> before = temporaryFiles();
        written(new WorkbookReport(), Language.EN).close();
        assertThat(before).containsAll(temporaryFiles());
    }

    /** Of rows and workbooks: tests beside this one have files of their own. */
    private static List<String> temporaryFiles() {
        File folder = TemporaryFile.folder().toFile();
        return List.of(folder.list((in, name) -> name.matches("(patuh|poi).*\\.(xml|gz|xlsx)")));
    }

    private static XSSFWorkbook written(WorkbookReport report, Language language) throws IOException {
        CheckRequest request = new CheckRequest(
                List.of("sample-data/b276", "sample-data/surveys"),
                Instant.parse("2026-11-20T16:59:59Z"),
                ZoneId.of("Asia/Jakarta"),
                null,
                null);
        try (CheckResult result =
                new ComplianceCheck(OurRules.RULES).run(request, InputStream.nullInputStream(), (path, rows) -> {})) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            report.write(new CheckedContent(result, Verdict.on(result, Severity.MINOR), language), bytes);
            return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        }
    }
}
