package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.patuh.check.GeneratedCase.Defect;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.Lost;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.Period;
import id.patuh.sop.ActivityKind;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Deadline;
import id.patuh.sop.Sop;
import id.patuh.violation.Evidence;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Severity;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is found of a case changes before the moment that its verdict names, and little is looked at in vain. */
class NextChangeTest {

    private static final int CASES = 60;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_CHANGES = 60;
    private static final int NIGHTS = 31;

    private static final String STEPS = """
            steps: [{title: a, within: 2 jam},
                    {title: b, within: 1 hari, clock: elapsed},
                    {title: c, within: Sesuai rencana, deadline_from: follow-up-plan},
                    {title: d, within: 2 hari}],
            constraints: [{id: working, kind: within, steps: [a, c], limit: 1 hari},
                          {id: elapsed, kind: within, steps: [b, d], limit: 30 jam, clock: elapsed},
                          {id: answered, kind: response, steps: [a, b]}]}
            """;

    /** Rules and cases of some days, which begin or end with what the calendar knows, or hold long holidays. */
    private record Era(RuleSet rules, Instant middle, List<FollowUpRecord> plans, List<ActivityRecord> rows) {

        static Era of(RuleSet own, String flow, LocalDate day, Random random) {
            RuleSet rules = own.with(
                    ConstraintLog.rules("{id: T, title: Test, in_force: 2020-01-01, flow: " + flow + ", " + STEPS)
                            .sops(),
                    own.parameters(),
                    List.of());
            Instant middle = day.atStartOfDay(RuleTrial.ZONE).toInstant();
            return new Era(rules, middle, List.of(plan(day.minusDays(1))), log(middle, random));
        }

        Map<String, CaseVerdict> verdicts(Instant asOf) {
            return CaseVerdicts.of(rules, asOf, plans, rows, List.of());
        }

        CaseVerdict verdict(List<ActivityRecord> ofCase, Instant asOf) {
            return CaseVerdicts.of(rules, asOf, plans, ofCase, List.of())
                    .get(ofCase.get(0).caseId());
        }
    }

    /** What must not change unforeseen. */
    private record State(List<Found> findings, Set<Map.Entry<String, MissingFact>> notEvaluated) {

        private record Found(String fingerprint, Severity severity, List<Evidence> evidence) {}

        static State of(CaseVerdict verdict) {
            return new State(
                    verdict.findings().stream()
                            .map(f -> new Found(
                                    f.fingerprint(),
                                    f.violation().severity(),
                                    f.violation().evidence()))
                            .toList(),
                    verdict.notEvaluated().stream()
                            .map(n -> Map.entry(n.rule(), n.missing()))
                            .collect(Collectors.toSet()));
        }
    }

    static Stream<Era> eras() {
        Random random = new Random(20261122);
        return Stream.of("sequential", "free").flatMap(flow -> days().map(day -> Era.of(RULES, flow, day, random)));
    }

    /** The calendar's first day and the one after its last; the long holidays of 2026. */
    private static Stream<LocalDate> days() {
        return Stream.of(
                RULES.calendar(null).definition().coverageFrom(),
                LocalDate.of(2026, 4, 1),
                RULES.calendar(null).definition().coverageUntil().plusDays(1));
    }

    @ParameterizedTest
    @MethodSource("eras")
    void whatChangesWasAnnouncedAtEveryMomentBefore(Era era) {
        assertAnnounced(era, new Random(1));
    }

