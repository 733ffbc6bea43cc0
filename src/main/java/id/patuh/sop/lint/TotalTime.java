package id.patuh.sop.lint;

import id.patuh.law.Clock;
import id.patuh.law.Parameters;
import id.patuh.law.TimeLimit;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Objects;

/** The time that all steps of an SOP may take together, in working time of its calendar, and the limit set on it. */
final class TotalTime {

    private static final String TOTAL_LIMIT = "lint/total-limit-";
    private static final long HOURS_A_DAY = 24;
    private static final int DAYS_A_WEEK = 5;

    /** Working days in the shortest and the longest month: what exceeds a limit so counted exceeds it for certain. */
    private static final int SHORTEST_MONTH = 20;

    private static final int LONGEST_MONTH = 23;

    private final Sop sop;
    private final String limit;
    private final long day;

    TotalTime(Sop sop, Parameters.InForce law, WorkingCalendar calendar) {
        this.sop = sop;
        this.day = calendar.workingMillisPerDay();
        this.limit = sop.subjects().stream()
                .map(subject -> law.text(TOTAL_LIMIT + subject))
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(this::allowed))
                .orElse(null);
    }

    /** The strictest limit that holds for one of the SOP's subjects, or null. */
    String limit() {
        return limit;
    }

    boolean exceeded() {
        return limit != null && sum() > allowed(limit);
    }

    /** Whether steps without a measurable time leave open if the limit is kept. */
    boolean open() {
        return limit != null && !exceeded() && sop.steps().stream().anyMatch(s -> s.limit() == null);
    }

    /** The sum in working days, rounded up: what exceeds a limit by minutes is seen to exceed it. */
    BigDecimal days() {
        return BigDecimal.valueOf(sum()).divide(BigDecimal.valueOf(day), 2, RoundingMode.UP);
    }

    private long sum() {
        return sop.steps().stream()
                .filter(s -> s.limit() != null)
                .mapToLong(this::working)
                .sum();
    }

    /** A day by the clock holds no more than one working day. */
    private long working(Step step) {
        boolean hours =
                step.limit().unit() == TimeLimit.Unit.MENIT || step.limit().unit() == TimeLimit.Unit.JAM;
        long millis = millis(step.limit(), SHORTEST_MONTH);
        return hours && step.clock() == Clock.ELAPSED ? millis * day / (HOURS_A_DAY * 3_600_000L) : millis;
    }

    private long allowed(String text) {
        return millis(TimeLimit.parse(text).orElseThrow(), LONGEST_MONTH);
    }

    private long millis(TimeLimit time, int month) {
        return time.amount()
                * switch (time.unit()) {
                    case MENIT -> 60_000L;
                    case JAM -> 3_600_000L;
                    case HARI -> day;
                    case MINGGU -> DAYS_A_WEEK * day;
                    case BULAN -> month * day;
                };
    }
}
