package id.patuh.nightly;

import id.patuh.ledger.life.RunCounts;
import id.patuh.ledger.waiver.Balance;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Words;
import id.patuh.violation.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What running nights came to, as JSON; laid down in {@code src/docs/nightly.md}. */
public final class NightJson {

    private final Language language;

    /** @param language of problems */
    public NightJson(Language language) {
        this.language = language;
    }

    /** Scope by scope. */
    public String text(List<ScopeOutcome> outcomes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("scopes", outcomes.stream().map(this::scope).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> scope(ScopeOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope", outcome.scope());
        json.put("state", outcome.state().word());
        json.put("heldBy", outcome.lease() == null ? null : outcome.lease().holder());
        json.put("nights", outcome.nights().stream().map(this::night).toList());
        return json;
    }

    private Map<String, Object> erased(Erased erased) {
        Map<String, Object> json = new LinkedHashMap<>(erased.all());
        json.put("problem", text(erased.problem()));
        return json;
    }

    private Map<String, Object> night(NightOutcome outcome) {
        Night night = outcome.night();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", night.date().toString());
        json.put("asOf", night.asOf().toString());
        json.put("ruleSet", night.ruleSetSha256());
        json.put("stage", night.stage().word());
        json.put("problem", text(night.problem()));
        json.put("wholeInbox", night.wholeInbox());
        json.put("withoutData", outcome.factless());
        json.put("files", outcome.files().stream().map(this::noted).toList());
        json.put("erased", erased(night.erased()));
        json.put("run", outcome.run() == null ? null : run(outcome.balance()));
        return json;
    }

    private Map<String, Object> noted(NightFile file) {
        Map<String, Object> json = file(file);
        json.put(
                "notes",
                file.notes().stream().map(note -> Words.note(note, language)).toList());
        return json;
    }

    /** What became of a file, as part of something larger. */
    public static Map<String, Object> file(NightFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("sha256", file.sha256());
        json.put("outcome", file.outcome().word());
        json.put("activities", file.activities());
        json.put("rejected", file.rejected());
        json.put("casesAdded", file.added());
        json.put("casesChanged", file.changed());
        json.put("casesPassedOver", file.passedOver());
        json.put("casesPartial", file.partial());
        json.put("casesSharingNumber", file.shared());
        json.put("surveys", file.surveys());
        json.put("surveysReplaced", file.replaced());
        return json;
    }

    private static Map<String, Object> run(Balance balance) {
        RunCounts counts = balance.run().counts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", balance.run().number());
        json.put("judged", counts.groups());
        json.put("new", counts.appeared());
        json.put("reopened", counts.reopened());
        json.put("resolved", counts.resolved());
        json.put("open", bySeverity(counts.open()));
        json.put("waived", bySeverity(balance.waived()));
        return json;
    }

    private static Map<String, Object> bySeverity(Map<Severity, Long> counts) {
        Map<String, Object> words = new LinkedHashMap<>();
        counts.forEach((severity, times) -> words.put(severity.word(), times));
        return words;
    }

    /** @param problem null where there is none */
    private String text(NightProblem problem) {
        return problem == null ? null : problem.text(language);
    }
}
