package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.report.GradeText;
import java.time.Instant;

/**
 * What a completed run told of the grade of a survey, or of surveys taken together, that the runs before it had not told.
 *
 * @param graded by which tables know what is graded, whatever its spelling
 * @param run number of the run within its scope
 * @param asOf the moment that the run judged by
 * @param text the grade in words; null where there is no such survey from this run on
 */
public record ToldGrade(String graded, long run, Instant asOf, GradeText text) {

    /** Index, grade and unsur; null where there is no such survey from this run on. */
    public Grade grade() {
        return text == null ? null : text.grade();
    }

    /** Whether a survey that was graded before is no longer there, since other files say so; not since it was purged. */
    public boolean isWithdrawn() {
        return text == null;
    }

    /** Whether it is of a single survey. */
    public boolean isOfSurvey() {
        return text != null && grade().aggregation() == null;
    }
}
