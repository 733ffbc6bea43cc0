package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionTest {

    private static final String HEADER = "case,sop,step,person,start,end,decision\n";
    private static final String GOOD = "good,B276,1,Rani,2025-03-03 08:30,,\n";

    @TempDir
    Path folder;

    static Stream<Arguments> badRows() {
        return Stream.of(
                row(",B276,1,,2025-03-03 08:30,,", "2|case|null|value-missing"),
                row("a,B276,,,2025-03-03 08:30,,", "2|step|null|value-missing"),
                row("a,B276,1,,,,", "2|start|null|value-missing"),
                row("a,,1,,2025-03-03 08:30,,", "2|sop|null|sop-missing"),
                row("a,B276,1,,31/02/2025 08:30,,", "2|start|31/02/2025 08:30|time-unreadable"),
                row("a,B276,1,,2025-03-03,,", "2|start|2025-03-03|time-without-clock"),
                row("a,B276,1,,1948-03-03 08:30,,", "2|start|1948-03-03 08:30|year-out-of-range"),
                row("a,B276,entah apa,,2025-03-03 08:30,,", "2|step|entah apa|step-unreadable"),
                row("a,B276,1,,2025-03-03 08:30,,mungkin", "2|decision|mungkin|decision-unreadable"),
                row("a,B276,1,,2025-03-03 08:30,,,x", "2|null|x|cell-surplus"),
                row("a,\"B276\"x,1,,2025-03-03 08:30,,", "2|null|null|quoting-broken"),
                row("a,\"B276,1,,2025-03-03 08:30,,", "2|null|null|quoting-broken"),
                row("a,B276,1,," + "x".repeat(CsvRow.MAX_CELL + 1) + ",,", "2|null|null|cell-too-long"),
                row("a,B276,1,," + "x".repeat(3 * CsvRow.MAX_CELL) + ",,", "2|null|null|quoting-broken"),
                row("a" + ",".repeat(CsvRow.MAX_COLUMNS), "2|null|null|columns-too-many"),
                row(
                        "a,B276,entah,,kemarin,besok,mungkin",
                        "2|start|kemarin|time-unreadable",
                        "2|end|besok|time-unreadable",
                        "2|step|entah|step-unreadable",
                        "2|decision|mungkin|decision-unreadable"));
    }

    private static Arguments row(String row, String... expected) {
        return Arguments.of(row, List.of(expected));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void listsEveryFaultOfARowAndReadsTheRest(String bad, List<String> expected) {
        ReadAll read = Sample.read(folder, "a.csv", HEADER + bad + "\n" + GOOD + GOOD);

        assertThat(Sample.rejected(read)).isEqualTo(expected);
        assertThat(read.rejected())
                .allMatch(r -> r.path().equals(folder.resolve("a.csv").toString()));
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("good", "good");
        assertThat(read.activities()).extracting(a -> a.row().number()).containsExactly(3, 4);
        assertThat(read.inputs())
                .extracting(InputFile::rows, InputFile::rejected)
                .containsExactly(org.assertj.core.api.Assertions.tuple(3, 1));
    }

    @Test
    void losesOneLineForEachFaultyQuotationMark() {
        String broken = "a,\"B276,1,,x,,\n";
        ReadAll read = Sample.read(folder, "a.csv", HEADER + GOOD + (broken + GOOD.repeat(300)).repeat(400) + broken);

        assertThat(read.activities()).hasSize(1 + 300 * 400);
        assertThat(read.rejected()).hasSize(401).allMatch(r -> r.reason().equals("quoting-broken"));
        assertThat(read.rejected().stream().toList().get(400).row()).isEqualTo(2 + 301 * 400 + 1);
    }

    @Test
    void namesStepsAndWordsInTheDetails() {
        ReadAll read = Sample.read(folder, "a.csv", HEADER + "a,B276,entah,,2025-03-03 08:30,,\n");

        assertThat(read.rejected().stream().toList().get(0).details()).isEqualTo(Map.of("sop", "B276"));
    }

    @Test
    void reportsColumnsThatAreUnknownOrDoubled() {
        ReadAll read = Sample.read(folder, "a.csv", """
                case,sop,step,start,Nomor Berkas,warna,,
                1,B276,1,2025-03-03 08:30,2,merah,,
                ,B276,1,2025-03-03 08:30,2,,,
                3,B276,1,2025-03-03 08:30, 3 ,,,
                """);

        // Either column of a pair may hold the value; what both hold must be one.
        assertThat(Sample.rejected(read))
                .containsExactly("1|warna|null|column-unknown", "2|Nomor Berkas|2|cell-contradicts");
        assertThat(read.rejected().stream().toList().get(1).details()).containsEntry("other", "1");
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("2", "3");
        assertThat(read.inputs().get(0).rejected()).isEqualTo(1);
    }

    @Test
    void namesMissingColumnsAndCountsTheRows() {
        ReadAll read = Sample.read(folder, "a.csv", "case,start,role\n1,2025-03-03 08:30,x\n2,,x\n");

        assertThat(Sample.rejected(read)).containsExactly("1|null|null|column-missing", "1|null|null|column-missing");
        assertThat(read.rejected())
                .extracting(RejectedRow::details)
                .containsExactly(
                        Map.of("field", "step", "found", "case, start, role"),
                        Map.of("field", "sop", "found", "case, start, role"));
        assertThat(read.inputs())
                .extracting(InputFile::rows, InputFile::rejected)
                .containsExactly(org.assertj.core.api.Assertions.tuple(2, 2));
    }

    static Stream<Arguments> badFiles() {
        byte[] utf16 = "case".getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(
                file("empty.csv", "", "file-empty"),
                file("blank.csv", " \n \r\n", "file-empty"),
                file("spaces.csv", " ".repeat(Lines.MAX_LENGTH + 1), "quoting-broken"),
                file("bom.csv", "\ufeff", "file-empty"),
                file("header.csv", HEADER, "rows-none"),
                file("prose.csv", "Yth. Bapak,\nterlampir.\n", "content-unrecognised"),
                file("other.json", "{\"name\":\"x\"}", "content-unrecognised"),
                file("none.json", "[]", "content-unrecognised"),
                file("broken.json", "{\"", "json-broken"),
                file("quote.csv", "\"case,sop\n1,2\n", "quoting-broken content-unrecognised"),
                file("wide.csv", "case" + ",x".repeat(CsvRow.MAX_COLUMNS), "columns-too-many"),
                file("plan.csv", "No;Prioritas Unsur;Program/Kegiatan;TW I;Penanggung Jawab\n1;;;;\n", "value-missing"),
                file("real.csv", "No;RTL;Sudah/Belum;Deskripsi;Dokumentasi;Tantangan/Hambatan\n", "rows-none"),
                file("log.xes", "<?xml version=\"1.0\"?>\n<log xes.version=\"1.0\"/>", "log-empty"),
                file("other.xes", "<logs/>", "format-not-read"),
                file("page.csv", "<!DOCTYPE html><html></html>", "format-not-read"),
                file("a.pdf", "%PDF-1.7", "format-not-read"),
                file("a.xlsx", "PK\u0003\u0004 xl/workbook.xml", "package-broken"),
                file("a.docx", "PK\u0003\u0004 word/document.xml", "package-broken"),
                file("nul.csv", "case,sop\n\u0000\n", "nul-byte"),
                Arguments.of("utf16.csv", utf16, "nul-byte"),
                Arguments.of(
                        "odd.csv",
                        new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 'a', 0},
                        "encoding-unreadable"),
                Arguments.of("cut.csv.gz", cut(), "gzip-broken"),
                Arguments.of("bomb.csv.gz", bomb(), "gzip-too-large"));
    }

    private static Arguments file(String name, String text, String reason) {
        return Arguments.of(name, text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private static byte[] cut() {
        byte[] packed = Sample.gzip((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        return java.util.Arrays.copyOf(packed, 9);
    }

    @Test
    void readsWhatIsPackedUpToABreak() {
        StringBuilder rows = new StringBuilder(HEADER);
        StringBuilder lines = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            String id = Long.toHexString(random.nextLong());
            rows.append(id).append(",B276,1,,2025-03-03 08:30,,\n");
            lines.append("{\"case\":\"")
                    .append(id)
                    .append("\",\"sop\":\"B276\",\"step\":1,\"start\":\"2025-03-03 08:30\"}\n");
        }
        for (String name : new String[] {"cut.csv.gz", "cut.ndjson.gz"}) {
            byte[] packed =
                    Sample.gzip((name.contains("csv") ? rows : lines).toString().getBytes(StandardCharsets.UTF_8));
            byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);
            ReadAll read = Sample.in(folder).file(name, half).read();

            assertThat(read.activities()).hasSizeBetween(2_000, 3_000);
            assertThat(read.rejected()).extracting(RejectedRow::reason).contains("gzip-broken");
            assertThat(read.lostActivities()).anyMatch(lost -> lost.row() == null);
        }
    }

    private static byte[] bomb() {
        ByteArrayOutputStream bombs = new ByteArrayOutputStream();
        byte[] one = Sample.gzip("\n".repeat(40 << 20).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 4; i++) {
            bombs.writeBytes(one);
        }
        return bombs.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void rejectsFilesThatCannotBeReadAndReadsTheOthers(String name, byte[] bytes, String reason) {
        ReadAll read = Sample.in(folder)
                .file(name, bytes)
                .file("good.csv", HEADER + GOOD)
                .read();

        assertThat(read.rejected()).extracting(RejectedRow::reason).containsExactly(reason.split(" "));
        assertThat(read.rejected().stream().toList().get(0).path())
                .isEqualTo(folder.resolve(name).toString());
        assertThat(read.activities()).hasSize(1);
        assertThat(read.inputs()).hasSize(2).allMatch(i -> i.sha256().length() == 64);
    }

    @Test
    void reportsFaultsOfJsonObjects() {
        ReadAll read = Sample.read(folder, "a.json", """
                {"schema":1,"activities":[
                {"case":true,"sop":"B276","step":1,"start":null,"colour":"red"},
                {"case":"g","sop":"B276","step":1,"start":"2025-03-03 08:30","colour":"red"},
                {"case":"1","no_berkas":"2","sop":"B276","step":{},"start":"2025-03-03 08:30","inputs":["a",null]},
                7,
                {"case":"g","sop":"B276","step":1,"start":"2025-03-03 08:30"}
                ],"surveys":{}}
                """);

        assertThat(Sample.rejected(read))
                .containsExactly(
                        "null|schema|1|key-unknown",
                        "1|case|true|type-wrong",
                        "1|colour|red|key-unknown",
                        "1|case|null|value-missing",
                        "1|start|null|value-missing",
                        "3|no_berkas|2|key-duplicate",
                        "3|step|{…}|type-wrong",
                        "3|inputs|null|type-wrong",
                        "3|step|null|value-missing",
                        "4|null|7|type-wrong",
                        "null|surveys|{…}|type-wrong");
        assertThat(read.activities()).extracting(a -> a.row().number()).containsExactly(2, 5);
        assertThat(read.inputs())
                .extracting(InputFile::rows, InputFile::rejected)
                .containsExactly(org.assertj.core.api.Assertions.tuple(5, 3));
    }

    @Test
    void readsOnAfterABrokenLineOfNdjson() {
        String good = "{\"case\":\"g\",\"sop\":\"B276\",\"step\":1,\"start\":\"2025-03-03 08:30\"}\n";
        ReadAll read = Sample.read(folder, "a.ndjson", "{\"case\":\n\n" + good + good.strip() + "}\n[1]\n" + good);

        assertThat(read.activities()).extracting(a -> a.row().number()).containsExactly(3, 6);
        assertThat(read.rejected()).extracting(RejectedRow::row).containsExactly(1, 4, 5);
        assertThat(read.rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("json-broken", "json-broken", "type-wrong");
    }

    @Test
    void refusesContentOfAnotherKindThanDemanded() {
        ReadAll read = Sample.in(folder)
                .kind(InputFile.Kind.SURVEY)
                .file("a.json", "{\"activities\":[{\"case\":1}],\"surveys\":[]}")
                .file("b.csv", HEADER + GOOD)
                .read();

        assertThat(read.rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("kind-differs", "kind-unrecognised");
        assertThat(read.activities()).isEmpty();
    }
}
