package id.patuh.check;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole cases that are judged at once.
 *
 * @param number its place among the batches, from 0
 * @param rows all rows of some case numbers, those of each together
 * @param begins where among the rows those of each case number begin
 * @param lost what is known of rows that could not be read
 */
record CaseBatch(long number, List<ActivityRecord> rows, List<Integer> begins, LostRows lost) {

    /** The rows of each case number. */
    List<List<ActivityRecord>> cases() {
        List<List<ActivityRecord>> cases = new ArrayList<>(begins.size());
        for (int i = 0; i < begins.size(); i++) {
            int until = i + 1 < begins.size() ? begins.get(i + 1) : rows.size();
            cases.add(rows.subList(begins.get(i), until));
        }
        return cases;
    }
}
