package id.patuh.nightly;

import id.patuh.ledger.life.RunCounts;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import id.patuh.report.Words;
import id.patuh.violation.Severity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What running nights came to, as text. */
public final class NightReport {

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
            case WITHOUT_INBOX -> lines.add("  " + text("without.inbox", Map.of()));
            case BESIDE_INBOXES -> lines.add("  " + text("beside.inboxes", Map.of()));
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
            file.notes().forEach(note -> lines.add("      " + Words.note(note, language)));
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
            erased.all().forEach((each, count) -> parts.put("erased." + each, count));
            String what = counts(parts).collect(Collectors.joining(", "));
            lines.add("    " + text("erased", Map.of("what", what)));
        }
        if (erased.problem() != null) {
            lines.add("    " + text("not.erased", Map.of("why", erased.problem().text(language))));
        }
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
                .map(entry -> entry.getValue() + " "
                        + language.label("severity." + entry.getKey().word()))
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

    private String text(String key, Map<String, String> values) {
        return Template.fill(language.texts("id.patuh.nightly.texts").getString(key), values::get);
    }
}
