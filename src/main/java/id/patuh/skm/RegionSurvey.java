package id.patuh.skm;

import java.util.List;

/**
 * The surveys of a region's units over one period.
 *
 * @param region the region
 * @param period the period
 * @param units the units that are to hold a survey, and whether they did; left out where that cannot be told because a
 *     survey of the unit has no period
 */
public record RegionSurvey(Region region, Period period, List<RegionUnit> units) {

    public RegionSurvey {
        units = List.copyOf(units);
    }

    /** The units without a survey in the period. */
    public List<RegionUnit> missing() {
        return units.stream().filter(u -> !u.surveyed()).toList();
    }
}
