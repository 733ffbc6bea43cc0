package id.patuh.web.overview;

import id.patuh.chart.Picture;
import id.patuh.check.Grade;
import id.patuh.nightly.Night;
import id.patuh.nightly.Night.Stage;
import id.patuh.nightly.NightIntake;
import id.patuh.violation.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A unit at a glance.
 *
 * @param scope its name
 * @param night its last night; null where it never had one
 * @param intake what that night got from its inbox; null where it never had one
 * @param asOf the moment of its last completed run; null where there is none, and so nothing to look at
 * @param judged whether anything of it was ever judged
 * @param remaining open violations that are not waived, by severity
 * @param trend how many were open after each of its last runs; null where there is no run
 * @param grade of its latest survey; null where it has none
 * @param due what is to be done about it soon, or late
 * @param problem why nobody can tell how it stands; null where one can
 */
record UnitLook(
        String scope,
        Night night,
        NightIntake intake,
        Instant asOf,
        boolean judged,
        Map<Severity, Long> remaining,
        Picture trend,
        Grade grade,
        List<Due> due,
        String problem) {

    /** What needs attention first: nights that failed, then what is heavy, then what is late, then what is due. */
    static final Comparator<UnitLook> WORST_FIRST = Comparator.comparing((UnitLook look) -> !look.isTroubled())
            .thenComparing(look -> -look.remaining.getOrDefault(Severity.CRITICAL, 0L))
            .thenComparing(look -> -look.remaining.getOrDefault(Severity.MAJOR, 0L))
            .thenComparing(look -> look.due.stream().noneMatch(Due::late))
            .thenComparing(look -> -look.remaining.getOrDefault(Severity.MINOR, 0L))
            .thenComparing(look -> look.due.isEmpty())
            .thenComparing(UnitLook::scope);

    UnitLook {
        due = List.copyOf(due);
    }

    /** One of which something that was kept is damaged. */
    static UnitLook unreadable(String scope, Night night, String problem) {
        return new UnitLook(scope, night, null, null, false, Map.of(), null, null, List.of(), problem);
    }

    /**
     * Something to be done.
     *
     * @param key of its text
     * @param count of how much of it
     * @param page of the unit that shows it, behind the unit's path
     * @param late whether it should be done by now
     */
    record Due(String key, long count, String page, boolean late) {}

    /** Whether nobody knows how it stands by now. */
    public boolean isTroubled() {
        return !judged || night != null && (night.stage() == Stage.FAILED || !night.wholeInbox());
    }

    /** Whether the last night was done, and got no file at all: it says nothing of what happened since the last one. */
    public boolean isWithoutFiles() {
        return intake != null && night.stage() == Stage.COMPLETED && intake.files() == 0;
    }

    /** Whether something of what the last night got could not be read. */
    public boolean isPartlyUnread() {
        return intake != null && (intake.unreadable() > 0 || intake.rejected() > 0);
    }

    /** Whether a file of the last night was not read by the mapping of the unit that it comes near to. */
    public boolean isReadOtherwise() {
        return intake != null && intake.otherwise() > 0;
    }

    /** Open violations that are not waived. */
    public long open() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }
}
