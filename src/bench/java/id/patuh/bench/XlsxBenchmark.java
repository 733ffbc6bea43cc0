package id.patuh.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.github.pjfanning.xlsx.StreamingReader;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** How long a workbook takes to read, beside the parsers alone on the same file. Argument: the number of rows. */
public final class XlsxBenchmark {

    private static final Path FOLDER = Path.of("target", "bench");

    private XlsxBenchmark() {}

    public static void main(String[] args) throws Exception {
        int rows = args.length == 0 ? 200_000 : Integer.parseInt(args[0]);
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        Path file = Files.createDirectories(FOLDER).resolve("rows-" + rows + ".xlsx");
        new XlsxLog(rules.sops().all()).write(file, rows);
        System.out.printf("%s: %,d rows, %,d MiB%n", file, rows, Files.size(file) >> 20);

        Measured.time("Woodstox alone, on the sheet", () -> parse(file));
        Measured.time("POI's event model", () -> events(file));
        Measured.time("excel-streaming-reader", () -> stream(file));
        Measured.time("patuh", () -> Measured.read(rules, file).activities().size());
        Measured.heap(rules, file);
    }

    /** The XML of the only sheet, without what its numbers stand for. */
    private static int parse(Path file) throws IOException, XMLStreamException {
        int length = 0;
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.CHARACTERS) {
                    length += xml.getTextLength();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
                        length += xml.getAttributeValue(i).length();
                    }
                }
            }
        }
        return length;
    }

    /** Every cell as POI shows it. */
    private static int events(Path file) throws Exception {
        Texts texts = new Texts();
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(parts);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(parts), texts, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
        } catch (OpenXML4JException | SAXException e) {
            throw new IOException(e);
        }
        return texts.length;
    }

    private static final class Texts implements XSSFSheetXMLHandler.SheetContentsHandler {

        private int length;

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String reference, String text, XSSFComment comment) {
            length += text.length();
        }
    }

    /** Every cell's raw value. */
    private static int stream(Path file) throws IOException {
        int length = 0;
        try (Workbook workbook = StreamingReader.builder().open(file.toFile())) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    length += cell.getStringCellValue().length();
                }
            }
        }
        return length;
    }
}
