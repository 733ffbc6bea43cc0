package id.patuh.sop;

import id.patuh.law.Parameters;
import id.patuh.law.TimeLimit;
import id.patuh.law.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Works out when activities were due and how long cases stand still. */
final class DeadlineBinder {

    private static final String STALL_LIMIT = "sop/stall-limit";

    private final Parameters parameters;
    private final PlanSchedules plans;
    private final LogGaps gaps;

    DeadlineBinder(Parameters parameters, PlanSchedules plans, LogGaps gaps) {
        this.parameters = parameters;
        this.plans = plans;
        this.gaps = gaps;
    }

    /** When the activity of a known step was due, and by how much it is over. */
    void bind(Activity activity, LogTable log, WorkingCalendar calendar) {
        Step step = activity.step;
        if (!log.ends()) {
            activity.dueLack = "log.end";
            gaps.note(activity, activity.dueLack);
            return;
        }
        if (log.enclosing()) {
            activity.enclosed = enclosed(activity);
        }
        if (step.within() != null && log.instants()) {
            activity.dueLack = "log.duration";
            gaps.note(activity, activity.dueLack);
            return;
        }
        if (isLimited(activity)) {
            activity.due = due(activity, calendar);
        } else if ("follow-up-plan".equals(step.deadlineFrom())) {
            activity.caseFile.asksPlans = true;
            activity.dueByPlan = true;
            LocalDate lastDay = plans.lastDay(activity.caseFile.unit(), activity.getDay());
            if (lastDay == null) {
                activity.dueLack = "log.plan-schedule";
                gaps.noteStep(activity, activity.dueLack);
                return;
            }
            activity.due = lastDay.plusDays(1)
                    .atStartOfDay(calendar.zone())
                    .toInstant()
                    .toEpochMilli();
        } else {
            if (step.within() != null || activity.enclosed.stream().anyMatch(s -> s.within() != null)) {
                activity.dueLack = "log.limit";
                gaps.noteStep(activity, activity.dueLack);
            }
            return;
        }
        AsOf asOf = activity.caseFile.asOf;
        long end = activity.record.end();
        long overrun = asOf.overrun(calendar, activity.due, end, step.clock());
        if (overrun == WorkingCalendar.UNKNOWN) {
            activity.dueLack = "log.calendar";
            gaps.noteCalendar(activity, calendar, activity.day);
        }
        if (overrun == 0 && !activity.isEnded()) {
            Instant due = activity.getDue();
            activity.caseFile.deadlines.add(new Deadline(activity.subject(), Deadline.Kind.STEP, step.no(), due));
        }
        activity.overrun = Math.max(overrun, 0);
        activity.overrunAtLeast = asOf.isAtLeast(overrun, calendar, end, step.clock());
    }

    /** The steps before an activity's that its log does not record apart from it. */
    private static List<Step> enclosed(Activity activity) {
        Integer first = Sop.stepNumber(activity.record.row().value("first_step"));
        return first == null
                ? List.of()
                : activity.caseFile.sop().steps().stream()
                        .filter(s -> s.no() >= first && s.position() < activity.step.position())
                        .toList();
    }

    private static boolean isLimited(Activity activity) {
        if (activity.step.limit() == null) {
            return false;
        }
        return activity.enclosed.isEmpty() || activity.enclosed.stream().allMatch(step -> step.limit() != null);
    }

    private static long due(Activity activity, WorkingCalendar calendar) {
        long due = activity.record.start();
        for (int i = 0; i < activity.enclosed.size(); i++) {
            Step step = activity.enclosed.get(i);
            due = calendar.due(due, step.limit(), step.clock());
        }
        return calendar.due(due, activity.step.limit(), activity.step.clock());
    }

    /**
     * Whether an open case stands still, and since when.
     *
     * @param recorded the only steps that the case's logs can show; null where they can show any
     */
    void bindPause(CaseFile file, CaseHistory history, WorkingCalendar calendar, Set<Step> recorded) {
        Activity latest = history.latestEnded();
        if (latest == null || history.running() || file.asOf.isBefore(latest.record.end())) {
            return;
        }
        long day = calendar.epochDay(latest.record.end());
        Parameters.InForce law = parameters.on(day);
        TimeLimit limit = law.limit(STALL_LIMIT);
        if (limit == null) {
            gaps.noteParameter(file, STALL_LIMIT, day);
            return;
        }
        Step next = history.next(latest);
        if (next == null) {
            return;
        }
        if (recorded != null && !recorded.contains(next)) {
            gaps.noteSteps(file, recorded);
            return;
        }
        file.latest = latest;
        file.next = next;
        file.idleLimit = law.text(STALL_LIMIT);
        file.idleDue = calendar.due(latest.record.end(), limit, latest.step.clock());
        long overrun = file.asOf.overrun(calendar, file.idleDue, ActivityRecord.RUNNING, latest.step.clock());
        if (overrun == WorkingCalendar.UNKNOWN) {
            gaps.noteCalendar(latest, calendar, day);
        }
        if (overrun == 0) {
            file.deadlines.add(new Deadline(file.subject(), Deadline.Kind.NEXT_STEP, next.no(), file.getIdleDue()));
        }
        file.idleOverrun = Math.max(overrun, 0);
    }
}
