package id.patuh.sop.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"sosialisasi, sosialisai", "pelaksanaan, pelaksanan", "sekretariat, sekretarriat", "kasubag, kasubbag"})
    void anInnerLetterLostOrDoubledIsASlip(String one, String other) {
        assertThat(Spelling.slips(one, other)).isTrue();
        assertThat(Spelling.slips(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pengadaan, pengaduan",
        "menetapkan, menerapkan",
        "laporkan, laporan",
        "kumpulkan, kumpulan",
        "menerima, penerima",
        "pelaksana, pelaksanaan",
        "penerima, penerimaan",
        "sosialisasi, sosialisasi"
    })
    void otherPairsAreWordsOfTheirOwn(String one, String other) {
        assertThat(Spelling.slips(one, other)).isFalse();
        assertThat(Spelling.slips(other, one)).isFalse();
    }
}
