package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.DocumentBlock.Prose;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.intake.ImportedSop.Extra;
import id.patuh.intake.ImportedSop.Remark;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an SOP in the official layout, whatever file it stands in: documents, texts and the sheets of workbooks all become
 * prose and tables. Its identity stands above the table of its steps, in the same document or sheet.
 */
public final class SopImport {

    /** What a cell takes of the memory that a sheet may take, in characters, even where it is blank. */
    private static final int SIZE_OF_CELL = 16;

    private final Map<String, Object> definition = new LinkedHashMap<>();
    private final List<Extra> extras = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final DatasetBuilder problems = new DatasetBuilder();
    private final Reading reading;
    private boolean found;

    private SopImport(String path) {
        this.reading = new Reading(path, problems, new Hindsight(), (p, rows) -> {});
    }

    /** The SOP of a document or a workbook; what cannot be read is listed in the result. */
    public static ImportedSop read(Path file) {
        SopImport sop = new SopImport(file.toString());
        try {
            sop.readFile(file);
        } catch (Unreadable e) {
            sop.reject(null, null, null, null, e);
        } catch (NoSuchFileException e) {
            sop.reject(null, null, null, null, new Unreadable("path-missing"));
        } catch (AccessDeniedException e) {
            sop.reject(null, null, null, null, new Unreadable("path-denied"));
        } catch (IOException e) {
            String error = e.getClass().getSimpleName();
            sop.reject(null, null, null, null, new Unreadable("file-unreadable", "error", error));
        }
        return new ImportedSop(
                sop.definition,
                sop.extras,
                sop.remarks,
                sop.problems.rejected.stream().toList());
    }

    private void readFile(Path path) throws IOException, Unreadable {
        SourceFile file = new SourceFile(path);
        file.inspect();
        if (file.format() == FileFormat.TEXT) {
            section(TextDocument.read(file));
        } else {
            file.readUnpacked(unpacked -> readBinary(unpacked, file.format()));
        }
        if (!found) {
            throw new Unreadable("sop-table-missing");
        }
    }

    private void readBinary(Path file, FileFormat format) throws IOException, Unreadable {
        WorkbookReader workbook = new WorkbookReader(reading, SheetRows::new);
        if (format == FileFormat.COMPOUND) {
            workbook.readCompound(file);
        } else {
            PackageGuard.Survey survey = PackageGuard.inspect(file);
            if (survey.content() == PackageGuard.Content.DOCUMENT) {
                section(WordDocument.read(file));
            } else {
                workbook.readPackage(file, survey);
            }
        }
        reading.close(null);
        problems.inputs.get(0).notes().forEach(note -> remarks.add(new Remark(null, null, note)));
    }

    /** Reads a document or a sheet. */
    private void section(List<DocumentBlock> blocks) throws Unreadable {
        SopHead head = new SopHead(this);
        SopTable table = null;
        int below = 0;
        for (DocumentBlock block : blocks) {
            if (block instanceof Prose line && table == null) {
                head.line(line);
            } else if (block instanceof Prose) {
                below++;
            } else if (block instanceof Grid grid && (table == null || !table.goesOn(grid))) {
                SopHeader header = SopHeader.find(grid.rows());
                if (header != null && found) {
                    int row = grid.rows().get(header.top()).number();
                    reject(grid.name(), row, null, null, new Unreadable("sop-table-surplus"));
                } else if (header != null) {
                    found = true;
                    head.grid(new Grid(grid.name(), grid.rows().subList(0, header.top())));
                    table = new SopTable(this, header, grid);
                } else if (table == null) {
                    head.grid(grid);
                } else {
                    below += grid.rows().size();
                }
            }
        }
        if (table != null) {
            head.addTo(definition);
            below += table.addTo(definition);
        }
        if (below > 0) {
            remark(null, null, "sop-lines-below", "count", "" + below);
        }
    }

    /** The file as the user named it. */
    String path() {
        return reading.path;
    }

    /** Says something of a key, of a step's key, or with a null key of the SOP as a whole. */
    void remark(Integer step, String key, String note, String... details) {
        remarks.add(new Remark(step, key, new InputNote(note, Map.copyOf(Unreadable.pairs(details)))));
    }

    /** Takes note of what cannot be read. */
    void reject(String sheet, Integer row, String column, String value, Unreadable problem) {
        reading.reject(sheet, row, column, value, problem);
    }

    /** Keeps the rows of a sheet until its end. */
    private final class SheetRows implements Table {

        private final String name;
        private final List<Line> rows = new ArrayList<>();
        private long size;

        SheetRows(String name) {
            this.name = name;
        }

        @Override
        public void row(TableRow row, int number) {
            if (size > WordDocument.MAX_TEXT) {
                return;
            }
            Line line = Line.of(row, number);
            rows.add(line);
            size += line.cells().stream()
                    .mapToInt(text -> text.length() + SIZE_OF_CELL)
                    .sum();
            if (size > WordDocument.MAX_TEXT) {
                rows.clear();
                reject(
                        name,
                        null,
                        null,
                        null,
                        new Unreadable("document-too-large", "limit", WordDocument.MAX_TEXT_SHOWN));
            }
        }

        @Override
        public void lose(int number, String text) {
            // What was lost has been rejected.
        }

        @Override
        public void breakOff() {
            // What stands above the break is of use, and the reader of workbooks says that there is one.
            read();
        }

        @Override
        public void end() {
            read();
        }

        private void read() {
            if (SopExtraRows.read(new Grid(name, rows), SopImport.this, extras)) {
                return;
            }
            List<Line> plain = new ArrayList<>();
            for (Line row : rows) {
                plain.add(new Line(row.cells().stream().map(Markup::cellLines).toList(), row.number()));
            }
            try {
                section(plain.isEmpty() ? List.of() : List.of(new Grid(name, plain)));
            } catch (Unreadable e) {
                reject(name, null, null, null, e);
            }
        }
    }
}
