package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.patuh.formats.Packages;
import id.patuh.sop.ActivityRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks that are broken by accident or on purpose end in a clear rejection, soon, and take no other file along. */
class HostileWorkbookTest {

    /** Only against hanging: how long it takes is for benchmarks to say. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final String HEADER = "case,sop,step,start,end\n";
    private static final String GOOD = "good,B276,1,2025-03-03 08:30,2025-03-03 09:00\n";
    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    static final String HEAD_ROW = "<row r=\"1\">" + cell("A1", "case") + cell("B1", "sop") + cell("C1", "step")
            + cell("D1", "start") + "</row>";
    static final String GOOD_ROW = "<row r=\"2\">" + cell("A2", "good") + cell("B2", "B276") + cell("C2", "1")
            + cell("D2", "2025-03-03 08:30") + "</row>";

    @TempDir
    Path folder;

    /** Name, content and the reasons; a reason with a plus sign before it says that the good row was read all the same. */
    static Stream<Arguments> corpus() {
        String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        String laughs =
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        return Stream.of(
                of("plain.xlsx", sheet(HEAD_ROW + GOOD_ROW), "+"),
                of(
                        "strict.xlsx",
                        parts(
                                sheetXml(HEAD_ROW + GOOD_ROW)
                                        .replace(
                                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                                "http://purl.oclc.org/ooxml/spreadsheetml/main"),
                                p -> p),
                        "+"),
                of(
                        "prefixed.xlsx",
                        parts(
                                sheetXml(HEAD_ROW + GOOD_ROW)
                                        .replaceAll("<(/?)(?=[a-z])", "<$1x:")
                                        .replace("xmlns=", "xmlns:x="),
                                p -> p),
                        "+"),
                of("csv.xlsx", (HEADER + GOOD).getBytes(StandardCharsets.UTF_8), "+"),
                of("wrong.csv", sheet(HEAD_ROW + GOOD_ROW), "+"),
                of("truncated.xlsx", head(sheet(HEAD_ROW + GOOD_ROW), 0.6), "package-broken"),
                of("stub.xlsx", head(sheet(HEAD_ROW + GOOD_ROW), 0.01), "package-broken"),
                of(
                        "text-after-signature.xlsx",
                        "PK\u0003\u0004 nothing".getBytes(StandardCharsets.UTF_8),
                        "package-broken"),
                of("empty-package.zip", Packages.zip(Map.of()), "encoding-or-text"),
                of("nested.zip", Packages.zip(Map.of("inner.zip", sheet(HEAD_ROW))), "format-not-read"),
                of("nested-workbook.xlsx", nested(), "+|workbook-broken"),
                of("doctype.xlsx", parts(entity + sheetXml(HEAD_ROW + GOOD_ROW), p -> p), "package-doctype"),
                of(
                        "xxe.xlsx",
                        parts(entity + sheetXml(HEAD_ROW + GOOD_ROW.replace("good", "&a;")), p -> p),
                        "package-doctype"),
                of(
                        "laughs.xlsx",
                        parts(laughs + sheetXml(HEAD_ROW + GOOD_ROW.replace("good", "&c;")), p -> p),
                        "package-doctype"),
                of("laughs-utf16.xlsx", utf16(laughs), "package-doctype"),
                of("doctype-in-workbook.xlsx", with("xl/workbook.xml", x -> entity + x), "package-doctype"),
                of("doctype-in-rels.xlsx", with("xl/_rels/workbook.xml.rels", x -> entity + x), "package-doctype"),
                of("doctype-in-types.xlsx", with("[Content_Types].xml", x -> entity + x), "package-doctype"),
                of("undeclared-entity.xlsx", sheet(HEAD_ROW + GOOD_ROW.replace("good", "&c;")), "workbook-broken"),
                of("no-workbook-part.xlsx", without("xl/workbook.xml"), "format-not-read"),
                of("no-sheet-part.xlsx", without("xl/worksheets/sheet1.xml"), "workbook-broken"),
                of("no-rels.xlsx", without("_rels/.rels"), "workbook-broken"),
                of("no-types.xlsx", without("[Content_Types].xml"), "workbook-broken"),
                of("no-workbook-rels.xlsx", without("xl/_rels/workbook.xml.rels"), "workbook-broken"),
                of(
                        "outside-target.xlsx",
                        with(
                                "xl/_rels/workbook.xml.rels",
                                x -> x.replace("worksheets/sheet1.xml", "../../../../etc/passwd")),
                        "workbook-broken"),
                of(
                        "external-target.xlsx",
                        with(
                                "xl/_rels/workbook.xml.rels",
                                x -> x.replace(
                                        "Target=\"worksheets/sheet1.xml\"",
                                        "TargetMode=\"External\" Target=\"file:///etc/passwd\"")),
                        "workbook-broken"),
                of("absolute-entry.xlsx", added("/etc/evil.xml", "<a/>"), "+|workbook-broken"),
                of("climbing-entry.xlsx", added("../../evil.xml", "<a/>"), "+|workbook-broken"),
                of(
                        "unclosed.xlsx",
                        parts(sheetXml(HEAD_ROW + GOOD_ROW).replace("</worksheet>", ""), p -> p),
                        "+workbook-broken"),
                of(
                        "cut-in-row.xlsx",
                        parts(
                                sheetXml(HEAD_ROW + GOOD_ROW + "<row r=\"3\"><c r=\"A3\"")
                                        .replace("</sheetData></worksheet>", ""),
                                p -> p),
                        "+workbook-broken"),
                of("nul.xlsx", sheet(HEAD_ROW + GOOD_ROW.replace("good", "go\u0000od")), "workbook-broken"),
                of(
                        "bad-utf8.xlsx",
                        parts(sheetXml(HEAD_ROW + GOOD_ROW).getBytes(StandardCharsets.ISO_8859_1), (byte) 0xff, "good"),
                        "workbook-broken"),
                of(
                        "claims-utf16.xlsx",
                        parts("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheetXml(HEAD_ROW + GOOD_ROW), p -> p),
                        "workbook-broken"),
                of(
                        "deep.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW + "<a>".repeat(100_000) + "</a>".repeat(100_000)),
                        "+workbook-broken"),
                of("no-references.xlsx", sheet((HEAD_ROW + GOOD_ROW).replaceAll(" r=\"[A-D]?\\d\"", "")), "+"),
                of(
                        "negative-row.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW + "<row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>"),
                        "+"),
                of(
                        "huge-row-number.xlsx",
                        sheet(HEAD_ROW
                                + GOOD_ROW.replace("\"2\"", "\"2147483647\"").replace("2\" t", "2147483647\" t")),
                        "+|workbook-broken"),
                of(
                        "column-beyond.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("</row>", cell("ZZZZZZ2", "x") + "</row>")),
                        "columns-too-many"),
                of(
                        "no-shared-string.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("</row>", "<c r=\"E2\" t=\"s\"><v>7</v></c></row>")),
                        "+|workbook-broken"),
                of(
                        "negative-shared-string.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("</row>", "<c r=\"E2\" t=\"s\"><v>-1</v></c></row>")),
                        "+|workbook-broken"),
                of(
                        "cyclic-shared-string.xlsx",
                        added(
                                "xl/sharedStrings.xml",
                                "<sst " + NAMESPACE + "><si><t>&lt;si&gt;</t><si><si/></si></si></sst>"),
                        "+|workbook-broken"),
                of(
                        "unknown-style.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("<c r=\"A2\"", "<c r=\"A2\" s=\"999\"")),
                        "+|workbook-broken"),
                of(
                        "unknown-type.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("</row>", "<c r=\"E2\" t=\"zz\"><v>7</v></c></row>")),
                        "+|workbook-broken"),
                of(
                        "not-a-number.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("</row>", "<c r=\"E2\"><v>seven</v></c></row>")),
                        "+|workbook-broken"),
                of(
                        "number-huge.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW.replace("</row>", "<c r=\"E2\"><v>1e400</v></c></row>")),
                        "+|workbook-broken"),
                of(
                        "many-merges.xlsx",
                        parts(
                                sheetXml(HEAD_ROW + GOOD_ROW)
                                        .replace(
                                                "</worksheet>",
                                                "<mergeCells>"
                                                        + "<mergeCell ref=\"A1:A2\"/>"
                                                                .repeat(PackageGuard.MAX_MERGED + 1)
                                                        + "</mergeCells></worksheet>"),
                                p -> p),
                        "package-merged"),
                of("header-only.xlsx", sheet(HEAD_ROW), "rows-none"),
                of("no-rows.xlsx", sheet(""), "file-empty"),
                of("prose.xlsx", sheet("<row r=\"1\">" + cell("A1", "Yth. Bapak") + "</row>"), "content-unrecognised"),
                of(
                        "double-headers.xlsx",
                        sheet(HEAD_ROW.replace("</row>", cell("E1", "mulai") + "</row>") + GOOD_ROW),
                        "+"),
                of(
                        "formula-errors.xlsx",
                        sheet(HEAD_ROW + GOOD_ROW + "<row r=\"3\">" + cell("A3", "x") + cell("B3", "B276")
                                + cell("C3", "1") + "<c r=\"D3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"),
                        "+cell-error"),
                of(
                        "year-0.xlsx",
                        sheet(HEAD_ROW
                                + GOOD_ROW
                                + GOOD_ROW.replace("2025-03-03", "0000-03-03").replace("2\"", "3\"")),
                        "+year-out-of-range"),
                of(
                        "year-9999.xlsx",
                        sheet(HEAD_ROW
                                + GOOD_ROW
                                + GOOD_ROW.replace("2025-03-03", "9999-03-03").replace("2\"", "3\"")),
                        "+year-out-of-range"),
                of("password.xlsx", encrypted(), "password-protected"),
                of("password.xls", encryptedOld(), "password-protected"),
                of("truncated.xls", head(old(), 0.5), "workbook-broken"),
                of("compound-without-workbook.doc", compound(), "format-not-read"),
                of(
                        "compound-stub.xls",
                        new byte[] {
                            (byte) 0xd0,
                            (byte) 0xcf,
                            0x11,
                            (byte) 0xe0,
                            (byte) 0xa1,
                            (byte) 0xb1,
                            0x1a,
                            (byte) 0xe1,
                            0,
                            0
                        },
                        "workbook-broken"),
                of(
                        "open-document.ods",
                        Packages.zip(Map.of(
                                "mimetype",
                                bytes("application/vnd.oasis.opendocument.spreadsheet"),
                                "content.xml",
                                bytes("<a/>"))),
                        "format-not-read"),
                of("binary.xlsb", Packages.zip(Map.of("xl/workbook.bin", new byte[10])), "format-not-read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void endsInAReport(String name, byte[] content, String outcomes) throws IOException {
        Path file = Files.write(folder.resolve(name), content);

        ReadAll read = readWithOther(file);

        List<String> reasons = read.rejected().stream()
                .filter(r -> !r.reason().equals("column-unknown"))
                .map(RejectedRow::reason)
                .toList();
        String found = (read.activities().stream()
                                        .filter(a -> a.row().table().path().equals(file.toString()))
                                        .count()
                                > 0
                        ? "+"
                        : "")
                + String.join(",", reasons);
        if (!outcomes.equals("encoding-or-text")) {
            assertThat(outcomes.split("\\|")).contains(found);
        }
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() throws IOException {
        assertThat(reasons("bomb.xlsx")).containsExactly("package-too-large");
        assertThat(reasons("cell-of-a-gigabyte.xlsx")).containsAnyOf("package-text-too-long", "package-too-large");
        assertThat(reasons("one-text-everywhere.xlsx")).contains("workbook-too-long");
        assertThat(reasons("wide-rows.xlsx")).contains("workbook-too-long");
        assertThat(reasons("one-sheet-under-many-names.xlsx")).containsExactly("workbook-sheets");
    }

    @Test
    void blankRowsAndWideRowsAreReadThrough() throws IOException {
        for (String name : List.of("blank-rows.xlsx", "wide-row.xlsx")) {
            ReadAll read = readWithOther(HostileFiles.LARGE.get(name).store(folder.resolve(name)));
            assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactlyInAnyOrder("good", "other");
        }
    }

    private List<String> reasons(String name) throws IOException {
        Path file = HostileFiles.LARGE.get(name).store(folder.resolve(name));
        return readWithOther(file).rejected().stream().map(RejectedRow::reason).toList();
    }

    private ReadAll readWithOther(Path file) throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), HEADER + GOOD.replace("good", "other"));
        ReadAll read = assertTimeoutPreemptively(SOON, () -> Sample.in(folder).read(file.toString(), other.toString()));
        assertThat(read.activities()).extracting(ActivityRecord::caseId).contains("other");
        return read;
    }

    private static Arguments of(String name, byte[] content, String outcomes) {
        return Arguments.of(name, content, outcomes);
    }

    private static String cell(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String sheetXml(String rows) {
        return "<worksheet " + NAMESPACE + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static byte[] sheet(String rows) {
        return Packages.zip(unpacked(rows));
    }

    /** The parts of a workbook whose only sheet holds these rows. */
    static Map<String, byte[]> unpacked(String rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes(
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
        parts.put(
                "_rels/.rels",
                bytes(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put(
                "xl/workbook.xml",
                bytes(
                        "<workbook " + NAMESPACE
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Log\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        parts.put("xl/worksheets/sheet1.xml", bytes(sheetXml(rows)));
        return parts;
    }

    private static byte[] parts(String sheetXml, UnaryOperator<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = unpacked("");
        parts.put("xl/worksheets/sheet1.xml", bytes(sheetXml));
        return Packages.zip(change.apply(parts));
    }

    private static byte[] parts(byte[] sheetXml, byte wrong, String at) {
        Map<String, byte[]> parts = unpacked("");
        sheetXml[new String(sheetXml, StandardCharsets.ISO_8859_1).indexOf(at)] = wrong;
        parts.put("xl/worksheets/sheet1.xml", sheetXml);
        return Packages.zip(parts);
    }

    private static byte[] utf16(String declaration) {
        Map<String, byte[]> parts = unpacked("");
        parts.put(
                "xl/worksheets/sheet1.xml",
                (declaration + sheetXml(HEAD_ROW + GOOD_ROW)).getBytes(StandardCharsets.UTF_16));
        return Packages.zip(parts);
    }

    private static byte[] with(String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = unpacked(HEAD_ROW + GOOD_ROW);
        parts.put(part, bytes(change.apply(new String(parts.get(part), StandardCharsets.UTF_8))));
        return Packages.zip(parts);
    }

    private static byte[] without(String part) {
        Map<String, byte[]> parts = unpacked(HEAD_ROW + GOOD_ROW);
        parts.remove(part);
        return Packages.zip(parts);
    }

    private static byte[] added(String part, String content) {
        Map<String, byte[]> parts = unpacked(HEAD_ROW + GOOD_ROW);
        parts.put(part, bytes(content));
        return Packages.zip(parts);
    }

    private static byte[] nested() {
        Map<String, byte[]> parts = unpacked(HEAD_ROW + GOOD_ROW);
        parts.put("xl/embeddings/inner.xlsx", sheet(HEAD_ROW));
        return Packages.zip(parts);
    }

    private static byte[] head(byte[] whole, double share) {
        return java.util.Arrays.copyOf(whole, (int) (whole.length * share));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Workbook fill(Workbook workbook) {
        Sheet sheet = workbook.createSheet("Log");
        List<String> lines = new ArrayList<>((HEADER + GOOD).lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            Row row = sheet.createRow(i);
            String[] cells = lines.get(i).split(",");
            for (int k = 0; k < cells.length; k++) {
                row.createCell(k).setCellValue(cells[k]);
            }
        }
        return workbook;
    }

    static byte[] old() {
        try (Workbook workbook = fill(new HSSFWorkbook());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encryptedOld() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            return old();
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] encrypted() {
        try (POIFSFileSystem files = new POIFSFileSystem();
                Workbook workbook = fill(new XSSFWorkbook());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inner = encryptor.getDataStream(files)) {
                workbook.write(inner);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compound() {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
