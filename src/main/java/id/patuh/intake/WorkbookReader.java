package id.patuh.intake;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Date1904Support;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads workbooks, sheet by sheet, hidden ones too; those of Excel 2007 and later as a stream. */
final class WorkbookReader {

    /** A row that was parsed is handed on before the next one is, which may be broken. */
    private static final int ROWS_KEPT = 1;

    private static final MergedCells NONE = new MergedCells(List.of());
    private static final long MAX_OLD_SIZE = 64L << 20;
    /** What the cells may amount to: one text can be that of a million cells, and one cell the last of a long row. */
    private static final long MAX_CHARACTERS = 1L << 30;

    /** Begins the name of the sheet that an annotated copy has in front. */
    private static final String SUMMARY = "patuh";

    private static final Set<String> BREAKS_OFF = Set.of("workbook-broken", "workbook-too-long");

    static {
        // The guard has measured every part by then; POI's own ratio takes repetitive tables for bombs.
        ZipSecureFile.setMinInflateRatio(0.0005);
    }

    private final Reading reading;
    private final Function<String, Table> tables;
    private long characters;

    /** @param tables gives the table that takes the rows of a sheet, by the sheet's name */
    WorkbookReader(Reading reading, Function<String, Table> tables) {
        this.reading = reading;
        this.tables = tables;
    }

