package id.patuh.report;

import id.patuh.spool.SpoolException;
import id.patuh.spool.WholeFile;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The user's own workbook with every cell marked that a violation or a rejection points at, and a sheet in front that sums
 * them up. Nothing else of the workbook is changed.
 */
public final class AnnotatedCopy {

    /** Comments beyond these would make a workbook that nobody can open; the sheet in front still lists all. */
    private static final int MOST_COMMENTS = 5_000;

    private static final int LONGEST_COMMENT = 2_000;
    private static final byte[] GREY = rgb(0xD9D9D9);
    private static final Map<Severity, byte[]> COLOURS = Map.of(
            Severity.CRITICAL, rgb(0xFF9999),
            Severity.MAJOR, rgb(0xFFCC99),
            Severity.MINOR, rgb(0xFFF2A8),
            Severity.INFO, rgb(0xCCE5FF));

    private final ReportContent content;
    private final String path;
    private final ResultWords whole;
    private final Language language;
    private final XSSFWorkbook workbook;
    private final Map<String, SheetColumns> columns = new HashMap<>();
    private final Map<String, TreeMap<CellAddress, Mark>> marks = new LinkedHashMap<>();
    private final Map<List<Object>, CellStyle> styles = new HashMap<>();
    private int comments;

    /** What a cell is marked with: the weightiest severity, null for a rejection alone, and everything said of it. */
    private static final class Mark {

        private Severity severity;
        private final List<String> texts = new ArrayList<>();

        void add(Severity own, String text) {
            if (own != null && (severity == null || own.compareTo(severity) < 0)) {
                severity = own;
            }
            texts.add(text);
        }
    }

    private AnnotatedCopy(ReportContent content, String path, XSSFWorkbook workbook) {
        this.content = content;
        this.path = path;
        this.language = content.language();
        this.whole = new ResultWords(content);
        this.workbook = workbook;
    }

    /**
     * Writes the copy.
     *
     * @param path the workbook as the content names it
     * @param target the file to write; must be another one
     * @throws AnnotationException if the workbook cannot be copied, as it is too large or of a variant that cannot be written
     * @throws IOException if the copy cannot be written
     */
    public static void write(ReportContent content, String path, Path target) throws IOException, AnnotationException {
        try (XSSFWorkbook workbook = open(path)) {
            AnnotatedCopy copy = new AnnotatedCopy(content, path, workbook);
            copy.gather();
            copy.mark();
            copy.summary();
            WholeFile.write(target, workbook::write);
        } catch (OutOfMemoryError e) {
            throw new AnnotationException("annotate.too.large", e);
        } catch (SpoolException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new AnnotationException("annotate.impossible", e);
        }
    }

    private static XSSFWorkbook open(String path) throws AnnotationException {
        try (InputStream file = Files.newInputStream(Path.of(path))) {
            return new XSSFWorkbook(file);
        } catch (IOException e) {
            throw new AnnotationException("annotate.impossible", e);
        }
    }

    private void gather() {
        for (WordedViolation violation : content.violations()) {
            String text = comment(violation);
            for (Evidence evidence : violation.evidence()) {
                if (path.equals(evidence.path())) {
                    mark(evidence.sheet(), evidence.row(), evidence.column(), violation.severity(), text);
                }
            }
        }
        for (ReportContent.Rejection rejected : content.rejected()) {
            if (path.equals(rejected.path())) {
                String text = language.label("annotation.rejected") + ": " + rejected.reason();
                mark(rejected.sheet(), rejected.row(), rejected.column(), null, text);
            }
        }
    }

    private String comment(WordedViolation violation) {
        StringBuilder text = new StringBuilder()
                .append(violation.rule())
                .append(" (")
                .append(language.label("severity." + violation.severity().word()))
                .append(")\n")
                .append(violation.said().message());
        add(text, "annotation.expected", violation.said().expected());
        add(text, "annotation.actual", violation.said().actual());
        return text.append('\n')
                .append(language.label("basis"))
                .append(' ')
                .append(violation.said().basis())
                .toString();
    }

    private void add(StringBuilder text, String label, String value) {
        if (value != null) {
            text.append('\n').append(language.label(label)).append(": ").append(value);
        }
    }

