package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tables on the same rows of a sheet. */
class SideBySideTest {

    private static final String LOG = "no_berkas;nomor_sop;langkah;mulai;selesai";
    private static final String ROW = "%s;B276;1;2026-11-20 08:00;2026-11-20 08:30";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {";", ";;", ";;;"})
    void ofTwoLogsTheFirstIsReadAndTheSecondCountsAsLost(String gap) {
        ReadAll read = read(
                LOG + gap + LOG,
                ROW.formatted("K-1") + gap + ROW.formatted("K-7"),
                ROW.formatted("K-2") + gap + ROW.formatted("K-8"),
                ";;;;" + gap + ROW.formatted("K-9"));

        assertThat(Sample.rejected(read)).containsExactly("1|no_berkas|null|table-beside");
        assertThat(read.rejected().stream().toList().get(0).details())
                .containsEntry("columns", "no_berkas, nomor_sop, langkah, mulai, selesai");
        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("K-1", "K-2");
        assertThat(read.lostActivities()).hasSize(1);
    }

    @Test
    void aSurveyBesideALogIsRejectedOnce() {
        ReadAll read = read(LOG + ";;No;U1;U2;U3;U4", ROW.formatted("K-1") + ";;1;4;4;4;4", ";;;;;;2;3;3;3;3");

        assertThat(Sample.rejected(read)).containsExactly("1|No|null|table-beside");
        assertThat(read.activities()).hasSize(1);
        assertThat(read.lostActivities()).isEmpty();
    }

    @Test
    void aLogBesideASurveyIsRejectedOnce() {
        ReadAll read = read("Responden;U1;U2;U3;U4;;" + LOG, "R1;4;4;4;4;;" + ROW.formatted("K-1"));

        assertThat(Sample.rejected(read)).containsExactly("1|no_berkas|null|table-beside");
        assertThat(read.responses()).hasSize(1);
        assertThat(read.activities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no_berkas;nomor_sop;langkah;nama langkah;mulai;selesai",
                "no_berkas;nomor_sop;;langkah;mulai;selesai",
                "no;no_berkas;nomor_sop;langkah;tanggal mulai;jam mulai"
            })
    void oneTableWithAGapOrTwoColumnsOfOneMeaningIsOne(String header) {
        ReadAll read = read(header, "");

        assertThat(read.rejected()).noneMatch(r -> r.reason().equals("table-beside"));
    }

    private ReadAll read(String... rows) {
        return Sample.read(folder, "a.csv", String.join("\n", rows) + "\n");
    }
}
