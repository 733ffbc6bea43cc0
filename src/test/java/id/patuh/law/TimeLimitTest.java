package id.patuh.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.patuh.law.TimeLimit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

    @ParameterizedTest
    @CsvSource({
        "1 jam, 1 jam",
        "24 Jam, 24 jam",
        "1jam, 1 jam",
        "' 30  MENIT ', 30 menit",
        "05 menit, 5 menit",
        "3 hari, 3 hari",
        "3 hari kerja, 3 hari",
        "3 Hari  Kerja, 3 hari",
        "3\u00a0hari\u00a0kerja, 3 hari",
        "3 minggu, 3 minggu",
        "2 bulan, 2 bulan",
        "1 minute, 1 menit",
        "10 minutes, 10 menit",
        "1 hour, 1 jam",
        "2 hours, 2 jam",
        "1 day, 1 hari",
        "2 days, 2 hari",
        "1 week, 1 minggu",
        "2 weeks, 2 minggu",
        "1 month, 1 bulan",
        "2 months, 2 bulan",
        "2147483647 menit, 2147483647 menit",
        "00000000000007 menit, 7 menit",
    })
    void parseReadsAmountAndUnit(String text, String canonical) {
        assertThat(TimeLimit.parse(text)).map(TimeLimit::toString).hasValue(canonical);
        assertThat(TimeLimit.parse(canonical)).isEqualTo(TimeLimit.parse(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "jam",
                "24",
                "0 jam",
                "000 jam",
                "-1 jam",
                "+1 jam",
                "1,5 jam",
                "1.5 jam",
                "1-2 jam",
                "2147483648 menit",
                "99999999999999999999 menit",
                "1 jam kerja",
                "1 hari kalender",
                "1 tahun",
                "1 jam 30 menit",
                "maksimal 1 jam",
                "sesuai jadwal",
                "١ jam"
            })
    void parseLeavesEverythingElseUnmeasured(String text) {
        assertThat(TimeLimit.parse(text)).isEmpty();
    }

    @Test
    void amountMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeLimit(0, Unit.JAM))
                .withMessage("A time limit must be positive, not 0");
    }
}
