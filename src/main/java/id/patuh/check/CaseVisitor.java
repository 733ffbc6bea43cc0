package id.patuh.check;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;

/** Is shown whole case numbers, one after the other. */
public interface CaseVisitor {

    /** All that follows is of the next case number. */
    void beginCase();

    /** A row of it that could not be read. */
    void lose(LostActivity row);

    /** A row of it; there is at least one. */
    void add(ActivityRecord row);

    /** A row that could not be read, of a case number that has no row; those of one number follow each other. */
    default void loseAlone(LostActivity row) {
        // There is no case to judge.
    }
}
