package id.patuh.intake;

import static id.patuh.intake.Xes.event;
import static id.patuh.intake.Xes.string;
import static id.patuh.intake.Xes.trace;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(300)
class HostileXesTest {

    private static final String GOOD = trace("K", event("1", null, "08:30"));
    private static final String OPEN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n";

    @TempDir
    Path folder;

    static Stream<Arguments> files() {
        String bomb = "<!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>\n<log>" + string("sop", "&c;") + GOOD + "</log>";
        String external =
                "<!DOCTYPE log SYSTEM \"http://127.0.0.1:1/x.dtd\" [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "\n<log>" + GOOD.replace("K", "&x;") + "</log>";
        String names = "<a1/>";
        StringBuilder manyNames = new StringBuilder();
        StringBuilder manyKeys = new StringBuilder();
        StringBuilder manyTargets = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            manyNames.append("<a").append(i).append("/>");
            manyKeys.append("<string a").append(i).append("=\"\"/>");
            manyTargets.append("<?a").append(i).append(" ?>");
        }
        return Stream.of(
                before("billion-laughs", bomb, "xml-doctype"),
                before("external", external, "xml-doctype"),
                before("html", "<!DOCTYPE html>\n<html/>", "format-not-read"),
                before("root", "<!-- log --><catalog><log/></catalog>", "format-not-read"),
                before("no-root", "<?xml version=\"1.0\"?>\n<!-- -->", "xml-broken"),
                before("not-xml", "<log\"", "xml-broken"),
                before("blank-first", "\n<?xml version=\"1.0\"?><log/>", "xml-broken"),
                before("nul", OPEN + GOOD + "\u0000</log>", "nul-byte"),
                before("declared-utf16", "<?xml version='1.0' encoding='utf-16'?>\n<log/>", "encoding-contradicts"),
                before("declared-ebcdic", "<?xml version='1.0' encoding='IBM037'?>\n<log/>", "encoding-unknown"),
                before("declared-nonsense", "<?xml version='1.0' encoding='x-y'?>\n<log/>", "encoding-unknown"),
                before(
                        "bom-contradicts",
                        "\ufeff<?xml version='1.0' encoding='latin1'?>\n<log/>",
                        "encoding-contradicts"),
                after("entity", string("x", "") + "&x;", "xml-doctype"),
                after("entity-in-value", string("x", "&x;"), "xml-broken"),
                after("cut", "<trace><event>", "xml-broken"),
                after("deep", "<string key=\"x\">".repeat(100_000), "xml-limit"),
                after("deep-list", "<list key=\"x\"><values>".repeat(100_000), "xml-limit"),
                after("long-value", string("note", "x".repeat(CsvRow.MAX_CELL + 1)), "xml-limit"),
                after("long-name", "<" + "x".repeat(XmlText.MAX_STRETCH + 1), "xml-limit"),
                after("long-attribute-name", "<string " + "x".repeat(2_000) + "=\"\"/>", "xml-limit"),
                after("many-items", "<trace><event><list key=\"inputs\">" + names.repeat(10), "xml-broken"),
                after("many-names", manyNames.toString(), "xml-limit"),
                after("many-attribute-names", manyKeys.toString(), "xml-limit"),
                after("many-targets", manyTargets.toString(), "xml-limit"),
                after("many-attributes", "<string " + attributes() + "/>", "xml-limit"),
                after("double-attribute", "<string key=\"a\" key=\"b\"/>", "xml-broken"),
                after("unbound-prefix", "<x:string/>", "xml-broken"),
                after("control-character", string("x", "\u0001"), "xml-broken"),
                after("stray-end", "</trace>", "xml-broken"),
                after("second-root", "</log><log>", "xml-broken"),
                Arguments.of("mixed", mixed(), 1, "xml-encoding"));
    }

    private static Arguments before(String name, String text, String reason) {
        return Arguments.of(name, utf8(text), 0, reason);
    }

    private static Arguments after(String name, String text, String reason) {
        return Arguments.of(name, utf8(OPEN + GOOD + text), 1, reason);
    }

    private static String attributes() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            all.append(" a").append(i).append("=\"\"");
        }
        return all.toString();
    }

    private static byte[] mixed() {
        byte[] bytes = utf8(OPEN + GOOD + "<string key=\"x\" value=\"caf?\"/>" + GOOD + "</log>");
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("f?") + 1] = (byte) 0xe9;
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void readsWhatStandsBeforeTheFaultAndRejectsTheRest(String name, byte[] bytes, int activities, String reason) {
        ReadAll read = Sample.in(folder).file(name, bytes).read();

        assertThat(read.rejected()).extracting(RejectedRow::reason).containsExactly(reason);
        assertThat(read.activities()).hasSize(activities);
        assertThat(read.lostActivities()).hasSize(activities).allMatch(l -> l.row() == null && l.caseId() == null);
    }

    @Test
    void endsAnEndlessValueAtTheLimit() throws IOException {
        Path file = folder.resolve("endless.xes");
        byte[] chunk = utf8("x".repeat(1 << 20));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(utf8(OPEN + GOOD + "<string key=\"note\" value=\""));
            for (int i = 0; i < 200; i++) {
                out.write(chunk);
            }
        }
        ReadAll read = Sample.in(folder).read(file.toString());

        assertThat(Sample.rejected(read)).containsExactly("null|null|null|xml-limit");
        assertThat(read.activities()).hasSize(1);
    }

    @Test
    void bearsATraceOfManyEventsAndWordsWithoutEnd() {
        StringBuilder events =
                new StringBuilder(OPEN + "<trace>" + string("concept:name", "K") + string("sop", "B276"));
        for (int i = 0; i < 100_000; i++) {
            events.append(event("1", "start", "08:00"));
        }
        for (int i = 0; i < 100_000; i++) {
            events.append(event("1", "complete", "09:00")).append(i % 10 == 0 ? event("2", "state" + i, "09:00") : "");
        }
        ReadAll read = Sample.read(folder, "a.xes", events + "</trace></log>");

        assertThat(read.activities()).hasSize(100_000).allMatch(a -> a.end() - a.start() == 3_600_000);
        assertThat(read.rejected()).hasSize(1_001);
    }

    /** Wherever a log breaks off, everything that ended before the break is read, and nothing else runs. */
    @Test
    void keepsWhatStandsBeforeABreak() {
        String text = OPEN
                + trace(
                        "K",
                        event("1", "start", "08:00"),
                        event("2", "complete", "08:10"),
                        event("1", "complete", "08:20"))
                + trace("L", event("1", "start", "08:00"), event("3", null, "08:30"))
                + "</log>\n";
        byte[] whole = utf8(text);
        int open = text.indexOf("<log>") + "<log>".length();
        List<String> all = told(Sample.in(folder).file("a.xes", whole).read());
        assertThat(all).hasSize(4);
        int[] ends = ends(text);
        for (int length = 1; length < whole.length - "</log>\n".length(); length++) {
            ReadAll read = Sample.in(folder)
                    .file("a.xes", Arrays.copyOf(whole, length))
                    .read();

            assertThat(read.rejected()).describedAs("cut at %d", length).hasSize(1);
            assertThat(read.rejected().stream().toList().get(0).reason()).isEqualTo("xml-broken");
            assertThat(told(read)).isSubsetOf(all).hasSize(expected(length, ends, text));
            assertThat(read.lostActivities().stream().anyMatch(l -> l.row() == null))
                    .isEqualTo(length >= open);
        }
    }

    /** Which of the four activities are known to have ended, or to run, where the text is cut. */
    private static int expected(int length, int[] ends, String text) {
        int known = 0;
        known += length >= ends[1] ? 1 : 0;
        known += length >= ends[2] ? 1 : 0;
        known += length >= ends[4] ? 1 : 0;
        return known + (length >= text.lastIndexOf("</trace>") + "</trace>".length() ? 1 : 0);
    }

    private static int[] ends(String text) {
        List<Integer> ends = new ArrayList<>();
        for (int at = text.indexOf("</event>"); at >= 0; at = text.indexOf("</event>", at + 1)) {
            ends.add(at + "</event>".length());
        }
        return ends.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> told(ReadAll read) {
        return read.activities().stream()
                .map(a -> a.caseId() + " " + a.step() + " " + a.start())
                .toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
