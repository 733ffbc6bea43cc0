package id.patuh.skm;

import id.patuh.violation.SourceTable;

/**
 * A questionnaire of the usual kind, told without making objects of it: every unsur has one answer of one figure, or none.
 * The next one takes its place.
 */
public interface PlainResponse {

    /** In place of a number: the respondent is anonymous. */
    int NOBODY = 0;
    /** In place of a number: the respondent is told by something else. */
    int NAMED = -1;

    /** What the row says of its survey; the same object where the row above says the same. */
    SurveyHeader survey();

    /** The table that it stands in. */
    SourceTable table();

    /** The row's number, from 1. */
    int row();

    /** The respondent where a number from 1 without leading zeros tells it, else {@link #NOBODY} or {@link #NAMED}. */
    int number();

    /** What tells the respondent where no number does; else null. */
    String name();

    /** The respondent's group; null when not recorded. */
    String group();

    /** The answers by unsur, 0 for none, and not for all; not to be changed. */
    byte[] figures();

    /** A bit for each figure among the answers, the lowest one for 0. */
    int met();

    /** The same as an object of its own. */
    ResponseRecord record();
}
