package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.sop.ActivityRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as they come out of offices and mailboxes: titles above a table, a broken byte, a lost beginning. */
class DamagedTextTest {

    private static final String HEADER = "no_berkas;nomor_sop;langkah;pelaksana;mulai;output\n";
    private static final String ROWS = """
            K-1;B276;1;Kepala UKPBJ;2026-11-20 08:00;a, b, c
            K-2;B276;1;Kepala UKPBJ;2026-11-20 08:00;a, b, c, d, e, f, g
            K-3;B276;1;Kepala UKPBJ;2026-11-20 08:00;
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"';',-", "tab,-", "|,-", "';',titled", "tab,titled", "|,titled"})
    void theSeparatorIsThatOfTheTableAndNotOfItsTitles(String name, String above) {
        String separator = name.equals("tab") ? "\t" : name;
        String titles = above.equals("titled") ? "Laporan, bulan Maret, tahun 2026\n\nUnit, bagian, seksi: a, b\n" : "";

        ReadAll read = Sample.read(folder, "a.csv", titles + (HEADER + ROWS).replace(";", separator));

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("K-1", "K-2", "K-3");
    }

    @Test
    void aTitleOfSemicolonsDoesNotSplitATableOfCommas() {
        ReadAll read = Sample.read(
                folder,
                "a.csv",
                "Log; Maret; 2026\n" + HEADER.replace(';', ',') + "K-1,B276,1,A,2026-11-20 08:00,x;y;z\n");

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities()).extracting(a -> a.outputs()).containsExactly(List.of("x", "y", "z"));
    }

    @Test
    void aByteThatIsNotInTheAnnouncedEncodingCostsItsRowOnly() {
        String bad = "K-0;B276;1;Kepala Seksi \u0001;2026-11-20 08:00;\n";

        ReadAll read = damaged("\ufeff" + HEADER + "Catatan: é\n" + bad + ROWS);

        assertThat(Sample.rejected(read)).containsExactly("3|null|Kepala Seksi \ufffd|bytes-unreadable");
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("K-1", "K-2", "K-3");
        assertThat(read.lostActivities()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // Well-formed signs beyond ASCII, broken bytes, and what the row with the first broken byte is read as.
        "2,1,-",
        "9,3,-",
        "1,1,é",
        "0,1,é",
        "0,3,é",
        "3,5,é"
    })
    void withoutAMarkTheBytesTellTheEncoding(int formed, int broken, String read) {
        String rows = "";
        for (int i = 1; i <= formed; i++) {
            rows += "F-" + i + ";B276;1;Kepala ü;2026-11-20 08:00;\n";
        }
        for (int i = 1; i <= broken; i++) {
            rows += "K-" + i + ";B276;1;Kepala \u0001;2026-11-20 08:00;\n";
        }

        ReadAll data = damaged(HEADER + rows);

        assertThat(data.activities()).hasSize(formed + (read.equals("-") ? 0 : broken));
        if (read.equals("-")) {
            assertThat(data.rejected()).hasSize(broken).allMatch(r -> r.reason().equals("bytes-unreadable"));
            assertThat(data.activities()).allMatch(a -> a.role().equals("Kepala ü"));
        } else {
            assertThat(data.activities().get(formed).role()).isEqualTo("Kepala " + read);
        }
    }

    @Test
    void aSignThatIsWrittenAsSuchIsNoBrokenByte() {
        ReadAll read = Sample.read(folder, "a.csv", "\ufeff" + HEADER + ROWS.replace("K-3", "K-\ufffd"));

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities()).hasSize(3);
    }

    @Test
    void aBrokenByteOfAnotherTextIsSaidWithItsPlace() {
        ReadAll read = damaged("\ufeff{\"activities\":\n\n [{\"case\":\"K\u0001\"}]}");

        assertThat(read.rejected()).extracting(RejectedRow::reason).containsExactly("encoding-unreadable");
        assertThat(read.rejected().stream().toList().get(0).details())
                .isEqualTo(Map.of("encoding", "UTF-8", "line", "3", "column", "13"));
        assertThat(read.activities()).isEmpty();
    }

    @Test
    void linesOfJsonThatLostTheirFirstBracketLoseOneRow() {
        String object = "\"case\":\"K-%d\",\"sop\":\"B276\",\"step\":\"1\",\"start\":\"2026-11-20 08:00\"}\n";

        ReadAll read = Sample.read(
                folder, "a.ndjson", object.formatted(1) + "{" + object.formatted(2) + "{" + object.formatted(3));

        assertThat(read.rejected())
                .extracting(RejectedRow::row, RejectedRow::reason)
                .containsExactly(tuple(1, "json-broken"));
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("K-2", "K-3");
        assertThat(read.lostActivities()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"activities\":[{\"case\":\"K-1\"}]}",
                "\"case\": \"K-1\", \"sop\": \"B276\"}",
                "tivities\": [@{\"case\":\"K-1\"}]}",
                "\"activities\": [@ {@ \"case\": 1@}]}"
            })
    void jsonThatLostItsBeginningIsCalledSo(String text) {
        ReadAll read = Sample.read(folder, "a.json", text.replace('@', '\n'));

        assertThat(read.rejected()).extracting(RejectedRow::reason).containsExactly("json-beheaded");
    }

    @Test
    void aTableWithQuotedHeadersAndColonsIsNoJson() {
        ReadAll read = Sample.read(folder, "a.csv", "\"Unit\": X\n" + HEADER + ROWS + "\"Catatan\": \"baik\"\n");

        assertThat(read.activities()).hasSize(3);
        assertThat(read.rejected()).noneMatch(r -> r.reason().startsWith("json"));
    }

    private ReadAll damaged(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        for (byte b : bytes) {
            damaged.write(b == 1 ? 0xe9 : b);
        }
        return Sample.in(folder).file("a.txt", damaged.toByteArray()).read();
    }
}
