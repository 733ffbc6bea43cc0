package id.patuh.check;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.io.Closeable;

/** Brings rows of one case number together and has them judged. */
interface CaseGrouping extends Closeable {

    /** Takes the next row. */
    void add(ActivityRecord row);

    /** Takes note of a row that could not be read. */
    void lose(LostActivity row);

    /** Has all judged that was taken, and waits for it. */
    void end();

    @Override
    void close();
}
