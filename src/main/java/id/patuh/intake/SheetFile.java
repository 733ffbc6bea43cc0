package id.patuh.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells of a workbook's sheets, or of a CSV file, as they stand, for those who gave it out and know what it should hold.
 *
 * @param sheets in their order; of a CSV file one
 * @param rejected what could not be read
 */
public record SheetFile(List<Sheet> sheets, List<RejectedRow> rejected) {

    private static final int SIZE_OF_CELL = 16;

    /**
     * A sheet.
     *
     * @param path the file as the user named it
     * @param name null where the file has no sheets
     * @param rows those in which anything stands
     */
    public record Sheet(String path, String name, List<Row> rows) {}

    /**
     * A row.
     *
     * @param number from 1
     * @param merged whether any cell of it is merged with another one
     */
    public record Row(int number, List<Cell> cells, boolean merged) {

        /** The cell of a column from 0; a blank one where there is none. */
        public Cell cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : Cell.BLANK;
        }
    }

    /**
     * A cell.
     *
     * @param text never null; numbers with a decimal point, days as ISO dates
     * @param formula whether it was worked out from other cells
     * @param number whether it is known to hold a number
     * @param fault why it holds no value; null where it does
     */
    public record Cell(String text, boolean formula, boolean number, Fault fault) {

        static final Cell BLANK = new Cell("", false, false, null);
    }

    /** Why a cell holds no value: the key of a text, and what it names. */
    public record Fault(String reason, Map<String, String> details) {}

    /** The sheets of a file; what cannot be read is listed in the result. */
    public static SheetFile read(Path file) {
        DatasetBuilder problems = new DatasetBuilder();
        Reading reading = new Reading(file.toString(), problems, new Hindsight(), (path, rows) -> {});
        List<Sheet> sheets = new ArrayList<>();
        try {
            read(file, reading, sheets);
        } catch (Unreadable e) {
            reading.reject(null, null, null, e);
        } catch (NoSuchFileException e) {
            reading.reject(null, null, null, new Unreadable("path-missing"));
        } catch (AccessDeniedException e) {
            reading.reject(null, null, null, new Unreadable("path-denied"));
        } catch (IOException e) {
            String error = e.getClass().getSimpleName();
            reading.reject(null, null, null, new Unreadable("file-unreadable", "error", error));
        }
        return new SheetFile(sheets, problems.rejected.stream().toList());
    }

    /** The day that a text means, as inputs may write it; empty where it is none or several. */
    public static Optional<LocalDate> day(String text) {
        try {
            Dates dates = Dates.parse(text.strip());
            return dates.first().equals(dates.last()) ? Optional.of(dates.first()) : Optional.empty();
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static void read(Path path, Reading reading, List<Sheet> sheets) throws IOException, Unreadable {
        try (SourceFile file = new SourceFile(path)) {
            file.inspect();
            WorkbookReader workbook = new WorkbookReader(reading, name -> new Rows(name, reading, sheets));
            switch (file.format()) {
                case PACKAGE ->
                    file.readUnpacked(unpacked -> {
                        PackageGuard.Survey survey = PackageGuard.inspect(unpacked);
                        if (survey.content() != PackageGuard.Content.WORKBOOK) {
                            throw new Unreadable("table-unrecognised");
                        }
                        workbook.readPackage(unpacked, survey);
                    });
                case COMPOUND -> file.readUnpacked(workbook::readCompound);
                default -> {
                    file.refuseDamage();
                    new DelimitedReader(file, reading).read(new Rows(null, reading, sheets));
                }
            }
        }
    }

    /** Keeps the rows of a sheet. */
    private static final class Rows implements Table {

        private final Reading reading;
        private final Sheet sheet;
        private final List<Sheet> sheets;
        private long size;

        Rows(String name, Reading reading, List<Sheet> sheets) {
            this.reading = reading;
            this.sheet = new Sheet(reading.path, name, new ArrayList<>());
            this.sheets = sheets;
        }

        @Override
        public void row(TableRow row, int number) {
            if (size > WordDocument.MAX_TEXT) {
                return;
            }
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Unreadable fault = row.fault(i);
                cells.add(new Cell(
                        row.cell(i),
                        row.isFormula(i),
                        row.isNumber(i),
                        fault == null ? null : new Fault(fault.reason(), fault.details())));
                size += row.cell(i).length() + SIZE_OF_CELL;
            }
            if (size > WordDocument.MAX_TEXT) {
                Unreadable problem = new Unreadable("document-too-large", "limit", WordDocument.MAX_TEXT_SHOWN);
                reading.reject(sheet.name(), number, null, null, problem);
            }
            sheet.rows().add(new Row(number, cells, row.isMerged()));
        }

        @Override
        public void lose(int number, String text) {
            // What was lost has been rejected.
        }

        @Override
        public void breakOff() {
            // The reader says that there is a break.
        }

        @Override
        public void end() {
            sheets.add(sheet);
        }
    }
}
