package id.patuh.ledger;

import id.patuh.intake.Intake;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import java.time.Duration;
import java.util.Map;

/** Ends reading once a time is over. */
public final class Deadline implements Intake.Progress {

    private final long begun = System.nanoTime();
    private final long most;

    /** @param most from now on */
    public Deadline(Duration most) {
        this.most = most.toNanos();
    }

    /** The time is over. */
    public static final class Missed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** @throws Missed once the time is over */
    @Override
    public void rows(String path, long rowsSoFar) {
        if (System.nanoTime() - begun > most) {
            throw new Missed();
        }
    }

    /** Why something was left out, in words. */
    public static String reason(Language language) {
        return Reasons.text("run-no-time", Map.of(), language);
    }
}