    /** Reads a package that holds a workbook, as {@link PackageGuard} has seen it. */
    void readPackage(Path file, PackageGuard.Survey survey) throws IOException, Unreadable {
        Map<String, MergedCells> merged = merged(file, survey.merged());
        try (Workbook workbook = StreamingReader.builder()
                .rowCacheSize(ROWS_KEPT)
                .setSharedStringsImplementationType(SharedStringsImplementationType.POI_READ_ONLY)
                .setReadSharedFormulas(false)
                .open(file.toFile())) {
            sheets(workbook, sheet -> merged.getOrDefault(sheet.getSheetName(), NONE));
        } catch (ActivitySink.Failure e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    /** The merged cells by name of their sheet. */
    private static Map<String, MergedCells> merged(Path file, Map<String, List<CellRangeAddress>> byPart)
            throws Unreadable {
        Map<String, MergedCells> byName = new HashMap<>();
        try {
            SheetParts.of(file).forEach((sheet, part) -> {
                if (byPart.containsKey(part)) {
                    byName.put(sheet, new MergedCells(byPart.get(part)));
                }
            });
            return byName;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** Reads a compound file, which must hold a workbook of Excel 97 to 2003. */
    void readCompound(Path file) throws IOException, Unreadable {
        if (file.toFile().length() > MAX_OLD_SIZE) {
            throw new Unreadable("workbook-too-large", "limit", "64 MiB");
        }
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Unreadable("password-protected");
            }
            if (!root.hasEntryCaseInsensitive("Workbook") && !root.hasEntryCaseInsensitive("Book")) {
                throw FileFormat.never("OLE2");
            }
            try (Workbook workbook = new HSSFWorkbook(files)) {
                sheets(workbook, sheet -> new MergedCells(sheet.getMergedRegions()));
            }
        } catch (ActivitySink.Failure e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw new Unreadable("password-protected");
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    // Libraries report what is broken with many kinds of exceptions, which say little to the user.
    private static Unreadable broken(Exception e) {
        String kind = e.getClass().getSimpleName();
        return new Unreadable("workbook-broken", "error", kind);
    }

    private void sheets(Workbook workbook, Function<Sheet, MergedCells> merged) throws Unreadable {
        int read = 0;
        boolean anyRejected = false;
        List<Unreadable> unrecognised = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            Sheet sheet = workbook.getSheetAt(i);
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            try {
                sheet(sheet, hidden, merged.apply(sheet));
                read++;
            } catch (Unreadable e) {
                if (BREAKS_OFF.contains(e.reason())) {
                    reading.reject(sheet.getSheetName(), null, null, null, e);
                    read++;
                } else if (e.reason().equals("table-unrecognised")
                        && !sheet.getSheetName().startsWith(SUMMARY)) {
                    // It may hold what was to be checked: without it the workbook must not pass.
                    reading.reject(sheet.getSheetName(), null, null, null, e);
                    anyRejected = true;
                } else if (!e.reason().equals("file-empty")) {
                    unrecognised.add(e);
                    names.add(sheet.getSheetName());
                }
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (read == 0) {
                reading.reject(names.get(i), null, null, null, unrecognised.get(i));
            } else {
                reading.note("sheet-skipped", Map.of("sheet", names.get(i)));
            }
        }
        if (read == 0 && names.isEmpty() && !anyRejected) {
            throw new Unreadable("file-empty");
        }
    }

    private void sheet(Sheet sheet, boolean hidden, MergedCells merged) throws Unreadable {
        Table table = tables.apply(sheet.getSheetName());
        SheetRow cells = new SheetRow(merged, isFrom1904(sheet.getWorkbook()));
        int hiddenRows = 0;
        try {
            for (Row row : sheet) {
                if (!cells.fill(row)) {
                    String limit = "" + CsvRow.MAX_COLUMNS;
                    reading.reject(
                            sheet.getSheetName(),
                            row.getRowNum() + 1,
                            null,
                            null,
                            new Unreadable("columns-too-many", "limit", limit));
                    table.lose(row.getRowNum() + 1, null);
                    continue;
                }
                characters += cells.length;
                if (characters > MAX_CHARACTERS) {
                    table.breakOff();
                    throw new Unreadable("workbook-too-long", "limit", "" + MAX_CHARACTERS);
                }
                merged.fill(row.getRowNum(), cells.texts, cells.faults);
                if (!cells.isBlank()) {
                    hiddenRows += row.getZeroHeight() ? 1 : 0;
                    table.row(cells, row.getRowNum() + 1);
                }
            }
        } catch (ActivitySink.Failure e) {
            throw e;
        } catch (RuntimeException e) {
            table.breakOff();
            throw broken(e);
        }
        table.end();
        if (hidden) {
            reading.note("sheet-hidden", Map.of("sheet", sheet.getSheetName()));
        }
        if (hiddenRows > 0) {
            reading.note("rows-hidden", Map.of("sheet", sheet.getSheetName(), "count", "" + hiddenRows));
        }
    }

    private static boolean isFrom1904(Workbook workbook) {
        return workbook instanceof Date1904Support dates && dates.isDate1904();
    }

    /** The cells of a sheet's row as texts. */
    private final class SheetRow implements TableRow {

        private final MergedCells merged;
        private final boolean from1904;
        private final List<String> texts = new ArrayList<>();
        private final Map<Integer, Unreadable> faults = new HashMap<>();
        private final BitSet formulas = new BitSet();
        private final BitSet numbers = new BitSet();
        /** Characters of all cells, each counted for one more. */
        private long length;

        SheetRow(MergedCells merged, boolean from1904) {
            this.merged = merged;
            this.from1904 = from1904;
        }

        /** Takes the cells of a row; false when it reaches further than a sheet can. */
        boolean fill(Row row) {
            texts.clear();
            faults.clear();
            formulas.clear();
            numbers.clear();
            length = 0;
            for (Cell cell : row) {
                if (cell.getColumnIndex() >= CsvRow.MAX_COLUMNS) {
                    return false;
                }
                int gap = Math.max(0, cell.getColumnIndex() - texts.size());
                if (gap > 0) {
                    texts.addAll(Collections.nCopies(gap, ""));
                }
                String text = reading.share(CellText.of(cell));
                Unreadable fault = CellText.fault(cell);
                if (fault != null) {
                    faults.put(cell.getColumnIndex(), fault);
                }
                formulas.set(cell.getColumnIndex(), cell.getCellType() == CellType.FORMULA);
                numbers.set(cell.getColumnIndex(), cell.getCellType() == CellType.NUMERIC);
                texts.add(text);
                length += gap + 1 + text.length();
            }
            while (!texts.isEmpty() && texts.get(texts.size() - 1).isBlank()) {
                texts.remove(texts.size() - 1);
            }
            return true;
        }

        /** From the end, where a cell is that is not blank. */
        @Override
        public boolean isBlank() {
            for (int i = texts.size() - 1; i >= 0; i--) {
                if (!texts.get(i).isBlank()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int size() {
            return texts.size();
        }

        @Override
        public String cell(int column) {
            return column < texts.size() ? texts.get(column) : null;
        }

        @Override
        public int origin(int column) {
            return merged.origin(column);
        }

        @Override
        public String moment(int column) {
            String text = cell(column);
            return text == null ? null : CellText.moment(text, from1904);
        }

        @Override
        public boolean isFormula(int column) {
            return formulas.get(column);
        }

        @Override
        public boolean isNumber(int column) {
            return numbers.get(column);
        }

        @Override
        public boolean continues(int column) {
            return merged.continues(column);
        }

        @Override
        public boolean isMerged() {
            return merged.any();
        }

        @Override
        public Unreadable fault(int column) {
            return faults.get(column);
        }

        @Override
        public boolean isFaulty() {
            return !faults.isEmpty();
        }

        @Override
        public List<String> cells() {
            return List.copyOf(texts);
        }
    }
}
