package id.patuh.intake;

import id.patuh.formats.Packages;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.Arguments;

/** All hostile files of the tests in one place, by name. */
public final class HostileFiles {

    private static final String HEADER = "case,sop,step,start,note\n";
    private static final String GOOD = "good,B276,1,2025-03-03 08:30,";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {

        void write(OutputStream out) throws IOException;

        /** Stores it. */
        default Path store(Path file) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                write(out);
            }
            return file;
        }
    }

    /** Files that are large when unpacked. */
    static final Map<String, Content> LARGE = large();

    private HostileFiles() {}

    /**
     * Every file.
     *
     * @param secret a file of which nothing must ever be shown
     * @param server an address that nothing must ever call
     */
    public static Map<String, Content> all(Path secret, URI server) {
        Map<String, Content> all = new LinkedHashMap<>();
        Stream.of(
                        HostileWorkbookTest.corpus(),
                        HostileXesTest.files(),
                        HostileDocumentTest.corpus(),
                        RejectionTest.badFiles())
                .flatMap(files -> files)
                .map(Arguments::get)
                .forEach(file -> put(all, (String) file[0], out -> out.write((byte[]) file[1])));
        LARGE.forEach((name, content) -> put(all, name, content));
        texts().forEach((name, text) -> put(all, name, utf8(text)));
        for (String target : List.of(secret.toUri().toString(), server.toString())) {
            attacks(target).forEach((name, content) -> put(all, name, content));
        }
        return all;
    }

    /** Texts with a value of a gigabyte, packed: they take a while to write. */
    public static Map<String, Content> gigabytes() {
        String json = "{\"activities\":[{\"case\":\"";
        return Map.of(
                "gigabyte.csv.gz", gigabyte(HEADER + GOOD),
                "gigabyte-quoted.csv.gz", gigabyte(HEADER + GOOD + "\""),
                "gigabyte.json.gz", gigabyte(json),
                "gigabyte.ndjson.gz", gigabyte("{\"case\":\"a\"}\n{\"case\":\""),
                "gigabyte.xes.gz", gigabyte("<log><trace><string key=\"concept:name\" value=\""),
                "gigabyte-ocel.json.gz", gigabyte("{\"objectTypes\":[{\"name\":\""));
    }

    private static void put(Map<String, Content> all, String name, Content content) {
        String free = name;
        for (int i = 2; all.containsKey(free); i++) {
            free = i + "-" + name;
        }
        all.put(free, content);
    }

    private static Map<String, Content> large() {
        Map<String, Content> files = new LinkedHashMap<>();
        files.put("bomb.xlsx", out -> zip(out, Map.of("xl/workbook.xml", part -> repeat(part, "<sheets/>", 150_000))));
        files.put("cell-of-a-gigabyte.xlsx", sheet(part -> {
            part.write(bytes(HostileWorkbookTest.HEAD_ROW + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"));
            repeat(part, "abcdefghij0123456789ABCDEFGHIJ-klmnopqrst", 26_000);
        }));
        files.put("blank-rows.xlsx", sheet(part -> {
            part.write(bytes(HostileWorkbookTest.HEAD_ROW));
            for (int i = 2; i <= 2_000_000; i++) {
                part.write(bytes("<row r=\"" + i + "\"><c r=\"A" + i + "\" s=\"0\"/></row>"));
            }
            part.write(bytes(HostileWorkbookTest.GOOD_ROW.replace("2\"", "2000001\"")));
        }));
        files.put("wide-row.xlsx", sheet(part -> {
            part.write(bytes(HostileWorkbookTest.HEAD_ROW + "<row r=\"2\">"));
            part.write(bytes("<c><v>1</v></c>".repeat(CsvRow.MAX_COLUMNS)));
            part.write(bytes("</row>" + HostileWorkbookTest.GOOD_ROW.replace("2\"", "3\"")));
        }));
        files.put("wide-header.xlsx", sheet(part -> {
            part.write(bytes(HostileWorkbookTest.HEAD_ROW.replace("</row>", "")));
            for (int i = 5; i <= CsvRow.MAX_COLUMNS; i++) {
                part.write(bytes("<c t=\"inlineStr\"><is><t>kolom " + i + "</t></is></c>"));
            }
            part.write(bytes("</row>" + HostileWorkbookTest.GOOD_ROW));
        }));
        files.put("wide-rows.xlsx", sheet(part -> {
            part.write(bytes(HostileWorkbookTest.HEAD_ROW));
            for (int i = 2; i <= 100_000; i++) {
                part.write(bytes("<row r=\"" + i + "\"><c r=\"XFD" + i + "\"><v>1</v></c></row>"));
            }
        }));
        files.put("one-text-everywhere.xlsx", out -> {
            Map<String, Content> parts = frame();
            withSharedStrings(parts);
            parts.put("xl/sharedStrings.xml", part -> {
                part.write(bytes("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"));
                repeat(part, "x", PackageGuard.MAX_TEXT / 1_000 - 1);
                part.write(bytes("</t></si></sst>"));
            });
            parts.put(SHEET, sheetOf(part -> {
                part.write(bytes(HostileWorkbookTest.HEAD_ROW));
                for (int i = 2; i <= 100_000; i++) {
                    part.write(bytes("<row r=\"" + i + "\"><c r=\"E" + i + "\" t=\"s\"><v>0</v></c></row>"));
                }
            }));
            zip(out, parts);
        });
        files.put("one-sheet-under-many-names.xlsx", out -> {
            Map<String, Content> parts = frame();
            StringBuilder names = new StringBuilder();
            for (int i = 0; i < 20_000; i++) {
                names.append("<sheet name=\"L" + i + "\" sheetId=\"" + (i + 1) + "\" r:id=\"s1\"/>");
            }
            String workbook =
                    new String(HostileWorkbookTest.unpacked("").get("xl/workbook.xml"), StandardCharsets.UTF_8);
            parts.put("xl/workbook.xml", utf8(workbook.replaceFirst("<sheet .*?/>", names.toString())));
            parts.put(SHEET, sheetOf(part -> {
                for (int i = 1; i <= 5_000; i++) {
                    part.write(bytes("<row r=\"" + i + "\"><c r=\"A" + i + "\"><v>1</v></c></row>"));
                }
            }));
            zip(out, parts);
        });
        files.put("blank-lines.csv", out -> {
            out.write(bytes(HEADER + "\n".repeat(1_000_000) + ",,,,\n".repeat(1_000_000) + GOOD + "\n"));
        });
        files.put("many-names.json", out -> {
            out.write(bytes("{\"activities\":[{"));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(bytes("\"k" + i + "\":1,"));
            }
        });
        return files;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("year-0.csv", HEADER + GOOD.replace("2025-", "0000-") + "\n");
        texts.put("year-9999.csv", HEADER + GOOD.replace("2025-", "9999-") + "\n");
        texts.put(
                "duplicate-headers.csv",
                "case,case,sop,step,start,mulai\na,b,B276,1,2025-03-03 08:30,2026-03-03 08:30\n");
        texts.put("formula-errors.csv", HEADER + "#REF!,#N/A,#DIV/0!,#VALUE!,#NAME?\n");
        texts.put("formulas.csv", HEADER + GOOD + "=cmd|' /C calc'!A0\n=1+1,@SUM(1),+1,-1,\n");
        texts.put("one-column.csv", "x\n".repeat(500_000));
        texts.put("quotes.csv", HEADER + "\"".repeat(1_000_001));
        texts.put("open-quotes.csv", HEADER + "\"a\n".repeat(20_000));
        texts.put("deep.json", "[".repeat(1_000_000));
        texts.put("huge-number.json", "{\"activities\":[{\"case\":1e999999999}]}");
        texts.put("long-number.json", "{\"activities\":[{\"case\":" + "9".repeat(2_000_000) + "}]}");
        texts.put(
                "surrogates.json",
                "{\"activities\":[{\"case\":\"\\ud800\",\"sop\":\"B276\",\"step\":1,\"start\":\"2025-03-03 08:30\"}]}");
        texts.put("ref.json", "{\"$ref\":\"file:///etc/passwd\",\"activities\":[]}");
        return texts;
    }

    /** Files that ask their reader to open something else. */
    private static Map<String, Content> attacks(String target) {
        Map<String, Content> files = new LinkedHashMap<>();
        String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"" + target + "\">]>";
        String parameter = "<!DOCTYPE x [<!ENTITY % a SYSTEM \"" + target + "\"> %a;]>";
        String external = "<!DOCTYPE x SYSTEM \"" + target + "\">";
        String trace = "<trace><string key=\"concept:name\" value=\"K\"/>&a;</trace>";
        Map<String, String> declared =
                Map.of("entity", entity, "parameter-entity", parameter, "external-type", external);
        declared.forEach((name, doctype) -> {
            files.put(name + ".xes", utf8(doctype + "<log>" + trace + "</log>"));
            files.put(
                    name + "-utf16.xes",
                    out -> out.write((doctype + "<log>" + trace + "</log>").getBytes(StandardCharsets.UTF_16)));
            for (String part : List.of(
                    SHEET,
                    "xl/workbook.xml",
                    "xl/sharedStrings.xml",
                    "xl/styles.xml",
                    "_rels/.rels",
                    "xl/theme/theme1.xml",
                    "docProps/core.xml",
                    "xl/drawings/vmlDrawing1.vml")) {
                files.put(
                        name + "-in-" + part.substring(part.lastIndexOf('/') + 1) + ".xlsx",
                        workbook(part, x -> doctype + (x.isEmpty() ? "<x>&a;</x>" : x)));
            }
            for (String part :
                    List.of("word/document.xml", "word/settings.xml", "word/footnotes.xml", "docProps/core.xml")) {
                files.put(
                        name + "-in-" + part.substring(part.lastIndexOf('/') + 1) + ".docx",
                        document(part, x -> doctype + (x.isEmpty() ? "<x>&a;</x>" : x)));
            }
        });
        String quoted = "\"" + target + "\"";
        files.put("extension.xes", utf8("<log><extension name=\"x\" prefix=\"x\" uri=" + quoted + "/></log>"));
        files.put(
                "schema.xes",
                utf8("<log xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:noNamespaceSchemaLocation=" + quoted
                        + "/>"));
        files.put("stylesheet.xes", utf8("<?xml-stylesheet type=\"text/xsl\" href=" + quoted + "?><log/>"));
        files.put(
                "include.xes",
                utf8("<log><i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=" + quoted
                        + "/></log>"));
        String relations = "xl/_rels/workbook.xml.rels";
        String elsewhere = "TargetMode=\"External\" Target=" + quoted;
        files.put(
                "external-worksheet.xlsx",
                workbook(relations, x -> x.replace("Target=\"worksheets/sheet1.xml\"", elsewhere)));
        for (String kind : List.of("sharedStrings", "styles", "externalLink", "image", "oleObject", "vbaProject")) {
            String relation = "<Relationship Id=\"x1\" Type=\"" + OFFICE + kind + "\" " + elsewhere + "/>";
            files.put(
                    "external-" + kind + ".xlsx",
                    workbook(relations, x -> x.replace("</Relationships>", relation + "</Relationships>")));
        }
        files.put(
                "webservice.xlsx",
                workbook(
                        SHEET,
                        x -> x.replaceFirst(
                                "<c r=\"D2\".*?</c>",
                                "<c r=\"D2\" t=\"str\"><f>WEBSERVICE(&quot;" + target
                                        + "&quot;)</f><v>2025-03-03 08:30</v></c>")));
        for (String kind : List.of("attachedTemplate", "aFChunk", "image", "subDocument", "hyperlink")) {
            String all = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"x1\" Type=\"" + OFFICE + kind + "\" " + elsewhere + "/></Relationships>";
            files.put("external-" + kind + ".docx", document("word/_rels/document.xml.rels", x -> all));
        }
        files.put(
                "include-text.docx",
                document(
                        "word/document.xml",
                        x -> x.replace(
                                "</w:body>",
                                "<w:p><w:fldSimple w:instr='INCLUDETEXT " + quoted
                                        + "'/><w:altChunk/></w:p></w:body>")));
        files.put("webservice.csv", utf8(HEADER + GOOD + "\"=WEBSERVICE(\"" + quoted + "\")\"\n"));
        return files;
    }

    private static Content workbook(String part, UnaryOperator<String> change) {
        return changed(
                HostileWorkbookTest.unpacked(HostileWorkbookTest.HEAD_ROW + HostileWorkbookTest.GOOD_ROW),
                part,
                change);
    }

    private static Content document(String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = Documents.parts();
        parts.put("word/document.xml", Documents.main(Documents.paragraph("Laporan")));
        return changed(parts, part, change);
    }

    private static Content changed(Map<String, byte[]> parts, String part, UnaryOperator<String> change) {
        parts.merge(
                part,
                bytes(change.apply("")),
                (old, none) -> bytes(change.apply(new String(old, StandardCharsets.UTF_8))));
        return out -> out.write(Packages.zip(parts));
    }

    private static Map<String, Content> frame() {
        Map<String, Content> parts = new LinkedHashMap<>();
        HostileWorkbookTest.unpacked("").forEach((name, content) -> parts.put(name, out -> out.write(content)));
        return parts;
    }

    private static void withSharedStrings(Map<String, Content> parts) {
        Map<String, byte[]> whole = HostileWorkbookTest.unpacked("");
        String types = new String(whole.get("[Content_Types].xml"), StandardCharsets.UTF_8);
        String relations = new String(whole.get("xl/_rels/workbook.xml.rels"), StandardCharsets.UTF_8);
        parts.put(
                "[Content_Types].xml",
                utf8(
                        types.replace(
                                "</Types>",
                                "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8(relations.replace(
                        "</Relationships>",
                        "<Relationship Id=\"s2\" Type=\"" + OFFICE
                                + "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>")));
    }

    /** A workbook whose only sheet holds these rows. */
    /** A workbook whose only sheet has these rows. */
    static Content sheet(Content rows) {
        return out -> {
            Map<String, Content> parts = frame();
            parts.put(SHEET, sheetOf(rows));
            zip(out, parts);
        };
    }

    private static Content sheetOf(Content rows) {
        return part -> {
            part.write(bytes(
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"));
            rows.write(part);
            part.write(bytes("</sheetData></worksheet>"));
        };
    }

    private static Content gigabyte(String start) {
        return out -> {
            try (GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
                packed.write(bytes(start));
                // Repetition alone would be taken for a bomb.
                Random random = new Random(1);
                byte[] block = new byte[1 << 14];
                for (int i = 0; i < 1 << 16; i++) {
                    for (int k = 0; k < block.length; k++) {
                        block[k] = (byte) (k % 500 == 0 ? 'a' + random.nextInt(26) : 'x');
                    }
                    packed.write(block);
                }
            }
        };
    }

    private static void zip(OutputStream out, Map<String, Content> parts) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(1);
        for (Map.Entry<String, Content> part : parts.entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            part.getValue().write(zip);
        }
        zip.finish();
    }

    private static void repeat(OutputStream out, String text, int thousands) throws IOException {
        byte[] block = bytes(text.repeat(1_000));
        for (int i = 0; i < thousands; i++) {
            out.write(block);
        }
    }

    private static Content utf8(String text) {
        return out -> out.write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
