package id.patuh.sop;

import id.patuh.law.Clock;
import id.patuh.law.Parameters;
import id.patuh.law.WorkingCalendar;
import id.patuh.violation.MissingFact;
import id.patuh.violation.MissingFacts;
import id.patuh.violation.Subject;
import id.patuh.wording.NameMatcher;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Binds the rows of activity logs to cases and to the SOPs in force on their dates, and works out whatever rules need but
 * should not compute: order, rounds, due times, near names.
 */
public final class CaseBinder {

    private static final int NAMES_REMEMBERED = 20_000;
    /** No unit's name, which is normalised. */
    private static final String SEVERAL = "*";

    private final Sops sops;
    private final Parameters parameters;
    private final Function<String, WorkingCalendar> calendars;
    private final Function<String, String> calendarOfUnit;
    private final PlanSchedules plans;
    private final long asOf;

    private final Map<Sop, StepOrder> orders = new IdentityHashMap<>();
    private final Map<Sop, Map<String, Optional<Step>>> titled = new IdentityHashMap<>();
    private final Map<String, String> normalised = new HashMap<>();
    private final Map<String, String> canonical = new HashMap<>();
    private final Map<String, String> persons = new HashMap<>();
    private final Map<NameRules, DocumentMatcher> matchers = new HashMap<>();
    private final Map<LocalDate, DocumentMatcher> matcherOfDay = new HashMap<>();
    private final MissingFacts missing = new MissingFacts();
    private final ConstraintBinder constraints;

    private record NameRules(BigDecimal threshold, List<String> stateWords, List<String> fillerWords) {}

    private record CaseKey(String sop, String unit, String caseId) {}

    /**
     * @param calendars working calendar by id
     * @param calendarOfUnit id of the calendar that a unit keeps instead of its SOP's, or null
     * @param plans schedules of follow-up plans
     * @param asOf moment of the check, epoch milliseconds
     */
    public CaseBinder(
            Sops sops,
            Parameters parameters,
            Function<String, WorkingCalendar> calendars,
            Function<String, String> calendarOfUnit,
            PlanSchedules plans,
            long asOf) {
        this.sops = sops;
        this.parameters = parameters;
        this.calendars = calendars;
        this.calendarOfUnit = calendarOfUnit;
        this.plans = plans;
        this.asOf = asOf;
        this.constraints = new ConstraintBinder(missing, this::personKey, asOf);
    }

    /**
     * The cases of some rows, in the order of their first ones.
     *
     * @param records all rows of the case numbers among them
     * @param lost rows that could not be read
     */
    public List<CaseFile> bind(List<ActivityRecord> records, LostRows lost) {
        List<CaseFile> cases = new ArrayList<>();
        group(records).forEach((key, rows) -> cases.add(bindCase(rows, hole(lost, key, rows))));
        return cases;
    }

    private static LostActivity hole(LostRows lost, CaseKey key, List<ActivityRecord> rows) {
        if (lost.isEmpty()) {
            return null;
        }
        LostActivity own = lost.of(key.sop(), key.unit(), key.caseId());
        Set<String> paths =
                rows.stream().map(r -> r.row().table().path()).collect(Collectors.toCollection(LinkedHashSet::new));
        return own != null ? own : lost.among(paths, key.sop(), key.unit());
    }

    /** What the logs of the cases bound since the last call did not hold. */
    public List<MissingFact> missing() {
        return missing.take();
    }

