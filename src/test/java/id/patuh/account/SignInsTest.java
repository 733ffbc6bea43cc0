package id.patuh.account;

import static id.patuh.account.Office.GOOD;
import static id.patuh.account.Office.HERE;
import static id.patuh.account.Office.OTHER;
import static id.patuh.account.Office.reason;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInsTest {

    private static final Secret WRONG = Secret.of("bukan sandi yang benar");

    @ParameterizedTest
    @EnumSource
    void allRefusalsAreAlikeButInTheTrail(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.AUDITOR);
            assertThat(office.signIn("lain", GOOD)).isEqualTo("sign-in-refused");
            // Whatever was typed as a name may be a password.
            assertThat(office.last())
                    .isEqualTo(AuditEvent.refused(Actor.unknown(HERE), AuditAction.SIGN_IN, "", "name-unknown"));
            assertThat(office.signIn("\u0430ni", GOOD)).isEqualTo("sign-in-refused");
            assertThat(office.signIn("ani", WRONG)).isEqualTo("sign-in-refused");
            assertThat(office.last().details()).isEqualTo(Map.of("reason", "wrong-password"));
            assertThat(office.last().actor()).isEqualTo(office.by("ani"));
            office.disable("ani", office.admin());
            assertThat(office.signIn("ani", GOOD)).isEqualTo("sign-in-refused");
            assertThat(office.last().details()).isEqualTo(Map.of("reason", "disabled"));
            assertThat(office.signIn(" ADMIN ", GOOD)).isNull();
            assertThat(office.last()).isEqualTo(AuditEvent.done(office.admin(), AuditAction.SIGN_IN, "", Map.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAccountIsClosedForLongerEachTime(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.AUDITOR);
            wrong(office, 4);
            assertThat(office.signIn("ani", GOOD)).isNull();
            wrong(office, 5);
            Instant minute = office.clock.instant().plus(Duration.ofMinutes(1));
            assertThat(office.accounts.get("ani").lockedUntil()).isEqualTo(minute);
            // Neither opens it, nor keeps it closed for longer.
            wrong(office, 3);
            office.clock.set(minute.minusNanos(1000));
            assertThat(office.signIn("ani", GOOD)).isEqualTo("sign-in-refused");
            assertThat(office.last().details()).isEqualTo(Map.of("reason", "locked"));
            office.clock.set(minute);
            wrong(office, 1);
            assertThat(office.accounts.get("ani").lockedUntil()).isEqualTo(minute.plus(Duration.ofMinutes(2)));
            for (int i = 0; i < 20; i++) {
                office.later(Duration.ofHours(1));
                wrong(office, 1);
            }
            Account closed = office.accounts.get("ani");
            assertThat(closed.lockedUntil()).isEqualTo(office.clock.instant().plus(Duration.ofHours(1)));
            assertThat(closed.isLockedAt(closed.lockedUntil())).isFalse();
            office.clock.set(closed.lockedUntil());
            assertThat(office.signIn("ani", GOOD)).isNull();
            assertThat(office.accounts.get("ani").lockedUntil()).isNull();
            wrong(office, 4);
            assertThat(office.signIn("ani", GOOD)).isNull();
        }
    }

    /** Each of them counts, and who guesses well after the fifth is not let in. */
    @ParameterizedTest
    @EnumSource
    void guessesAtTheSameTimeAreAllCounted(TestDatabase database) throws InterruptedException, ExecutionException {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.AUDITOR);
            Office.atOnce(Collections.nCopies(2, () -> office.signIn("ani", WRONG)));
            wrong(office, 2);
            assertThat(office.accounts.get("ani").lockedUntil()).isNull();
            Office.atOnce(Collections.nCopies(6, () -> office.signIn("ani", WRONG)));
            assertThat(office.accounts.get("ani").lockedUntil())
                    .isEqualTo(office.clock.instant().plus(Duration.ofMinutes(1)));
            assertThat(office.signIn("ani", GOOD)).isEqualTo("sign-in-refused");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordIsChangedByWhoKnowsItAndGuessedAtAsSeldom(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.accounts.add(new Profile("ani", "", Set.of(Role.AUDITOR), Reach.EVERYWHERE), OTHER, office.admin());
            Account entered = office.signIns.signIn("ani", OTHER, HERE);
            assertThat(entered.mustChangePassword()).isTrue();
            assertThat(entered.presentRights()).isEqualTo(Rights.NONE);
            assertThat(reason(() -> office.signIns.changePassword("ani", OTHER, OTHER, HERE)))
                    .isEqualTo("password-same");
            assertThat(reason(() -> office.signIns.changePassword("ani", OTHER, Secret.of("ani ani"), HERE)))
                    .isEqualTo("password-short");
            Account changed = office.signIns.changePassword("ani", OTHER, GOOD, HERE);
            assertThat(changed.mustChangePassword()).isFalse();
            assertThat(office.last())
                    .isEqualTo(AuditEvent.done(office.by("ani"), AuditAction.CHANGE_PASSWORD, "ani", Map.of()));
            assertThat(office.signIn("ani", OTHER)).isEqualTo("sign-in-refused");
            for (int i = 0; i < 4; i++) {
                assertThat(reason(() -> office.signIns.changePassword("ani", WRONG, OTHER, HERE)))
                        .isEqualTo("sign-in-refused");
            }
            assertThat(office.signIn("ani", GOOD)).isEqualTo("sign-in-refused");
            office.accounts.resetPassword("ani", OTHER, office.admin());
            assertThat(office.signIn("ani", OTHER)).isNull();
        }
    }

    @Test
    void passwordsAreComparedAsTypedOnAnyKeyboardAndToTheirEnd() {
        Passwords passwords = new Passwords(4);
        Secret hash = passwords.hash(Secret.of("caf\u00e9 di tepi sungai"));
        assertThat(passwords.matches(Secret.of("cafe\u0301 di tepi sungai"), hash))
                .isTrue();
        assertThat(passwords.matches(Secret.of("cafe di tepi sungai"), hash)).isFalse();
        assertThat(passwords.matches(Secret.of("caf\u00e9 di tepi sungai"), null))
                .isFalse();
        // bcrypt alone would not read so far.
        String seventyTwo = "abcdefgh".repeat(9);
        assertThat(passwords.matches(Secret.of(seventyTwo + "x"), passwords.hash(Secret.of(seventyTwo + "y"))))
                .isFalse();
        assertThat(new Passwords().hash(GOOD).reveal()).startsWith("$2b$11$");
        assertThat(Passwords.oneTime().reveal())
                .matches("([a-z2-9]{5}-){3}[a-z2-9]{5}")
                .isNotEqualTo(Passwords.oneTime().reveal());
    }

    private static void wrong(Office office, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(office.signIn("ani", WRONG)).isEqualTo("sign-in-refused");
        }
    }
}
