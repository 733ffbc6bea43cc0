package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class KrejcieMorganTest {

    private final KrejcieMorgan formula = KrejcieMorgan.of(Fixtures.PARAMETERS.on(Fixtures.AS_OF));

    @ParameterizedTest
    @CsvFileSource(resources = "krejcie-morgan.csv", numLinesToSkip = 1)
    void formulaGivesTheTableOf1970(int population, int sample) {
        assertThat(formula.sampleOf(population)).isEqualTo(sample);
    }
}
