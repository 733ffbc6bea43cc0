package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit that is to hold a survey for its region's figure.
 *
 * @param region the region's name
 * @param sop short id of the SOP that demands it, or null
 * @param unit the unit
 * @param period the period of the region's figure
 * @param surveyed whether a survey of the unit lies in that period, wholly or in part
 */
public record RegionUnit(String region, String sop, String unit, Period period, boolean surveyed)
        implements Reportable {

    @Override
    public Subject subject() {
        return new Subject(unit, sop, null, null, null, null, region + " " + period, unit);
    }

    @Override
    public List<Evidence> evidence() {
        return List.of();
    }

    @Override
    public LocalDate lawDate() {
        return period.end();
    }
}
