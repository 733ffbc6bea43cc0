package id.patuh.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputSource;
import id.patuh.nightly.AppliedRules;
import id.patuh.nightly.FixedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.Report;
import id.patuh.report.ReportContent;
import id.patuh.report.TextReport;
import id.patuh.report.Verdict;
import id.patuh.report.WordedViolation;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.submission.KeptContent.Numbered;
import id.patuh.submission.SubmissionQueue.Held;
import id.patuh.violation.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant AS_OF = Instant.parse("2026-11-20T16:59:59Z");
    private static final Seen ANA = new Seen("ana", List.of());
    private static final AppliedRules RULES = new AppliedRules(OurRules.LIBRARY.files(), OurRules.RULES);

    @TempDir
    private Path folder;

    private final List<Throwable> unexpected = new ArrayList<>();

    private static SubmissionWorkers.Work work(String holder, int count) {
        return new SubmissionWorkers.Work(holder, "test", count);
    }

    /** What is kept gives the very reports that the check itself gives. */
    @ParameterizedTest
    @EnumSource
    void whatWasFoundIsKeptToTheByte(TestDatabase database) throws IOException {
        List<HandedIn> files = samples();
        try (Store store = Store.open(database.newUrl())) {
            Submission submission = checked(store, order("ana", null, null), files);

            Submissions submissions = new Submissions(store);
            try (CheckResult direct = direct(submission, files)) {
                assertThat(direct.findings().bySeverity().values())
                        .filteredOn(count -> count > 0)
                        .hasSizeGreaterThan(1);
                assertThat(direct.rejected()).isNotEmpty();
                for (Language language : Language.values()) {
                    ReportContent checked = new CheckedContent(direct, Verdict.on(direct, Severity.MINOR), language);
                    ReportContent kept = submissions.result(submission, language);
                    for (Report report : List.of(new JsonReport(), new TextReport(false))) {
                        assertThat(written(report, kept)).isEqualTo(written(report, checked));
                    }
                }
            }
            assertThat(submission.rowsRead()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void violationsAreFoundByWhatIsAskedOfThem(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Submission submission = checked(store, order("ana", null, null), samples());
            KeptContent kept = new Submissions(store).result(submission, Language.ID);
            List<WordedViolation> all =
                    StreamSupport.stream(kept.violations().spliterator(), false).toList();
            WordedViolation some = all.stream()
                    .filter(each ->
                            each.subject().caseId() != null && each.subject().unit() != null)
                    .findFirst()
                    .orElseThrow();
            String part = some.subject().caseId().substring(1).toLowerCase(java.util.Locale.ROOT);
            Map<ViolationFilter, Predicate<WordedViolation>> asked = Map.of(
                    ViolationFilter.ALL,
                    each -> true,
                    new ViolationFilter(Set.of(Severity.CRITICAL, Severity.INFO), null, null, null, null),
                    each -> each.severity() == Severity.CRITICAL || each.severity() == Severity.INFO,
                    new ViolationFilter(Set.of(), some.rule(), null, null, " "),
                    each -> each.rule().equals(some.rule()),
                    new ViolationFilter(Set.of(), null, some.subject().unit(), null, null),
                    each -> some.subject().unit().equals(each.subject().unit()),
                    new ViolationFilter(
                            Set.of(some.severity()),
                            some.rule(),
                            null,
                            some.subject().sop(),
                            null),
                    each -> each.severity() == some.severity()
                            && each.rule().equals(some.rule())
                            && some.subject().sop().equals(each.subject().sop()),
                    new ViolationFilter(Set.of(), null, null, null, part),
                    each -> Stream.of(each.subject().caseId(), each.subject().survey())
                            .anyMatch(name -> name != null
                                    && name.toLowerCase(java.util.Locale.ROOT).contains(part)),
                    new ViolationFilter(Set.of(), null, null, null, "%"),
                    each -> false);

            asked.forEach((filter, expected) -> {
                List<WordedViolation> wanted = all.stream().filter(expected).toList();
                assertThat(kept.count(filter)).as(filter.toString()).isEqualTo(wanted.size());
                assertThat(inPages(kept, filter)).as(filter.toString()).isEqualTo(wanted);
            });
        }
    }

    private static List<WordedViolation> inPages(KeptContent kept, ViolationFilter filter) {
        List<WordedViolation> all = new ArrayList<>();
        List<Numbered> page = kept.violations(filter, 0, 7);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.violation()));
            page = kept.violations(filter, page.get(page.size() - 1).number(), 7);
        }
        return all;
    }

    /** Whoever was too slow, or froze, writes nothing any more; the next one comes to the same. */
    @ParameterizedTest
    @EnumSource
    void whatOneProcessLeavesUndoneAnotherOneDoes(TestDatabase database) throws Exception {
        List<HandedIn> files = samples();
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission waiting = submissions.submit(order("ana", null, null), files);
            SubmissionQueue slow = new SubmissionQueue(store, "slow", Duration.ofMillis(1));
            Held held = slow.take().orElseThrow();
            slow.write(
                    held,
                    5,
                    transaction -> new ResultTables(transaction, waiting.id())
                            .add(Language.ID, ResultTables.Part.SKIPPED, 1, new String[] {"half"}));
            Thread.sleep(20);

            Submission done = finished(store, waiting);

            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(submissions.result(done, Language.ID).skipped()).isEmpty();
            SubmissionException refused =
                    catchThrowableOfType(SubmissionException.class, () -> slow.write(held, 6, transaction -> {}));
            assertThat(refused.reason()).isEqualTo("submission-taken-over");
            slow.fail(held, "submission-failed", Map.of());
            slow.release(held, false);
            assertThat(submissions.find(done.code(), ANA)).contains(done);
        }
    }

    /** Also amid a workbook, whose reader takes what goes wrong for a fault of the file. */
    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayWhenAProcessEndsIsGivenBack(TestDatabase database) throws Exception {
        Path file = folder.resolve("large.xlsx");
        LargeWorkbook.write(file, 30_000);
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission waiting =
                    submissions.submit(order("ana", null, null), List.of(new HandedIn("large.xlsx", file)));
            CountDownLatch begun = new CountDownLatch(1);
            RuleSource slow = new RuleSource() {
                @Override
                public AppliedRules inForce(Instant moment) {
                    begun.countDown();
                    return RULES;
                }

                @Override
                public AppliedRules read(RuleSetContent files) {
                    return RULES;
                }
            };
            SubmissionWorkers ending =
                    new SubmissionWorkers(store, slow, Clock.systemUTC(), work("ending", 1), unexpected::add);
            ending.start();
            begun.await();
            ending.close();

            assertThat(submissions.find(waiting.code(), ANA).orElseThrow().state())
                    .isEqualTo(State.WAITING);
            Submission done = finished(store, waiting);
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(submissions.result(done, Language.ID).summary().activities())
                    .isEqualTo(30_000);
        }
    }

    /** An error of the machine costs the submission, not the worker. */
    @ParameterizedTest
    @EnumSource
    void workersOutliveWhatNobodyForesaw(TestDatabase database) throws Exception {
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission deadly = submissions.submit(order("ana", null, null), samples());
            AtomicInteger deaths = new AtomicInteger();
            RuleSource rules = new RuleSource() {
                @Override
                public AppliedRules inForce(Instant moment) {
                    if (deaths.incrementAndGet() <= 3) {
                        throw new OutOfMemoryError("as it were");
                    }
                    return RULES;
                }

                @Override
                public AppliedRules read(RuleSetContent files) {
                    return RULES;
                }
            };
            try (SubmissionWorkers workers =
                    new SubmissionWorkers(store, rules, Clock.systemUTC(), work("test", 1), unexpected::add)) {
                workers.start();
                assertThat(over(store, deadly).problem()).isEqualTo("submission-hopeless");
                Submission next = submissions.submit(order("ana", null, null), samples());
                assertThat(over(store, next).state()).isEqualTo(State.DONE);
            }
            assertThat(unexpected).hasSize(3).allMatch(OutOfMemoryError.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEndedEverybodyWhoWorkedOnItIsGivenUp(TestDatabase database) throws Exception {
        try (Store store = Store.open(database.newUrl())) {
            Submission waiting = new Submissions(store).submit(order("ana", null, null), samples());
            SubmissionQueue queue = new SubmissionQueue(store, "mortal", Duration.ofMillis(1));
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThat(queue.isHopeless(queue.take().orElseThrow())).isFalse();
                Thread.sleep(20);
            }
            assertThat(finished(store, waiting).problem()).isEqualTo("submission-hopeless");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameRequestMadeTwiceIsOneSubmission(TestDatabase database) throws IOException {
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission first = submissions.submit(order("ana", null, "k"), samples());
            assertThat(submissions.submit(order("ana", null, "k"), samples())).isEqualTo(first);
            assertThat(submissions.submit(order("budi", null, "k"), samples()).id())
                    .isNotEqualTo(first.id());
            List<HandedIn> less = samples().subList(0, 1);
            SubmissionException refused = catchThrowableOfType(
                    SubmissionException.class, () -> submissions.submit(order("ana", null, "k"), less));
            assertThat(refused.reason()).isEqualTo("submission-key-used");
        }
    }

    @ParameterizedTest
    @EnumSource
    void trialsAreTheirOwnersAndUnitsAreForThoseWhoSeeThem(TestDatabase database) throws IOException {
        List<HandedIn> files = samples().subList(0, 1);
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission trial = submissions.submit(order("ana", null, null), files);
            Submission unit = submissions.submit(order("ana", "Dinas A", null), files);
            Submission other = submissions.submit(order("budi", "Dinas B", null), files);
            Map<Seen, List<Submission>> seen = Map.of(
                    ANA,
                    List.of(trial),
                    new Seen("ana", List.of("Dinas A")),
                    List.of(unit, trial),
                    new Seen("budi", List.of("Dinas A", "Dinas B")),
                    List.of(other, unit),
                    new Seen("cici", null),
                    List.of(other, unit));

            seen.forEach((who, sees) -> {
                assertThat(submissions.list(who, 0, 10)).isEqualTo(sees);
                for (Submission each : List.of(trial, unit, other)) {
                    assertThat(submissions.find(each.code(), who).isPresent()).isEqualTo(sees.contains(each));
                }
            });
            assertThat(submissions.list(new Seen("cici", null), 1, 1)).containsExactly(unit);
            assertThat(submissions.behind(new Seen("cici", null), null, 1)).containsExactly(other);
            assertThat(submissions.behind(new Seen("cici", null), other, 1)).containsExactly(unit);
            assertThat(submissions.before(other)).isEqualTo(1);
        }
    }

    /** However much one hands in, another one's first file is next. */
    @ParameterizedTest
    @EnumSource
    void accountsTakeTurns(TestDatabase database) throws IOException {
        List<HandedIn> files = samples().subList(0, 1);
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            for (String account : List.of("ana", "ana", "ana", "budi", "budi", "cici")) {
                submissions.submit(order(account, null, null), files);
            }
            SubmissionQueue queue = new SubmissionQueue(store, "test", Duration.ofMinutes(1));
            List<String> turns = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                turns.add(queue.take().orElseThrow().submission().order().account());
            }
            assertThat(turns).containsExactly("ana", "budi", "cici", "ana", "budi", "ana");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noAccountHasMoreWaitingThanItMay(TestDatabase database) throws IOException {
        List<HandedIn> files = samples().subList(0, 1);
        long size = Files.size(files.get(0).file());
        try (Store store = Store.open(database.newUrl())) {
            Submissions two = new Submissions(store, new Quota(2, Long.MAX_VALUE));
            Submission asked = two.submit(order("ana", null, "k"), files);
            two.submit(order("ana", null, null), files);
            assertThat(refused(two, files)).isEqualTo("submission-too-many");
            assertThat(refused(new Submissions(store, new Quota(9, 3 * size - 1)), files))
                    .isEqualTo("submission-too-large");
            assertThat(refused(two, samples().subList(1, 2))).isEqualTo("submission-too-many");
            assertThat(kept(store)).as("of what is refused nothing stays").isEqualTo(hashes(asked));
            assertThat(two.submit(order("ana", null, "k"), files)).isEqualTo(asked);
            assertThat(two.submit(order("budi", null, null), files).state()).isEqualTo(State.WAITING);
            finished(store, asked);
            finished(store, two.list(ANA, 0, 1).get(0));
            assertThat(two.submit(order("ana", null, null), files).state()).isEqualTo(State.WAITING);
        }
    }

    private static Set<String> kept(Store store) throws IOException {
        return Submissions.vault(store).hashes();
    }

    private static Set<String> hashes(Submission submission) {
        return submission.files().stream().map(SubmittedFile::sha256).collect(Collectors.toSet());
    }

    private static String refused(Submissions submissions, List<HandedIn> files) {
        return catchThrowableOfType(
                        SubmissionException.class, () -> submissions.submit(order("ana", null, null), files))
                .reason();
    }

    /** What is asked as of another moment is another request; the moment of asking says nothing. */
    @ParameterizedTest
    @EnumSource
    void theMomentThatWasAskedForBelongsToARequest(TestDatabase database) throws IOException {
        List<HandedIn> files = samples().subList(0, 1);
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission first = submissions.submit(order("ana", null, "k"), files);
            SubmissionOrder later = new SubmissionOrder("ana", null, AS_OF.plusSeconds(60), ZONE, null, null, "k");
            assertThat(submissions.submit(later, files)).isEqualTo(first);
            SubmissionOrder other = new SubmissionOrder("ana", null, AS_OF, ZONE, null, null, AS_OF, "k");
            SubmissionException refused =
                    catchThrowableOfType(SubmissionException.class, () -> submissions.submit(other, files));
            assertThat(refused.reason()).isEqualTo("submission-key-used");
        }
    }

    /** What was only tried goes with its files, unless somebody else handed in the same; what is a unit's stays. */
    @ParameterizedTest
    @EnumSource
    void trialsAreRemovedInTime(TestDatabase database) throws IOException {
        List<HandedIn> files = samples().subList(0, 2);
        try (Store store = Store.open(database.newUrl())) {
            Submissions submissions = new Submissions(store);
            Submission trial = checked(store, order("ana", null, null), files);
            Submission unit = checked(store, order("ana", "Dinas A", null), files.subList(0, 1));
            Submission waiting = submissions.submit(order("ana", null, null), files.subList(0, 1));

            // Of a process that ended before it could hand it in.
            String forgotten = Submissions.vault(store).put(samples().get(2).file());
            assertThat(new TrialRetention(store, Duration.ofDays(1)).run()).isZero();
            assertThat(kept(store)).isEqualTo(hashes(trial)).doesNotContain(forgotten);
            assertThat(new TrialRetention(store, Duration.ZERO).run()).isEqualTo(1);

            assertThat(submissions.find(trial.code(), ANA)).isEmpty();
            assertThat(submissions.find(unit.code(), new Seen("ana", null))).isPresent();
            assertThat(submissions.find(waiting.code(), ANA)).isPresent();
            assertThat(Submissions.vault(store).has(trial.files().get(0).sha256()))
                    .isTrue();
            assertThat(Submissions.vault(store).has(trial.files().get(1).sha256()))
                    .isFalse();
        }
    }

    private List<HandedIn> samples() throws IOException {
        Path bad = folder.resolve("bad.csv");
        Files.writeString(bad, "case,sop,step,start,end\nX-1,B276,1,yesterday,2026-01-02 10:00\n");
        try (Stream<Path> files = Files.walk(Path.of("sample-data"))) {
            List<HandedIn> samples = new ArrayList<>(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new HandedIn(file.toString(), file))
                    .toList());
            samples.add(new HandedIn("..\\C:\\" + bad, bad));
            return samples;
        }
    }

    private static SubmissionOrder order(String account, String scope, String key) {
        return new SubmissionOrder(account, scope, AS_OF, ZONE, null, null, key);
    }

    private Submission checked(Store store, SubmissionOrder order, List<HandedIn> files) {
        return finished(store, new Submissions(store).submit(order, files));
    }

    private Submission finished(Store store, Submission submission) {
        SubmissionWorkers workers = new SubmissionWorkers(
                store, new FixedRules(RULES), Clock.systemUTC(), work("test", 2), unexpected::add);
        try (workers) {
            workers.start();
            Submission over = over(store, submission);
            assertThat(unexpected).isEmpty();
            return over;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Submission over(Store store, Submission submission) throws InterruptedException {
        Submission now = submission;
        for (int tries = 0; !now.state().isOver() && tries < 1200; tries++) {
            Thread.sleep(50);
            now = new Submissions(store)
                    .find(submission.code(), new Seen(submission.order().account(), null))
                    .orElseThrow();
        }
        return now;
    }

    private static CheckResult direct(Submission submission, List<HandedIn> files) {
        List<String> names =
                submission.files().stream().map(SubmittedFile::name).toList();
        List<FoundInput> inputs = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            inputs.add(FoundInput.file(names.get(i), files.get(i).file()));
        }
        return new ComplianceCheck(RULES.ruleSet())
                .run(new CheckRequest(names, AS_OF, ZONE, null, null), InputSource.of(inputs), (path, rows) -> {});
    }

    private static String written(Report report, ReportContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.write(content, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
