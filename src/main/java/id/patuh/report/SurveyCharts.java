package id.patuh.report;

import id.patuh.chart.IndexDial;
import id.patuh.chart.IndexDial.Band;
import id.patuh.chart.UnsurBars;
import id.patuh.chart.UnsurBars.Mean;
import id.patuh.check.Grade;
import id.patuh.report.ReportContent.RankedUnsur;
import id.patuh.ruleset.GradeBand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is drawn of a survey. */
public final class SurveyCharts {

    /** Of the scale that indices stand on, whatever that of answers is. */
    public static final BigDecimal HIGHEST_INDEX = new BigDecimal("100");
    /** The scale that means of unsur stand on. */
    public static final BigDecimal LOWEST_MEAN = BigDecimal.ONE;

    /** The other end of it. */
    public static final BigDecimal HIGHEST_MEAN = new BigDecimal("4");

    private SurveyCharts() {}

    /**
     * The index among the grades of its regulation.
     *
     * @param title what was surveyed
     * @param reason why there is no grade; null where there is one
     * @param bands the grades, from the lowest; none where the regulation has none
     */
    public static IndexDial dial(String title, Grade grade, String reason, List<GradeBand> bands) {
        return new IndexDial(
                title,
                grade.ikm(),
                lowest(bands),
                HIGHEST_INDEX,
                bands.stream()
                        .map(band -> new Band(band.letter(), band.label(), band.from(), band.until()))
                        .toList(),
                grade.grade(),
                reason);
    }

    /** The lowest index that grades know. */
    public static BigDecimal lowest(List<GradeBand> bands) {
        return bands.isEmpty() ? BigDecimal.ZERO : bands.get(0).from();
    }

    /** The index of a result among the grades of its regulation. */
    public static IndexDial dial(WordedGrade worded) {
        return dial(worded.graded(), worded.grade(), worded.reason(), worded.bands());
    }

    /** Which of its unsur are priorities, by their codes. */
    public static Map<String, Integer> ranks(List<RankedUnsur> priorities) {
        return priorities.stream().collect(Collectors.toMap(RankedUnsur::code, RankedUnsur::rank, (one, other) -> one));
    }

    /**
     * The means of its unsur.
     *
     * @param title what was surveyed
     * @param ranks of those that are priorities, by their codes
     */
    public static UnsurBars bars(String title, Grade grade, Map<String, Integer> ranks) {
        return new UnsurBars(
                title,
                LOWEST_MEAN,
                HIGHEST_MEAN,
                grade.elements().stream()
                        .map(element -> new Mean(
                                element.code(),
                                element.name(),
                                element.mean(),
                                element.grade(),
                                ranks.get(element.code())))
                        .toList());
    }
}
