package id.patuh.sop.lint;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.OurRules;
import id.patuh.wording.NameMatcher.Match;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentNamesTest {

    private static final DocumentNames NAMES = DocumentNames.of(
                    OurRules.RULES.parameters().on(LocalDate.of(2026, 11, 20)))
            .orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "Surat edaran, Surat edaran, EXACT",
        "Surat edaran, 'surat  EDARAN.', NORMALISED",
        "Laporan atau jawaban tertulis, Draft surat atau Jawaban tertulis, NORMALISED",
        "Draft final, Draft final surat hasil lapangan, NEAR",
        "Hasil survey atas pelayanan UKPBJ, Hasil survey atas kepuasan pelayanan UKPBJ, NEAR",
        "Hasil pemeriksaan, Laporan hasil pemeriksaan, NEAR",
        "laporan pelaksanaan sosialisasi, draft laporan pelaksanaan sosialisasi, NEAR",
        "laporan pelaksanaan sosialisasi, arahan atas laporan pelaksanaan sosialisasi, NONE",
        "Disposisi Kepala UKPBJ, disposisi kepada tim, NONE",
        "Surat, Surat edaran bupati, NONE",
        "Surat tugas, Laporan atas pelaksanaan surat tugas lapangan, NONE"
    })
    void namesAgreeOrNot(String required, String given, Match match) {
        assertThat(NAMES.match(required, given)).isEqualTo(match);
    }
}
