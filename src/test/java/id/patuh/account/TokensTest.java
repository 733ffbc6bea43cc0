package id.patuh.account;

import static id.patuh.account.Office.HERE;
import static id.patuh.account.Office.MORNING;
import static id.patuh.account.Office.OTHER;
import static id.patuh.account.Office.reason;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {

    private static final Set<Permission> SUBMITTING = Set.of(Permission.SUBMIT, Permission.READ_RESULTS);
    private static final Instant MONTH = MORNING.plus(Duration.ofDays(30));

    @ParameterizedTest
    @EnumSource
    void aTokenAllowsSomeOfWhatItsOwnerMay(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url)) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.AUDITOR, "Dinas A", "Dinas B");
            NewToken made =
                    office.tokens.make(terms(SUBMITTING, Reach.over(Set.of("Dinas A")), MONTH), office.by("ani"));
            assertThat(made.text().reveal()).matches("patuh_[0-9a-f]{72}");
            assertThat(made.toString()).doesNotContain(made.text().reveal());
            TokenUse use = office.tokens.check(made.text().reveal()).orElseThrow();
            assertThat(use.owner()).isEqualTo(office.accounts.get("ani"));
            assertThat(use.rightsAt(MORNING)).isEqualTo(new Rights(SUBMITTING, Reach.over(Set.of("Dinas A"))));
            assertThat(office.tokens.of("ANI"))
                    .containsExactly(new AccessToken(
                            made.token().number(), "ani", made.token().terms(), MORNING, null, MORNING));
            assertThat(office.trail
                            .read(new AuditFilter("ani", AuditAction.MAKE_TOKEN, null, null, null, null), null, 10)
                            .get(0)
                            .event()
                            .details())
                    .isEqualTo(Map.of("token", "" + made.token().number(), "expires", MONTH.toString()));
            assertThat(everything(url)).doesNotContain(made.text().reveal().substring(6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenIsNeverWorthMoreThanItsOwnerByNow(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.AUDITOR);
            office.add("budi", Role.ADMINISTRATOR);
            Actor ani = office.by("ani");
            assertThat(reason(() -> office.tokens.make(
                            terms(Set.of(Permission.APPROVE_WAIVERS), Reach.EVERYWHERE, MONTH), ani)))
                    .isEqualTo("token-exceeds");
            String text = office.tokens
                    .make(terms(SUBMITTING, Reach.EVERYWHERE, MONTH), ani)
                    .text()
                    .reveal();
            office.change("ani", Set.of(Role.VIEWER), office.admin());
            assertThat(rights(office, text)).isEqualTo(new Rights(Set.of(Permission.READ_RESULTS), Reach.EVERYWHERE));
            Account seen = office.accounts.get("ani");
            Reach bound = Reach.over(Set.of("Dinas A"));
            office.accounts.change(
                    new Profile("ani", "", Set.of(Role.AUDITOR), bound), true, seen.version(), office.admin());
            assertThat(rights(office, text)).isEqualTo(new Rights(SUBMITTING, bound));
            assertThat(reason(() -> office.tokens.make(terms(SUBMITTING, Reach.EVERYWHERE, MONTH), office.by("ani"))))
                    .isEqualTo("token-exceeds");

            office.accounts.resetPassword("ani", OTHER, office.admin());
            assertThat(office.tokens.check(text)).isEmpty();
            office.signIns.changePassword("ani", OTHER, Office.GOOD, HERE);
            assertThat(office.tokens.check(text)).isPresent();
            office.disable("ani", office.admin());
            assertThat(office.tokens.check(text)).isEmpty();

            // What a token may not, its bearer may not, whoever owns it.
            NewToken reading = office.tokens.make(
                    terms(Set.of(Permission.READ_RESULTS), Reach.EVERYWHERE, MONTH), office.by("budi"));
            TokenUse use = office.tokens.check(reading.text().reveal()).orElseThrow();
            Actor program = Actor.withToken(use, HERE);
            assertThat(reason(() -> office.disable("ani", program))).isEqualTo("not-permitted");
            assertThat(office.last().actor().token()).isEqualTo(reading.token().number());
            assertThat(reason(() -> office.tokens.make(reading.token().terms(), program)))
                    .isEqualTo("token-by-owner");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenEndsAtItsMomentOrWhenItIsRevoked(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.AUDITOR);
            office.add("budi", Role.AUDITOR);
            Actor ani = office.by("ani");
            Instant year = MORNING.plus(Duration.ofDays(365));
            assertThat(reason(() -> office.tokens.make(terms(SUBMITTING, Reach.EVERYWHERE, year.plusNanos(1000)), ani)))
                    .isEqualTo("token-long");
            assertThat(reason(() -> office.tokens.make(terms(SUBMITTING, Reach.EVERYWHERE, MORNING), ani)))
                    .isEqualTo("token-over");
            NewToken first = office.tokens.make(terms(SUBMITTING, Reach.EVERYWHERE, year), ani);
            NewToken second = office.tokens.make(terms(SUBMITTING, Reach.EVERYWHERE, year), ani);
            assertThat(reason(() -> office.tokens.revoke(first.token().number(), office.by("budi"))))
                    .isEqualTo("not-permitted");
            office.tokens.revoke(first.token().number(), ani);
            assertThat(office.tokens.check(first.text().reveal())).isEmpty();
            assertThat(reason(() -> office.tokens.revoke(99, ani))).isEqualTo("token-unknown");
            office.clock.set(year.minusNanos(1000));
            assertThat(office.tokens.check(second.text().reveal())).isPresent();
            office.clock.set(year);
            assertThat(office.tokens.check(second.text().reveal())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void useIsWrittenOnceAMinute(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            String text = office.tokens
                    .make(terms(SUBMITTING, Reach.EVERYWHERE, MONTH), office.admin())
                    .text()
                    .reveal();
            for (int seconds : new int[] {0, 59, 60, 119}) {
                office.clock.set(MORNING.plusSeconds(seconds));
                assertThat(office.tokens.check(text)).isPresent();
                assertThat(office.tokens.all().get(0).lastUsedAt()).isEqualTo(MORNING.plusSeconds(seconds / 60 * 60));
            }
            char last = text.charAt(text.length() - 1);
            String mistyped = text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0');
            for (String no : new String[] {
                "", "patuh_", mistyped, text.toUpperCase(), TokenText.random().reveal()
            }) {
                assertThat(office.tokens.check(no)).as(no).isEmpty();
            }
        }
    }

    private static TokenTerms terms(Set<Permission> permissions, Reach reach, Instant expires) {
        return new TokenTerms("unggah malam", permissions, reach, expires);
    }

    private static Rights rights(Office office, String text) {
        return office.tokens.check(text).orElseThrow().rightsAt(office.clock.instant());
    }

    /** All that the database holds of accounts. */
    private static String everything(String url) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection owner = TestDatabase.intruder(url);
                Statement statement = owner.createStatement()) {
            for (String table : new String[] {"account", "access_token", "audit_entry"}) {
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table);
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.append(rows.getString(i)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }
}
