package id.patuh.account;

import static id.patuh.account.Office.GOOD;
import static id.patuh.account.Office.HERE;
import static id.patuh.account.Office.OTHER;
import static id.patuh.account.Office.reason;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.rulebook.Rulebook;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountsTest {

    @ParameterizedTest
    @EnumSource
    void anAccountIsKeptAsItWasAdded(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            Reach two = Reach.over(Set.of("Dinas Kesehatan", "Puskesmas, Kota"));
            Set<Role> roles = EnumSet.of(Role.AUDITOR, Role.QUALITY_MANAGER);
            Account added =
                    office.accounts.add(new Profile(" Ani  B ", "Ani Budiarti", roles, two), GOOD, office.admin());
            assertThat(added.name()).isEqualTo("ani b");
            assertThat(office.accounts.get("ANI B")).isEqualTo(added);
            assertThat(added.profile()).isEqualTo(new Profile("ani b", "Ani Budiarti", roles, two));
            assertThat(added.mustChangePassword()).isTrue();
            assertThat(office.accounts.all()).extracting(Account::name).containsExactly("admin", "ani b");
            assertThat(reason(() -> office.accounts.add(added.profile(), GOOD, office.admin())))
                    .isEqualTo("account-taken");
            // A Cyrillic letter that looks like a Latin one.
            assertThat(reason(() -> new Profile("\u0430ni b", "", roles, two))).isEqualTo("person-mixed");
            assertThat(reason(() -> office.accounts.get("lain"))).isEqualTo("account-unknown");
        }
    }

    /** What an account says of rules, the rulebook says too, from the same moment on. */
    @ParameterizedTest
    @EnumSource
    void rolesInTheRulebookFollow(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            Rulebook rulebook = new Rulebook(store, office.clock, RuleCache.none());
            office.add("ani", Role.QUALITY_MANAGER);
            office.add("budi", Role.RULE_ENGINEER);
            office.add("citra", Role.AUDITOR);
            // Rules are those of all units.
            office.add("dewi", Role.QUALITY_MANAGER, "Dinas Kesehatan");
            assertThat(rulebook.history().roles())
                    .isEqualTo(Map.of(
                            "admin", id.patuh.rulebook.Role.ENGINEER,
                            "ani", id.patuh.rulebook.Role.MANAGER,
                            "budi", id.patuh.rulebook.Role.ENGINEER));

            office.change("ani", Set.of(Role.VIEWER), office.admin());
            office.disable("budi", office.admin());
            assertThat(rulebook.history().roles())
                    .containsEntry("ani", id.patuh.rulebook.Role.NONE)
                    .containsEntry("budi", id.patuh.rulebook.Role.NONE);
            assertThat(reason(() -> rulebook.giveRole(
                            "Ani",
                            id.patuh.rulebook.Role.MANAGER,
                            "admin",
                            RulebookRoles.agreeing("Ani", id.patuh.rulebook.Role.MANAGER))))
                    .isEqualTo("role-of-account");
            assertThat(rulebook.verify(null).isSound()).isTrue();
        }
    }

    /** The rulebook was used before there were accounts: its engineers decide. */
    @ParameterizedTest
    @EnumSource
    void aFirstAdministratorIsNoEngineerBeforeAnEngineerSaysSo(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = new Office(store);
            Rulebook rulebook = new Rulebook(store, office.clock, RuleCache.none());
            rulebook.giveRole("eko", id.patuh.rulebook.Role.ENGINEER, "eko");
            office.accounts.addFirst(new Profile("admin", "", EnumSet.allOf(Role.class), Reach.EVERYWHERE), OTHER);
            office.signIns.changePassword("admin", OTHER, GOOD, HERE);
            office.add("citra", Role.AUDITOR);
            assertThat(reason(() -> office.add("ani", Role.QUALITY_MANAGER))).isEqualTo("actor-no-engineer");
            assertThat(office.accounts.all()).hasSize(2);

            id.patuh.rulebook.Role engineer = id.patuh.rulebook.Role.ENGINEER;
            rulebook.giveRole("admin", engineer, "eko", RulebookRoles.agreeing("admin", engineer));
            office.add("ani", Role.QUALITY_MANAGER);
            assertThat(rulebook.history().roles()).containsEntry("ani", id.patuh.rulebook.Role.MANAGER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesHimselfMoreAndOnlyWhoMayGivesOthers(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            office.add("ani", Role.ADMINISTRATOR);
            office.add("budi", Role.RULE_ENGINEER);
            assertThat(reason(() -> office.change("ani", EnumSet.allOf(Role.class), office.by("ani"))))
                    .isEqualTo("more-for-oneself");
            assertThat(office.last())
                    .isEqualTo(AuditEvent.refused(
                            office.by("ani"), AuditAction.CHANGE_ACCOUNT, "ani", "more-for-oneself"));
            office.change("ani", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR), office.admin());
            office.change("ani", EnumSet.of(Role.ADMINISTRATOR), office.by("ani"));

            Actor budi = office.by("budi");
            assertThat(reason(() -> office.change("budi", EnumSet.allOf(Role.class), budi)))
                    .isEqualTo("not-permitted");
            assertThat(reason(() -> office.accounts.resetPassword("admin", OTHER, budi)))
                    .isEqualTo("not-permitted");
            // From the moment on at which it was taken away, whatever a session remembers.
            Actor ani = office.by("ani");
            office.disable("ani", office.admin());
            assertThat(reason(() -> office.disable("budi", ani))).isEqualTo("not-permitted");
            assertThat(reason(() -> office.accounts.resetPassword("admin", OTHER, office.admin())))
                    .isEqualTo("password-own");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorAlwaysRemains(TestDatabase database) throws InterruptedException, ExecutionException {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            Actor terminal = Actor.atTerminal("admin");
            Account only = office.accounts.get("admin");
            Profile bound = new Profile("admin", "", only.profile().roles(), Reach.over(Set.of("Dinas")));
            assertThat(reason(() -> office.disable("admin", terminal))).isEqualTo("last-administrator");
            assertThat(reason(() -> office.change("admin", Set.of(Role.AUDITOR), terminal)))
                    .isEqualTo("last-administrator");
            assertThat(reason(() -> office.accounts.change(bound, true, only.version(), terminal)))
                    .isEqualTo("last-administrator");
            // Of these neither loses his role in the rulebook, whose chain would set one behind the other.
            Set<Role> both = EnumSet.of(Role.ADMINISTRATOR, Role.RULE_ENGINEER);
            Set<Role> less = EnumSet.of(Role.RULE_ENGINEER);
            office.add("ani", Role.ADMINISTRATOR);
            for (int round = 0; round < 10; round++) {
                office.change("ani", both, terminal);
                office.change("admin", both, Actor.atTerminal("ani"));
                Actor ani = office.by("ani");
                Actor admin = office.admin();
                assertThat(Office.atOnce(List.of(
                                () -> office.change("admin", less, ani), () -> office.change("ani", less, admin))))
                        .hasSize(2)
                        .containsAnyOf("last-administrator", "not-permitted");
                assertThat(office.accounts.all().stream()
                                .filter(account -> account.rights().may(Permission.MANAGE_ACCOUNTS)))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sessionsEndWithWhateverWasChanged(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            Account ani = office.add("ani", Role.AUDITOR);
            assertThat(office.accounts.current(ani.id(), ani.version())).contains(ani);
            Account roles = office.change("ani", Set.of(Role.VIEWER), office.admin());
            assertThat(office.accounts.current(ani.id(), ani.version())).isEmpty();
            assertThat(office.accounts.current(roles.id(), roles.version())).contains(roles);
            assertThat(office.change("ani", Set.of(Role.VIEWER), office.admin()))
                    .isEqualTo(roles);
            assertThat(reason(() -> office.accounts.change(ani.profile(), true, ani.version(), office.admin())))
                    .isEqualTo("account-overtaken");

            Account reset = office.accounts.resetPassword("ani", OTHER, office.admin());
            assertThat(office.accounts.current(roles.id(), roles.version())).isEmpty();
            assertThat(reset.presentRights()).isEqualTo(Rights.NONE);
            Account changed = office.signIns.changePassword("ani", OTHER, GOOD, HERE);
            assertThat(office.accounts.current(reset.id(), reset.version())).isEmpty();
            office.disable("ani", office.admin());
            assertThat(office.accounts.current(changed.id(), changed.version())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whomAProviderKnowsIsBroughtToWhatItSays(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = Office.withAdministrator(store);
            ExternalSubject subject = new ExternalSubject("https://sso.example", "A-1");
            Profile manager = new Profile("Ani", "Ani B", Set.of(Role.QUALITY_MANAGER), Reach.EVERYWHERE);
            Account ani = office.accounts.admit(subject, manager, office.admin());
            assertThat(office.signIns.signIn(ani, HERE).lastSignIn()).isEqualTo(Office.MORNING);
            assertThat(ani.mustChangePassword()).isFalse();
            assertThat(office.signIn("ani", GOOD)).isEqualTo("sign-in-refused");
            assertThat(reason(() -> office.accounts.resetPassword("ani", GOOD, office.admin())))
                    .isEqualTo("password-elsewhere");
            // The name that it has here stays, and an unchanged one ends no session.
            Profile renamed = new Profile("ani.b", "Ani B", manager.roles(), Reach.EVERYWHERE);
            assertThat(office.accounts.admit(subject, renamed, office.admin()).version())
                    .isEqualTo(ani.version());
            Profile viewer = new Profile("ani", "Ani B", Set.of(Role.VIEWER), Reach.over(Set.of("Dinas")));
            assertThat(office.accounts.admit(subject, viewer, office.admin()).profile())
                    .isEqualTo(viewer);
            // Nobody takes an account over by having its name elsewhere.
            ExternalSubject namesake = new ExternalSubject("https://sso.example", "a-1");
            assertThat(reason(() -> office.accounts.admit(namesake, viewer, office.admin())))
                    .isEqualTo("account-taken");
            Account disabled = office.disable("ani", office.admin());
            assertThat(reason(() -> office.signIns.signIn(disabled, HERE))).isEqualTo("sign-in-refused");
            assertThat(office.accounts.admit(subject, manager, office.admin()).enabled())
                    .isFalse();
        }
    }
}
