package id.patuh.edit;

import id.patuh.engine.RuleCache;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.template.RuleWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook of a rule set, as somebody fills it in. */
final class FilledWorkbook {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** As they were given out: tests that fill one in need not have it written again. */
    private static final Map<RuleLibrary, Map<Language, byte[]>> GIVEN_OUT = new WeakHashMap<>();

    final XSSFWorkbook workbook;
    private final Texts texts;
    private final RuleCache cache;

    FilledWorkbook(RuleLibrary library, Language language, RuleCache cache) throws IOException {
        RuleTables tables = new RuleTables(library, TODAY, language);
        byte[] given = GIVEN_OUT
                .computeIfAbsent(library, each -> new EnumMap<>(Language.class))
                .computeIfAbsent(language, each -> written(tables, each));
        this.workbook = new XSSFWorkbook(new ByteArrayInputStream(given));
        this.texts = tables.texts();
        this.cache = cache;
    }

    private static byte[] written(RuleTables tables, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            RuleWorkbook.write(tables, language, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Sheet sheet(Kind kind) {
        return workbook.getSheet(texts.sheet(kind));
    }

    /** The cell of a row that the table has. */
    Cell cell(Kind kind, String id, String column) {
        return CellUtil.getCell(row(kind, id), column(kind, column));
    }

    Row row(Kind kind, String id) {
        int last = EditColumn.of(kind).size();
        for (Row row : sheet(kind)) {
            if (row.getCell(last) != null && row.getCell(last).toString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row " + id);
    }

    /** The first row that waits for something new. */
    Row newRow(Kind kind) {
        int last = EditColumn.of(kind).size();
        for (Row row : sheet(kind)) {
            if (row.getRowNum() > 2
                    && row.getCell(last).toString().isEmpty()
                    && row.getCell(0).toString().isEmpty()) {
                return row;
            }
        }
        throw new AssertionError("no empty row");
    }

    static int column(Kind kind, String key) {
        return EditColumn.of(kind).stream().map(EditColumn::key).toList().indexOf(key);
    }

    FilledWorkbook set(Kind kind, String id, String column, Object value) {
        put(cell(kind, id, column), value);
        return this;
    }

    FilledWorkbook set(Row row, Kind kind, String column, Object value) {
        put(CellUtil.getCell(row, column(kind, column)), value);
        return this;
    }

    private static void put(Cell cell, Object value) {
        if (value == null) {
            cell.setBlank();
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    Path save(Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file)) {
            workbook.write(to);
        }
        return file;
    }

    /** Takes the workbook back into a rule set. */
    RuleImport into(RuleLibrary library, Path folder) throws IOException {
        return read(library, cache, save(folder.resolve("aturan.xlsx")));
    }

    static RuleImport read(RuleLibrary library, RuleCache cache, Path... files) {
        return RuleImport.of(library, new RuleTables(library, TODAY, Language.ID), List.of(files), TODAY, cache);
    }
}
