package id.patuh.skm;

import id.patuh.violation.MissingFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Everything that is known of the surveys of one run. Before it is checked, or its grades are read, the rule set's
 * decision tables must have answered the grade queries.
 *
 * @param surveys by id, unit and service
 * @param regions the regions' periods in which one of their units held a survey
 * @param gradeQueries every grade that has to be looked up
 * @param missing facts that the surveys lack
 * @param aggregates several surveys taken together
 */
public record SkmFacts(
        List<Survey> surveys,
        List<RegionSurvey> regions,
        List<GradeQuery> gradeQueries,
        List<MissingFact> missing,
        Aggregates aggregates) {

    public SkmFacts {
        surveys = List.copyOf(surveys);
        regions = List.copyOf(regions);
        gradeQueries = List.copyOf(gradeQueries);
        missing = List.copyOf(missing);
    }

    /** Surveys taken together. */
    public static final class Aggregates {

        private final List<GradedFigure> figures;

        Aggregates(List<GradedFigure> figures) {
            this.figures = List.copyOf(figures);
        }
    }

    /** The first day after that of the check on which the same responses and results may be judged otherwise; null: never. */
    public LocalDate nextChange() {
        return surveys.stream()
                .map(Survey::nextChange)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Every fact that the survey rules judge. */
    public List<Object> facts() {
        List<Object> facts = new ArrayList<>();
        for (Survey survey : surveys) {
            facts.add(survey);
            facts.addAll(survey.getUnsur());
            survey.getUnsur().forEach(unsur -> facts.addAll(unsur.getTabledFigures()));
            facts.addAll(survey.getRequiredGroups());
            facts.addAll(survey.getRepeatedRespondents());
        }
        regions.forEach(region -> facts.addAll(region.units()));
        return facts;
    }

    /** Index and grade of each survey, then of the units with several services, then of the regions. */
    public List<SurveyGrade> grades() {
        List<SurveyGrade> grades = new ArrayList<>();
        surveys.forEach(survey -> grades.add(Figures.of(survey)));
        aggregates.figures.forEach(figure -> grades.add(figure.grade()));
        return grades;
    }
}
