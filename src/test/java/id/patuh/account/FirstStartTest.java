package id.patuh.account;

import static id.patuh.account.Office.GOOD;
import static id.patuh.account.Office.reason;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.FirstStart.Administrator;
import id.patuh.engine.RuleCache;
import id.patuh.report.Language;
import id.patuh.rulebook.Role;
import id.patuh.rulebook.Rulebook;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstStartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theFirstAdministratorIsMadeOnceHoweverManyStart(TestDatabase database)
            throws InterruptedException, ExecutionException {
        String url = database.newUrl();
        // Two processes have a store each.
        try (Store one = Store.open(url);
                Store other = Store.open(url)) {
            // Neither his name nor the chain of the rulebook sets one start behind the other.
            new Rulebook(one, Clock.systemUTC(), RuleCache.none()).giveRole("eko", Role.ENGINEER, "eko");
            List<Administrator> made = Collections.synchronizedList(new ArrayList<>());
            List<Runnable> starts = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Office office = new Office(i % 2 == 0 ? one : other);
                Map<String, String> environment = Map.of(FirstStart.NAME, "admin" + i);
                starts.add(() -> start(office, environment).ifPresent(made::add));
            }
            Office.atOnce(starts);
            assertThat(made).hasSize(1);
            Office office = new Office(one);
            Account first = made.get(0).account();
            assertThat(office.accounts.all()).containsExactly(first);
            Secret password = made.get(0).password();
            assertThat(made.get(0).toString()).doesNotContain(password.reveal());
            assertThat(office.signIns
                            .signIn(first.name(), password, Office.HERE)
                            .mustChangePassword())
                    .isTrue();
            AccountReport report = new AccountReport(Office.MORNING, ZoneOffset.UTC, Language.EN);
            assertThat(report.first(made.get(0)))
                    .isEqualTo("First administrator: " + first.name() + ".\nOne-time password, shown here only: "
                            + password.reveal() + "\nThat password must be changed when first signing in.\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hisPasswordMayBeGiven(TestDatabase database) throws IOException {
        Path file = Files.writeString(folder.resolve("sandi"), GOOD.reveal() + "\r\n");
        Path empty = Files.writeString(folder.resolve("kosong"), "\n");
        Path two = Files.writeString(folder.resolve("dua"), GOOD.reveal() + "\n" + GOOD.reveal() + "\n");
        try (Store store = Store.open(database.newUrl())) {
            Office office = new Office(store);
            for (Path wrong : List.of(empty, two, folder, folder.resolve("tiada"))) {
                assertThat(reason(() -> start(office, Map.of(FirstStart.PASSWORD_FILE, wrong.toString()))))
                        .isEqualTo("password-file");
            }
            assertThat(reason(() ->
                            start(office, Map.of(FirstStart.PASSWORD_FILE, file.toString(), FirstStart.PASSWORD, "x"))))
                    .isEqualTo("password-twice");
            assertThat(reason(() -> start(office, Map.of(FirstStart.PASSWORD, "rahasia123456"))))
                    .isEqualTo("password-common");
            assertThat(office.accounts.isEmpty()).isTrue();

            Map<String, String> given =
                    Map.of(FirstStart.PASSWORD_FILE, file.toString(), FirstStart.PASSWORD, "", FirstStart.NAME, "Ani");
            Administrator administrator = start(office, given).orElseThrow();
            assertThat(administrator.password()).isNull();
            assertThat(office.signIns.signIn("ani", GOOD, Office.HERE).rights().permissions())
                    .containsExactlyInAnyOrder(Permission.values());
            assertThat(start(office, Map.of(FirstStart.PASSWORD_FILE, "/tiada")))
                    .isEmpty();
        }
    }

    private static Optional<Administrator> start(Office office, Map<String, String> environment) {
        return new FirstStart(office.accounts, environment).run();
    }
}
