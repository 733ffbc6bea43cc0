package id.patuh.sop;

import id.patuh.law.WorkingCalendar;
import id.patuh.violation.MissingFact;
import id.patuh.violation.MissingFacts;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes what logs do not hold, by which rules are not evaluated instead of kept. */
final class LogGaps {

    private static final int NONE = -1;

    private final MissingFacts missing;
    /** By need, then by number of the step that alone lacks it, or none; what one activity lacks, thousands lack. */
    private final Map<String, Map<Integer, Repeated>> repeated = new HashMap<>();

    private static final class Repeated {

        private Sop sop;
        private String path;
        private int times;
    }

    LogGaps(MissingFacts missing) {
        this.missing = missing;
    }

    /** What the log of an activity does not tell: it will not tell it of others either. */
    void note(Activity activity, String need) {
        note(activity, NONE, need);
    }

    /** What is not known of the step of an activity, which is one of its SOP: it may be known of others. */
    void noteStep(Activity activity, String need) {
        note(activity, activity.step.no(), need);
    }

    /** What a cell of an activity would tell: where its log has no such column, it will not tell it of others either. */
    void noteCell(Activity activity, String need, String field) {
        boolean told = activity.record.row().table().has(field);
        note(activity, told ? activity.step.no() : NONE, need);
    }

    private void note(Activity activity, int step, String need) {
        Repeated lately =
                repeated.computeIfAbsent(need, n -> new HashMap<>()).computeIfAbsent(step, s -> new Repeated());
        Sop sop = activity.caseFile.sop();
        String path = path(activity);
        if (lately.sop != sop || !path.equals(lately.path)) {
            take(need, step, lately);
            lately.sop = sop;
            lately.path = path;
        }
        lately.times++;
    }

    private void take(String need, int step, Repeated lately) {
        if (lately.times > 0) {
            Subject sop = Subject.ofSop(lately.sop.id());
            Subject of = step == NONE ? sop : sop.atStep(Integer.toString(step));
            missing.add(new MissingFact(need, of, null, lately.path, Map.of(), lately.times));
            lately.times = 0;
        }
    }

    /** Hands on what was counted. */
    void take() {
        repeated.forEach((need, steps) -> steps.forEach((step, lately) -> take(need, step, lately)));
    }

    /** @param day an epoch day from which on working days would have to be known */
    void noteCalendar(Activity activity, WorkingCalendar calendar, long day) {
        int year = calendar.firstUnknown(LocalDate.ofEpochDay(day)).getYear();
        missing.add(
                "log.calendar",
                sopOf(activity.caseFile),
                path(activity),
                Map.of("calendar", calendar.id(), "year", year));
    }

    /** @param recorded the only steps that the case's logs can show */
    void noteSteps(CaseFile file, Set<Step> recorded) {
        String steps = recorded.stream().map(s -> Integer.toString(s.no())).collect(Collectors.joining(", "));
        missing.add("log.steps", sopOf(file), path(file.activities.get(0)), Map.of("steps", steps));
    }

    /** A parameter without a value on an epoch day. */
    void noteParameter(CaseFile file, String key, long day) {
        missing.add("parameter:" + key, file.subject(), null, Map.of("day", LocalDate.ofEpochDay(day)));
    }

    /** A row that may be of any case is noted once for all of them. */
    void noteHole(CaseFile file, LostActivity hole) {
        if (hole.caseId() != null) {
            missing.add("log.all-rows", file.subject(), hole.path(), Map.of("row", "" + hole.row()));
        } else if (hole.row() != null) {
            missing.add("log.rows-by-case", sopOf(file), hole.path(), Map.of("row", "" + hole.row()));
        } else {
            missing.add("log.whole-file", sopOf(file), hole.path(), Map.of());
        }
    }

    private static Subject sopOf(CaseFile file) {
        return Subject.ofSop(file.sop().id());
    }

    private static String path(Activity activity) {
        return activity.record.row().table().path();
    }
}
