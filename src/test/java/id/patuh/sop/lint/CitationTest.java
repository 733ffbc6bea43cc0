package id.patuh.sop.lint;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.ruleset.OurRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

    private static final Sources SOURCES = OurRules.RULES.sources();

    @ParameterizedTest
    @CsvSource({
        "uu-25-2009, Undang-Undang RI No.25/2009 tentang Pelayanan Publik",
        "uu-25-2009, UU Nomor 25 Tahun 2009",
        "permenpanrb-14-2017, Permenpan RB No.14/2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat",
        "permenpanrb-14-2017, Peraturan Menteri PANRB Nomor 14 Tahun 2017",
        "perpres-12-2021, Peraturan Presiden (PERPRES) Nomor 12 Tahun 2021 Perubahan atas Peraturan Presiden Nomor 16 Tahun 2018",
        "perpres-16-2018, Peraturan Presiden (PERPRES) Nomor 12 Tahun 2021 Perubahan atas Peraturan Presiden Nomor 16 Tahun 2018",
        "kepmenpan-25-2004, KepMenPan No. KEP/25/M.PAN/2/2004",
        "iso-9001-2008, Standar ISO 9001:2008"
    })
    void aSourceIsRecognisedHoweverItIsCited(String id, String text) {
        assertThat(Citation.position(text, source(id))).isNotNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "uu-25-2009, Undang-Undang Nomor 25 Tahun 2007 tentang Penanaman Modal",
        "pp-71-2019, Peraturan Lembaga LKPP 71/2019",
        "permenpanrb-35-2012, Peraturan Presiden Nomor 35 Tahun 2012 tentang Rencana Tata Ruang",
        "permenpanrb-35-2012, Permen PANRB No. 35 tentang Pedoman Penyusunan Standar Operasional Prosedur",
        "iso-9001-2015, ISO 9001:2008"
    })
    void anotherOneIsNot(String id, String text) {
        assertThat(Citation.position(text, source(id))).isNegative();
    }

    private static Source source(String id) {
        return SOURCES.find(id).orElseThrow();
    }
}
