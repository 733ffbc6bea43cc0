package id.patuh.sop;

import id.patuh.law.Parameters;
import id.patuh.law.WorkingCalendar;
import id.patuh.violation.MissingFact;
import id.patuh.violation.MissingFacts;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Binds the rows of activity logs to cases and to the SOPs in force on their dates, and works out whatever rules need but
 * should not compute: order, rounds, due times, near names. Remembers what logs repeat: each thread needs its own.
 */
public final class CaseBinder {

    private static final int NAMES_REMEMBERED = 20_000;
    private static final int TABLES_REMEMBERED = 1_000;

    private final Parameters parameters;
    private final Function<String, WorkingCalendar> calendars;
    private final WorkingCalendar ordinary;
    private final long asOf;

    private final Map<Sop, BoundSop> boundSops = new IdentityHashMap<>();
    private final Memory<String, Sops.Cited> cited;
    private final Memory<String, String> units = new Memory<>(NAMES_REMEMBERED, Wording::normalise);
    private final Memory<String, String> calendarOfUnit;
    private final Memory<String, Persons> persons = new Memory<>(NAMES_REMEMBERED, Persons::in);
    private final MissingFacts missing = new MissingFacts();
    private final LogGaps gaps = new LogGaps(missing);
    private final DocumentBinder documents = new DocumentBinder(gaps);
    private final DeadlineBinder deadlines;
    private final ConstraintBinder constraints = new ConstraintBinder(missing, this::personsOf);

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
        this.parameters = parameters;
        this.calendars = calendars;
        this.ordinary = calendars.apply(null);
        this.asOf = asOf;
        this.cited = new Memory<>(NAMES_REMEMBERED, sops::cited);
        this.calendarOfUnit = new Memory<>(NAMES_REMEMBERED, calendarOfUnit);
        this.deadlines = new DeadlineBinder(parameters, plans, gaps);
    }

    /**
     * The cases of some rows, in the order of their first ones.
     *
     * @param records all rows of the case numbers among them
     * @param lost rows that could not be read
     */
    public List<CaseFile> bind(List<ActivityRecord> records, LostRows lost) {
        // A table may still grow columns from one call to the next.
        Memory<SourceTable, LogTable> tables = new Memory<>(TABLES_REMEMBERED, LogTable::new);
        List<CaseFile> cases = new ArrayList<>();
        for (CaseRows rows : CaseRows.of(records, this::canonical, this::normalise)) {
            cases.add(bindCase(rows.inOrder(), hole(lost, rows), tables));
        }
        return cases;
    }

    private static LostActivity hole(LostRows lost, CaseRows rows) {
        if (lost.isEmpty()) {
            return null;
        }
        LostActivity own = lost.of(rows.sop, rows.unit(), rows.caseId);
        Set<String> paths = rows.rows.stream()
                .map(r -> r.row().table().path())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return own != null ? own : lost.among(paths, rows.sop, rows.unit(), rows.caseId);
    }

    /** What the logs of the cases bound since the last call did not hold. */
    public List<MissingFact> missing() {
        gaps.take();
        return missing.take();
    }

    private CaseFile bindCase(List<ActivityRecord> rows, LostActivity hole, Memory<SourceTable, LogTable> tables) {
        ActivityRecord first = rows.get(0);
        String unit = unit(rows);
        Sop sop = cited(first.sop())
                .on(LocalDate.ofEpochDay(ordinary.epochDay(first.start())))
                .orElse(null);
        CaseFile file = new CaseFile(unit, first.sop(), first.caseId(), sop, new AsOf(asOf), rows.size());
        BoundSop bound = sop == null ? null : boundSops.computeIfAbsent(sop, BoundSop::new);
        WorkingCalendar calendar = sop == null ? ordinary : calendarOf(unit, sop);
        CaseHistory history = new CaseHistory(file, bound == null ? null : bound.order);
        file.day = calendar.epochDay(first.start());
        file.calendar = calendar;
        file.lost = hole;
        boolean endless = false;
        for (ActivityRecord row : rows) {
            LogTable log = tables.of(row.row().table());
            endless |= !log.ends();
            BoundKind kind = bound == null ? null : bound.kind(row.kind());
            Step step = kind == null || kind.step == null ? null : kind.step.step;
            Activity judged = step == null ? null : history.judgedBy(step);
            Activity activity = history.add(row, step);
            activity.day = calendar.epochDay(row.start());
            activity.law = parameters.on(activity.day);
            activity.startsInFuture = file.asOf.isBefore(row.start());
            activity.endsInFuture = activity.isEnded() && file.asOf.isBefore(row.end());
            activity.inForce = bound == null || bound.isInForce(activity.day);
            if (step != null) {
                bindStep(activity, kind, log, calendar);
                compareApprover(activity, judged);
            }
        }
        if (bound != null) {
            bindWhole(file, bound, history, calendar, hole, endless);
        }
        return file;
    }

    private static String unit(List<ActivityRecord> rows) {
        for (ActivityRecord row : rows) {
            if (row.unit() != null) {
                return row.unit();
            }
        }
        return null;
    }

    private WorkingCalendar calendarOf(String unit, Sop sop) {
        String ofUnit = unit == null ? null : calendarOfUnit.of(unit);
        return calendars.apply(ofUnit == null ? sop.calendar() : ofUnit);
    }

    /** What an activity shows by itself. */
    private void bindStep(Activity activity, BoundKind kind, LogTable log, WorkingCalendar calendar) {
        deadlines.bind(activity, log, calendar);
        compareRole(activity, kind);
        documents.bind(activity, kind, log);
        checkDecision(activity, log);
    }

    private void compareRole(Activity activity, BoundKind kind) {
        if (activity.step.executor().isEmpty()) {
            return;
        }
        if (activity.record.role() == null) {
            gaps.noteCell(activity, "log.role", "role");
            return;
        }
        activity.roleAllowed = kind.roleAllowed;
    }

    private void checkDecision(Activity activity, LogTable log) {
        if (activity.step.decision() == null) {
            return;
        }
        if (log.decisions()) {
            activity.decisionLacking = activity.isEnded() && activity.record.decision() == null;
        } else {
            gaps.note(activity, "log.decision");
        }
    }

    /** What shows only when the activities of a case are seen together. */
    private void bindWhole(
            CaseFile file,
            BoundSop bound,
            CaseHistory history,
            WorkingCalendar calendar,
            LostActivity hole,
            boolean endless) {
        if (hole == null && !endless) {
            for (Activity activity : file.activities) {
                if (activity.step != null) {
                    activity.unfinishedBefore = history.unfinishedBefore(activity);
                }
            }
            if (history.refused()) {
                new Approvals(file, bound.order, history.decided()).bind();
            }
        }
        file.closed = history.closed();
        Set<Step> recorded = recordedSteps(file);
        if (!file.sop().constraints().isEmpty()) {
            constraints.bind(file, calendar, hole, recorded);
        }
        if (hole != null) {
            gaps.noteHole(file, hole);
            return;
        }
        for (UndoneStep undone : history.undone()) {
            if (recorded == null || recorded.contains(undone.step())) {
                file.undone.add(undone);
            } else if (undone.isMandatory() && undone.isPassed()) {
                gaps.noteSteps(file, recorded);
            }
        }
        if (!file.sop().free() && !file.closed && !endless) {
            deadlines.bindPause(file, history, calendar, recorded);
        }
    }

    /** @param work what the activity approves, or null */
    private void compareApprover(Activity activity, Activity work) {
        if (work == null || Persons.areStrangers(activity.record.person(), work.record.person())) {
            return;
        }
        Persons approvers = personsOf(activity);
        Persons workers = personsOf(work);
        if (approvers.share(workers)) {
            activity.ownWork = work;
        } else if (!approvers.all() || !workers.all()) {
            gaps.noteCell(activity, "log.person", "person");
        }
    }

    /** The only steps that the case's logs can show; null where they can show any. */
    private static Set<Step> recordedSteps(CaseFile file) {
        Set<Step> all = null;
        for (Activity activity : file.activities) {
            Set<String> steps = activity.record.row().table().recordedSteps();
            if (steps == null) {
                return null;
            }
            if (all == null) {
                all = new TreeSet<>(Comparator.comparingInt(Step::position));
            }
            for (String step : steps) {
                file.sop().step(step).ifPresent(all::add);
            }
        }
        return all;
    }

    private Persons personsOf(Activity activity) {
        String cell = activity.record.person();
        return cell == null ? Persons.UNKNOWN : persons.of(cell);
    }

    private String normalise(String unit) {
        return unit == null ? "" : units.of(unit);
    }

    private Sops.Cited cited(String written) {
        return cited.of(written == null ? "" : written);
    }

    private String canonical(String written) {
        return cited(written).name();
    }
}