    /** A figure that grows changes what is found, should a rule ask how great it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a : Activity(overrun >= 36000000)",
                "$a : Activity($o : overrun, round < $o - 36000000)",
                "$a : CaseFile(idleOverrun > 36000000)",
                "$a : CaseConstraint(overrun > 36000000)",
                "$a : CaseFile(sopKnown) exists Activity(overrun > $a.idleOverrun)",
                "$a : Activity(start < asOf)",
                "$a : Activity($now : asOf) Activity(this != $a, start < $now)"
            })
    void figuresThatRulesCompareAreLookedAtAgain(String when) {
        Random random = new Random(2);
        assertAnnounced(Era.of(OneRule.in(RULES, when), "sequential", LocalDate.of(2026, 4, 1), random), random);
    }

    private static void assertAnnounced(Era era, Random random) {
        List<Instant> moments = moments(era.middle(), random);
        Map<String, List<State>> states = new TreeMap<>();
        Map<String, List<Instant>> next = new TreeMap<>();
        Map<State, State> same = new HashMap<>();
        for (Instant moment : moments) {
            era.verdicts(moment).forEach((id, verdict) -> {
                State state = State.of(verdict);
                states.computeIfAbsent(id, i -> new ArrayList<>()).add(same.computeIfAbsent(state, s -> s));
                next.computeIfAbsent(id, i -> new ArrayList<>()).add(verdict.nextChange());
            });
        }
        assertThat(states).hasSize(CASES);
        int changes = 0;
        for (String id : states.keySet()) {
            List<State> ofCase = states.get(id);
            for (int i = 0; i < moments.size(); i++) {
                changes += i > 0 && ofCase.get(i) != ofCase.get(i - 1) ? 1 : 0;
                Instant change = next.get(id).get(i);
                for (int j = i + 1; j < moments.size() && isBefore(moments.get(j), change); j++) {
                    // An assertion for each pair would take most of the time.
                    if (ofCase.get(j) != ofCase.get(i)) {
                        fail("%s at %s, seen at %s, until %s", id, moments.get(j), moments.get(i), change);
                    }
                }
            }
        }
        assertThat(changes).isGreaterThan(CASES / 10);
    }

    /** From change to change, to the millisecond: what follows from one another is asked at each, just before and between. */
    @ParameterizedTest
    @MethodSource("eras")
    void nothingChangesUpToTheMillisecondBefore(Era era) {
        Random random = new Random(3);
        for (List<ActivityRecord> rows : CaseVerdicts.byCase(era.rows())) {
            String id = rows.get(0).caseId();
            Instant moment = era.middle().minus(Duration.ofDays(random.nextInt(20)));
            CaseVerdict verdict = era.verdict(rows, moment);
            int changes = 0;
            while (verdict.nextChange() != null) {
                Instant change = verdict.nextChange();
                assertThat(change).as(id).isAfter(moment);
                Instant between = moment.plusMillis(
                        random.nextLong(Duration.between(moment, change).toMillis()));
                for (Instant before : List.of(between, change.minusMillis(1))) {
                    CaseVerdict same = era.verdict(rows, before);
                    assertThat(State.of(same))
                            .as("%s at %s, seen at %s", id, before, moment)
                            .isEqualTo(State.of(verdict));
                    assertThat(same.nextChange()).isEqualTo(change);
                }
                CaseVerdict after = era.verdict(rows, change);
                assertThat(State.of(after)).as("%s at %s", id, change).isNotEqualTo(State.of(verdict));
                verdict = after;
                moment = change;
                assertThat(++changes).as(id).isLessThan(MOST_CHANGES);
            }
            Instant later = moment.plus(Duration.ofDays(random.nextInt(2_000)));
            assertThat(State.of(era.verdict(rows, later))).as(id).isEqualTo(State.of(verdict));
        }
    }

    /** From change to change: what becomes overdue was told of, and what was told of becomes overdue in its time. */
    @ParameterizedTest
    @MethodSource("eras")
    void whatBecomesOverdueWasToldOfAsDue(Era era) {
        int overdue = 0;
        for (List<ActivityRecord> rows : CaseVerdicts.byCase(era.rows())) {
            Instant moment = era.middle().minus(Duration.ofDays(20));
            CaseVerdict before = era.verdict(rows, moment);
            while (before.nextChange() != null) {
                CaseVerdict after = era.verdict(rows, before.nextChange());
                Set<Promise> became = Promise.broken(after);
                became.removeAll(Promise.broken(before));
                Set<Promise> told = Promise.kept(before);
                assertThat(told).as("%s from %s", rows, moment).containsAll(became);
                told.removeAll(Promise.kept(after));
                told.removeIf(promise -> !became.contains(promise) && isUnknown(promise, after));
                assertThat(became).as("%s from %s", rows, moment).isEqualTo(told);
                overdue += became.size();
                moment = before.nextChange();
                before = after;
            }
        }
        assertThat(overdue).isGreaterThan(CASES / 2);
    }

