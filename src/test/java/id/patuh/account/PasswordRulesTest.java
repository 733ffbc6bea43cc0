package id.patuh.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final Profile OWNER =
            new Profile("sri.wahyuni", "Sri Wahyuni", Set.of(Role.VIEWER), Reach.EVERYWHERE);

    @ParameterizedTest
    @CsvSource({
        "hujan turun, password-short",
        "kudalumping\ud83d\ude00, ",
        "sri.wahyuni2026, password-name",
        "SRI WAHYUNI 1985!, password-name",
        "198501012010011001, password-number",
        "0812-3456-7890, password-number",
        "aaaabbbbaaaabbbb, password-uniform",
        "Rahasia12345!, password-common",
        "1234PASSWORD5678, password-common",
        "sayangsayangsayang, password-common",
        "qwertyuiopasdf, password-common",
        "1q2w3e4r5t6y, password-common",
        "Bismillahirrahmanirrahim, password-common"
    })
    void whatIsTriedFirstIsRefused(String password, String reason) {
        if (reason == null) {
            PasswordRules.check(Secret.of(password), OWNER);
            return;
        }
        assertThat(Office.reason(() -> PasswordRules.check(Secret.of(password), OWNER)))
                .isEqualTo(reason);
    }

    /** Neither capitals nor digits nor signs are asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hujan di sore hari",
                "tepi sawah ada kuda",
                "rahasia keluarga besar kami",
                "sri.wahyuni suka bakso"
            })
    void whateverElseIsLongEnoughIsTaken(String password) {
        assertThatCode(() -> PasswordRules.check(Secret.of(password), OWNER)).doesNotThrowAnyException();
        assertThat(Office.reason(() -> PasswordRules.check(Secret.of(password.repeat(60)), OWNER)))
                .isEqualTo("password-long");
    }
}
