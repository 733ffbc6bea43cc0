package id.patuh.submission;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A log as a workbook that takes a while to read. */
final class LargeWorkbook {

    private static final String[] HEADINGS = {"case", "sop", "step", "start", "end"};

    private LargeWorkbook() {}

    static void write(Path file, int activities) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                OutputStream to = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("log");
            fill(sheet.createRow(0), HEADINGS);
            for (int i = 1; i <= activities; i++) {
                fill(sheet.createRow(i), "K-" + i, "B276", "1", "2026-06-01 09:00", "2026-06-01 09:30");
            }
            workbook.write(to);
        }
    }

    private static void fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }
}
