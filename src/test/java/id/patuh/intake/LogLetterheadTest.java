package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.sop.ActivityRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands above a log. */
class LogLetterheadTest {

    private static final String HEADER = "no_berkas,langkah,pelaksana,mulai\n";
    private static final String ROW = "K-1,1,Kepala UKPBJ,2026-11-20 08:00\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unit: UKPBJ\nNomor SOP: B276\n",
                "LOG KEGIATAN\nUnit Kerja : UKPBJ,,Nomor SOP : B276\n",
                "LOG KEGIATAN,Unit Kerja: UKPBJ\nNo. SOP,:,B276\n",
                "Unit Kerja,:,UKPBJ,SOP,:,B276\n",
                "Instansi: Kabupaten X\nUnit Kerja: UKPBJ\nSOP: B276\nPeriode: Maret 2026\n",
                "SOP: Pengelolaan Kepuasan\nUnit: UKPBJ\nNomor SOP: B276\n"
            })
    void unitAndSopOfTheLetterheadHoldForRowsWithoutSuchColumns(String head) {
        ReadAll read = Sample.read(folder, "a.csv", head + HEADER + ROW);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities())
                .extracting(ActivityRecord::unit, ActivityRecord::sop)
                .containsExactly(tuple("UKPBJ", "B276"));
        assertThat(read.inputs().get(0).notes()).isEmpty();
    }

    @Test
    void aColumnWinsOverTheLetterheadWhichFillsItsBlanksAndTheContradictionIsTold() {
        ReadAll read = Sample.read(folder, "a.csv", """
                Unit Kerja: UKPBJ
                Nomor SOP: B276
                no_berkas,nomor_sop,unit_kerja,langkah,mulai
                K-1,B-999,ukpbj,1,2026-11-20 08:00
                K-2,,Dinas Y,1,2026-11-20 08:00
                K-3,b276,,1,2026-11-20 08:00
                K-4,B276,Dinas Y,1,2026-11-20 08:00
                """);

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities())
                .extracting(ActivityRecord::sop, ActivityRecord::unit)
                .containsExactly(
                        tuple("B-999", "ukpbj"),
                        tuple("B276", "Dinas Y"),
                        tuple("b276", "UKPBJ"),
                        tuple("B276", "Dinas Y"));
        assertThat(read.inputs().get(0).notes())
                .extracting(InputNote::key, InputNote::details)
                .containsExactlyInAnyOrder(
                        tuple("letterhead-overruled", told("Unit Kerja", "UKPBJ", "unit_kerja", 2, 5)),
                        tuple("letterhead-overruled", told("Nomor SOP", "B276", "nomor_sop", 1, 4)));
    }

    @Test
    void anAgencyAboveAColumnOfItsUnitsIsNoContradiction() {
        ReadAll read = Sample.read(folder, "a.csv", """
                Instansi: Kabupaten X
                no_berkas,nomor_sop,unit_kerja,langkah,mulai
                K-1,B276,UKPBJ,1,2026-11-20 08:00
                K-2,B276,,1,2026-11-20 08:00
                """);

        assertThat(read.inputs().get(0).notes()).isEmpty();
        assertThat(read.activities()).extracting(ActivityRecord::unit).containsExactly("UKPBJ", null);
    }

    @Test
    void itHoldsForTheLogsBelowTheFirstOneToo() {
        String rows = HEADER + ROW;

        ReadAll read = Sample.read(
                folder,
                "a.csv",
                "Unit: UKPBJ\nNomor SOP: B276\nMaret\n" + rows + "April\nUnit: Dinas Y\n"
                        + HEADER.replace("pelaksana", "petugas") + ROW);

        assertThat(read.activities())
                .extracting(ActivityRecord::sop, ActivityRecord::unit)
                .isEqualTo(List.of(tuple("B276", "UKPBJ"), tuple("B276", "Dinas Y")));
    }

    private static Map<String, String> told(String label, String value, String column, int count, int first) {
        return Map.of("label", label, "value", value, "column", column, "count", "" + count, "first", "" + first);
    }

    @Test
    void dittoMarksSayWhatStandsAbove() {
        ReadAll read = Sample.read(folder, "ditto.csv", """
                no_berkas,nomor_sop,langkah,pelaksana,mulai
                sda,B276,1,Kepala UKPBJ,2026-11-06 08:00
                K-1,B276,1,Kepala UKPBJ,2026-11-06 08:30
                sda,s.d.a.,2,idem,2026-11-06 09:15
                \"\"\"\",B278,1,-,kemarin
                \u3003,\u3003,4,"''",2026-11-06 10:40
                """);

        assertThat(Sample.rejected(read))
                .containsExactly("2|no_berkas|sda|ditto-unfounded", "5|mulai|kemarin|time-unreadable");
        assertThat(read.activities())
                .extracting(a -> a.caseId() + " " + a.sop() + " " + a.role())
                .containsExactly("K-1 B276 Kepala UKPBJ", "K-1 B276 Kepala UKPBJ", "K-1 B278 null");
        assertThat(read.inputs().get(0).notes())
                .filteredOn(n -> n.key().equals("dittos-taken"))
                .extracting(InputNote::details)
                .containsExactly(Map.of("count", "7", "first", "4"));
    }
}
