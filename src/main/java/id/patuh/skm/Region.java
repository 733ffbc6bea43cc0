package id.patuh.skm;

import java.util.List;

/**
 * A region whose units each hold a survey.
 *
 * @param name as in {@code Kabupaten Karanganyar}
 * @param sop id of the SOP that has them gathered, or null
 * @param units the units expected to send one
 */
public record Region(String name, String sop, List<String> units) {

    public Region {
        units = List.copyOf(units);
    }
}
