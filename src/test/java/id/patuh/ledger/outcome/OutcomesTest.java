package id.patuh.ledger.outcome;

import static id.patuh.ledger.waiver.ScopeOfTest.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.check.Finding;
import id.patuh.check.NotEvaluated;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.JudgedGroup;
import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.waiver.ScopeOfTest;
import id.patuh.ledger.waiver.Standing;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.rulebook.MovingClock;
import id.patuh.rulebook.RulebookException;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T18:30:00Z");
    private static final LackSubject LATE = new LackSubject(Group.ofCase("K1"), null, "step-late");
    private static final Verdict COMPLIANT = new Verdict(Result.COMPLIANT, null, "dilihat pada buku agenda");

    private final MovingClock clock = new MovingClock(NIGHT);

    @TempDir
    private Path folder;

    private Path evidence;
    private int nights;

    @BeforeEach
    void writeEvidence() throws IOException {
        evidence = Files.writeString(folder.resolve("agenda.txt"), "halaman 7");
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeHoldsUntilTheRuleIsEvaluatedOrTheFactsAreOthers(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, "unit");
            Outcomes outcomes = outcomes(store);
            night(scope, lacking("K1", "1", "step-late"), lacking("K2", "1", "step-late"));
            assertThat(pending(store)).containsExactly(LATE, new LackSubject(Group.ofCase("K2"), null, "step-late"));
            Outcome first = outcomes.settle("unit", LATE, COMPLIANT, evidence, "Ani");
            assertThat(holding(store)).containsExactly(first);
            assertThat(pending(store)).hasSize(1).doesNotContain(LATE);

            // Others are judged, or the same once more.
            night(scope, lacking("K2", "1"));
            night(scope, lacking("K1", "1", "step-late"));
            assertThat(holding(store)).containsExactly(first);
            assertThat(pending(store)).isEmpty();

            night(scope, lacking("K1", "2", "step-late"));
            assertThat(holding(store)).isEmpty();
            assertThat(pending(store)).containsExactly(LATE);
            Outcome second = outcomes.settle("unit", LATE, COMPLIANT, evidence, "ani");
            assertThat(holding(store)).containsExactly(second);

            night(scope, lacking("K1", "2"));
            assertThat(holding(store)).isEmpty();
            assertThat(reason(() -> outcomes.settle("unit", LATE, COMPLIANT, evidence, "ani")))
                    .isEqualTo("nothing-lacking");
            // Lacking again over the same facts: it had been evaluated meanwhile.
            night(scope, lacking("K1", "2", "step-late"));
            assertThat(holding(store)).isEmpty();

            Outcome third = outcomes.settle("unit", LATE, COMPLIANT, evidence, "ani");
            Outcome fourth = outcomes.settle("unit", LATE, violated(Severity.MAJOR), evidence, "budi");
            assertThat(holding(store)).containsExactly(fourth);
            outcomes.withdraw(fourth.number(), "budi", "keliru");
            assertThat(holding(store)).containsExactly(third);
            assertThat(outcomes.all()).hasSize(4).contains(first, second, third);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsComesPageByPage(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, "unit");
            List<LackSubject> expected = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                night(scope, lacking("K" + i, "1", "case-stalled", "step-late"));
                expected.add(new LackSubject(Group.ofCase("K" + i), null, "case-stalled"));
                expected.add(new LackSubject(Group.ofCase("K" + i), null, "step-late"));
            }
            outcomes(store).settle("unit", expected.remove(2), COMPLIANT, evidence, "ani");
            for (int most : new int[] {1, 3, 100}) {
                List<LackSubject> told = new ArrayList<>();
                Long behind = 0L;
                while (behind != null) {
                    PendingPage page = new OutcomeBook(store).pending("unit", clock.instant(), behind, most);
                    assertThat(page.lacks()).hasSizeLessThanOrEqualTo(most + 1);
                    page.lacks().forEach(lack -> told.add(lack.of()));
                    behind = page.next();
                }
                assertThat(told).containsExactlyElementsOf(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoundByHandCountsBesideWhatRulesFind(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            ScopeOfTest scope = new ScopeOfTest(store, "unit");
            Outcomes outcomes = outcomes(store);
            Violation late = ScopeOfTest.violation("step-late", Severity.CRITICAL, "Dinas", "K1");
            night(
                    scope,
                    new JudgedGroup(Group.ofCase("K1"), "1", List.of(new Finding(fingerprint(late), late)), List.of()));
            LifeRun run =
                    night(scope, lacking("K1", "2", "step-late"), lacking("K2", "1", "step-late", "case-stalled"));
            outcomes.settle("unit", LATE, COMPLIANT, evidence, "ani");
            Standing standing = standing(store, run);
            // What was found before stays open: by hand nothing is resolved.
            assertThat(standing.remaining()).containsEntry(Severity.CRITICAL, 1L);
            assertThat(standing.byHand().notEvaluated()).isEqualTo(3);
            assertThat(standing.byHand().settled())
                    .isEqualTo(Map.of(Result.COMPLIANT, 1L, Result.VIOLATED, 0L, Result.NOT_APPLICABLE, 0L));

            approve(store, Target.ofViolation(fingerprint(late)));
            assertThat(standing(store, run).hasRemaining(Severity.INFO)).isFalse();
            LackSubject stalled = new LackSubject(Group.ofCase("K2"), null, "case-stalled");
            outcomes.settle("unit", stalled, violated(Severity.MINOR), evidence, "ani");
            assertThat(standing(store, run).hasRemaining(Severity.MINOR)).isTrue();
            assertThat(standing(store, run).hasRemaining(Severity.MAJOR)).isFalse();
            Waiver waiver = approve(store, Target.ofUnit("DINAS", "case-stalled"));
            assertThat(standing(store, run).hasRemaining(Severity.MINOR)).isFalse();
            assertThat(standing(store, run).idle()).isEmpty();
            assertThat(standing(store, run).covered()).containsEntry(waiver.number(), 1L);

            LifeRun later = night(scope);
            assertThat(standing(store, later).byHand().violations()).hasSize(1);
            assertThat(standing(store, run).byHand()).isNull();
        }
    }

    /** Whose case it is, the waiver says: that of the unit whose violations were open when it was asked for. */
    @ParameterizedTest
    @EnumSource
    void aWaiverOfACaseCoversWhatIsFoundByHandWhereNoUnitIsNamed(TestDatabase database) {
        try (Store store = Store.open(database.newUrl())) {
            Violation late = ScopeOfTest.violation("step-late", Severity.MAJOR, "Dinas", "K1");
            NotEvaluated stalled = new NotEvaluated(
                    "case-stalled", new MissingFact("log.plan-schedule", Subject.ofSop("B276"), "a.csv", Map.of()));
            List<Finding> found = List.of(new Finding(fingerprint(late), late));
            LifeRun run = night(
                    new ScopeOfTest(store, "unit"),
                    new JudgedGroup(Group.ofCase("K1"), "1", found, List.of(stalled)),
                    lacking("K2", "1", "case-stalled"));
            Waiver waiver = approve(store, Target.ofCase("K1", null));
            assertThat(waiver.terms().target().unit()).isEqualTo("Dinas");
            settle(store, "K1", Severity.MAJOR);
            assertThat(standing(store, run).hasRemaining(Severity.INFO)).isFalse();
            assertThat(standing(store, run).covered()).containsEntry(waiver.number(), 2L);
            settle(store, "K2", Severity.MINOR);
            assertThat(standing(store, run).hasRemaining(Severity.MINOR)).isTrue();
        }
    }

    private void settle(Store store, String caseId, Severity severity) {
        LackSubject stalled = new LackSubject(Group.ofCase(caseId), null, "case-stalled");
        outcomes(store).settle("unit", stalled, violated(severity), evidence, "ani");
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeNeedsAReasonAndEvidenceThatIsKept(TestDatabase database) throws IOException, SQLException {
        String url = database.newUrl();
        try (Store store = Store.open(url);
                Connection intruder = TestDatabase.intruder(url);
                Statement statement = intruder.createStatement()) {
            Outcomes outcomes = outcomes(store);
            assertThat(reason(() -> outcomes.settle("unit", LATE, COMPLIANT, evidence, "ani")))
                    .isEqualTo("scope-unknown");
            night(new ScopeOfTest(store, "unit"), lacking("K1", "1", "step-late"));
            assertThat(reason(() -> outcomes.settle("unit", LATE, COMPLIANT, folder.resolve("tidak ada"), "ani")))
                    .isEqualTo("evidence-not-kept");
            assertThat(reason(() -> new Verdict(Result.VIOLATED, null, "ada"))).isEqualTo("outcome-severity");
            assertThat(reason(() -> new Verdict(Result.COMPLIANT, Severity.INFO, "ada")))
                    .isEqualTo("outcome-severity");
            assertThatThrownBy(() -> new Verdict(Result.COMPLIANT, null, " ")).isInstanceOf(RulebookException.class);

            long number =
                    outcomes.settle("unit", LATE, COMPLIANT, evidence, "ani").number();
            Path copy = folder.resolve("salinan.txt");
            outcomes.evidence(number, copy);
            assertThat(copy).hasContent("halaman 7");
            Files.delete(copy);
            statement.execute(
                    "UPDATE run_content SET content = " + (database == TestDatabase.H2 ? "X'00'" : "'\\x00'::bytea"));
            assertThat(reason(() -> outcomes.evidence(number, copy))).isEqualTo("input-altered");
            assertThat(copy).doesNotExist();

            outcomes.withdraw(number, "budi", "keliru");
            assertThat(reason(() -> outcomes.withdraw(number, "budi", "sekali lagi")))
                    .isEqualTo("outcome-is-withdrawn");
            assertThat(reason(() -> outcomes.outcome(9))).isEqualTo("outcome-unknown");
        }
    }

    private Outcomes outcomes(Store store) {
        return new Outcomes(store, clock);
    }

    private LifeRun night(ScopeOfTest scope, JudgedGroup... groups) {
        clock.set(NIGHT.plus(Duration.ofDays(++nights)));
        return scope.judge(clock.instant(), List.of(groups));
    }

    /** A case whose rules all lack the end of activities. */
    private static JudgedGroup lacking(String caseId, String facts, String... rules) {
        MissingFact end = new MissingFact("log.end", Subject.ofCase("Dinas", "B276", caseId), "a.csv", Map.of());
        return new JudgedGroup(
                Group.ofCase(caseId),
                facts,
                List.of(),
                Arrays.stream(rules).map(rule -> new NotEvaluated(rule, end)).toList());
    }

    private static Verdict violated(Severity severity) {
        return new Verdict(Result.VIOLATED, severity, "agenda menunjukkan keterlambatan");
    }

    private List<Outcome> holding(Store store) {
        return new OutcomeBook(store).holding("unit", clock.instant());
    }

    private List<LackSubject> pending(Store store) {
        return new OutcomeBook(store)
                .pending("unit", clock.instant(), 0, 10).lacks().stream()
                        .map(Lack::of)
                        .toList();
    }

    private Standing standing(Store store, LifeRun run) {
        return new Standings(store).of(run, clock.instant());
    }

    private Waiver approve(Store store, Target target) {
        Waivers waivers = new Waivers(store, clock);
        Validity year = new Validity(NIGHT, NIGHT.plus(Duration.ofDays(365)), ScopeOfTest.ZONE);
        long number = waivers.request(new WaiverTerms("unit", target, year, "gempa", "SK 12/2026"), "ani")
                .number();
        return waivers.approve(number, "budi", "");
    }

    private static String reason(ThrowingCallable refused) {
        return catchThrowableOfType(LedgerException.class, refused).reason();
    }
}
