package id.patuh.notice;

import java.time.Duration;
import java.time.Instant;

/** A clock of the database that stands until it is moved. */
final class StandingClock {

    private Instant now = Instant.parse("2026-03-02T18:30:00Z");

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }
}
