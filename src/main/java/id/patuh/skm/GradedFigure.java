package id.patuh.skm;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** An aggregate with the questions for its grades. */
final class GradedFigure {

    private final Figure figure;
    private final String aggregation;
    private final Grading grading;
    private final List<Grading> unsurGradings = new ArrayList<>();

    GradedFigure(Figure figure, String aggregation, GradeBook grades) {
        this.figure = figure;
        this.aggregation = aggregation;
        this.grading = grades.grading(figure.regulation(), figure.index());
        for (Measure mean : figure.means()) {
            unsurGradings.add(grades.grading(figure.regulation(), mean == null ? null : percent(mean)));
        }
    }

    /** The aggregate with its grades, once the decision tables have answered. */
    SurveyGrade grade() {
        String reason = figure.obstacle() != null ? figure.obstacle() : Figures.reason(grading);
        return new SurveyGrade(
                figure.survey(),
                figure.unit(),
                null,
                aggregation,
                figure.regulation() == null ? null : figure.regulation().id(),
                figure.respondents(),
                figure.period(),
                figure.index() == null ? null : Exact.index(figure.index().value()),
                reason == null ? grading.grade() : null,
                reason,
                elements(),
                null,
                null);
    }

    private List<SurveyGrade.Element> elements() {
        List<SurveyGrade.Element> elements = new ArrayList<>();
        for (int i = 0; i < figure.means().size(); i++) {
            Measure mean = figure.means().get(i);
            if (mean != null) {
                Unsur unsur = figure.regulation().unsur().get(i);
                elements.add(new SurveyGrade.Element(
                        unsur.code(),
                        unsur.name(),
                        Exact.mean(mean.value()),
                        Exact.index(percent(mean).value()),
                        unsurGradings.get(i).grade()));
            }
        }
        return elements;
    }

    private Measure percent(Measure mean) {
        BigFraction percent = figure.regulation().toPercent();
        return mean.times(percent);
    }
}
