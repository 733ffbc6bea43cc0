package id.patuh.nightly;

import id.patuh.ledger.life.RunCounts;
import id.patuh.ledger.waiver.Balance;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import id.patuh.violation.Severity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What running nights came to, as text or JSON. */
public final class NightReport {

    private static final List<String> ERASED = List.of("named", "cases", "surveys", "files", "violations");

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which the text shows times */
    public NightReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** Some lines for each scope; one that says so where there is none. */
    public String text(List<ScopeOutcome> outcomes) {
        List<String> lines = new ArrayList<>();
        if (outcomes.isEmpty()) {
            lines.add(text("no.inboxes", Map.of()));
        }
        for (ScopeOutcome outcome : outcomes) {
            lines.add(outcome.scope());
            add(outcome, lines);
        }
        return lines.stream().map(line -> Printable.of(line) + "\n").collect(Collectors.joining());
    }

    private void add(ScopeOutcome outcome, List<String> lines) {
        switch (outcome.state()) {
            case HELD_BY_OTHERS, TAKEN_OVER ->
                lines.add("  "
                        + text(
                                outcome.state() == ScopeOutcome.State.TAKEN_OVER ? "taken.over" : "held",
                                Map.of(
                                        "holder",
                                        outcome.lease() == null
                                                ? "?"
                                                : outcome.lease().holder())));
            case NOTHING_DUE -> lines.add("  " + text("nothing.due", Map.of()));
            case UNUSABLE -> lines.add("  " + text("unusable", Map.of()));
            case DONE -> {
                // Each night tells its own.
            }
        }
        outcome.nights().forEach(night -> add(night, lines));
    }

    private void add(NightOutcome outcome, List<String> lines) {
        Night night = outcome.night();
        lines.add("  "
                + text(
                        "night",
                        Map.of("date", night.date().toString(), "asOf", Moments.toTheMinute(night.asOf(), zone))));
        if (night.stage() == Night.Stage.FAILED) {
            lines.add("    " + text("failed", Map.of("why", night.problem().text(language))));
        }
        if (!night.wholeInbox()) {
            lines.add("    " + text("inbox.not.whole", Map.of()));
        }
        for (NightFile file : outcome.files()) {
            lines.add("    " + file.name() + ": " + text(file));
        }
        add(night.erased(), lines);
        if (outcome.factless()) {
            lines.add("    " + text("factless", Map.of()));
        } else if (outcome.run() != null) {
            lines.add("    " + text("judged", values(outcome.run().counts())));
            long waived = sum(outcome.balance().waived());
            if (waived > 0) {
                lines.add("    " + text("waived", Map.of("count", Long.toString(waived))));
            }
        }
    }

    private void add(Erased erased, List<String> lines) {
        if (!erased.counts().isEmpty()) {
            Map<String, Long> parts = new LinkedHashMap<>();
            counts(erased).forEach((each, count) -> parts.put("erased." + each, count));
            String what = counts(parts).collect(Collectors.joining(", "));
            lines.add("    " + text("erased", Map.of("what", what)));
        }
        if (erased.problem() != null) {
            lines.add("    " + text("not.erased", Map.of("why", erased.problem().text(language))));
        }
    }

    private static Map<String, Long> counts(Erased erased) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String what : ERASED) {
            counts.put(what, erased.counts().getOrDefault(what, 0L));
        }
        return counts;
    }

    /** What it came to. */
    private String text(NightFile file) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("file.activities", file.activities());
        parts.put("file.surveys", file.surveys());
        parts.put("file.replaced", file.replaced());
        parts.put("file.added", file.added());
        parts.put("file.changed", file.changed());
        parts.put("file.passed-over", file.passedOver());
        parts.put("file.partial", file.partial());
        parts.put("file.shared", file.shared());
        parts.put("file.rejected", file.rejected());
        return Stream.concat(Stream.of(text("file." + file.outcome().word(), Map.of())), counts(parts))
                .collect(Collectors.joining(", "));
    }

    /** Of what there is nothing, nothing is said. */
    private Stream<String> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> text(part.getKey(), Map.of("count", Long.toString(part.getValue()))));
    }

    private Map<String, String> values(RunCounts counts) {
        String bySeverity = counts.open().entrySet().stream()
                .map(entry -> entry.getValue() + " " + language.label("severity." + word(entry.getKey())))
                .collect(Collectors.joining(", "));
        return Map.of(
                "groups", Long.toString(counts.groups()),
                "new", Long.toString(counts.appeared()),
                "reopened", Long.toString(counts.reopened()),
                "resolved", Long.toString(counts.resolved()),
                "open",
                        Long.toString(counts.open().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()),
                "severities", bySeverity);
    }

    private static long sum(Map<Severity, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String word(Severity severity) {
        return severity.word();
    }

    /** For programs. */
    public String json(List<ScopeOutcome> outcomes) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("scopes", outcomes.stream().map(this::json).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> json(ScopeOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope", outcome.scope());
        json.put("state", outcome.state().word());
        json.put("held_by", outcome.lease() == null ? null : outcome.lease().holder());
        json.put("nights", outcome.nights().stream().map(this::json).toList());
        return json;
    }

    private Map<String, Object> json(Erased erased) {
        Map<String, Object> json = new LinkedHashMap<>(counts(erased));
        json.put("problem", erased.problem() == null ? null : erased.problem().text(language));
        return json;
    }

    private Map<String, Object> json(NightOutcome outcome) {
        Night night = outcome.night();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("date", night.date().toString());
        json.put("as_of", night.asOf().toString());
        json.put("rule_set", night.ruleSetSha256());
        json.put("stage", night.stage().word());
        json.put("problem", night.problem() == null ? null : night.problem().text(language));
        json.put("whole_inbox", night.wholeInbox());
        json.put("without_data", outcome.factless());
        json.put("files", outcome.files().stream().map(NightReport::json).toList());
        json.put("erased", json(night.erased()));
        json.put("run", outcome.run() == null ? null : json(outcome.balance()));
        return json;
    }

    private static Map<String, Object> json(NightFile file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("sha256", file.sha256());
        json.put("outcome", file.outcome().word());
        json.put("activities", file.activities());
        json.put("rejected", file.rejected());
        json.put("cases_added", file.added());
        json.put("cases_changed", file.changed());
        json.put("cases_passed_over", file.passedOver());
        json.put("cases_partial", file.partial());
        json.put("cases_sharing_number", file.shared());
        json.put("surveys", file.surveys());
        json.put("surveys_replaced", file.replaced());
        return json;
    }

    private static Map<String, Object> json(Balance balance) {
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
        counts.forEach((severity, times) -> words.put(word(severity), times));
        return words;
    }

    private String text(String key, Map<String, String> values) {
        return Template.fill(language.texts("id.patuh.nightly.texts").getString(key), values::get);
    }
}
