package id.patuh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text becomes a formula, and every text comes back as it was. */
class SheetTextTest {

    private static final List<String> TEXTS = List.of(
            "=HYPERLINK(\"http://x\")",
            "+62 812",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\u0001=1",
            "a\u000bb\u0000",
            "_x0041_ and _x000B_",
            "\ud83d\ude00 \ud800",
            " spaces ",
            "two\nlines",
            "plain");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTextComesBackAsText(boolean streaming) throws IOException {
        Path file = folder.resolve("texts.xlsx");
        try (Workbook workbook =
                streaming ? new SXSSFWorkbook(new XSSFWorkbook(), 10, false, true) : new XSSFWorkbook()) {
            write(workbook);
            try (OutputStream to = Files.newOutputStream(file)) {
                workbook.write(to);
            }
        }

        List<Boolean> quoted = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                Cell cell = row.getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                plain.add(cell.getStringCellValue());
                quoted.add(cell.getCellStyle().getQuotePrefixed());
            }
        }
        List<String> streamed = new ArrayList<>();
        try (Workbook workbook = StreamingReader.builder().open(file.toFile())) {
            workbook.getSheetAt(0).forEach(row -> streamed.add(row.getCell(0).getStringCellValue()));
        }
        assertThat(plain).isEqualTo(TEXTS);
        assertThat(streamed).isEqualTo(TEXTS);
        assertThat(quoted)
                .isEqualTo(TEXTS.stream().map(SheetText::isRisky).toList())
                .startsWith(true, true, true, true, true, true, true, false);
    }

    @Test
    void whatNoCellCanHoldIsCut() throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            Cell cell = workbook.createSheet().createRow(0).createCell(0);
            new SheetText(workbook).write(cell, "\u0001".repeat(40_000), workbook.createCellStyle());

            assertThat(cell.getStringCellValue()).startsWith("\u0001\u0001").endsWith("\u0001\u2026");
        }
    }

    private static void write(Workbook workbook) {
        SheetText text = new SheetText(workbook);
        for (int i = 0; i < TEXTS.size(); i++) {
            Cell cell = (i == 0 ? workbook.createSheet() : workbook.getSheetAt(0))
                    .createRow(i)
                    .createCell(0);
            text.write(cell, TEXTS.get(i), workbook.getCellStyleAt(0));
        }
    }
}
