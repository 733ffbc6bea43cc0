package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** What a survey says of one unsur: its mean and grade, and what is wrong with the data behind them. */
public final class ScoredUnsur implements PublishedFigure {

    private final SurveyOrigin survey;
    private final Unsur unsur;
    private final Source source;
    private final PublishedTable.Line line;
    private final Measure mean;
    private final boolean contradicted;
    private final List<TabledFigure> tabled;
    private final Grading grading;
    private final Grading printedGrading;

    /**
     * What was read of an unsur.
     *
     * @param answered the mean of the responses, or null
     * @param sum the sum of the responses, or null where none can be compared
     * @param missing whether the responses or the published table leave it out
     * @param printedCode a number printed beside its name that is another unsur's, or null
     * @param codeCells where that stands
     * @param outOfRange scores or means that are none on the scale
     */
    record Source(
            Measure answered,
            BigFraction sum,
            boolean missing,
            String printedCode,
            List<Evidence> codeCells,
            List<Evidence> outOfRange) {}

    /**
     * @param line what was published of it, or null
     * @param fromResponses whether the survey has responses; what was published is then only compared
     */
    ScoredUnsur(
            SurveyOrigin survey,
            Unsur unsur,
            Source source,
            PublishedTable.Line line,
            boolean fromResponses,
            GradeBook grades) {
        this.survey = survey;
        this.unsur = unsur;
        this.source = source;
        this.line = line;
        Measure answered = source.answered();
        Measure printed = line == null ? null : line.mean();
        this.mean = fromResponses ? answered : printed;
        this.contradicted = answered != null && printed != null && !printed.meets(answered);
        this.tabled = line == null ? List.of() : TabledFigure.of(survey, unsur, line, source.sum());
        BigFraction percent = survey.regulation().toPercent();
        this.grading = grades.grading(survey.regulation(), scaled(mean, percent));
        this.printedGrading = contradicted || answered == null || !answered.isExact()
                ? grades.grading(
                        survey.regulation(), contradicted ? scaled(answered, percent) : null, scaled(printed, percent))
                : grading;
    }

    /** What the published table derives for the unsur beside its mean. */
    public List<TabledFigure> getTabledFigures() {
        return tabled;
    }

    private static Measure scaled(Measure mean, BigFraction percent) {
        return mean == null ? null : mean.times(percent);
    }

    /** Number in the official order. */
    public String getCode() {
        return unsur.code();
    }

    /** Official name. */
    public String getName() {
        return unsur.name();
    }

    /** The mean (NRR) with two to four decimals, or null. */
    public BigDecimal getMean() {
        return mean == null ? null : Exact.mean(mean.value());
    }

    /** The mean of the responses, or the mean as printed; null when there is none. */
    Measure measure() {
        return mean;
    }

    Unsur unsur() {
        return unsur;
    }

    @Override
    public BigDecimal getIndex() {
        return mean == null
                ? null
                : Exact.index(mean.value().multiply(survey.regulation().toPercent()));
    }

    /** The grade; null where its rounding leaves it open or there is no mean. */
    public String getGrade() {
        return grading.grade();
    }

    /** Whether the responses or the published table leave the unsur out. */
    public boolean isMissing() {
        return source.missing();
    }

    /** A number printed beside its name that is another unsur's, or null. */
    public String getPrintedCode() {
        return source.printedCode();
    }

    /** Where such a number is printed. */
    public List<Evidence> getCodeEvidence() {
        return source.codeCells();
    }

    /** How many scores or printed means are none on the scale; they count nowhere. */
    public int getOutOfRangeCount() {
        return source.outOfRange().size();
    }

    /** The scores or means that are none on the scale. */
    public List<Evidence> getOutOfRangeEvidence() {
        return source.outOfRange();
    }

    /** Lowest score of the scale. */
    public BigDecimal getLowestScore() {
        return survey.regulation().min();
    }

    /** Highest score of the scale. */
    public BigDecimal getHighestScore() {
        return survey.regulation().max();
    }

    @Override
    public String getFigureName() {
        return unsur.name();
    }

    @Override
    public BigDecimal getPublishedValue() {
        return line == null ? null : line.printed();
    }

    @Override
    public BigDecimal getComputedValue() {
        return source.answered() == null ? null : Exact.mean(source.answered().value());
    }

    @Override
    public boolean isContradicted() {
        return contradicted;
    }

    @Override
    public String getPublishedGrade() {
        return line == null ? null : line.grade();
    }

    @Override
    public List<String> getPossibleGrades() {
        boolean uncertain = source.answered() != null && !source.answered().isExact();
        return printedGrading.certain(getPublishedGrade(), uncertain);
    }

    @Override
    public List<Evidence> getFigureEvidence() {
        return line == null ? survey.evidence() : line.cells("mean");
    }

    @Override
    public List<Evidence> getGradeEvidence() {
        return getPublishedGrade() == null ? getFigureEvidence() : line.cells("grade");
    }

    @Override
    public Subject subject() {
        return survey.subject().about(unsur.name());
    }

    @Override
    public List<Evidence> evidence() {
        return survey.evidence();
    }

    @Override
    public LocalDate lawDate() {
        return survey.lawDate();
    }
}
