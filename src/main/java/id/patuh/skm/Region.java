package id.patuh.skm;

import java.util.List;

/**
 * Units whose surveys are brought together into one figure.
 *
 * @param name as in {@code Kabupaten Karanganyar}
 * @param sop short id of the SOP that demands it, or null
 * @param units the units that are to hold a survey
 */
public record Region(String name, String sop, List<String> units) {

    public Region {
        units = List.copyOf(units);
    }
}