    /**
     * Rows of one case, whatever order the input has them in. Units number their cases on their own, so that the unit is
     * part of a case's identity: two units that did the same step under one number have two cases. Units that share the
     * steps among them have handed one case on. A row without a unit belongs to the case of the only unit with its number.
     */
    private Map<CaseKey, List<ActivityRecord>> group(List<ActivityRecord> records) {
        Map<CaseKey, String> unitOf = new HashMap<>();
        for (ActivityRecord row : records) {
            if (row.unit() != null) {
                unitOf.merge(key(row, ""), normalise(row.unit()), (a, b) -> a.equals(b) ? a : SEVERAL);
            }
        }
        Map<CaseKey, Map<String, String>> unitOfStep = new HashMap<>();
        for (ActivityRecord row : records) {
            CaseKey key = key(row, "");
            if (row.unit() != null && SEVERAL.equals(unitOf.get(key))) {
                unitOfStep
                        .computeIfAbsent(key, k -> new HashMap<>())
                        .merge(row.step(), normalise(row.unit()), (a, b) -> a.equals(b) ? a : SEVERAL);
            }
        }
        Map<CaseKey, List<ActivityRecord>> groups = new LinkedHashMap<>();
        for (ActivityRecord row : records) {
            CaseKey key = key(row, "");
            String unit = unitOf.getOrDefault(key, "");
            if (unit.equals(SEVERAL)) {
                boolean handedOn = !unitOfStep.get(key).containsValue(SEVERAL);
                unit = handedOn ? "" : normalise(row.unit());
            }
            groups.computeIfAbsent(key(row, unit), k -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private CaseKey key(ActivityRecord row, String unit) {
        return new CaseKey(canonical(row.sop()), unit, row.caseId());
    }

    private CaseFile bindCase(List<ActivityRecord> rows, LostActivity hole) {
        // A stable sort: rows equal in both times stay in the input's order.
        rows.sort(Comparator.comparingLong(ActivityRecord::start).thenComparingLong(ActivityRecord::end));
        ActivityRecord first = rows.get(0);
        String unit = rows.stream()
                .map(ActivityRecord::unit)
                .filter(u -> u != null)
                .findFirst()
                .orElse(null);
        WorkingCalendar ordinary = calendars.apply(null);
        Sop sop = sops.find(first.sop(), day(first.start(), ordinary.zone())).orElse(null);
        WorkingCalendar calendar = sop == null ? ordinary : calendarOf(unit, sop);
        CaseFile file = new CaseFile(unit, first.sop(), first.caseId(), sop);
        file.day = day(first.start(), calendar.zone());
        Map<String, Activity> latestOfStep = new HashMap<>();
        for (ActivityRecord row : rows) {
            Step step = sop == null ? null : stepOf(sop, row.step());
            String name = step == null ? row.step() : Integer.toString(step.no());
            Activity before = latestOfStep.get(name);
            Activity activity = new Activity(row, file, step, before == null ? 1 : before.round + 1);
            latestOfStep.put(name, activity);
            file.activities.add(activity);
            enrich(activity, calendar);
        }
        latestOfStep.values().forEach(a -> a.lastRound = true);
        if (sop != null) {
            relate(file, calendar, hole);
        }
        return file;
    }

    /** The step by number or title; titles repeat in a log and are looked up once. */
    private Step stepOf(Sop sop, String written) {
        Integer no = Sop.stepNumber(written);
        return no != null
                ? sop.step(no).orElse(null)
                : titled.computeIfAbsent(sop, s -> new HashMap<>())
                        .computeIfAbsent(written, w -> sop.step(w))
                        .orElse(null);
    }

    private WorkingCalendar calendarOf(String unit, Sop sop) {
        String ofUnit = unit == null ? null : calendarOfUnit.apply(unit);
        return calendars.apply(ofUnit == null ? sop.calendar() : ofUnit);
    }

    /** What an activity shows by itself. */
    private void enrich(Activity activity, WorkingCalendar calendar) {
        ActivityRecord row = activity.record;
        activity.asOf = asOf;
        activity.day = day(row.start(), calendar.zone());
        activity.law = parameters.on(activity.day);
        Sop sop = activity.caseFile.sop();
        if (sop == null) {
            return;
        }
        activity.inForce = sop.inForceOn(activity.day);
        if (activity.step != null) {
            setDue(activity, calendar);
            compareRole(activity);
            compareDocuments(activity);
            checkDecision(activity);
        }
    }

    private void setDue(Activity activity, WorkingCalendar calendar) {
        if (isEndless(activity.record)) {
            note(activity, "log.end");
            return;
        }
        Step step = activity.step;
        long start = activity.record.start();
        activity.covered = covered(activity);
        if (step.within() != null && activity.record.row().table().isInstant()) {
            note(activity, "log.duration");
            return;
        }
        if (activity.covered.stream().allMatch(s -> s.limit() != null)) {
            activity.due = start;
            for (Step part : activity.covered) {
                activity.due = activity.due == WorkingCalendar.UNKNOWN
                        ? WorkingCalendar.UNKNOWN
                        : calendar.due(activity.due, part.limit(), part.clock());
            }
        } else if ("follow-up-plan".equals(step.deadlineFrom())) {
            LocalDate lastDay = plans.lastDay(activity.caseFile.unit(), activity.day);
            if (lastDay == null) {
                note(activity, "log.plan-schedule");
                return;
            }
            activity.due = lastDay.plusDays(1)
                    .atStartOfDay(calendar.zone())
                    .toInstant()
                    .toEpochMilli();
        } else {
            if (activity.covered.stream().anyMatch(s -> s.within() != null)) {
                note(activity, "log.limit");
            }
            return;
        }
        long until = activity.isEnded() ? activity.record.end() : asOf;
        long overrun = activity.due == WorkingCalendar.UNKNOWN
                ? WorkingCalendar.UNKNOWN
                : calendar.overrun(activity.due, until, step.clock());
        if (overrun == WorkingCalendar.UNKNOWN) {
            Sop sop = activity.caseFile.sop();
            missing.add(
                    "log.calendar",
                    Subject.ofSop(sop.id()),
                    activity.record.row().table().path(),
                    Map.of(
                            "calendar",
                            calendar.id(),
                            "year",
                            calendar.firstUnknown(activity.day).getYear()));
        }
        activity.overrun = Math.max(overrun, 0);
        activity.overrunAtLeast =
                activity.overrun > 0 && step.clock() == Clock.WORKING && !calendar.covers(day(until, calendar.zone()));
    }

    /** The step, with those before it that the log does not record apart from it. */
    private static List<Step> covered(Activity activity) {
        Step step = activity.step;
        Integer first = Sop.stepNumber(activity.record.row().value("first_step"));
        if (first == null) {
            return List.of(step);
        }
        List<Step> covered = activity.caseFile.sop().steps().stream()
                .filter(s -> s.no() >= first && s.position() < step.position())
                .collect(Collectors.toList());
        covered.add(step);
        return covered;
    }

    /** A log without a column of ends does not say that everything still runs. */
    private static boolean isEndless(ActivityRecord row) {
        return row.row().table().lacks("end");
    }

    private void compareRole(Activity activity) {
        Step step = activity.step;
        if (step.executor().isEmpty()) {
            return;
        }
        if (activity.record.role() == null) {
            note(activity, "log.role");
            return;
        }
        Sop sop = activity.caseFile.sop();
        StepOrder order = orders.computeIfAbsent(sop, StepOrder::new);
        activity.roleAllowed = entries(activity.record.role())
                .anyMatch(role ->
                        order.executes(step, normalise(role)) || order.executes(step, normalise(sop.role(role))));
    }

    /** A cell may hold several names, separated by semicolons. */
    private static Stream<String> entries(String cell) {
        return cell.indexOf(';') < 0
                ? Stream.of(cell)
                : Arrays.stream(cell.split(";")).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** Titles are written with dots and blanks or without: "Budi, S.H." is "BUDI SH". */
    private String personKey(String name) {
        return remember(persons, name, Wording::key);
    }

    /** Logs repeat few names over and over. */
    private String normalise(String name) {
        return name == null ? "" : remember(normalised, name, Wording::normalise);
    }

    private String canonical(String cited) {
        return cited == null ? "" : remember(canonical, cited, sops::canonical);
    }

    private static String remember(Map<String, String> memory, String name, UnaryOperator<String> form) {
        if (memory.size() > NAMES_REMEMBERED) {
            memory.clear();
        }
        return memory.computeIfAbsent(name, form);
    }

    private void compareDocuments(Activity activity) {
        Step step = activity.step;
        if (!step.inputs().isEmpty()) {
            if (has(activity, "inputs")) {
                activity.inputMatch = matcher(activity).match(step.inputs(), activity.record.inputs());
            } else {
                note(activity, "log.inputs");
            }
        }
        // What is refused yields no approved document, and what runs has yielded nothing yet.
        boolean due = activity.isEnded() && activity.record.decision() != ActivityRecord.Outcome.REVISE;
        if (!step.outputs().isEmpty() && due) {
            if (has(activity, "outputs")) {
                activity.outputMatch = matcher(activity).match(step.outputs(), activity.record.outputs());
            } else {
                note(activity, "log.outputs");
            }
        }
    }

    private DocumentMatcher matcher(Activity activity) {
        return matcherOfDay.computeIfAbsent(activity.day, day -> {
            Parameters.InForce law = activity.law;
            NameRules rules = new NameRules(
                    law.decimal("documents/near-similarity"),
                    orEmpty(law.words("documents/state-words")),
                    orEmpty(law.words("documents/filler-words")));
            return matchers.computeIfAbsent(rules, CaseBinder::matcher);
        });
    }

    /** Without a threshold in force no name is near another. */
    private static DocumentMatcher matcher(NameRules rules) {
        double threshold = rules.threshold() == null
                ? Double.POSITIVE_INFINITY
                : rules.threshold().doubleValue();
        return new DocumentMatcher(new NameMatcher(threshold, rules.stateWords(), rules.fillerWords()));
    }

    private static List<String> orEmpty(List<String> words) {
        return words == null ? List.of() : words;
    }

    private void checkDecision(Activity activity) {
        if (activity.step.decision() == null) {
            return;
        }
        if (has(activity, "decision")) {
            activity.decisionLacking = activity.isEnded() && activity.record.decision() == null;
        } else {
            note(activity, "log.decision");
        }
    }

    private static boolean has(Activity activity, String field) {
        return activity.record.row().table().has(field);
    }

    private void note(Activity activity, String need) {
        missing.add(
                need,
                Subject.ofSop(activity.caseFile.sop().id()),
                activity.record.row().table().path(),
                Map.of());
    }

    /** What shows only when the activities of a case are seen together. */
    private void relate(CaseFile file, WorkingCalendar calendar, LostActivity hole) {
        StepOrder order = orders.computeIfAbsent(file.sop(), StepOrder::new);
        CaseHistory history = new CaseHistory(file, order);
        boolean endless = file.activities.stream().anyMatch(a -> isEndless(a.record));
        for (Activity activity : file.activities) {
            if (activity.step != null) {
                if (hole == null && !endless) {
                    activity.unfinishedBefore = history.unfinishedBefore(activity);
                    activity.bypassed = history.bypassedBy(activity);
                }
                Activity ownWork = history.approvedWork(activity);
                if (ownWork != null) {
                    Persons approvers = Persons.in(activity.record.person(), this::personKey);
                    Persons workers = Persons.in(ownWork.record.person(), this::personKey);
                    if (approvers.share(workers)) {
                        activity.ownWork = ownWork;
                    } else if (!approvers.all() || !workers.all()) {
                        note(activity, "log.person");
                    }
                }
            }
        }
        file.closed = history.closed();
        if (!file.sop().constraints().isEmpty()) {
            constraints.bind(file, calendar, hole, recordedSteps(file));
        }
        if (hole != null) {
            noteHole(file, hole);
            return;
        }
        Set<Step> recorded = recordedSteps(file);
        for (UndoneStep undone : history.undone()) {
            if (recorded == null || recorded.contains(undone.step())) {
                file.undone.add(undone);
            } else if (undone.isMandatory() && undone.isPassed()) {
                noteSteps(file, recorded);
            }
        }
        if (!file.sop().free() && !file.closed && !endless) {
            setIdle(file, history, calendar);
        }
    }

    /** A row that may be of any case is noted once for all of them. */
    private void noteHole(CaseFile file, LostActivity hole) {
        if (hole.caseId() != null) {
            missing.add("log.all-rows", file.subject(), hole.path(), Map.of("row", "" + hole.row()));
        } else if (hole.row() != null) {
            missing.add(
                    "log.rows-by-case", Subject.ofSop(file.sop().id()), hole.path(), Map.of("row", "" + hole.row()));
        } else {
            missing.add("log.whole-file", Subject.ofSop(file.sop().id()), hole.path(), Map.of());
        }
    }

    /** The only steps that the case's logs can show; null where they can show any. */
    private static Set<Step> recordedSteps(CaseFile file) {
        Set<Step> all = new TreeSet<>(Comparator.comparingInt(Step::position));
        for (Activity activity : file.activities) {
            Set<String> steps = activity.record.row().table().recordedSteps();
            if (steps == null) {
                return null;
            }
            steps.forEach(step -> file.sop().step(step).ifPresent(all::add));
        }
        return all;
    }

    private void noteSteps(CaseFile file, Set<Step> recorded) {
        String path = file.activities.get(0).record.row().table().path();
        String steps = recorded.stream().map(s -> Integer.toString(s.no())).collect(Collectors.joining(", "));
        missing.add("log.steps", Subject.ofSop(file.sop().id()), path, Map.of("steps", steps));
    }

    private void setIdle(CaseFile file, CaseHistory history, WorkingCalendar calendar) {
        Activity latest = history.latestEnded();
        if (latest == null || history.running() || latest.record.end() > asOf) {
            return;
        }
        LocalDate day = day(latest.record.end(), calendar.zone());
        Parameters.InForce law = parameters.on(day);
        if (law.text("sop/stall-limit") == null) {
            missing.add("parameter:sop/stall-limit", file.subject(), null, Map.of("day", day));
            return;
        }
        Step next = history.next(latest);
        if (next == null) {
            return;
        }
        Set<Step> recorded = recordedSteps(file);
        if (recorded != null && !recorded.contains(next)) {
            noteSteps(file, recorded);
            return;
        }
        file.latest = latest;
        file.next = next;
        file.idleLimit = law.text("sop/stall-limit");
        file.idleDue = calendar.due(latest.record.end(), law.limit("sop/stall-limit"), latest.step.clock());
        long overrun = file.idleDue == WorkingCalendar.UNKNOWN
                ? WorkingCalendar.UNKNOWN
                : calendar.overrun(file.idleDue, asOf, latest.step.clock());
        if (overrun == WorkingCalendar.UNKNOWN) {
            missing.add(
                    "log.calendar",
                    Subject.ofSop(file.sop().id()),
                    latest.record.row().table().path(),
                    Map.of(
                            "calendar",
                            calendar.id(),
                            "year",
                            calendar.firstUnknown(day).getYear()));
        }
        file.idleOverrun = Math.max(overrun, 0);
    }

    private static LocalDate day(long at, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
    }
}
