package id.patuh.intake;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.DocumentBlock.Prose;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/**
 * A Word document: its body is read as a stream, so that a large one takes no more memory than its text. Text boxes and
 * tables within cells follow the paragraph or table that holds them; what was deleted under tracked changes is left out.
 */
final class WordDocument {

    static final int MAX_TEXT = 1 << 24;
    static final String MAX_TEXT_SHOWN = "16 MiB";
    private static final int MAX_DEPTH = 400;
    /** What programs show that do not know the element that stands before it, which is read. */
    private static final String FALLBACK = "Fallback";

    private static final Set<String> NOT_SHOWN =
            Set.of("del", "moveFrom", "instrText", "delText", "pPrChange", "rPr", FALLBACK);
    /** Ticks and other marks in the fonts Wingdings, as their codes within a font of symbols. */
    private static final Map<Integer, String> SYMBOLS = Map.of(
            0xf0fc, "\u2713", 0xf0fe, "\u2611", 0xf0d6, "\u221a", 0xf050, "\u2713", 0xf052, "\u2611", 0xf0b7, "\u2022",
            0xf06c, "\u25cf", 0xf06e, "\u25a0", 0xf075, "\u25c6");

    private static final WstxInputFactory FACTORY = factory();

    static {
        // The guard has measured every part by then.
        ZipSecureFile.setMinInflateRatio(0.0005);
    }

    private final XMLStreamReader xml;
    private final List<DocumentBlock> blocks = new ArrayList<>();
    private int paragraphs;
    private int tables;
    private int size;

