package id.patuh.nightly;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * When and over what nights are run.
 *
 * @param at the time of day; where clocks are put forward over it, the same length of time after midnight's offset
 * @param zone of that time, of dates, and of times in files that tell none
 * @param inboxes folder whose folders are the inboxes, each named as its scope
 * @param archive where files go that were read, by scope and date
 * @param quarantine where files go that could not be read, by scope and date
 * @param rest for how long nothing may have been written to a file that is taken
 * @param lease for how long a scope stays with a process that no longer answers
 * @param shard how many cases are recorded at once
 * @param inbox what is said of single inboxes, by name
 * @param retention for how long raw facts are kept
 */
public record NightSettings(
        LocalTime at,
        ZoneId zone,
        Path inboxes,
        Path archive,
        Path quarantine,
        Duration rest,
        Duration lease,
        int shard,
        Map<String, InboxSettings> inbox,
        RetentionSettings retention) {

    public NightSettings {
        inbox = Map.copyOf(inbox);
    }

    /** The moment by which the night of a date judges. */
    public Instant asOf(LocalDate date) {
        return date.atTime(at).atZone(zone).toInstant();
    }

    /**
     * For how long something is to be done after the last night of a scope: the next one, or this one itself where it is not over.
     *
     * @return zero where nothing is due yet
     */
    public Duration late(Night last, Instant now) {
        Instant due = last.isOver() ? asOf(last.date().plusDays(1)) : last.asOf();
        return now.isAfter(due) ? Duration.between(due, now) : Duration.ZERO;
    }

    /** The date of a moment. */
    public LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** What is said of an inbox. */
    InboxSettings inbox(String scope) {
        return inbox.getOrDefault(scope, InboxSettings.NONE);
    }
}
