package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** A figure on the way to the index that a published table holds for an unsur: the sum of its scores or its weighted mean. */
public final class TabledFigure implements PublishedFigure {

    private final SurveyOrigin survey;
    private final String name;
    private final BigDecimal printed;
    private final BigDecimal computed;
    private final boolean contradicted;
    private final List<Evidence> cells;

    private TabledFigure(
            SurveyOrigin survey,
            String name,
            BigDecimal printed,
            BigDecimal computed,
            boolean contradicted,
            List<Evidence> cells) {
        this.survey = survey;
        this.name = name;
        this.printed = printed;
        this.computed = computed;
        this.contradicted = contradicted;
        this.cells = cells;
    }

    /** @param sum of the responses, or null where none can be compared */
    static List<TabledFigure> of(SurveyOrigin survey, Unsur unsur, PublishedTable.Line line, BigFraction sum) {
        List<TabledFigure> figures = new ArrayList<>();
        BigDecimal printed = line.sum();
        if (printed != null && sum != null) {
            int decimals = Math.max(0, printed.scale());
            boolean wrong = !Measure.printed(printed, decimals).meets(Measure.exactly(sum));
            BigDecimal exact = sum.bigDecimalValue(decimals, RoundingMode.HALF_UP);
            figures.add(new TabledFigure(survey, "Jumlah " + unsur.name(), printed, exact, wrong, line.cells("sum")));
        }
        if (line.weighted() != null && line.mean() != null) {
            BigDecimal exact = line.mean()
                    .value()
                    .multiply(survey.regulation().weight())
                    .bigDecimalValue(line.weightedDecimals(), RoundingMode.HALF_UP);
            figures.add(new TabledFigure(
                    survey,
                    "NRR tertimbang " + unsur.name(),
                    line.weighted(),
                    exact,
                    line.strayWeighted(),
                    line.cells("weighted")));
        }
        return List.copyOf(figures);
    }

    @Override
    public String getFigureName() {
        return name;
    }

    @Override
    public BigDecimal getPublishedValue() {
        return printed;
    }

    @Override
    public BigDecimal getComputedValue() {
        return computed;
    }

    @Override
    public boolean isContradicted() {
        return contradicted;
    }

    @Override
    public BigDecimal getIndex() {
        return null;
    }

    @Override
    public String getPublishedGrade() {
        return null;
    }

    @Override
    public List<String> getPossibleGrades() {
        return List.of();
    }

    @Override
    public List<Evidence> getFigureEvidence() {
        return cells;
    }

    @Override
    public List<Evidence> getGradeEvidence() {
        return cells;
    }

    /** About the figure and not its unsur, whose mean may be wrong as well. */
    @Override
    public Subject subject() {
        return survey.subject().about(name);
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
