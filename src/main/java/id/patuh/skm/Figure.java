package id.patuh.skm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A scored part of an aggregate, or an aggregate itself.
 *
 * @param survey id of the survey; null where several with different ids were taken together
 * @param unit the unit, or the region's name, or null
 * @param regulation what scored it
 * @param period what it covers
 * @param respondents how many, or null
 * @param index on the scale 25 to 100, or null
 * @param means of the unsur in official order, null where there is none
 * @param obstacle why it must not be graded, or null
 */
record Figure(
        String survey,
        String unit,
        Regulation regulation,
        Period period,
        Integer respondents,
        Measure index,
        List<Measure> means,
        String obstacle) {

    static Figure of(Survey survey) {
        return new Figure(
                survey.getId(),
                survey.getUnit(),
                survey.getRegulation(),
                survey.getPeriod(),
                survey.getRespondents(),
                survey.measure(),
                survey.getUnsur().stream().map(ScoredUnsur::measure).toList(),
                survey.isGradable() ? null : "part-not-gradable");
    }

    /**
     * Several figures by one regulation as one. A part that must not be graded still counts, lest data be hidden; then the
     * whole must not be graded either.
     *
     * @param weighted whether a part weighs as many respondents as it has; else all weigh the same
     */
    static Figure together(String unit, List<Figure> parts, boolean weighted) {
        Figure first = parts.get(0);
        boolean counted = parts.stream().allMatch(p -> p.respondents() != null);
        String obstacle = parts.stream()
                .map(Figure::obstacle)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Integer respondents = counted
                ? Integer.valueOf(parts.stream().mapToInt(Figure::respondents).sum())
                : null;
        boolean weighable = !weighted || counted && respondents > 0;
        List<Measure> means = new ArrayList<>();
        for (int i = 0; i < first.means().size(); i++) {
            int unsur = i;
            means.add(
                    weighable
                            ? mean(
                                    parts,
                                    parts.stream()
                                            .map(p -> p.means().get(unsur))
                                            .toList(),
                                    weighted)
                            : null);
        }
        Measure index =
                weighable ? mean(parts, parts.stream().map(Figure::index).toList(), weighted) : null;
        String gap = !weighable ? "respondents-unknown" : index == null ? "part-without-index" : obstacle;
        boolean oneSurvey = parts.stream().allMatch(p -> Objects.equals(p.survey(), first.survey()));
        return new Figure(
                oneSurvey ? first.survey() : null,
                unit,
                first.regulation(),
                first.period(),
                respondents,
                index,
                means,
                gap);
    }

    /** The same with a reason not to grade it, unless it has one. */
    Figure hindered(String reason) {
        return new Figure(
                survey, unit, regulation, period, respondents, index, means, obstacle != null ? obstacle : reason);
    }

    private static Measure mean(List<Figure> parts, List<Measure> measures, boolean weighted) {
        Measure sum = Measure.exactly(BigFraction.ZERO);
        int weight = 0;
        for (int i = 0; i < parts.size(); i++) {
            int own = weighted ? parts.get(i).respondents() : 1;
            if (measures.get(i) == null) {
                return null;
            }
            sum = sum.plus(measures.get(i).times(BigFraction.of(own)));
            weight += own;
        }
        return sum.times(BigFraction.of(1, weight));
    }
}
