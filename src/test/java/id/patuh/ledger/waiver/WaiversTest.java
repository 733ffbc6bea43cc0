package id.patuh.ledger.waiver;

import static id.patuh.ledger.waiver.ScopeOfTest.ZONE;
import static id.patuh.ledger.waiver.ScopeOfTest.fingerprint;
import static id.patuh.ledger.waiver.ScopeOfTest.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeOutline;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.OpenViolation;
import id.patuh.ledger.life.State;
import id.patuh.rulebook.MovingClock;
import id.patuh.rulebook.RulebookException;
import id.patuh.scope.Scopes;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.violation.Severity;
import id.patuh.violation.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaiversTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T18:30:00Z");
    private static final Validity MARCH = Validity.ofDays(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), ZONE);
    private static final Violation LATE = violation("step-late", Severity.MAJOR, "Dinas Kesehatan", "K1");
    private static final Violation STALLED = violation("case-stalled", Severity.MINOR, "Dinas Kesehatan", "K1");
    private static final Violation OTHERS = violation("step-late", Severity.CRITICAL, "Sekretariat", "K1");
    private static final Violation NOBODYS = violation("step-late", Severity.MINOR, null, "K3");
    private static final Violation ELSEWHERE = violation("step-late", Severity.CRITICAL, "Sekretariat", "K2");

    private final MovingClock clock = new MovingClock(NIGHT.plus(Duration.ofHours(8)));

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesWhatHeAskedFor(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Waivers waivers = waivers(store);
            long number = request(waivers, Target.ofCase("K1", null)).number();
            for (String same : List.of("ani", " ANI  ", "\uff21\uff4e\uff49")) {
                assertThat(reason(() -> waivers.approve(number, same, ""))).isEqualTo("approver-is-requester");
            }
            // A Cyrillic letter that looks like a Latin one.
            assertThatThrownBy(() -> waivers.approve(number, "\u0430ni", "")).isInstanceOf(RulebookException.class);
            assertThat(waivers.waiver(number).isInForce(clock.instant())).isFalse();
            assertThat(waivers.approve(number, "Budi", "").isInForce(clock.instant()))
                    .isTrue();
        }
    }

    /** Who got no answer sends the same again; what begins at once begins later then. */
    @ParameterizedTest
    @EnumSource
    void whatSomebodyWaitsForIsNotAskedForTwice(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Waivers waivers = waivers(store);
            Target target = Target.ofCase("K1", null);
            Waiver first = request(waivers, target);
            Validity later = new Validity(MARCH.from().plus(Duration.ofHours(1)), MARCH.until(), ZONE);
            assertThat(request(waivers, target, later, "ani")).isEqualTo(first);
            assertThat(waivers.of("unit")).containsExactly(first);

            Validity longer = new Validity(MARCH.from().minusSeconds(1), MARCH.until(), ZONE);
            Validity other = new Validity(MARCH.from(), MARCH.until().plusSeconds(1), ZONE);
            request(waivers, target, longer, "ani");
            request(waivers, target, other, "ani");
            request(waivers, target, MARCH, "budi");
            request(waivers, Target.ofCase("K2", null), MARCH, "ani");
            assertThat(waivers.of("unit")).hasSize(5);

            waivers.approve(first.number(), "citra", "");
            assertThat(request(waivers, target).number()).isGreaterThan(first.number());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStepThatDoesNotFollowIsRefused(TestDatabase database) throws InterruptedException, ExecutionException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try (Store store = Store.open(database.newUrl())) {
            Waivers waivers = waivers(store);
            long number = request(waivers, Target.ofCase("K1", null)).number();
            assertThatThrownBy(() -> waivers.reject(number, "budi", " ")).isInstanceOf(RulebookException.class);
            waivers.withdraw(number, "ani", "keliru");
            assertThat(reason(() -> waivers.approve(number, "budi", ""))).isEqualTo("waiver-is-withdrawn");
            assertThat(reason(() -> waivers.approve(7, "budi", ""))).isEqualTo("waiver-unknown");

            long contested = request(waivers, Target.ofCase("K1", null)).number();
            int refused = 0;
            for (Future<?> step : two.invokeAll(List.<Callable<Waiver>>of(
                    () -> waivers.approve(contested, "budi", ""), () -> waivers.reject(contested, "citra", "tidak")))) {
                try {
                    step.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(LedgerException.class);
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
            assertThat(waivers.waiver(contested).steps()).hasSize(2);

            long late = request(waivers, Target.ofCase("K1", null)).number();
            clock.set(MARCH.until());
            assertThat(reason(() -> waivers.approve(late, "budi", ""))).isEqualTo("waiver-over");
            assertThat(reason(() -> request(waivers, Target.ofCase("K1", null))))
                    .isEqualTo("waiver-over");
            assertThat(waivers.waiver(late).state(clock.instant())).isEqualTo(WaiverState.OVER);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void aWaiverHoldsFromItsFirstMomentToBeforeItsLast() {
        // Clocks go forward on the 8th: the day has 23 hours.
        ZoneId zone = ZoneId.of("America/New_York");
        Validity days = Validity.ofDays(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 8), zone);
        assertThat(Duration.between(days.from(), days.until())).isEqualTo(Duration.ofHours(47));
        assertThat(days.holdsAt(days.from())).isTrue();
        assertThat(days.holdsAt(days.from().minusNanos(1000))).isFalse();
        assertThat(days.holdsAt(days.until().minusNanos(1000))).isTrue();
        assertThat(days.holdsAt(days.until())).isFalse();
        assertThat(reason(() -> new Validity(NIGHT, NIGHT, zone))).isEqualTo("validity-empty");
        assertThat(reason(() -> new Validity(NIGHT, Instant.MAX, zone))).isEqualTo("validity-empty");
        for (LocalDate far : List.of(LocalDate.MAX, LocalDate.of(20_000, 1, 1))) {
            assertThat(reason(() -> Validity.ofDays(LocalDate.of(2026, 3, 1), far, zone)))
                    .isEqualTo("validity-empty");
        }
        for (LocalDate early : List.of(LocalDate.MIN, LocalDate.of(0, 12, 31))) {
            assertThat(reason(() -> Validity.ofDays(early, LocalDate.of(2026, 3, 1), zone)))
                    .isEqualTo("validity-empty");
        }
    }

    @Test
    void aTargetIsOneThing() {
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> new Target(null, null, null, null),
                () -> new Target(null, null, null, "step-late"),
                () -> new Target(null, "K1", " - ", null),
                () -> new Target(fingerprint(LATE), "K1", null, null),
                () -> Target.ofUnit("Dinas Kesehatan", null),
                () -> Target.ofUnit(" - ", "step-late"),
                () -> Target.ofCase(" ", null))) {
            assertThat(reason(wrong)).isEqualTo("waiver-target");
        }
        assertThat(reason(() -> Target.ofViolation("9f"))).isEqualTo("fingerprint-unusable");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWaivedCountsApartAndItsStateGoesOn(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, "unit");
            // The same case elsewhere is none of this scope's.
            new ScopeOfTest(store, "other").night(NIGHT, LATE);
            LifeRun first = scope.night(NIGHT, LATE, STALLED, ELSEWHERE);
            Standings standings = new Standings(store);
            Waivers waivers = waivers(store);

            assertCovered(store, first, Target.ofViolation(fingerprint(LATE).toUpperCase()), LATE);
            assertCovered(store, first, Target.ofCase(" K1 ", null), LATE, STALLED);
            assertCovered(store, first, Target.ofCase("K1", "case-stalled"), STALLED);
            assertCovered(store, first, Target.ofUnit("DINAS-Kesehatan ", "step-late"), LATE);
            assertCovered(store, first, Target.ofCase("k1", null));
            assertCovered(store, first, Target.ofUnit("Dinas Kesehatan", "step-overdue"));

            Waiver waiver = approved(waivers, Target.ofCase("K1", "step-late"));
            Waiver idle = approved(waivers, Target.ofCase("K3", null));
            LifeRun second = scope.night(NIGHT.plus(Duration.ofDays(1)), LATE, STALLED);
            Standing standing = standings.of(second);
            assertThat(standings.balance(second).waived()).isEqualTo(standing.waived());
            assertThat(standings.balance(second).remaining()).isEqualTo(standing.remaining());
            assertThat(standing.counts())
                    .contains(new Counted(State.PERSISTING, true, Severity.MAJOR, "Dinas Kesehatan", "step-late", 1))
                    .hasSize(3);
            assertThat(standing.open()).containsEntry(Severity.MAJOR, 1L).containsEntry(Severity.CRITICAL, 1L);
            assertThat(standing.waived()).containsEntry(Severity.MAJOR, 1L).containsEntry(Severity.CRITICAL, 0L);
            assertThat(standing.remaining()).containsEntry(Severity.MAJOR, 0L).containsEntry(Severity.MINOR, 1L);
            assertThat(standing.groups()).isEqualTo(2);
            assertThat(standing.remainingGroups()).isEqualTo(2);
            assertThat(standing.idle()).containsExactly(idle);
            approved(waivers, Target.ofViolation(fingerprint(ELSEWHERE)));
            Standing later = standings.of(second, clock.instant().plus(Duration.ofDays(1)));
            assertThat(later.remainingGroups()).isEqualTo(1);
            assertThat(later.hasRemaining(Severity.MAJOR)).isFalse();
            assertThat(later.hasRemaining(Severity.MINOR)).isTrue();

            Duration week = Duration.ofDays(7);
            assertThat(waiver.endsWithin(week, MARCH.until().minus(week))).isTrue();
            assertThat(waiver.endsWithin(week, MARCH.until().minus(week).minusSeconds(1)))
                    .isFalse();
            assertThat(waiver.endsWithin(week, MARCH.until())).isFalse();
        }
    }

    /** Units may number alike: a case that is excused is one unit's, and stays so when another one's comes. */
    @ParameterizedTest
    @EnumSource
    void aCaseIsExcusedForOneUnit(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, "unit");
            Waivers waivers = waivers(store);
            scope.night(NIGHT, LATE, STALLED, NOBODYS);

            Waiver waiver = approved(waivers, Target.ofCase("K1", null));
            assertThat(waiver.terms().target().unit()).isEqualTo("Dinas Kesehatan");
            assertThat(approved(waivers, Target.ofCase("K3", null))
                            .terms()
                            .target()
                            .unit())
                    .isNull();
            LifeRun second = scope.night(NIGHT.plus(Duration.ofDays(1)), LATE, STALLED, OTHERS, NOBODYS);

            assertThat(waived(store, second)).containsExactlyInAnyOrder(LATE, STALLED, NOBODYS);
            assertThat(new Standings(store).balance(second).waived())
                    .isEqualTo(new Standings(store).of(second).waived());
            assertThat(reason(() -> request(waivers, Target.ofCase("K1", null))))
                    .isEqualTo("waiver-case-shared");
            waivers.withdraw(waiver.number(), "ani", "keliru");
            approved(waivers, new Target(null, "K1", "SEKRETARIAT", null));
            assertThat(waived(store, second)).containsExactlyInAnyOrder(OTHERS, NOBODYS);
        }
    }

    private List<Violation> waived(Store store, LifeRun run) {
        InForce inForce = new Standings(store).inForce("unit", clock.instant());
        List<Violation> waived = new ArrayList<>();
        new LifeBook(store).open(run, open -> {
            boolean excused = !inForce.covering(open).isEmpty();
            assertThat(inForce.excuses(outline(open, open.state()))).isEqualTo(excused);
            assertThat(inForce.excuses(outline(open, State.RESOLVED))).isFalse();
            if (excused) {
                waived.add(List.of(LATE, STALLED, OTHERS, NOBODYS).stream()
                        .filter(one -> fingerprint(one).equals(open.fingerprint()))
                        .findFirst()
                        .orElseThrow());
            }
        });
        return waived;
    }

    private static LifeOutline outline(OpenViolation open, State state) {
        return new LifeOutline(1, open.fingerprint(), open.groupKey(), open.rule(), open.unit(), state);
    }

    /** Whatever was told of a night was true for good. */
    @ParameterizedTest
    @EnumSource
    void nothingThatIsDoneLaterChangesAnEarlierNight(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, "unit");
            Standings standings = new Standings(store);
            Waivers waivers = waivers(store);
            LifeRun before = scope.night(NIGHT, LATE);
            // Valid from the day before, but approved after the night.
            Waiver waiver = approved(waivers, Target.ofCase("K1", null));
            assertThat(standings.of(before).waived().values()).containsOnly(0L);
            LifeRun during = scope.night(NIGHT.plus(Duration.ofDays(1)), LATE);
            assertThat(standings.of(during).waived()).containsEntry(Severity.MAJOR, 1L);
            clock.set(NIGHT.plus(Duration.ofDays(2)));
            waivers.withdraw(waiver.number(), "citra", "sudah diselesaikan");
            LifeRun after = scope.night(NIGHT.plus(Duration.ofDays(2)), LATE);
            assertThat(standings.of(after).waived().values()).containsOnly(0L);
            assertThat(standings.of(during).waived()).containsEntry(Severity.MAJOR, 1L);
            assertThat(standings.of(before).waived().values()).containsOnly(0L);
            assertThat(waivers.of("unit")).containsExactly(waivers.waiver(waiver.number()));
            assertThat(waivers.of("other")).isEmpty();
        }
    }

    /** By somebody who has the rights of the owner. */
    @ParameterizedTest
    @EnumSource
    void aWaiverThatWasForgedIsTold(TestDatabase database) throws SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url)) {
            Waivers waivers = waivers(store);
            long number = request(waivers, Target.ofCase("K1", null)).number();
            database.disarm(intruder);
            try (Statement statement = intruder.createStatement()) {
                statement.execute("INSERT INTO waiver_step (waiver_id, place, action, actor, at, comment) "
                        + "SELECT waiver_id, 2, 'approved', actor, at, '' FROM waiver_step");
            }
            assertThat(reason(() -> waivers.waiver(number))).isEqualTo("waiver-altered");
        }
    }

    private void assertCovered(Store store, LifeRun run, Target target, Violation... covered) {
        Waivers waivers = waivers(store);
        Waiver waiver = approved(waivers, target);
        Standing standing = new Standings(store).of(run, clock.instant());
        assertThat(standing.counts().stream().filter(Counted::waived).map(Counted::rule))
                .containsExactlyInAnyOrder(
                        List.of(covered).stream().map(Violation::rule).toArray(String[]::new));
        assertThat(standing.idle()).hasSize(covered.length == 0 ? 1 : 0);
        waivers.withdraw(waiver.number(), "ani", "hanya untuk uji");
    }

    private Waivers waivers(Store store) {
        if (new Scopes(store).names().isEmpty()) {
            new ScopeOfTest(store, "unit").night(NIGHT.minus(Duration.ofDays(1)), ELSEWHERE);
        }
        return new Waivers(store, clock);
    }

    private static Waiver request(Waivers waivers, Target target) {
        return request(waivers, target, MARCH, "Ani");
    }

    private static Waiver request(Waivers waivers, Target target, Validity validity, String requester) {
        return waivers.request(
                new WaiverTerms("unit", target, validity, "gempa bumi", "Keputusan Bupati 12/2026"), requester);
    }

    private static Waiver approved(Waivers waivers, Target target) {
        return waivers.approve(request(waivers, target).number(), "Budi", "");
    }

    private static String reason(ThrowingCallable refused) {
        return catchThrowableOfType(LedgerException.class, refused).reason();
    }
}