    private void mark(String sheetName, Integer row, String column, Severity severity, String text) {
        CellAddress cell = cell(sheetName, row, column);
        if (cell != null) {
            marks.computeIfAbsent(sheetName, s -> new TreeMap<>(Comparator.naturalOrder()))
                    .computeIfAbsent(cell, c -> new Mark())
                    .add(severity, text);
        }
    }

    /** Where evidence points; null where it names no row of the workbook. */
    private CellAddress cell(String sheetName, Integer row, String column) {
        Sheet sheet = sheetName == null ? null : workbook.getSheet(sheetName);
        if (sheet == null || row == null || row < 1) {
            return null;
        }
        int index =
                columns.computeIfAbsent(sheetName, s -> new SheetColumns(sheet)).find(row - 1, column);
        return new CellAddress(row - 1, index);
    }

    private void mark() {
        marks.forEach((name, cells) -> {
            Sheet sheet = workbook.getSheet(name);
            cells.forEach((address, mark) -> mark(sheet, address, mark));
        });
    }

    private void mark(Sheet sheet, CellAddress address, Mark mark) {
        Row row = sheet.getRow(address.getRow());
        if (row == null) {
            row = sheet.createRow(address.getRow());
        }
        Cell cell = row.getCell(address.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(marked(cell.getCellStyle(), mark.severity));
        if (comments >= MOST_COMMENTS) {
            return;
        }
        comments++;
        String text = String.join("\n\n", mark.texts);
        Comment before = cell.getCellComment();
        if (before != null) {
            text = before.getString().getString() + "\n\n" + text;
            cell.removeCellComment();
        }
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        // POI takes the anchor for the comment's cell at first, which must have none yet: it begins at the right edge
        // of its own.
        anchor.setCol1(address.getColumn());
        anchor.setDx1((int) (sheet.getColumnWidthInPixels(address.getColumn()) * Units.EMU_PER_PIXEL));
        anchor.setCol2(address.getColumn() + 6);
        anchor.setRow1(address.getRow());
        anchor.setRow2(address.getRow() + 10);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        String shown = text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) + "…" : text;
        comment.setString(workbook.getCreationHelper().createRichTextString(shown));
        comment.setAuthor("patuh");
        cell.setCellComment(comment);
    }

    /** The cell's own style, with another background. */
    private CellStyle marked(CellStyle style, Severity severity) {
        byte[] colour = severity == null ? GREY : COLOURS.get(severity);
        return styles.computeIfAbsent(List.of(style.getIndex(), colour), key -> {
            XSSFCellStyle copy = workbook.createCellStyle();
            copy.cloneStyleFrom(style);
            copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            copy.setFillForegroundColor(new XSSFColor(colour, null));
            return copy;
        });
    }

    private void summary() {
        String name = "patuh";
        for (int i = 2; workbook.getSheet(name) != null; i++) {
            name = "patuh " + i;
        }
        Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        workbook.setSheetOrder(sheet.getSheetName(), 0);
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
        Summary summary = new Summary(sheet);
        summary.title(path);
        summary.say(whole.matter());
        summary.say(whole.ruleSet());
        summary.say(whole.checked() + "; " + whole.bySeverity());
        summary.title(String.join("; ", whole.verdict()));
        for (WordedGrade grade : content.grades()) {
            summary.say(grade.graded() + ": " + grade.inWords(language));
        }
        summary.gap();
        summary.head(List.of(
                "severity", "rule", "unit", "sop", "case", "step", "message", "expected", "actual", "place", "basis"));
        for (WordedViolation violation : content.violations()) {
            summary.violation(violation);
        }
        for (ReportContent.Rejection rejected : content.rejected()) {
            summary.rejected(rejected);
        }
        for (ReportContent.Lack lack : content.notEvaluated()) {
            summary.notEvaluated(lack);
        }
        summary.finish();
    }

    /** The sheet in front. */
    private final class Summary {

        private static final int PLACE = 9;
        private static final int COLUMNS = 11;
        private static final int TALLEST_ROW = 400;
        /** In letters. */
        private static final int[] WIDTHS = {15, 26, 16, 12, 20, 12, 70, 26, 26, 22, 44};

