package id.patuh.ledger.waiver;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.Columns;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the violations of a scope stand, as text or JSON. */
public final class StandingReport {

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which the text shows times */
    public StandingReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /**
     * For people.
     *
     * @param shown some of the violations, one after the other
     */
    public String text(Standing standing, List<WaivedViolation> shown) {
        StringBuilder text = new StringBuilder();
        line(text, label("standing.scope") + ": " + standing.run().scope());
        line(
                text,
                label("standing.run")
                        .replace("{run}", Long.toString(standing.run().number()))
                        .replace("{asOf}", Moments.toTheSecond(standing.run().asOf(), zone))
                        .replace("{at}", Moments.toTheSecond(standing.at(), zone))
                        .replace("{zone}", zone.getId()));
        line(text, "");
        Columns.aligned(List.of(
                        severities(),
                        counts("standing.open", standing.open()),
                        counts("standing.waived", standing.waived()),
                        counts("standing.remaining", standing.remaining())))
                .forEach(row -> line(text, row));
        line(text, "");
        line(
                text,
                label("standing.groups")
                        .replace("{open}", Long.toString(standing.groups()))
                        .replace("{remaining}", Long.toString(standing.remainingGroups())));
        for (Waiver idle : standing.idle()) {
            line(text, label("standing.idle").replace("{waiver}", Long.toString(idle.number())));
        }
        shown.forEach(violation -> show(text, violation));
        return text.toString();
    }

    private List<String> severities() {
        List<String> row = new ArrayList<>(List.of(""));
        for (Severity severity : Severity.values()) {
            row.add(label("severity." + severity.word()));
        }
        return row;
    }

    private List<String> counts(String key, Map<Severity, Long> counts) {
        List<String> row = new ArrayList<>(List.of(label(key)));
        counts.values().forEach(count -> row.add(count.toString()));
        return row;
    }

    private void show(StringBuilder text, WaivedViolation waived) {
        LifeViolation violation = waived.violation();
        ViolationText.Said said = violation.text().in(language);
        line(text, "");
        line(
                text,
                label("severity." + violation.severity().word()) + " " + violation.rule() + "  "
                        + label("standing.state." + violation.state().word()) + "  " + violation.fingerprint());
        line(text, "  " + said.message());
        line(text, "  " + label("basis") + " " + said.basis());
        if (violation.unevaluated() != null) {
            line(text, "  " + label("standing.unevaluated").replace("{run}", "" + violation.unevaluated()));
        }
        for (Waiver waiver : waived.waivers()) {
            Validity validity = waiver.terms().validity();
            line(
                    text,
                    "  "
                            + label("standing.waived-by")
                                    .replace("{waiver}", Long.toString(waiver.number()))
                                    .replace("{until}", Moments.toTheMinute(validity.until(), validity.zone()))
                                    .replace("{zone}", validity.zone().getId()));
        }
    }

    /** For programs; laid down in {@code src/docs/ledger.md}. */
    public String json(Standing standing, List<WaivedViolation> shown) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("run", run(standing.run()));
        document.put("at", standing.at().toString());
        document.put("open", words(standing.open()));
        document.put("waived", words(standing.waived()));
        document.put("remaining", words(standing.remaining()));
        document.put("groups", standing.groups());
        document.put("remainingGroups", standing.remainingGroups());
        document.put(
                "counts", standing.counts().stream().map(StandingReport::count).toList());
        document.put("idleWaivers", standing.idle().stream().map(Waiver::number).toList());
        document.put("violations", shown.stream().map(this::violation).toList());
        return JsonText.of(document);
    }

    /** All scopes by their last runs: each in a line, below headings. */
    public String list(List<LifeRun> runs) {
        if (runs.isEmpty()) {
            return label("standing.none") + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(
                        Stream.of(label("standing.scope"), label("run.no"), label("run.as-of")),
                        severities().stream().skip(1))
                .toList());
        for (LifeRun run : runs) {
            List<String> row = new ArrayList<>(List.of(
                    Printable.of(run.scope()), Long.toString(run.number()), Moments.toTheMinute(run.asOf(), zone)));
            run.counts().open().values().forEach(count -> row.add(count.toString()));
            rows.add(row);
        }
        StringBuilder text = new StringBuilder();
        Columns.aligned(rows).forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    /** The same for programs. */
    public String listJson(List<LifeRun> runs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        List<Map<String, Object>> scopes = new ArrayList<>();
        for (LifeRun run : runs) {
            Map<String, Object> one = run(run);
            one.put("open", words(run.counts().open()));
            scopes.add(one);
        }
        document.put("scopes", scopes);
        return JsonText.of(document);
    }

    private static Map<String, Object> run(LifeRun run) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("scope", run.scope());
        one.put("run", run.number());
        one.put("asOf", run.asOf().toString());
        one.put("ruleSet", run.ruleSetSha256());
        one.put("program", run.program());
        return one;
    }

    private static Map<String, Long> words(Map<Severity, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((severity, count) -> words.put(severity.word(), count));
        return words;
    }

    private static Map<String, Object> count(Counted counted) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("state", counted.state().word());
        one.put("waived", counted.waived());
        one.put("severity", counted.severity().word());
        one.put("unit", counted.unit());
        one.put("rule", counted.rule());
        one.put("violations", counted.violations());
        return one;
    }

    private Map<String, Object> violation(WaivedViolation waived) {
        LifeViolation violation = waived.violation();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("fingerprint", violation.fingerprint());
        one.put("rule", violation.rule());
        one.put("severity", violation.severity().word());
        one.put("state", violation.state().word());
        one.put("opened", violation.opened());
        one.put("resolved", violation.resolved());
        one.put("unevaluated", violation.unevaluated());
        one.put("waivers", waived.waivers().stream().map(Waiver::number).toList());
        Subject subject = violation.text().subject();
        one.put("unit", subject.unit());
        one.put("sop", subject.sop());
        one.put("case", subject.caseId());
        one.put("step", subject.step());
        one.put("round", subject.round());
        one.put("constraint", subject.constraint());
        one.put("survey", subject.survey());
        one.put("element", subject.element());
        ViolationText.Said said = violation.text().in(language);
        one.put("message", said.message());
        one.put("expected", said.expected());
        one.put("actual", said.actual());
        one.put("basis", said.basis());
        one.put("evidence", violation.text().evidence());
        return one;
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line).stripTrailing()).append('\n');
    }

    private String label(String key) {
        return language.label(key);
    }
}
