package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.skm.Period;
import java.util.List;

/**
 * A survey, or surveys taken together, with all that was ever told of its grade.
 *
 * @param told what was told last
 * @param earlier what was told before and corrected since, in order
 * @param withdrawn number of the run from which on it is no longer there; null while it is
 */
public record SurveyLine(ToldGrade told, List<ToldGrade> earlier, Long withdrawn) {

    public SurveyLine {
        earlier = List.copyOf(earlier);
    }

    /** What was told last. */
    public Grade grade() {
        return told.grade();
    }

    /** What it covers; null where that is not known. */
    public Period period() {
        return grade().period();
    }
}