    /** That nobody works is known up to the last day of the calendar only. */
    private static boolean isUnknown(Promise promise, CaseVerdict verdict) {
        return verdict.notEvaluated().stream()
                .filter(lack -> lack.rule().equals(promise.rule()))
                .anyMatch(lack -> lack.missing().subject().agreesWith(promise.subject()));
    }

    /** That something is done until a moment, or the rule that it breaks then. */
    private record Promise(String rule, Subject subject, Instant due) {

        private static final Map<Deadline.Kind, String> RULES = Map.of(
                Deadline.Kind.STEP, "step-overdue",
                Deadline.Kind.NEXT_STEP, "case-stalled",
                Deadline.Kind.CONSTRAINT, "constraint-within");

        static Set<Promise> kept(CaseVerdict verdict) {
            return verdict.deadlines().stream()
                    .map(each -> new Promise(RULES.get(each.kind()), each.subject(), each.due()))
                    .collect(Collectors.toSet());
        }

        static Set<Promise> broken(CaseVerdict verdict) {
            return verdict.findings().stream()
                    .map(Finding::violation)
                    .filter(violation -> RULES.containsValue(violation.rule()))
                    .map(violation -> new Promise(violation.rule(), violation.subject(), due(violation)))
                    .collect(Collectors.toSet());
        }

        private static Instant due(Violation violation) {
            Object due = violation.details().getOrDefault("due", violation.expected());
            return (Instant) due;
        }
    }

    /** What is looked at when its moment has come, at half past one each night, is what looking at all each night gives. */
    @ParameterizedTest
    @MethodSource("months")
    void aMonthOfNightsLooksAtNothingInVain(Era era) {
        int looks = 0;
        for (List<ActivityRecord> rows : CaseVerdicts.byCase(era.rows())) {
            Instant night = Instant.ofEpochMilli(rows.get(0).start())
                    .atZone(RuleTrial.ZONE)
                    .toLocalDate()
                    .atTime(1, 30)
                    .atZone(RuleTrial.ZONE)
                    .toInstant();
            CaseVerdict verdict = era.verdict(rows, night);
            int useless = 0;
            for (int nights = 1; nights < NIGHTS; nights++) {
                night = night.plus(Duration.ofDays(1));
                CaseVerdict now = era.verdict(rows, night);
                boolean same = State.of(now).equals(State.of(verdict));
                if (isBefore(night, verdict.nextChange())) {
                    assertThat(same).as(rows + " at " + night).isTrue();
                } else {
                    looks++;
                    useless += same ? 1 : 0;
                    verdict = now;
                }
            }
            assertThat(useless).as(rows.toString()).isZero();
        }
        assertThat(looks).isGreaterThan(CASES / 10);
    }

    /** New follow-ups can only change what is found of cases that asked for plans. */
    @ParameterizedTest
    @MethodSource("eras")
    void casesThatAPlanMattersToSayThatTheyAskForPlans(Era era) {
        Era without = new Era(era.rules(), era.middle(), List.of(), era.rows());
        Map<String, CaseVerdict> planned = era.verdicts(era.middle().plus(Duration.ofDays(30)));
        Map<String, CaseVerdict> unplanned = without.verdicts(era.middle().plus(Duration.ofDays(30)));
        Map<Boolean, Long> asking = planned.values().stream()
                .collect(Collectors.partitioningBy(CaseVerdict::asksPlans, Collectors.counting()));
        assertThat(asking.get(true)).isPositive();
        assertThat(asking.get(false)).isPositive();
        planned.forEach((id, verdict) -> {
            assertThat(unplanned.get(id).asksPlans()).isEqualTo(verdict.asksPlans());
            assertThat(verdict.asksPlans() || verdict.equals(unplanned.get(id))).isTrue();
        });
        assertThat(planned).isNotEqualTo(unplanned);
    }

