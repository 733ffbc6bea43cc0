package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.skm.Period;
import id.patuh.skm.PublishedResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published tables as offices head them, and the rows of the unit's figure under them. */
class PublishedTableTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No;Unsur;NRR;Konversi;Mutu | %d;%s;3,10;77,50;B | IKM;;;81,03;A | Konversi",
                "No;Unsur;NRR;Nilai Konversi;Mutu | %d;%s;3,10;77,50;B | ;IKM Unit Pelayanan;;81,03;A | Nilai Konversi",
                "No;Unsur;NRR;Konversi;Mutu | %d;%s;3,10;77,50;B | ;IKM;;81,03;A (Sangat Baik) | Konversi",
                "No;Unsur;NRR;Nilai Rupa Rupa;Mutu | %d;%s;3,10;77,50;B | ;IKM;;81,03;A | NRR",
                "No;Unsur;Nilai Rata-rata;Kategori | %d;%s;3,10;Baik | ;Nilai SKM;81,03;Sangat Baik | Nilai Rata-rata",
                "No;Unsur Pelayanan;Nilai Unsur;Mutu Unsur | %d;%s;77,50;B | ;Rata-rata (IKM);81,03;A | Nilai Unsur",
                "No;Unsur;NRR;NRR x Bobot;Mutu | %d;%s;3,10;0,775;B | ;IKM = Jumlah x 25;;81,03;A | NRR x Bobot",
                "Unsur;Tidak Baik (1);Baik (3);Jumlah Nilai;NRR;Mutu;Kinerja | %2$s;0;9;27;3,10;B;Baik"
                        + " | IKM;;;;81,03;A;Sangat Baik | NRR",
            })
    void readsIndexAndGradeWhereverTheyStand(String header, String row, String last, String column) {
        ReadAll read = Sample.read(folder, "p.csv", table(header, row, last));
        assertThat(read.published()).hasSize(1);
        PublishedResult result = read.published().get(0);
        assertThat(result.ikm()).isEqualByComparingTo(new BigDecimal("81.03"));
        assertThat(result.grade()).isEqualTo("A");
        assertThat(result.row().cell("ikm").column()).isEqualTo(column);
        assertThat(result.elements())
                .hasSize(4)
                .allSatisfy(e -> assertThat(e.grade()).isEqualTo("B"));
        assertThat(read.rejected()).allSatisfy(r -> assertThat(r.column()).isEqualTo("Nilai Rupa Rupa"));
    }

    @Test
    void columnsThatAreNotKnownAreRejectedByName() {
        ReadAll read =
                Sample.read(folder, "p.csv", table("No;Unsur;NRR;Tren;Mutu", "%d;%s;3,10;naik;B", ";IKM;77,50;;B"));
        assertThat(Sample.rejected(read)).containsExactly("1|Tren|null|column-unknown");
        assertThat(read.published().get(0).ikm()).isEqualByComparingTo("77.50");
    }

    @Test
    void aGradeWithoutAnIndexIsKept() {
        ReadAll read = Sample.read(folder, "p.csv", table("No;Unsur;NRR;Mutu", "%d;%s;3,10;B", ";IKM;;A"));
        assertThat(read.published().get(0).ikm()).isNull();
        assertThat(read.published().get(0).grade()).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HASIL SKM TRIWULAN II TAHUN 2026 | 2026-04-01 | 2026-06-30",
                "TAHUN 2026\\nSEMESTER I TAHUN 2026 | 2026-01-01 | 2026-06-30",
                "Tahun 2012 | 2012-01-01 | 2012-12-31",
                "SKM TRIWULAN II TAHUN 2026\\nPeriode : Juli 2026 | 2026-07-01 | 2026-07-31",
                "SKM menurut Permen PANRB Nomor 14 Tahun 2017 | |",
                "SKM Triwulan I Tahun 2026\\nSKM Triwulan II Tahun 2026 | |",
            })
    void aTitleNamesThePeriodWhereNoLabelDoes(String titles, String start, String end) {
        String text = titles.replace("\\n", "\n") + "\n\nNo;U1;U2;U3;U4\n1;3;3;2;3\n";
        Period period =
                Sample.read(folder, "a.csv", text).responses().get(0).survey().period();
        assertThat(period).isEqualTo(start == null ? null : new Period(LocalDate.parse(start), LocalDate.parse(end)));
    }

    private static String table(String header, String row, String last) {
        StringBuilder text = new StringBuilder(header).append('\n');
        String[] unsur = {"Persyaratan", "Sistem, Mekanisme dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif"};
        for (int i = 0; i < unsur.length; i++) {
            text.append(row.formatted(i + 1, unsur[i])).append('\n');
        }
        return text.append(last).append('\n').toString();
    }
}