    private WordDocument(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** The parts of the document in a package that {@link PackageGuard} has looked through. */
    static List<DocumentBlock> read(Path file) throws IOException, Unreadable {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            List<PackagePart> found = parts.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
            if (found.isEmpty()) {
                found = parts.getPartsByRelationshipType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
            }
            if (found.isEmpty()) {
                throw new Unreadable("document-broken", "error", "document.xml");
            }
            try (InputStream in = found.get(0).getInputStream()) {
                WordDocument document = new WordDocument(FACTORY.createXMLStreamReader(in));
                document.body();
                return document.blocks;
            }
        } catch (OpenXML4JException | XMLStreamException | RuntimeException e) {
            throw new Unreadable("document-broken", "error", e.getClass().getSimpleName());
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        return factory;
    }

    private void body() throws XMLStreamException, Unreadable {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("body")) {
                blocks.addAll(content(null));
            }
        }
    }

    /** The blocks up to the end of the element that is open; within a cell its paragraphs go to the cell. */
    private List<DocumentBlock> content(Cell cell) throws XMLStreamException, Unreadable {
        List<DocumentBlock> content = new ArrayList<>();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "p" -> paragraph(cell, content);
                    case "tbl" -> table(content);
                    case "tcPr" -> cellProperties(cell);
                    case "sectPr", "del", "moveFrom", FALLBACK -> skip();
                    default -> depth++;
                }
            }
        }
        return content;
    }

    private void paragraph(Cell cell, List<DocumentBlock> content) throws XMLStreamException, Unreadable {
        StringBuilder text = new StringBuilder();
        List<DocumentBlock> boxes = new ArrayList<>();
        boolean listed = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (NOT_SHOWN.contains(name)) {
                    skip();
                    continue;
                }
                switch (name) {
                    case "t" -> add(text);
                    case "txbxContent" -> boxes.addAll(content(null));
                    default -> {
                        depth++;
                        listed |= name.equals("numPr");
                        text.append(sign(name));
                    }
                }
            }
        }
        if (cell != null) {
            cell.text
                    .append(listed && !text.toString().isBlank() ? "\n- " : "\n")
                    .append(text);
        } else {
            paragraphs++;
            for (String line : text.toString().split("\n")) {
                String prose = Markup.prose(line);
                if (!prose.isEmpty()) {
                    content.add(new Prose(prose, paragraphs));
                }
            }
        }
        content.addAll(boxes);
    }

    private String sign(String element) {
        return switch (element) {
            case "br", "cr" -> "\n";
            case "tab", "ptab" -> " ";
            case "noBreakHyphen" -> "-";
            case "sym" -> symbol();
            default -> "";
        };
    }

    private String symbol() {
        String code = attribute("char");
        if (code == null || !code.matches("[0-9A-Fa-f]{1,4}")) {
            return "";
        }
        int character = Integer.parseInt(code, 16);
        return symbol(character < 0x100 ? 0xf000 + character : character);
    }

    private static String symbol(int code) {
        return SYMBOLS.getOrDefault(code, Character.toString(code));
    }

    private void add(StringBuilder text) throws XMLStreamException, Unreadable {
        String run = xml.getElementText();
        grow(run.length());
        run.codePoints().forEach(c -> {
            if (c >= 0xf000 && c <= 0xf0ff) {
                text.append(symbol(c));
            } else {
                text.appendCodePoint(c);
            }
        });
    }

    /** Merged cells repeat their text, so that they count as much as it does. */
    private void grow(int characters) throws Unreadable {
        size += characters;
        if (size > MAX_TEXT) {
            throw new Unreadable("document-too-large", "limit", MAX_TEXT_SHOWN);
        }
    }

    private void table(List<DocumentBlock> content) throws XMLStreamException, Unreadable {
        tables++;
        String name = "Tabel " + tables;
        List<HeaderSearch.Line> rows = new ArrayList<>();
        List<DocumentBlock> nested = new ArrayList<>();
        Map<Integer, String> merged = new HashMap<>();
        int number = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tr" -> {
                        number++;
                        List<String> cells = row(merged, nested);
                        HeaderSearch.Line row = new HeaderSearch.Line(cells, number);
                        if (!row.isBlank()) {
                            rows.add(row);
                        }
                    }
                    case "tblPr", "tblGrid", "del", "moveFrom" -> skip();
                    default -> depth++;
                }
            }
        }
        if (!rows.isEmpty()) {
            content.add(new Grid(name, rows));
        }
        content.addAll(nested);
    }

    /** @param merged what stands in cells that may be merged with the next row's, by column */
    private List<String> row(Map<Integer, String> merged, List<DocumentBlock> nested)
            throws XMLStreamException, Unreadable {
        List<String> cells = new ArrayList<>();
        Set<Integer> running = new HashSet<>();
        boolean deleted = false;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                switch (name) {
                    case "tc" -> {
                        Cell cell = new Cell();
                        nested.addAll(content(cell));
                        int column = cells.size();
                        String text = Markup.cellLines(cell.text.toString());
                        if (cell.merge == Cell.Merge.ON) {
                            text = merged.getOrDefault(column, text);
                        }
                        if (cell.merge != Cell.Merge.NONE) {
                            merged.put(column, text);
                            running.add(column);
                        }
                        cells.add(text);
                        grow(text.length() + 1);
                        if (cell.span > 1 && isMark(text)) {
                            repeat(cells, text, cell.span - 1);
                        } else {
                            blanks(cells, cell.span - 1);
                        }
                    }
                    case "gridBefore" -> {
                        blanks(cells, span());
                        depth++;
                    }
                    default -> {
                        depth++;
                        deleted |= name.equals("del");
                    }
                }
            }
        }
        merged.keySet().retainAll(running);
        return deleted ? List.of() : cells;
    }

    /** Whether a cell holds a tick, which counts for every column that it is merged over. */
    private static boolean isMark(String text) {
        return text.strip().length() == 1 && !Character.isDigit(text.strip().charAt(0)) && FollowUpTables.isTick(text);
    }

    private void blanks(List<String> cells, int count) throws Unreadable {
        repeat(cells, "", count);
    }

    private void repeat(List<String> cells, String text, int count) throws Unreadable {
        if (cells.size() + count > CsvRow.MAX_COLUMNS) {
            throw new Unreadable("columns-too-many", "limit", "" + CsvRow.MAX_COLUMNS);
        }
        grow(count);
        for (int i = 0; i < count; i++) {
            cells.add(text);
        }
    }

    private void cellProperties(Cell cell) throws XMLStreamException, Unreadable {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (cell != null && xml.getLocalName().equals("gridSpan")) {
                    cell.span = Math.max(1, span());
                } else if (cell != null && xml.getLocalName().equals("vMerge")) {
                    cell.merge = "restart".equals(attribute("val")) ? Cell.Merge.BEGINS : Cell.Merge.ON;
                }
            }
        }
    }

    private int span() throws Unreadable {
        String value = attribute("val");
        if (value == null || !value.matches("\\d{1,9}")) {
            throw new Unreadable("document-broken", "error", "gridSpan");
        }
        int span = Integer.parseInt(value);
        if (span > CsvRow.MAX_COLUMNS) {
            throw new Unreadable("columns-too-many", "limit", "" + CsvRow.MAX_COLUMNS);
        }
        return span;
    }

    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** A cell while it is read. */
    private static final class Cell {

        private enum Merge {
            NONE,
            BEGINS,
            ON
        }

        private final StringBuilder text = new StringBuilder();
        private int span = 1;
        private Merge merge = Merge.NONE;
    }
}
