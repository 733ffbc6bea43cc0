package id.patuh.account;

import static id.patuh.account.Office.HERE;
import static id.patuh.account.Office.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailTest {

    @ParameterizedTest
    @EnumSource
    void entriesAreReadPageByPageAndByWhatTheySay(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = new Office(store);
            Actor ani = new Actor("ani", null, HERE);
            for (int i = 0; i < 5; i++) {
                office.clock.set(MORNING.plusSeconds(i).plusNanos(123_456_789));
                office.trail.add(AuditEvent.done(ani, AuditAction.DOWNLOAD, "run " + i, Map.of("format", "xlsx")));
                office.trail.add(
                        AuditEvent.refused(Actor.unknown(HERE), AuditAction.ACCESS, "/rules", "not-permitted"));
            }
            List<AuditEntry> all = office.trail.read(AuditFilter.ALL, null, 100);
            assertThat(all).hasSize(10).isSortedAccordingTo((a, b) -> Long.compare(b.number(), a.number()));
            assertThat(all.get(9).at()).isEqualTo(MORNING.plusNanos(123_456_000));
            List<AuditEntry> pages = new ArrayList<>();
            Long before = null;
            do {
                List<AuditEntry> page = office.trail.read(AuditFilter.ALL, before, 3);
                pages.addAll(page);
                before = page.isEmpty() ? null : page.get(page.size() - 1).number();
            } while (before != null);
            assertThat(pages).isEqualTo(all);

            assertThat(office.trail.read(new AuditFilter("ani", null, null, null, null, null), null, 100))
                    .hasSize(5);
            AuditFilter some = new AuditFilter(
                    null,
                    AuditAction.ACCESS,
                    Outcome.REFUSED,
                    "/rules",
                    all.get(5).at(),
                    all.get(1).at());
            assertThat(office.trail.read(some, null, 100)).containsExactly(all.get(2), all.get(4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEntryStandsWithWhatWasDoneOrNotAtAll(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Office office = new Office(store);
            AuditEvent event = AuditEvent.done(
                    new Actor("ani", null, "x".repeat(300)),
                    AuditAction.SUBMIT,
                    "\u0000\ud800" + "y".repeat(2000),
                    Map.of("a=b&c", "\u0000; %\ud83d\ude00", "kosong", ""));
            assertThatThrownBy(() -> store.write(transaction -> {
                        office.trail.step(event).in(transaction);
                        throw new IllegalStateException("tidak jadi");
                    }))
                    .hasMessage("tidak jadi");
            assertThat(office.trail.read(AuditFilter.ALL, null, 1)).isEmpty();
            office.trail.add(event);
            assertThat(office.last()).isEqualTo(event);
            assertThat(event.details()).containsEntry("a=b&c", "?; %\ud83d\ude00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesAreNeitherChangedNorRemoved(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection owner = TestDatabase.intruder(url);
                Statement statement = owner.createStatement()) {
            Office office = Office.withAdministrator(store);
            List<AuditEntry> before = office.trail.read(AuditFilter.ALL, null, 100);
            assertThat(before).isNotEmpty();
            for (String sql : List.of(
                    "UPDATE audit_entry SET outcome = 'failed'",
                    "DELETE FROM audit_entry",
                    "TRUNCATE TABLE audit_entry")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
            assertThat(office.trail.read(AuditFilter.ALL, null, 100)).isEqualTo(before);
        }
    }
}
