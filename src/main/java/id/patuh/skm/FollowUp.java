package id.patuh.skm;

import id.patuh.skm.FollowUpRecord.OpenItem;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * A follow-up report (RTL) as a whole.
 *
 * @param subject the survey it follows
 * @param report what was read
 * @param surveyPeriod what the survey covers; null when unknown
 * @param planned number of planned activities
 * @param done how many of them the report says are done
 */
public record FollowUp(Subject subject, FollowUpRecord report, Period surveyPeriod, int planned, int done)
        implements Reportable {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the report says it covers, or null. */
    public Period getPeriod() {
        return report.period();
    }

    /** The percentage claimed, or null. */
    public BigDecimal getClaimedPercent() {
        return report.claimedPercent();
    }

    /** The percentage done, cut to the decimals of the claim; null without a claim or a whole plan. */
    public BigDecimal getTruncatedPercent() {
        return percent(RoundingMode.FLOOR);
    }

    /** The percentage done, rounded to the decimals of the claim; null without a claim or a whole plan. */
    public BigDecimal getRoundedPercent() {
        return percent(RoundingMode.HALF_UP);
    }

    /** Number of activities listed as unfinished. */
    public int getOpenCount() {
        return open().size();
    }

    /** The activities listed as unfinished, as written. */
    public List<String> getOpenActivities() {
        return open().stream()
                .map(o -> o.activity() == null ? o.strategy() : o.activity())
                .toList();
    }

    /** The claim. */
    public Evidence getClaimCell() {
        return report.row().cell("claimedPercent");
    }

    /** Where unfinished activities are listed. */
    public List<Evidence> getOpenCells() {
        return open().stream().map(o -> o.row().cell("activity")).toList();
    }

    /** Where the report states its period. */
    public Evidence getPeriodCell() {
        return report.row().cell("period");
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(report.row().whole());
    }

    @Override
    public LocalDate lawDate() {
        return lawDate(report);
    }

    /** The end of the period of a report, failing that the last day on which it may have been signed. */
    public static LocalDate lawDate(FollowUpRecord report) {
        return report.period() == null ? report.signedUntil() : report.period().end();
    }

    /** Whether items of the plan or realisations could not be read, so that no percentage follows. */
    public boolean isPartial() {
        return report.lost().plan() > 0 || report.lost().realisations() > 0;
    }

    private List<OpenItem> open() {
        return report.open().stream()
                .filter(o -> says(o.activity()) || says(o.strategy()))
                .toList();
    }

    /** Whether a cell holds more than a dash. */
    static boolean says(String cell) {
        return !Wording.key(cell).isEmpty();
    }

    private BigDecimal percent(RoundingMode rounding) {
        if (getClaimedPercent() == null || planned == 0 || isPartial() || !report.reportsDone()) {
            return null;
        }
        return percent(done, planned, Math.max(0, getClaimedPercent().scale()), rounding);
    }

    /** What part of a plan was done. */
    public static BigDecimal percent(int done, int planned, int decimals, RoundingMode rounding) {
        return HUNDRED.multiply(BigDecimal.valueOf(done)).divide(BigDecimal.valueOf(planned), decimals, rounding);
    }
}
