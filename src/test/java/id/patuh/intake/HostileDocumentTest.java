package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.patuh.formats.Packages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Word documents that are broken by accident or on purpose end in a clear rejection, soon. */
class HostileDocumentTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String MAIN = "word/document.xml";
    private static final String TABLE =
            "<w:tbl>" + Documents.row("No", "RTL", "Sudah/Belum") + Documents.row("1", "Loket", "Sudah") + "</w:tbl>";

    @TempDir
    Path folder;

    /** Name, content and the reason; a plus sign when the table was read. */
    static Stream<Arguments> corpus() {
        String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        String deep = "<w:tbl><w:tr><w:tc>";
        return Stream.of(
                of("plain", whole(), "+"),
                of(
                        "strict",
                        with(
                                MAIN,
                                x -> x.replace(
                                        "schemas.openxmlformats.org/wordprocessingml/2006/main",
                                        "purl.oclc.org/ooxml/wordprocessingml/main")),
                        "+"),
                of("doctype", with(MAIN, x -> entity + x), "package-doctype"),
                of("doctype-in-styles", with("[Content_Types].xml", x -> entity + x), "package-doctype"),
                of("entity", with(MAIN, x -> x.replace("Loket", "&a;")), "document-broken"),
                of("truncated", Arrays.copyOf(whole(), 900), "package-broken"),
                of("unclosed", with(MAIN, x -> x.replace("</w:body>", "")), "document-broken"),
                of("not-xml", with(MAIN, x -> "Sudah"), "document-broken"),
                of("empty-part", with(MAIN, x -> ""), "document-broken"),
                of("no-body", with(MAIN, x -> x.replace("w:body", "w:leer")), "file-empty"),
                of("no-main-part", without(MAIN), "format-not-read"),
                of("no-relations", without("_rels/.rels"), "document-broken"),
                of("no-types", without("[Content_Types].xml"), "document-broken"),
                of("outside", with("_rels/.rels", x -> x.replace(MAIN, "../../../../etc/passwd")), "document-broken"),
                of("bad-utf8", badBytes(), "document-broken"),
                of("nul", with(MAIN, x -> x.replace("Loket", "Lo\u0000ket")), "document-broken"),
                of("wide", span("16385"), "columns-too-many"),
                of("wider", span("999999999"), "columns-too-many"),
                of("span-of-words", span("empat"), "document-broken"),
                of("negative-span", span("-4"), "document-broken"),
                of(
                        "many-wide-rows",
                        body("<w:tbl>" + row("<w:gridSpan w:val=\"16000\"/>").repeat(2_000) + "</w:tbl>"),
                        "document-too-large"),
                of("deep", body(deep.repeat(20_000)), "document-broken"),
                of("nested", body(deep.repeat(100) + TABLE + "</w:tc></w:tr></w:tbl>".repeat(100)), "+"),
                of("blank", body("<w:p/>".repeat(300_000)), "file-empty"),
                of(
                        "header-only",
                        body("<w:tbl>" + Documents.row("No", "RTL", "Sudah/Belum") + "</w:tbl>"),
                        "rows-none"),
                of("unknown-elements", body("<w:x><w:y>" + TABLE + "</w:y></w:x>"), "+"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void endsInAReport(String name, byte[] content, String outcome) {
        ReadAll read = read(content);
        List<String> reasons = read.rejected().stream().map(RejectedRow::reason).toList();
        boolean any = !read.followUps().isEmpty()
                && !read.followUps().get(0).realisations().isEmpty();
        assertThat((any ? "+" : "") + String.join(",", reasons)).isEqualTo(outcome);
    }

    private ReadAll read(byte[] content) {
        try {
            Path file = Files.write(folder.resolve("a.docx"), content);
            return assertTimeoutPreemptively(SOON, () -> Sample.in(folder).read(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments of(String name, byte[] content, String outcome) {
        return Arguments.of(name, content, outcome);
    }

    private static byte[] body(String body) {
        return Documents.ofBody(body);
    }

    private static byte[] whole() {
        return body(TABLE);
    }

    private static byte[] span(String value) {
        return body(TABLE + "<w:tbl>" + row("<w:gridSpan w:val=\"" + value + "\"/>") + "</w:tbl>");
    }

    private static String row(String properties) {
        return Documents.row(Documents.cell(properties, "x"));
    }

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = Documents.parts();
        parts.put(MAIN, Documents.main(TABLE));
        return parts;
    }

    private static byte[] with(String part, UnaryOperator<String> change) {
        Map<String, byte[]> parts = parts();
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        parts.put(part, change.apply(text).getBytes(StandardCharsets.UTF_8));
        return Packages.zip(parts);
    }

    private static byte[] without(String part) {
        Map<String, byte[]> parts = parts();
        parts.remove(part);
        return Packages.zip(parts);
    }

    private static byte[] badBytes() {
        Map<String, byte[]> parts = parts();
        byte[] main = parts.get(MAIN);
        main[new String(main, StandardCharsets.ISO_8859_1).indexOf("Loket")] = (byte) 0xff;
        return Packages.zip(parts);
    }
}
