package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.CaseTimeline.Absence;
import id.patuh.check.CaseTimeline.Execution;
import id.patuh.check.CaseTimeline.Flaw;
import id.patuh.check.CaseTimeline.Standing;
import id.patuh.check.CaseTimeline.StepLine;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.law.Overrun;
import id.patuh.law.WorkingSpan;
import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The timeline of a case shows what a check finds of it, and nothing that it does not find. */
class CaseTimelinesTest {

    private static final Instant AS_OF =
            GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();

    private static final String HEADER = "case,sop,step,role,person,start,end,decision,unit\n";

    @TempDir
    Path folder;

    /** A breach, as a rule finds it or a timeline shows it: with its figures and the row that proves it. */
    private record Breach(String rule, Subject subject, List<Object> figures) {

        static Set<Breach> foundIn(List<CaseVerdict> verdicts) {
            Set<Breach> breaches = new HashSet<>();
            for (CaseVerdict verdict : verdicts) {
                for (Finding finding : verdict.findings()) {
                    Violation violation = finding.violation();
                    switch (violation.rule()) {
                        case "step-late", "step-overdue" ->
                            breaches.add(of(
                                    violation,
                                    violation.expected(),
                                    violation.details().get("overrun"),
                                    row(violation.evidence().get(0))));
                        case "step-missing", "step-unknown" -> breaches.add(of(violation));
                        case "case-stalled" -> breaches.add(of(violation, violation.expected(), violation.actual()));
                        default -> {}
                    }
                }
            }
            return breaches;
        }

        private static Breach of(Violation violation, Object... figures) {
            return new Breach(violation.rule(), violation.subject(), List.of(figures));
        }

        private static List<Object> row(Evidence evidence) {
            return List.of(evidence.path(), evidence.row());
        }

        static Set<Breach> shownBy(List<CaseTimeline> timelines) {
            Set<Breach> breaches = new HashSet<>();
            for (CaseTimeline timeline : timelines) {
                for (StepLine step : timeline.steps()) {
                    Subject subject = timeline.subject().atStep(step.number());
                    if (step.absence() == Absence.MISSING) {
                        breaches.add(new Breach("step-missing", subject, List.of()));
                    }
                    if (step.pause() != null && !step.pause().overrun().isZero()) {
                        List<Object> figures =
                                List.of(step.pause().due(), step.pause().since());
                        breaches.add(new Breach("case-stalled", timeline.subject(), figures));
                    }
                    for (Execution execution : step.executions()) {
                        Subject once = subject.inRound(execution.round());
                        if (step.title() == null && timeline.sop() != null) {
                            breaches.add(new Breach("step-unknown", once, List.of()));
                        }
                        add(breaches, once, execution);
                    }
                }
            }
            return breaches;
        }

        private static void add(Set<Breach> breaches, Subject subject, Execution execution) {
            boolean late = execution.standing() == Standing.LATE;
            if (late || execution.standing() == Standing.OVERDUE) {
                breaches.add(new Breach(
                        late ? "step-late" : "step-overdue",
                        subject,
                        List.of(execution.due().moment(), execution.lateness(), row(execution.row()))));
            }
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void showsTheBreachesThatAreFoundOfGeneratedLogs(int seed) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, String> file :
                GeneratedLog.files(new Random(seed)).entrySet()) {
            paths.add(write(file.getKey(), file.getValue()));
        }
        assertAgrees(read(paths));
    }

    @Test
    void showsTheBreachesThatAreFoundOfTheSampleData() {
        ReadAll all = read(List.of("sample-data"));
        assertAgrees(all);
        assertThat(Breach.shownBy(timelines(all)).stream().map(Breach::rule))
                .contains("step-late", "step-overdue", "step-missing", "case-stalled");
    }

    private static void assertAgrees(ReadAll all) {
        List<CaseVerdict> verdicts =
                List.copyOf(CaseVerdicts.of(RULES, AS_OF, all.followUps(), all.activities(), all.lostActivities())
                        .values());
        List<CaseTimeline> timelines = timelines(all);
        assertThat(Breach.shownBy(timelines)).isEqualTo(Breach.foundIn(verdicts));
        long executions = timelines.stream()
                .flatMap(timeline -> timeline.steps().stream())
                .mapToLong(step -> step.executions().size())
                .sum();
        assertThat(executions).isEqualTo(all.activities().size());
        timelines.forEach(CaseTimelinesTest::assertWorkingTimeIsThatOfLimits);
    }

    /** Lateness on the working clock is what the spans hold between due and end, up to where they are known. */
    private static void assertWorkingTimeIsThatOfLimits(CaseTimeline timeline) {
        for (StepLine step : timeline.steps()) {
            for (Execution execution : step.executions()) {
                Overrun lateness = execution.lateness();
                if (lateness != null && execution.due().clock() == id.patuh.law.Clock.WORKING) {
                    Instant end = execution.end() == null ? timeline.asOf() : execution.end();
                    assertThat(lateness.time())
                            .isEqualTo(timeline.working().spans().stream()
                                    .map(span -> overlap(span, execution.due().moment(), end))
                                    .reduce(Duration.ZERO, Duration::plus));
                }
            }
        }
    }

