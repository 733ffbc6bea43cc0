package id.patuh.sop;

import id.patuh.law.WorkingCalendar;
import id.patuh.violation.MissingFacts;
import id.patuh.violation.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds the constraints of an SOP against its cases, and notes which of them cannot be judged for want of facts. */
final class ConstraintBinder {

    private final MissingFacts missing;
    private final Function<Activity, Persons> personsOf;

    /** @param personsOf gives the persons who did an activity */
    ConstraintBinder(MissingFacts missing, Function<Activity, Persons> personsOf) {
        this.missing = missing;
        this.personsOf = personsOf;
    }

    /**
     * Adds the constraints of the case's SOP to it.
     *
     * @param hole a row that may be the case's and could not be read, or null
     * @param recorded the only steps that the case's logs can show; null where they can show any
     */
    void bind(CaseFile file, WorkingCalendar calendar, LostActivity hole, Set<Step> recorded) {
        // A case of a free SOP has no last step: what the log does not hold when it ends was not done.
        boolean over = file.sop().free() || file.closed;
        for (Constraint constraint : file.sop().constraints()) {
            CaseConstraint bound = new CaseConstraint(file, constraint, over);
            bound.allRows = hole == null && canShow(recorded, constraint, file.sop());
            if (isAboutPersons(constraint.kind())) {
                bound.involvement = involvement(file, constraint);
            }
            file.constraints.add(bound);
            if (!bound.allRows) {
                if (!isSettled(bound)) {
                    noteAbsent(bound, file, hole, recorded);
                }
            } else if (!over && isLastStepUnfinishedForLackOfEnds(file) && isOwing(bound)) {
                note(bound, file, "constraint.end", Map.of());
            } else if (constraint.kind().isLimited()) {
                measure(bound, file, calendar);
            } else if (isAboutPersons(constraint.kind())) {
                notePersons(bound, file);
            }
        }
    }

    /** Whether the logs can show everything that the constraint is about. */
    private static boolean canShow(Set<Step> recorded, Constraint constraint, Sop sop) {
        boolean neighbours = switch (constraint.kind()) {
            case INIT, END, CHAIN_RESPONSE, CHAIN_PRECEDENCE, CHAIN_SUCCESSION, NOT_CHAIN_SUCCESSION -> true;
            default -> false;
        };
        return recorded == null || recorded.containsAll(neighbours ? sop.steps() : constraint.steps());
    }

    /** Whether what was read settles the constraint, for good or ill, whatever else may have been done. */
    private static boolean isSettled(CaseConstraint bound) {
        boolean a = bound.isDoneA();
        boolean b = bound.isDoneB();
        return switch (bound.getKind()) {
            case EXISTENCE, ABSENCE -> bound.getTimes() >= bound.getCount();
            case EXACTLY -> bound.getTimes() > bound.getCount();
            case RESPONDED_EXISTENCE -> b;
            case CHOICE -> a || b;
            case CO_EXISTENCE, NOT_CO_EXISTENCE, EXCLUSIVE_CHOICE -> a && b;
            case NOT_SUCCESSION -> !bound.getInSuccession().isEmpty();
            case FOUR_EYES, DIFFERENT_PERSONS -> !bound.getSharedPersons().isEmpty();
            case SAME_PERSON -> bound.getPersons().size() > 1;
            default -> false;
        };
    }

    /** Whether all that the constraint lacks is what may still be done, should the case not be over. */
    private static boolean isOwing(CaseConstraint bound) {
        return switch (bound.getKind()) {
            case EXISTENCE, EXACTLY -> bound.getTimes() < bound.getCount();
            case END -> !bound.isEndedWithA();
            case RESPONDED_EXISTENCE -> bound.isDoneA() && !bound.isDoneB();
            case CO_EXISTENCE -> bound.isDoneA() != bound.isDoneB();
            case CHOICE, EXCLUSIVE_CHOICE -> !bound.isDoneA() && !bound.isDoneB();
            case RESPONSE -> bound.pair().awaitsB();
            case SUCCESSION ->
                bound.pair().awaitsB() && bound.getOutOfSuccession().isEmpty();
            case ALTERNATE_RESPONSE ->
                bound.pair().awaitsB() && bound.getWithoutBBeforeNextA().isEmpty();
            case ALTERNATE_SUCCESSION ->
                bound.pair().awaitsB() && bound.getOutOfAlternation().isEmpty();
            case CHAIN_RESPONSE ->
                bound.isEndedWithA() && bound.getWithoutBNext().isEmpty();
            case CHAIN_SUCCESSION ->
                bound.isEndedWithA() && bound.getOutOfChain().isEmpty();
            default -> false;
        };
    }

