package id.patuh.check;

import id.patuh.sop.PlanSchedules;
import java.time.LocalDate;

/** Stands for the follow-up plans while they may yet be read: there are none, but whether anybody asked is known. */
final class PlansToCome implements PlanSchedules {

    private volatile boolean asked;

    @Override
    public LocalDate lastDay(String unit, LocalDate start) {
        asked = true;
        return null;
    }

    boolean wereAsked() {
        return asked;
    }
}
