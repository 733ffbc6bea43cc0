package id.patuh.sop;

import java.time.LocalDate;

/** Where the deadline of a step comes from that an SOP ties to the schedule of the follow-up plan. */
@FunctionalInterface
public interface PlanSchedules {

    /**
     * The last day of the plan that a case carries out.
     *
     * @param unit unit of the case, or null
     * @param start day on which the step began
     * @return null when no such plan is known
     */
    LocalDate lastDay(String unit, LocalDate start);
}
