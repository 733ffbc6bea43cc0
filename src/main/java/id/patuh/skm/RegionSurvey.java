package id.patuh.skm;

import java.util.List;

/**
 * The surveys of a region's units over one period.
 *
 * @param region the region
 * @param period the period
 * @param units every unit that is to hold a survey, and whether it did
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
