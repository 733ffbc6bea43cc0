package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Surveys over time as JSON; laid down in {@code src/docs/trends.md}. */
public final class SurveyTrendJson {

    private final Language language;

    /** @param language of reasons */
    public SurveyTrendJson(Language language) {
        this.language = language;
    }

    /** Scope by scope. */
    public String text(List<SurveyTrend> trends) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("scopes", trends.stream().map(this::scope).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> scope(SurveyTrend trend) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("scope", trend.last().scope());
        one.put("run", trend.last().number());
        one.put("asOf", trend.last().asOf().toString());
        one.put("series", trend.series().stream().map(this::series).toList());
        return one;
    }

    private Map<String, Object> series(SurveySeries series) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("unit", series.unit());
        one.put("service", series.service());
        one.put("together", series.together());
        one.put("parts", series.parts().stream().map(this::part).toList());
        return one;
    }

    private Map<String, Object> part(SurveySeries.Part part) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("regulation", part.regulation());
        one.put("surveys", part.surveys().stream().map(this::line).toList());
        return one;
    }

    private Map<String, Object> line(SurveyLine line) {
        Map<String, Object> one = told(line.told());
        one.put("withdrawn", line.withdrawn());
        one.put("earlier", line.earlier().stream().map(this::told).toList());
        return one;
    }

    private Map<String, Object> told(ToldGrade told) {
        Grade grade = told.grade();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("survey", grade.survey());
        one.put("period", grade.period());
        one.put("run", told.run());
        one.put("asOf", told.asOf().toString());
        one.put("aggregation", grade.aggregation());
        one.put("respondents", grade.respondents());
        one.put("ikm", grade.ikm());
        one.put("grade", grade.grade());
        one.put("reason", told.text().reason(language));
        one.put("elements", grade.elements());
        return one;
    }
}
