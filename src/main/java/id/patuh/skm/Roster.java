package id.patuh.skm;

import id.patuh.spool.SeenHashes;
import id.patuh.violation.SourceTable;
import java.util.BitSet;

/** Who answered a survey in one table: what {@link Respondents} keeps of it. */
final class Roster {

    /** The survey within which a respondent counts once. */
    final SurveyIdentity survey;
    /** The table in words, within which a running number tells a respondent. */
    final String place;

    final long surveySeed;
    final long tableSeed;
    /** Whether any respondent is told apart by a name or number. */
    boolean identified;

    private final BitSet numbers = new BitSet();

    /**
     * @param said the survey as its rows name it
     * @param survey the same, or the survey of its own that the table is
     */
    Roster(SurveyIdentity said, SurveyIdentity survey, SourceTable table) {
        this.survey = survey;
        this.place = table.path() + '\n' + table.sheet() + '\n' + table.headerRow();
        this.surveySeed = SeenHashes.hash(SeenHashes.hash(SeenHashes.hash(0, said.id()), said.unit()), said.service());
        this.tableSeed = SeenHashes.hash(surveySeed, place);
    }

    /** Whether a running number comes for the first time. */
    boolean isNew(int number) {
        boolean isNew = !numbers.get(number);
        numbers.set(number);
        return isNew;
    }
}
