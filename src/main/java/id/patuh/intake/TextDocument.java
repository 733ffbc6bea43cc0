package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.DocumentBlock.Prose;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/** A report as plain text: prose, and between it tables whose cells are parted by tabs. */
final class TextDocument {

    private static final int SNIFFED = 1 << 18;
    /** More than a title has. */
    private static final int WORDS_OF_PROSE = 8;

    private static final List<TableKind> REPORTED =
            List.of(TableKind.PUBLISHED, TableKind.PLAN, TableKind.REALISATIONS, TableKind.OPEN);

    private final List<DocumentBlock> blocks = new ArrayList<>();
    private List<HeaderSearch.Line> rows = new ArrayList<>();

    private TextDocument() {}

    /** Whether a text is a report and not a table: prose stands in it, and a table of a report headed with tabs. */
    static boolean is(SourceFile file, Labels labels) throws IOException {
        boolean prose = false;
        boolean table = false;
        boolean below = false;
        int seen = 0;
        try (Lines lines = new Lines(file.open())) {
            while (!(prose && table) && seen < SNIFFED && lines.next()) {
                String line = lines.text();
                seen += line.length();
                if (line.indexOf('\t') < 0) {
                    below |= table && !line.isBlank();
                    prose |= line.startsWith("#")
                            || line.startsWith("**")
                            || line.split("\\s+").length >= WORDS_OF_PROSE;
                } else if (line.startsWith("\"") || line.contains("\t\"")) {
                    // Spreadsheets put cells in quotation marks when they save tables as text; reports do not.
                    return false;
                } else {
                    List<String> cells = cells(line);
                    boolean headed = REPORTED.stream().anyMatch(kind -> kind.isHeadedBy(cells, labels));
                    // What stands between two tables is no cell of either.
                    prose |= headed && below;
                    table |= headed;
                }
            }
        } catch (EOFException | ZipException e) {
            // What breaks off so early is no whole report; tables are read up to the break.
            return false;
        }
        return prose && table;
    }

    /** The parts of the text. */
    static List<DocumentBlock> read(SourceFile file) throws IOException, Unreadable {
        TextDocument document = new TextDocument();
        int size = 0;
        try (Lines lines = new Lines(file.open())) {
            while (lines.next()) {
                size += lines.text().length();
                if (lines.tooLong() || size > WordDocument.MAX_TEXT) {
                    throw new Unreadable("document-too-large", "limit", WordDocument.MAX_TEXT_SHOWN);
                }
                document.line(lines.text(), lines.number());
            }
        }
        document.endTable();
        return document.blocks;
    }

    private void line(String line, int number) {
        if (line.indexOf('\t') >= 0) {
            HeaderSearch.Line row = new HeaderSearch.Line(cells(line), number);
            if (!row.isBlank()) {
                rows.add(row);
            }
            return;
        }
        String text = Markup.prose(line);
        if (!text.isEmpty()) {
            endTable();
            blocks.add(new Prose(text, number));
        }
    }

    private void endTable() {
        if (!rows.isEmpty()) {
            blocks.add(new Grid(null, rows));
            rows = new ArrayList<>();
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(Markup.cellLines(cell));
        }
        return cells;
    }
}
