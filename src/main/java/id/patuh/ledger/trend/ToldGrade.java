package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import java.time.Instant;

/**
 * What a completed run told of the grade of a survey, or of surveys taken together, that the runs before it had not told.
 *
 * @param graded by which tables know what is graded, whatever its spelling
 * @param run number of the run within its scope
 * @param asOf the moment that the run judged by
 * @param grade index, grade and unsur; null where there is no such survey from this run on
 */
public record ToldGrade(String graded, long run, Instant asOf, Grade grade) {

    /** Whether a survey that was graded before is no longer there, since other files say so; not since it was purged. */
    public boolean isWithdrawn() {
        return grade == null;
    }

    /** Whether it is of a single survey. */
    public boolean isOfSurvey() {
        return grade != null && grade.aggregation() == null;
    }
}
