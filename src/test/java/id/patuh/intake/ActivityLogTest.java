package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.ActivityRecord.Outcome;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityLogTest {

    private static final String CSV = """
            case,sop,step,role,person,start,end,inputs,outputs,decision,unit,note
            NA,B276,2.,Tim Survey,Rani,2025-03-03 08:30,03/03/2025 09.15,Disposisi; Nota,"Rencana, lengkap",,UKPBJ,café
            007,B276,Menyetujui Rencana,Kepala,-,2025-03-03T02:00:00Z,,EMPTY,,Perlu Perbaikan,UKPBJ,
            """;

    private static final String OBJECTS = """
            {"case":"NA","sop":"B276","step":"2.","role":"Tim Survey","person":"Rani","start":"2025-03-03 08:30","end":"03/03/2025 09.15","inputs":["Disposisi","Nota"],"outputs":"Rencana, lengkap","unit":"UKPBJ","note":"café"}
            {"case":"007","sop":"B276","step":"Menyetujui Rencana","role":"Kepala","person":null,"start":"2025-03-03T02:00:00Z","inputs":["EMPTY"],"decision":"Perlu Perbaikan","unit":"UKPBJ"}
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> forms() {
        String indonesian = CSV.replace(
                "case,sop,step,role,person,start,end,inputs,outputs,decision,unit,note",
                "No. Berkas,NOMOR_SOP,langkah,Pelaksana,Nama Petugas,Waktu-Mulai,selesai,Kelengkapan,output,KEPUTUSAN,unit kerja,keterangan");
        String quoted = CSV.replace(';', '#').replace(",", ";").replace("Disposisi# Nota", "\"Disposisi; Nota\"");
        Charset cp1252 = Charset.forName("windows-1252");
        return Stream.of(
                Arguments.of("a.csv", utf8(CSV)),
                Arguments.of("indonesian.csv", utf8(indonesian)),
                Arguments.of("crlf.csv", utf8(CSV.replace("\n", "\r\n"))),
                Arguments.of("cr.csv", utf8(CSV.replace("\n", "\r"))),
                Arguments.of("bom.csv", utf8("\ufeff" + CSV)),
                Arguments.of("cp1252.csv", CSV.getBytes(cp1252)),
                Arguments.of("utf16.csv", CSV.getBytes(StandardCharsets.UTF_16)),
                Arguments.of("semicolon.txt", utf8(quoted.replace("Rencana; l", "Rencana, l"))),
                Arguments.of("sep.csv", utf8("sep=;\r\n" + quoted.replace("Rencana; l", "Rencana, l"))),
                Arguments.of("tab.tsv", utf8(CSV.replace(",", "\t").replace("Rencana\t l", "Rencana, l"))),
                Arguments.of("named-wrongly.json", utf8(CSV)),
                Arguments.of("a.csv.gz", Sample.gzip(utf8(CSV))),
                Arguments.of(
                        "document.json",
                        utf8("{\"activities\":[" + OBJECTS.strip().replace("\n", ",\n") + "]}")),
                Arguments.of("list.json", utf8("[" + OBJECTS.strip().replace("\n", ",\n") + "]")),
                Arguments.of("lines.ndjson", utf8(OBJECTS)),
                Arguments.of("pretty.json", utf8(OBJECTS.replace("{", "{\n"))),
                Arguments.of("lines.csv.gz", Sample.gzip(utf8("\ufeff" + OBJECTS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsTheSameLogInEveryForm(String name, byte[] bytes) {
        ReadAll read = Sample.in(folder).file(name, bytes).read();

        assertThat(read.rejected()).isEmpty();
        assertThat(read.inputs()).hasSize(1);
        assertThat(read.inputs().get(0))
                .extracting(InputFile::kind, InputFile::rows, InputFile::rejected)
                .containsExactly(InputFile.Kind.ACTIVITY_LOG, 2, 0);
        assertThat(read.activities()).hasSize(2);
        ActivityRecord first = read.activities().get(0);
        assertThat(first)
                .usingRecursiveComparison()
                .ignoringFields("row")
                .isEqualTo(new ActivityRecord(
                        "NA",
                        new ActivityKind(
                                "B276",
                                "2",
                                "Tim Survey",
                                List.of("Disposisi", "Nota"),
                                List.of("Rencana, lengkap"),
                                null),
                        "Rani",
                        "UKPBJ",
                        1740965400000L,
                        1740968100000L,
                        null));
        assertThat(read.activities().get(1))
                .usingRecursiveComparison()
                .ignoringFields("row")
                .isEqualTo(new ActivityRecord(
                        "007",
                        new ActivityKind("B276", "Menyetujui Rencana", "Kepala", List.of(), List.of(), Outcome.REVISE),
                        null,
                        "UKPBJ",
                        1740967200000L,
                        ActivityRecord.RUNNING,
                        null));
        assertThat(first.row().value("note")).isEqualTo("café");
        assertThat(first.row().value("step")).isEqualTo("2.");
        assertThat(first.row().value("end")).isEqualTo("03/03/2025 09.15");
        assertThat(first.row().value("inputs")).isEqualTo("Disposisi; Nota");
        assertThat(read.activities().get(1).row().value("decision")).isEqualTo("Perlu Perbaikan");
    }

    /** The words that mean that nothing was recorded name no case either; NA is one that event logs have. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "?", "EMPTY", "MISSING", "UNDEFINED", "N/A", " - "})
    void aCaseThatWasNotRecordedIsMissing(String none) {
        ReadAll read = Sample.read(
                folder,
                "log.csv",
                "case,sop,step,start\n" + none + ",B276,1,2026-11-20 08:00\nNA,B276,1,2026-11-20 08:00\n");

        assertThat(Sample.rejected(read)).containsExactly("2|case|" + none + "|value-missing");
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("NA");
    }

    @Test
    void pointsAtCellsAsTheFileSpellsThem() {
        ReadAll read = Sample.in(folder)
                .sop("B276")
                .file("a.csv", "\nNo. Berkas;Langkah;Mulai\n\"A\n1\";4,0;2025-03-03 08:30\n\nB;1;2025-03-03 08:31\n")
                .read();

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities()).extracting(ActivityRecord::step).containsExactly("4", "1");
        assertThat(read.activities()).extracting(a -> a.row().number()).containsExactly(3, 6);
        assertThat(read.activities().get(1).row().cell("start"))
                .isEqualTo(new id.patuh.violation.Evidence(
                        folder.resolve("a.csv").toString(), null, 6, "Mulai", "2025-03-03 08:31"));
        assertThat(read.activities().get(0).row().table().has("inputs")).isFalse();
    }

    @Test
    void keepsTheDigitsOfJsonNumbers() {
        ReadAll read = Sample.read(
                folder,
                "a.json",
                "[{\"case\":12345678901234567890,\"sop\":\"X1\",\"step\":4.0,\"start\":\"2025-03-03 08:30\"}]");

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities())
                .extracting(ActivityRecord::caseId, ActivityRecord::step)
                .containsExactly(org.assertj.core.api.Assertions.tuple("12345678901234567890", "4.0"));
    }

    @Test
    void keepsStepsThatTheSopLacksAndTextsOfUnknownSops() {
        ReadAll read = Sample.read(folder, "a.csv", """
                case,sop,step,start
                1,b276/02.02/ot.02.01/ii/2025,99,2025-03-03 08:30
                1,Z9,periksa,2025-03-03 08:30
                """);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities()).extracting(ActivityRecord::step).containsExactly("99", "periksa");
    }

    @Test
    void tellsHowFarItHasCome() {
        StringBuilder rows = new StringBuilder("case,sop,step,start\n");
        for (int i = 0; i < 25_000; i++) {
            rows.append(i).append(",B276,1,2025-03-03 08:30\n");
        }
        Path file = Sample.store(folder.resolve("a.csv"), utf8(rows.toString()));
        List<Long> told = new java.util.ArrayList<>();

        ActivityList log = new ActivityList();
        new Intake(new Intake.Options(Sample.JAKARTA, null, null), Sample.REGULATIONS, Sample.SOPS)
                .read(List.of(file.toString()), null, (path, soFar) -> told.add(soFar), log, new ResponseList());

        assertThat(told).containsExactly(10_000L, 20_000L);
        assertThat(log.activities()).hasSize(25_000);
        assertThat(log.activities().get(24_999).row().number()).isEqualTo(25_001);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void datesOfEitherOrderAreNoneWhereOthersHaveTheMonthFirst() {
        String head = "no_berkas,nomor_sop,langkah,mulai,selesai\n";
        String monthFirst = "K-1,B276,1,11/20/2026 08:00,11/20/2026 08:30\n";
        String either = "K-2,B276,1,11/05/2026 08:00,11/05/2026 08:30\nK-3,B276,1,2026-11-05 08:00,\n"
                + "K-4,B276,1,05/05/2026 08:00,\n";

        ReadAll read = Sample.read(folder, "a.csv", head + either + monthFirst);
        assertThat(read.activities()).extracting(a -> a.caseId()).containsExactly("K-3", "K-4");
        assertThat(Sample.rejected(read))
                .containsExactly(
                        "2|mulai|11/05/2026 08:00|date-order-doubtful",
                        "2|selesai|11/05/2026 08:30|date-order-doubtful",
                        "5|mulai|11/20/2026 08:00|time-unreadable",
                        "5|selesai|11/20/2026 08:30|time-unreadable");
        assertThat(read.lostActivities()).extracting(a -> a.caseId()).containsExactlyInAnyOrder("K-1", "K-2");
        assertThat(read.inputs())
                .extracting(InputFile::rows, InputFile::rejected)
                .containsExactly(org.assertj.core.api.Assertions.tuple(4, 2));

        // One that has the day first tells the order: the other one is a slip.
        read = Sample.read(folder, "b.csv", head + either + monthFirst + "K-5,B276,1,20/11/2026 08:00,\n");
        assertThat(read.activities()).extracting(a -> a.caseId()).containsExactly("K-2", "K-3", "K-4", "K-5");

        read = Sample.read(folder, "c.csv", head + either);
        assertThat(read.rejected()).isEmpty();
    }

    /** What is remembered of the rows before makes none of another. */
    @Test
    void readsEachRowAsIfItStoodAlone() throws Unreadable {
        List<List<String>> words = List.of(
                List.of("K-1", "K-2", " K-2", "-", ""),
                List.of("B276", " B276 ", "B278", "unknown", "-", ""),
                List.of("1", "2", "2.", "Menyetujui Rencana", "no such step", "?"),
                List.of("Tim", "Tim ", "-", "n/a", "NULL", ""),
                List.of("Rani", " Rani", "-", ""),
                List.of("2025-03-03 08:30", " 2025-03-03 08:30", "03/03/2025 09.15", "never", ""),
                List.of("2025-03-03 08:45", "2025-03-03 08:45 ", "-", ""),
                List.of("Nota", "Nota; Surat", "Nota;-", "Surat", "\u2013", ""),
                List.of("Nota", " ; ", ""),
                List.of("setuju", "Setuju ", "revisi", "perhaps", "-", ""),
                List.of("UKPBJ", "-", ""));
        String header = "case,sop,step,role,person,start,end,inputs,outputs,decision,unit\n";
        Random random = new Random(7);
        int[] at = new int[words.size()];
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            for (int column = 0; column < at.length; column++) {
                at[column] = random.nextInt(4) > 0
                        ? at[column]
                        : random.nextInt(words.get(column).size());
            }
            rows.add(IntStream.range(0, at.length)
                    .mapToObj(column -> words.get(column).get(at[column]))
                    .collect(Collectors.joining(",")));
        }

        List<String> together = said(header + String.join("\n", rows));
        List<String> alone = new ArrayList<>();
        for (String row : rows) {
            alone.addAll(said(header + row));
        }

        assertThat(together).isEqualTo(alone).hasSizeGreaterThan(50);
    }

    /** The activities of a log without their lines. */
    private List<String> said(String log) {
        return Sample.in(folder).file("log.csv", utf8(log)).read().activities().stream()
                .map(a -> a.caseId() + a.kind() + a.person() + a.unit() + a.start() + " " + a.end()
                        + Arrays.toString(a.row().cells()))
                .toList();
    }
}
