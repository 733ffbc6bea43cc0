package id.patuh.ledger.trend;

import id.patuh.report.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts over time as JSON; laid down in {@code src/docs/trends.md}. */
public final class TrendJson {

    private final TrendQuestion question;

    /** @param question what was asked for */
    public TrendJson(TrendQuestion question) {
        this.question = question;
    }

    /** Scope by scope. */
    public String text(List<Trend> trends) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("by", question.span().word());
        document.put("zone", question.zone().getId());
        document.put("unit", question.unit());
        document.put("rule", question.rule());
        document.put("scopes", trends.stream().map(TrendJson::scope).toList());
        return JsonText.of(document);
    }

    private static Map<String, Object> scope(Trend trend) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("scope", trend.last().scope());
        one.put("run", trend.last().number());
        one.put("asOf", trend.last().asOf().toString());
        one.put("everJudged", trend.judged());
        one.put("everFound", trend.known());
        one.put("periods", trend.periods().stream().map(TrendJson::period).toList());
        return one;
    }

    private static Map<String, Object> period(TrendPeriod period) {
        boolean known = period.run() != null;
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("first", period.first().toString());
        one.put("last", period.last().toString());
        one.put("runs", period.runs());
        one.put("run", known ? period.run().number() : null);
        one.put("asOf", known ? period.run().asOf().toString() : null);
        one.put("total", known ? counts(period.total()) : null);
        one.put("counts", known ? period.counts().stream().map(TrendJson::count).toList() : null);
        return one;
    }

    private static Map<String, Object> count(TrendCount count) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("unit", count.unit());
        one.put("rule", count.rule());
        one.putAll(counts(count.counts()));
        return one;
    }

    private static Map<String, Object> counts(Counts counts) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("open", counts.open());
        one.put("new", counts.appeared());
        one.put("reopened", counts.reopened());
        one.put("resolved", counts.resolved());
        one.put("notEvaluated", counts.notEvaluated());
        return one;
    }
}
