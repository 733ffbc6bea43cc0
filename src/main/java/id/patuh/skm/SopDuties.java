package id.patuh.skm;

import java.time.LocalDate;
import java.util.Optional;

/** Where surveys learn what their SOP demands. */
@FunctionalInterface
public interface SopDuties {

    /**
     * The duty of an SOP; one without demands for an SOP that says nothing of surveys; empty when no such SOP is known.
     *
     * @param citedSop as the survey writes it
     * @param day the day whose revision counts
     */
    Optional<SopDuty> dutyOf(String citedSop, LocalDate day);
}
