package id.patuh.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The formats in which tables are read: one under the other in a text, or each on a sheet of a workbook. */
enum TableFormat {
    CSV {
        @Override
        byte[] write(Map<String, List<List<String>>> tables) {
            return tables.values().stream()
                    .flatMap(List::stream)
                    .map(row -> row.stream().map(TableFormat::quoted).collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    },
    XLSX {
        @Override
        byte[] write(Map<String, List<List<String>>> tables) {
            return workbook(new XSSFWorkbook(), tables);
        }
    },
    STRICT_XLSX {
        @Override
        byte[] write(Map<String, List<List<String>>> tables) {
            return StrictWorkbook.of(XLSX.write(tables));
        }
    },
    XLS {
        @Override
        byte[] write(Map<String, List<List<String>>> tables) {
            return workbook(new HSSFWorkbook(), tables);
        }
    };

    /** Tables by the names of their sheets. */
    abstract byte[] write(Map<String, List<List<String>>> tables);

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static byte[] workbook(Workbook empty, Map<String, List<List<String>>> tables) {
        try (Workbook workbook = empty;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            tables.forEach((name, rows) -> {
                Sheet sheet = workbook.createSheet(name);
                for (int r = 0; r < rows.size(); r++) {
                    Row row = sheet.createRow(r);
                    for (int c = 0; c < rows.get(r).size(); c++) {
                        fill(row.createCell(c), rows.get(r).get(c));
                    }
                }
            });
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Cell cell, String text) {
        if (text.matches("\\d+([.,]\\d+)?")) {
            cell.setCellValue(new BigDecimal(text.replace(',', '.')).doubleValue());
        } else {
            cell.setCellValue(text);
        }
    }
}
