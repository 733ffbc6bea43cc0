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

    private final MissingFacts missing;
    /** By need; what one activity lacks, thousands lack. */
    private final Map<String, Repeated> repeated = new HashMap<>();

    private static final class Repeated {

        private Subject subject;
        private String path;
        private int times;
    }

    LogGaps(MissingFacts missing) {
        this.missing = missing;
    }

    /** What the log of an activity does not tell: it will not tell it of others either. */
    void note(Activity activity, String need) {
        note(need, sopOf(activity.caseFile), path(activity));
    }

    /** What is not known of the step of an activity: it may be known of others. */
    void noteStep(Activity activity, String need) {
        note(need, stepOf(activity), path(activity));
    }

    /** What a cell of an activity would tell: where its log has no such column, it will not tell it of others either. */
    void noteCell(Activity activity, String need, String field) {
        boolean told = activity.record.row().table().has(field);
        note(need, told ? stepOf(activity) : sopOf(activity.caseFile), path(activity));
    }

    private void note(String need, Subject subject, String path) {
        Repeated lately = repeated.computeIfAbsent(need, n -> new Repeated());
        if (!subject.equals(lately.subject) || !path.equals(lately.path)) {
            take(need, lately);
            lately.subject = subject;
            lately.path = path;
        }
        lately.times++;
    }

    private void take(String need, Repeated lately) {
        if (lately.times > 0) {
            missing.add(new MissingFact(need, lately.subject, null, lately.path, Map.of(), lately.times));
            lately.times = 0;
        }
    }

    /** Hands on what was counted. */
    void take() {
        repeated.forEach(this::take);
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

    private static Subject stepOf(Activity activity) {
        return sopOf(activity.caseFile).atStep(activity.getStepNumber());
    }

    private static String path(Activity activity) {
        return activity.record.row().table().path();
    }
}
