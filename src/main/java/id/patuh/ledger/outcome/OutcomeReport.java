package id.patuh.ledger.outcome;

import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LackSubject;
import id.patuh.report.Columns;
import id.patuh.report.JsonText;
import id.patuh.report.LackText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was settled by hand, and what waits to be, as text or JSON. */
public final class OutcomeReport {

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which the text shows times */
    public OutcomeReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /**
     * Each outcome in a line, below headings.
     *
     * @param holding numbers of those that hold
     */
    public String list(List<Outcome> outcomes, Set<Long> holding) {
        if (outcomes.isEmpty()) {
            return label("outcome.none") + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("no", "state", "scope", "rule", "subject", "result", "actor", "at")
                .map(column -> label("outcome." + column))
                .toList());
        for (Outcome outcome : outcomes) {
            rows.add(List.of(
                    Long.toString(outcome.number()),
                    label("outcome.state." + state(outcome, holding)),
                    Printable.of(outcome.scope()),
                    Printable.of(outcome.lack().of().rule()),
                    Printable.of(subject(outcome.lack().of())),
                    label("outcome.result." + outcome.verdict().result().word()),
                    Printable.of(outcome.actor()),
                    Moments.toTheMinute(outcome.at(), zone)));
        }
        return Columns.aligned(rows).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** All that is known of an outcome. */
    public String text(Outcome outcome, Set<Long> holding) {
        Verdict verdict = outcome.verdict();
        StringBuilder text = new StringBuilder();
        line(text, "number", Long.toString(outcome.number()));
        line(text, "state", label("outcome.state." + state(outcome, holding)));
        line(text, "scope", outcome.scope());
        line(text, "rule", outcome.lack().of().rule());
        line(text, "subject", subject(outcome.lack().of()));
        line(text, "result", label("outcome.result." + verdict.result().word()));
        if (verdict.severity() != null) {
            line(text, "severity", label("severity." + verdict.severity().word()));
        }
        line(text, "reason", verdict.reason());
        line(
                text,
                "evidence",
                outcome.evidence().name() + " (sha256 " + outcome.evidence().sha256() + ")");
        line(text, "actor", outcome.actor());
        line(text, "at", moment(outcome.at()));
        if (outcome.withdrawal() != null) {
            Withdrawal end = outcome.withdrawal();
            line(text, "withdrawn", moment(end.at()) + ", " + end.actor() + ": " + end.comment());
        }
        missing(text, outcome.lack());
        return text.toString();
    }

    /** What waits to be settled. */
    public String pending(List<Lack> lacks) {
        if (lacks.isEmpty()) {
            return label("outcome.nothing-pending") + "\n";
        }
        StringBuilder text = new StringBuilder();
        for (Lack lack : lacks) {
            text.append(Printable.of(lack.of().rule() + ", " + subject(lack.of())
                            + Template.fill(label("outcome.since"), name -> Long.toString(lack.since()))))
                    .append('\n');
            missing(text, lack);
        }
        return text.toString();
    }

    private void missing(StringBuilder text, Lack lack) {
        for (LackText missing : lack.missing()) {
            LackText.Said said = missing.in(language);
            text.append(Printable.of("  " + said.subject() + ": " + said.reason()))
                    .append('\n');
        }
    }

    /** For programs; laid down in {@code src/docs/ledger.md}. */
    public String json(List<Outcome> outcomes, Set<Long> holding) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        List<Map<String, Object>> all = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            all.add(json(outcome, holding));
        }
        document.put("outcomes", all);
        return JsonText.of(document);
    }

    private Map<String, Object> json(Outcome outcome, Set<Long> holding) {
        Verdict verdict = outcome.verdict();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("outcome", outcome.number());
        one.put("scope", outcome.scope());
        one.put("state", state(outcome, holding));
        one.put("lacking", json(outcome.lack()));
        one.put("result", verdict.result().word());
        one.put(
                "severity",
                verdict.severity() == null ? null : verdict.severity().word());
        one.put("reason", verdict.reason());
        one.put("evidence", outcome.evidence());
        one.put("actor", outcome.actor());
        one.put("at", outcome.at().toString());
        Map<String, Object> end = new LinkedHashMap<>();
        if (outcome.withdrawal() != null) {
            end.put("actor", outcome.withdrawal().actor());
            end.put("at", outcome.withdrawal().at().toString());
            end.put("comment", outcome.withdrawal().comment());
        }
        one.put("withdrawn", end.isEmpty() ? null : end);
        return one;
    }

    /** The same of what waits to be settled. */
    public String pendingJson(List<Lack> lacks) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("lacking", lacking(lacks));
        return JsonText.of(document);
    }

    /** The same as part of something larger. */
    public List<Map<String, Object>> lacking(List<Lack> lacks) {
        return lacks.stream().map(this::json).toList();
    }

    private Map<String, Object> json(Lack lack) {
        LackSubject of = lack.of();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rule", of.rule());
        one.put("kind", of.group().kind().word());
        one.put("case", of.group().caseId());
        one.put("survey", of.survey());
        one.put("since", lack.since());
        one.put(
                "missing",
                lack.missing().stream()
                        .map(missing -> Map.of(
                                "need", missing.need(),
                                "subject", missing.in(language).subject(),
                                "reason", missing.in(language).reason()))
                        .toList());
        return one;
    }

    private static String state(Outcome outcome, Set<Long> holding) {
        if (outcome.withdrawal() != null) {
            return "withdrawn";
        }
        return holding.contains(outcome.number()) ? "holds" : "lapsed";
    }

    private String subject(LackSubject of) {
        String group = label("outcome.group." + of.group().kind().word());
        String which = of.group().caseId() == null ? of.survey() : of.group().caseId();
        return which == null ? group : group + " " + which;
    }

    private String moment(Instant at) {
        return Moments.toTheSecond(at, zone) + " " + zone.getId();
    }

    private void line(StringBuilder text, String key, String value) {
        text.append(Printable.of(label("outcome." + key) + ": " + value)).append('\n');
    }

    private String label(String key) {
        return language.label(key);
    }
}
