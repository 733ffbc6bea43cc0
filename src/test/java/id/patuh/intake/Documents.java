package id.patuh.intake;

import id.patuh.formats.Packages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Word documents made by tests. */
public final class Documents {

    private static final String NAMESPACES =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private Documents() {}

    /** The content of a text as a word processor lays it out: headings over several cells, lists, merged cells. */
    public static byte[] ofText(Path text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            List<String[]> table = new ArrayList<>();
            for (String line : Files.readAllLines(text)) {
                if (line.indexOf('\t') >= 0) {
                    table.add(line.split("\t", -1));
                } else if (!line.isBlank()) {
                    table(document, table);
                    run(document.createParagraph(), line.replaceAll("[*#]+", "").strip());
                }
            }
            table(document, table);
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void table(XWPFDocument document, List<String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        XWPFTable table = document.createTable();
        table.removeRow(0);
        for (int r = 0; r < rows.size(); r++) {
            String[] cells = rows.get(r);
            XWPFTableRow row = table.createRow();
            // Rows after the first are made as wide as it is.
            while (!row.getTableCells().isEmpty()) {
                row.removeCell(0);
            }
            for (int c = 0; c < cells.length; c++) {
                int span = 1;
                boolean heading = r == 0 && rows.size() > 1 && rows.get(1)[0].isEmpty() && !cells[0].isEmpty();
                while (heading && !cells[c].isEmpty() && c + span < cells.length && cells[c + span].isEmpty()) {
                    span++;
                }
                cell(row.createCell(), cells[c], span, merge(rows, r, c));
                c += span - 1;
            }
        }
        rows.clear();
    }

    /** Heading cells over two rows are merged. */
    private static STMerge.Enum merge(List<String[]> rows, int r, int c) {
        boolean twoHeadingRows = rows.size() > 1 && rows.get(1)[0].isEmpty() && rows.get(0)[0].matches("(?i)no\\.?");
        boolean belowIsEmpty = twoHeadingRows && c < rows.get(1).length && rows.get(1)[c].isEmpty();
        boolean above = twoHeadingRows && c < rows.get(0).length && !rows.get(0)[c].isEmpty();
        if (belowIsEmpty && above && rows.get(1).length == rows.get(0).length && r < 2) {
            return r == 0 ? STMerge.RESTART : STMerge.CONTINUE;
        }
        return null;
    }

    private static void cell(XWPFTableCell cell, String text, int span, STMerge.Enum merge) {
        CTTcPr properties = cell.getCTTc().addNewTcPr();
        if (span > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
        }
        if (merge != null) {
            properties.addNewVMerge().setVal(merge);
        }
        String[] lines = text.replaceAll("</?[up]l?\\b[^>]*>|</li>", "").split("<li>");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                XWPFParagraph paragraph = cell.addParagraph();
                if (i > 0) {
                    paragraph.setNumID(BigInteger.ONE);
                }
                run(paragraph, lines[i].strip());
            }
        }
    }

    private static void run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        String[] halves = {text.substring(0, text.length() / 2), text.substring(text.length() / 2)};
        run.setText(halves[0]);
        paragraph.createRun().setText(halves[1]);
        if (text.isEmpty()) {
            run.addBreak(BreakType.TEXT_WRAPPING);
        }
    }

    /** A document whose body is this XML. */
    static byte[] ofBody(String body) {
        Map<String, byte[]> parts = parts();
        parts.put("word/document.xml", main(body));
        return Packages.zip(parts);
    }

    /** The main part with this body. */
    static byte[] main(String body) {
        String document = "<w:document " + NAMESPACES + "><w:body>" + body + "</w:body></w:document>";
        return document.getBytes(StandardCharsets.UTF_8);
    }

    /** The parts of a small document. */
    static Map<String, byte[]> parts() {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("x");
            document.write(bytes);
            return Packages.unzip(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append(cell.startsWith("<w:tc>") ? cell : cell("", cell));
        }
        return row.append("</w:tr>").toString();
    }

    static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(text) + "</w:tc>";
    }

    static String paragraph(String text) {
        return "<w:p><w:r>" + (text.startsWith("<") ? text : "<w:t>" + text + "</w:t>") + "</w:r></w:p>";
    }
}
