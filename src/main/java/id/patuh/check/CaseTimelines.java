package id.patuh.check;

import id.patuh.check.CaseTimeline.Absence;
import id.patuh.check.CaseTimeline.Decision;
import id.patuh.check.CaseTimeline.Due;
import id.patuh.check.CaseTimeline.Execution;
import id.patuh.check.CaseTimeline.Flaw;
import id.patuh.check.CaseTimeline.Pause;
import id.patuh.check.CaseTimeline.Procedure;
import id.patuh.check.CaseTimeline.Standing;
import id.patuh.check.CaseTimeline.StepLine;
import id.patuh.check.CaseTimeline.Working;
import id.patuh.law.WorkingCalendar;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.FollowUpRecord;
import id.patuh.sop.Activity;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.CaseFile;
import id.patuh.sop.LostActivity;
import id.patuh.sop.LostRows;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.sop.UndoneStep;
import id.patuh.violation.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The timelines of cases, from rows that were read before. Cases are bound as for a {@link CaseCheck}, and only asked what rules
 * ask them: nothing is worked out a second time. For one thread.
 */
public final class CaseTimelines {

    private final CaseBinder binder;
    private final Function<List<LostActivity>, LostRows> lostRows;

    /**
     * @param asOf the moment that deadlines are judged by
     * @param followUps all that are known, whose plans limits are counted by
     */
    public CaseTimelines(RuleSet ruleSet, Instant asOf, List<FollowUpRecord> followUps) {
        this.binder = Judge.binder(ruleSet, asOf, new FollowUpSchedules(followUps));
        this.lostRows = lost -> CaseBatches.lostRows(ruleSet, lost);
    }

    /**
     * The timelines of all cases of a number: units, and SOPs, may share one.
     *
     * @param rows all rows of the number, in the order of the input; at least one
     * @param lost rows that could not be read and are of the number, or may be: those that do not tell their case
     */
    public List<CaseTimeline> of(List<ActivityRecord> rows, List<LostActivity> lost) {
        List<CaseTimeline> timelines = binder.bind(rows, lostRows.apply(lost)).stream()
                .map(CaseTimelines::timeline)
                .toList();
        // What was lacking is told of each activity.
        binder.missing();
        return timelines;
    }

    private static CaseTimeline timeline(CaseFile file) {
        return new CaseTimeline(
                file.subject(),
                file.sop() == null
                        ? null
                        : new Procedure(file.sop().number(), file.sop().title()),
                file.asOf(),
                working(file),
                file.closed(),
                Stream.concat(known(file), unknown(file)).toList(),
                file.lost() == null
                        ? null
                        : new Evidence(
                                file.lost().path(),
                                null,
                                file.lost().row(),
                                null,
                                file.lost().text()));
    }

    private static Stream<StepLine> known(CaseFile file) {
        Sop sop = file.sop();
        if (sop == null) {
            return Stream.empty();
        }
        Map<Step, UndoneStep> undone = file.undone().stream().collect(Collectors.toMap(UndoneStep::step, each -> each));
        return sop.steps().stream().map(step -> {
            List<Execution> executions = file.activities().stream()
                    .filter(activity -> activity.step() == step)
                    .map(CaseTimelines::execution)
                    .toList();
            return new StepLine(
                    Integer.toString(step.no()),
                    step.title(),
                    step.optional(),
                    executions,
                    executions.isEmpty() ? absence(file, undone.get(step)) : null,
                    step == file.next() ? pause(file) : null);
        });
    }

    /** @param undone null where the logs cannot show that nothing was done */
    private static Absence absence(CaseFile file, UndoneStep undone) {
        if (undone == null) {
            return file.lost() == null ? Absence.NOT_RECORDED : Absence.ROWS_LOST;
        }
        if (!undone.isPassed()) {
            return Absence.NOT_YET;
        }
        return undone.isMandatory() ? Absence.MISSING : Absence.LEFT_OUT;
    }

    private static Stream<StepLine> unknown(CaseFile file) {
        Map<String, List<Execution>> steps = new LinkedHashMap<>();
        for (Activity activity : file.activities()) {
            if (activity.step() == null) {
                steps.computeIfAbsent(activity.getStepNumber(), number -> new ArrayList<>())
                        .add(execution(activity));
            }
        }
        return steps.entrySet().stream()
                .map(step -> new StepLine(step.getKey(), null, false, step.getValue(), null, null));
    }

    private static Pause pause(CaseFile file) {
        boolean known = file.getIdleDue().toEpochMilli() != WorkingCalendar.UNKNOWN;
        return new Pause(
                file.getIdleSince(),
                known ? file.getIdleDue() : null,
                file.getIdleLimit(),
                Duration.ofMillis(file.getIdleOverrun()));
    }

    private static Execution execution(Activity activity) {
        boolean over = activity.getOverrun() > 0;
        return new Execution(
                activity.getRound(),
                activity.getStart(),
                activity.getEnd(),
                activity.getRole(),
                activity.getPerson(),
                decision(activity),
                due(activity),
                standing(activity, over),
                over ? activity.getLateness() : null,
                activity.isReversed() ? Flaw.REVERSED : activity.isInFuture() ? Flaw.IN_FUTURE : null,
                activity.evidence().get(0));
    }

    private static Decision decision(Activity activity) {
        if (activity.decision() == null) {
            return null;
        }
        return switch (activity.decision()) {
            case APPROVE -> Decision.APPROVE;
            case REVISE -> Decision.REVISE;
        };
    }

    private static Due due(Activity activity) {
        if (activity.getDue() == null && activity.dueLack() == null) {
            return null;
        }
        Step step = activity.step();
        return new Due(activity.getDue(), activity.getWithin(), step.clock(), activity.dueByPlan(), activity.dueLack());
    }

    private static Standing standing(Activity activity, boolean over) {
        if (over) {
            return activity.isEnded() ? Standing.LATE : Standing.OVERDUE;
        }
        boolean impossible = activity.isReversed() || activity.isInFuture();
        if (activity.getDue() == null || activity.dueLack() != null || impossible) {
            return Standing.UNJUDGED;
        }
        return activity.isEnded() ? Standing.IN_TIME : Standing.RUNNING;
    }

    private static Working working(CaseFile file) {
        WorkingCalendar calendar = file.calendar();
        List<Instant> moments = moments(file);
        return new Working(
                calendar.id(),
                calendar.zone(),
                Instant.ofEpochMilli(calendar.coveredFrom()),
                Instant.ofEpochMilli(calendar.coveredUntil()),
                calendar.spans(
                        moments.get(0).toEpochMilli(),
                        moments.get(moments.size() - 1).toEpochMilli()));
    }

    /** In order: whatever a picture of the case may show. */
    private static List<Instant> moments(CaseFile file) {
        Stream<Instant> done = file.activities().stream()
                .flatMap(each -> Stream.of(each.getStart(), each.getEnd() == null ? file.asOf() : each.getEnd()));
        Stream<Instant> due = file.activities().stream().map(Activity::getDue).filter(Objects::nonNull);
        Stream<Instant> waiting = file.next() == null
                ? Stream.of()
                : Stream.concat(
                        Stream.of(file.asOf()), Stream.ofNullable(pause(file).due()));
        return Stream.of(done, due, waiting)
                .flatMap(moments -> moments)
                .sorted()
                .toList();
    }
}
