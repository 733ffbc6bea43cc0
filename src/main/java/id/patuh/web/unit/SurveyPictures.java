package id.patuh.web.unit;

import id.patuh.chart.TrendLines;
import id.patuh.chart.TrendLines.Figures;
import id.patuh.chart.TrendLines.Level;
import id.patuh.check.Grade;
import id.patuh.ledger.trend.SurveyLine;
import id.patuh.ledger.trend.SurveySeries.Part;
import id.patuh.report.Language;
import id.patuh.report.SurveyCharts;
import id.patuh.ruleset.GradeBand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;

/** How surveys under one regulation went from period to period, as pictures. */
final class SurveyPictures {

    private static final int LOWEST = 3;

    private final MessageSource texts;
    private final Language language;

    SurveyPictures(MessageSource texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    /** The IKM among the grades of the regulation. */
    TrendLines index(Part part, List<GradeBand> bands) {
        return new TrendLines(
                texts.getMessage("unit.survey.index", null, language.locale()),
                periods(part),
                List.of(line("IKM", part, Grade::ikm)),
                SurveyCharts.lowest(bands).stripTrailingZeros(),
                SurveyCharts.HIGHEST_INDEX,
                bands.stream()
                        .map(band -> new Level(band.letter(), band.from()))
                        .toList());
    }

    /** The means of the unsur that are lowest in the last survey. */
    TrendLines unsur(Part part) {
        return new TrendLines(
                texts.getMessage("unit.survey.lowest", null, language.locale()),
                periods(part),
                lowest(part).stream()
                        .map(unsur -> line(unsur.code() + " " + unsur.name(), part, grade -> mean(grade, unsur.code())))
                        .toList(),
                SurveyCharts.LOWEST_MEAN,
                SurveyCharts.HIGHEST_MEAN);
    }

    private static List<String> periods(Part part) {
        return part.surveys().stream()
                .map(line -> line.period() == null ? "?" : line.period().end().toString())
                .toList();
    }

    private static Figures line(String name, Part part, Function<Grade, BigDecimal> figure) {
        List<BigDecimal> values = new ArrayList<>();
        part.surveys().forEach(line -> values.add(figure.apply(line.grade())));
        return new Figures(name, values);
    }

    /** The mean of an unsur; null where it has none. */
    static BigDecimal mean(Grade grade, String code) {
        return grade.elements().stream()
                .filter(element -> element.code().equals(code))
                .map(Grade.Element::mean)
                .findFirst()
                .orElse(null);
    }

    /** The lowest unsur of the last survey; none where it tells no means. */
    static List<Grade.Element> lowest(Part part) {
        SurveyLine last = part.surveys().get(part.surveys().size() - 1);
        return last.grade().elements().stream()
                .filter(element -> element.mean() != null)
                .sorted(Comparator.comparing(Grade.Element::mean))
                .limit(LOWEST)
                .toList();
    }

    /** All unsur of the surveys, in the order in which they first stand. */
    static List<Grade.Element> unsurOf(Part part) {
        Map<String, Grade.Element> unsur = new LinkedHashMap<>();
        part.surveys().forEach(line -> line.grade().elements().forEach(each -> unsur.put(each.code(), each)));
        return List.copyOf(unsur.values());
    }
}