    private static Duration overlap(WorkingSpan span, Instant from, Instant until) {
        Instant begin = span.from().isAfter(from) ? span.from() : from;
        Instant end = span.until().isBefore(until) ? span.until() : until;
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    @Test
    void stepsStandInTheOrderOfTheSopWithTheirRoundsAndDecisions() throws IOException {
        CaseTimeline timeline = only("""
                K,B276,2,Tim,Ani,2026-03-09 08:00,2026-03-09 08:30,,UKPBJ
                K,B276,3,Kepala UKPBJ,Budi,2026-03-09 09:00,2026-03-09 09:30,revise,UKPBJ
                K,B276,2,Tim,Ani,2026-03-09 10:00,,,UKPBJ
                K,B276,99,Tim,Ani,2026-03-09 10:00,2026-03-09 09:00,,UKPBJ
                """);
        assertThat(timeline.sop().number()).startsWith("B276");
        int steps = RULES.sops()
                .find("B276", java.time.LocalDate.of(2026, 3, 9))
                .orElseThrow()
                .steps()
                .size();
        assertThat(timeline.steps()).hasSize(steps + 1);
        StepLine second = timeline.steps().get(1);
        assertThat(second.number()).isEqualTo("2");
        assertThat(second.executions().stream().map(Execution::round)).containsExactly(1, 2);
        assertThat(second.executions().get(0).standing()).isEqualTo(Standing.IN_TIME);
        assertThat(second.executions().get(0).due().limit()).isEqualTo("1 jam");
        assertThat(second.executions().get(0).person()).isEqualTo("Ani");
        assertThat(second.executions().get(1).end()).isNull();
        assertThat(second.executions().get(1).row().row()).isEqualTo(4);
        assertThat(timeline.steps().get(2).executions().get(0).decision()).isEqualTo(CaseTimeline.Decision.REVISE);
        assertThat(timeline.steps().get(0).absence()).isEqualTo(Absence.MISSING);
        assertThat(timeline.steps().get(4).absence()).isEqualTo(Absence.NOT_YET);
        StepLine unknown = timeline.steps().get(steps);
        assertThat(unknown.title()).isNull();
        assertThat(unknown.executions().get(0).flaw()).isEqualTo(Flaw.REVERSED);
    }

    @Test
    void anUnknownSopShowsWhatWasDone() throws IOException {
        CaseTimeline timeline = only("K,B999,1,Tim,Ani,2026-03-09 08:00,2026-03-09 08:30,,UKPBJ\n");
        assertThat(timeline.sop()).isNull();
        assertThat(timeline.subject().sop()).isEqualTo("B999");
        assertThat(timeline.steps()).hasSize(1);
        assertThat(timeline.steps().get(0).executions().get(0).standing()).isEqualTo(Standing.UNJUDGED);
    }

    @Test
    void aRowThatCouldNotBeReadLeavesOpenWhatWasNotDone() throws IOException {
        CaseTimeline timeline = only("""
                K,B276,1,Kepala,Budi,kemarin,2026-03-09 08:30,,UKPBJ
                K,B276,4,Tim,Ani,2026-03-09 10:00,,,UKPBJ
                """);
        assertThat(timeline.lost().row()).isEqualTo(2);
        assertThat(timeline.steps().stream().map(StepLine::absence).collect(Collectors.toSet()))
                .containsOnly(Absence.ROWS_LOST, null);
    }

    @Test
    void casesThatShareANumberHaveATimelineEach() throws IOException {
        List<CaseTimeline> timelines = timelines(read(List.of(write("log.csv", HEADER + """
                K,B276,1,Kepala,Budi,2026-03-09 08:00,2026-03-09 08:30,,UKPBJ
                K,B276,1,Kepala,Citra,2026-03-09 08:00,2026-03-09 08:30,,Dinas Kesehatan
                """))));
        assertThat(timelines.stream().map(timeline -> timeline.subject().unit()))
                .containsExactly("UKPBJ", "Dinas Kesehatan");
    }

    /** One moment an activity is no duration. */
    @Test
    void whatALogCannotShowIsNotJudged() throws IOException {
        List<CaseTimeline> timelines = timelines(read(List.of(write("log.csv", """
                case,sop,step,start
                K,B276,2,2026-03-09 08:00
                """))));
        Execution execution = timelines.get(0).steps().get(1).executions().get(0);
        assertThat(execution.standing()).isEqualTo(Standing.UNJUDGED);
        assertThat(execution.due().lack()).isEqualTo("log.end");
        assertThat(execution.due().moment()).isNull();
    }

    private CaseTimeline only(String rows) throws IOException {
        List<CaseTimeline> timelines = timelines(read(List.of(write("log.csv", HEADER + rows))));
        assertThat(timelines).hasSize(1);
        return timelines.get(0);
    }

    private static List<CaseTimeline> timelines(ReadAll all) {
        CaseTimelines of = new CaseTimelines(RULES, AS_OF, all.followUps());
        List<CaseTimeline> timelines = new ArrayList<>();
        CaseVerdicts.each(all.activities(), all.lostActivities(), (rows, lost) -> timelines.addAll(of.of(rows, lost)));
        return timelines;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static ReadAll read(List<String> paths) {
        Intake intake = new Intake(new Intake.Options(RuleTrial.ZONE, null, null), RULES.regulations(), RULES.sops());
        return ReadAll.by(intake, paths, InputStream.nullInputStream());
    }
}