    /** Those above, and cases of our own SOPs. */
    static Stream<Era> months() {
        Random random = new Random(4);
        SourceTable table =
                table("case", "sop", "step", "role", "person", "start", "end", "inputs", "outputs", "decision");
        List<ActivityRecord> rows = new ArrayList<>();
        for (int i = 0; i < 2 * CASES; i++) {
            Sop sop = RULES.sops().all().get(i % RULES.sops().all().size());
            Defect defect = Defect.values()[i % Defect.values().length];
            rows.addAll(new GeneratedCase("K" + i, sop, RULES.calendar(sop.calendar()), random, defect, table).rows);
        }
        return Stream.concat(eras(), Stream.of(new Era(RULES, Instant.EPOCH, List.of(), rows)));
    }

    private static boolean isBefore(Instant moment, Instant change) {
        return change == null || moment.isBefore(change);
    }

    /** Of some eight weeks, some hours apart; most of them full hours, since much ends with them, or just after. */
    private static List<Instant> moments(Instant middle, Random random) {
        List<Instant> moments = new ArrayList<>();
        Instant moment = middle.minus(Duration.ofDays(12));
        while (moment.isBefore(middle.plus(Duration.ofDays(45)))) {
            moment = moment.plus(HOUR.multipliedBy(1 + random.nextInt(10)));
            moments.add(moment.plusMillis(random.nextInt(3) * random.nextInt(1_800_000)));
            moments.add(moments.get(moments.size() - 1).plusMillis(1));
        }
        return moments;
    }

    private static List<ActivityRecord> log(Instant middle, Random random) {
        SourceTable whole = table("case", "sop", "step", "unit", "start", "end");
        SourceTable endless = table("case", "sop", "step", "unit", "start");
        List<ActivityRecord> rows = new ArrayList<>();
        // Due when the last day before the middle closes: of the next working moment nothing may be known.
        rows.add(row(whole, 0, "C0", "T", 1, "UKPBJ", middle.minus(HOUR.multipliedBy(10)), null));
        for (int i = 1; i < CASES; i++) {
            SourceTable table = random.nextInt(12) == 0 ? endless : whole;
            String sop = random.nextInt(20) == 0 ? "unknown" : "T";
            Instant start = middle.plus(HOUR.multipliedBy(random.nextInt(480) - 240));
            boolean open = random.nextBoolean();
            int last = 2 + random.nextInt(3);
            for (int step = 1 + random.nextInt(2); step <= last; step += random.nextInt(3)) {
                start = start.plus(Duration.ofMinutes(15L * random.nextInt(4 * 40)));
                boolean runs = table == endless || open && random.nextInt(2) == 0;
                Instant end = start.plus(Duration.ofMinutes(30L * random.nextInt(2 * 24)));
                String unit = random.nextInt(4) == 0 ? null : "UKPBJ";
                rows.add(row(table, rows.size(), "C" + i, sop, step, unit, start, runs ? null : end));
            }
        }
        return rows;
    }

    /** @param end null while it runs */
    private static ActivityRecord row(
            SourceTable table,
            int number,
            String caseId,
            String sop,
            int step,
            String unit,
            Instant start,
            Instant end) {
        return new ActivityRecord(
                caseId,
                new ActivityKind(sop, Integer.toString(step), null, List.of(), List.of(), null),
                null,
                unit,
                start.toEpochMilli(),
                end == null ? ActivityRecord.RUNNING : end.toEpochMilli(),
                new SourceRow(table, number, new String[] {caseId}));
    }

    private static SourceTable table(String... fields) {
        SourceTable table = new SourceTable(fields.length + ".csv", null);
        Set.of(fields).forEach(field -> table.add(field, field));
        return table;
    }

    /** A plan whose last day is the one given, which ends a quarter. */
    private static FollowUpRecord plan(LocalDate last) {
        SourceRow row = new SourceRow(table("id"), 1, new String[] {"1"});
        Quarter quarter = new Quarter((last.getMonthValue() + 2) / 3, last.getYear());
        return new FollowUpRecord(
                "S",
                "UKPBJ",
                new Period(last.minusYears(1), last.minusMonths(6)),
                null,
                null,
                null,
                List.of(new PlanItem("1", "U1", "Loket", List.of(quarter), null, row)),
                List.of(),
                false,
                List.of(),
                Lost.NOTHING,
                row);
    }
}