    /** Whether the case has come to its last step and its log has no ends that could say whether it is closed. */
    private static boolean isLastStepUnfinishedForLackOfEnds(CaseFile file) {
        Step last = file.sop().steps().get(file.sop().steps().size() - 1);
        return file.activities.stream().anyMatch(a -> a.step == last && isEndless(a));
    }

    private static boolean isEndless(Activity activity) {
        return activity.record.row().table().lacks("end");
    }

    private static boolean isAboutPersons(ConstraintKind kind) {
        return switch (kind) {
            case FOUR_EYES, SAME_PERSON, DIFFERENT_PERSONS -> true;
            default -> false;
        };
    }

    private Involvement involvement(CaseFile file, Constraint constraint) {
        Set<Integer> steps = constraint.steps().stream().map(Step::no).collect(Collectors.toSet());
        List<Activity> concerned = file.activities.stream()
                .filter(a -> a.step != null && steps.contains(a.step.no()))
                .toList();
        return Involvement.of(concerned, constraint.kind() == ConstraintKind.FOUR_EYES, personsOf);
    }

    /** An unknown person may be anybody, which matters where those known break nothing. */
    private void notePersons(CaseConstraint bound, CaseFile file) {
        Involvement involvement = bound.involvement;
        boolean decisive = !isSettled(bound)
                && switch (bound.getKind()) {
                    case FOUR_EYES -> bound.isDoneA() && bound.isDoneB();
                    case DIFFERENT_PERSONS -> involvement.activities() > 1;
                    default -> true;
                };
        if (involvement.unknown() != null && decisive) {
            String path = involvement.unknown().record.row().table().path();
            missing.add(
                    "constraint.person", general(bound, file), bound.getKind().rule(), path, Map.of());
        }
    }

    /** When b was due after the first a, and how much later it ended. */
    private void measure(CaseConstraint bound, CaseFile file, WorkingCalendar calendar) {
        Constraint constraint = bound.constraint();
        bound.pair().firstA().ifPresent(begun -> {
            bound.begun = begun;
            bound.reached = bound.pair().firstBAfterA().orElse(null);
            if (bound.reached != null && isEndless(bound.reached)) {
                note(bound, file, "constraint.end", Map.of());
                return;
            }
            bound.due = calendar.due(begun.record.start(), constraint.limit(), constraint.clock());
            long end = bound.reached == null ? ActivityRecord.RUNNING : bound.reached.record.end();
            long overrun = file.asOf.overrun(calendar, bound.due, end, constraint.clock());
            if (overrun == WorkingCalendar.UNKNOWN) {
                int year = calendar.firstUnknown(begun.getDay()).getYear();
                note(bound, file, "constraint.calendar", Map.of("calendar", calendar.id(), "year", year));
            }
            if (overrun == 0 && end == ActivityRecord.RUNNING) {
                int step = bound.getB().no();
                file.deadlines.add(new Deadline(bound.subject(), Deadline.Kind.CONSTRAINT, step, bound.getDue()));
            }
            bound.overrun = Math.max(overrun, 0);
            bound.overrunAtLeast = file.asOf.isAtLeast(overrun, calendar, end, constraint.clock());
        });
    }

    private void noteAbsent(CaseConstraint bound, CaseFile file, LostActivity hole, Set<Step> recorded) {
        String rule = bound.getKind().rule();
        if (hole == null) {
            String steps = recorded.stream().map(s -> Integer.toString(s.no())).collect(Collectors.joining(", "));
            note(bound, file, "constraint.steps", Map.of("steps", steps));
        } else if (hole.caseId() != null) {
            missing.add("constraint.all-rows", bound.subject(), rule, hole.path(), Map.of("row", "" + hole.row()));
        } else if (hole.row() != null) {
            Map<String, Object> row = Map.of("row", "" + hole.row());
            missing.add("constraint.rows-by-case", general(bound, file), rule, hole.path(), row);
        } else {
            missing.add("constraint.whole-file", general(bound, file), rule, hole.path(), Map.of());
        }
    }

    private void note(CaseConstraint bound, CaseFile file, String need, Map<String, Object> details) {
        String path = file.activities.get(0).record.row().table().path();
        missing.add(need, general(bound, file), bound.getKind().rule(), path, new HashMap<>(details));
    }

    /** The constraint, in whichever case: a log that lacks something lacks it in thousands. */
    private static Subject general(CaseConstraint bound, CaseFile file) {
        return Subject.ofSop(file.sop().id()).under(bound.constraint().id());
    }
}