        private final Sheet sheet;
        private final SheetText text = new SheetText(workbook);
        private final CellStyle wrapped;
        private final CellStyle bold;
        private final CellStyle plain;
        private final CellStyle header;
        private int next;
        private int headRow;

        Summary(Sheet sheet) {
            this.sheet = sheet;
            this.wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            this.bold = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            this.plain = workbook.createCellStyle();
            this.header = workbook.createCellStyle();
            header.cloneStyleFrom(marked(wrapped, null));
            header.setFont(font);
        }

        void title(String words) {
            text.write(sheet.createRow(next++).createCell(0), words, bold);
        }

        void say(String words) {
            text.write(sheet.createRow(next++).createCell(0), words, plain);
        }

        void gap() {
            next++;
        }

        Row line(List<String> texts, CellStyle style) {
            Row row = sheet.createRow(next++);
            int lines = 1;
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i) != null) {
                    text.write(row.createCell(i), texts.get(i), style);
                    lines = Math.max(lines, 1 + texts.get(i).length() / WIDTHS[i]);
                }
            }
            // No program fits the heights of rows that another one wrote.
            row.setHeightInPoints(Math.min(lines * sheet.getDefaultRowHeightInPoints(), TALLEST_ROW));
            return row;
        }

        void head(List<String> keys) {
            headRow = next;
            line(keys.stream().map(k -> language.label("annotation." + k)).toList(), header);
        }

        void violation(WordedViolation violation) {
            Subject subject = violation.subject();
            List<String> texts = new ArrayList<>(
                    List.of(language.label("severity." + violation.severity().word()), violation.rule()));
            texts.add(subject.unit());
            texts.add(subject.sop());
            texts.add(subject.caseId() == null ? subject.survey() : subject.caseId());
            texts.add(Stream.of(subject.step(), subject.constraint(), subject.element())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
            texts.add(violation.said().message());
            texts.add(violation.said().expected());
            texts.add(violation.said().actual());
            texts.add(null);
            texts.add(violation.said().basis());
            Row row = line(texts, wrapped);
            row.getCell(0).setCellStyle(marked(wrapped, violation.severity()));
            violation.evidence().stream()
                    .filter(e -> path.equals(e.path()))
                    .findFirst()
                    .ifPresent(e -> link(row, e.sheet(), e.row(), e.column()));
        }

        void rejected(ReportContent.Rejection rejected) {
            List<String> texts = new ArrayList<>();
            texts.add(language.label("annotation.rejected"));
            for (int i = 0; i < 5; i++) {
                texts.add(null);
            }
            texts.add(rejected.reason());
            texts.add(null);
            texts.add(rejected.value());
            Row row = line(texts, wrapped);
            row.getCell(0).setCellStyle(marked(wrapped, null));
            if (path.equals(rejected.path())) {
                link(row, rejected.sheet(), rejected.row(), rejected.column());
            } else {
                text.write(row.createCell(PLACE), rejected.path(), wrapped);
            }
        }

        void notEvaluated(ReportContent.Lack lack) {
            List<String> texts = new ArrayList<>(List.of(language.label("not.evaluated"), lack.rule()));
            for (int i = 0; i < 4; i++) {
                texts.add(null);
            }
            texts.add(lack.said().subject() + ": " + lack.said().reason());
            line(texts, wrapped);
        }

        void finish() {
            sheet.createFreezePane(0, headRow + 1);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.setFitToPage(true);
            sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, -1, -1));
            if (next > headRow + 1) {
                sheet.setAutoFilter(new CellRangeAddress(headRow, next - 1, 0, COLUMNS - 1));
            }
            for (int i = 0; i < COLUMNS; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
        }

        private void link(Row row, String sheetName, Integer number, String column) {
            CellAddress address = cell(sheetName, number, column);
            Cell place = row.createCell(PLACE);
            if (address == null) {
                text.write(place, sheetName == null ? path : sheetName, wrapped);
                return;
            }
            String reference =
                    new CellReference(sheetName, address.getRow(), address.getColumn(), false, false).formatAsString();
            text.write(place, reference, wrapped);
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress(reference);
            place.setHyperlink(link);
        }
    }

    private static byte[] rgb(int colour) {
        return new byte[] {(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour};
    }
}
