package id.patuh.ledger.waiver;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.Result;
import id.patuh.report.Columns;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the violations of a scope stand, for people. */
public final class StandingReport {

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which the text shows times */
    public StandingReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** @param shown some of the violations, one after the other */
    public String text(Standing standing, List<WaivedViolation> shown) {
        StringBuilder text = new StringBuilder();
        line(text, label("standing.scope") + ": " + standing.run().scope());
        line(
                text,
                text(
                        "standing.run",
                        Map.of(
                                "run", standing.run().number(),
                                "asOf", Moments.toTheSecond(standing.run().asOf(), zone),
                                "at", Moments.toTheSecond(standing.at(), zone),
                                "zone", zone.getId())));
        line(text, "");
        Columns.aligned(List.of(
                        severities(),
                        counts("standing.open", standing.open()),
                        counts("standing.waived", standing.waived()),
                        counts("standing.remaining", standing.remaining())))
                .forEach(row -> line(text, row));
        line(text, "");
        line(text, text("standing.groups", Map.of("open", standing.groups(), "remaining", standing.remainingGroups())));
        for (Waiver idle : standing.idle()) {
            line(text, text("standing.idle", Map.of("waiver", idle.number())));
        }
        if (standing.byHand() != null) {
            show(text, standing.byHand());
        }
        shown.forEach(violation -> show(text, violation));
        return text.toString();
    }

    private void show(StringBuilder text, ByHand byHand) {
        Map<Result, Long> settled = byHand.settled();
        line(
                text,
                text(
                        "standing.by-hand",
                        Map.of(
                                "lacking", byHand.notEvaluated(),
                                "compliant", settled.get(Result.COMPLIANT),
                                "violated", settled.get(Result.VIOLATED),
                                "notApplicable", settled.get(Result.NOT_APPLICABLE))));
        for (HandViolation violation : byHand.violations()) {
            Outcome outcome = violation.outcome();
            line(text, "");
            line(
                    text,
                    label("severity." + outcome.verdict().severity().word()) + " "
                            + outcome.lack().of().rule() + "  "
                            + text("standing.found-by-hand", Map.of("outcome", outcome.number())));
            line(text, "  " + outcome.verdict().reason());
            violation.waivers().forEach(waiver -> showWaiver(text, waiver));
        }
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
            line(text, "  " + text("standing.unevaluated", Map.of("run", violation.unevaluated())));
        }
        waived.waivers().forEach(waiver -> showWaiver(text, waiver));
    }

    private void showWaiver(StringBuilder text, Waiver waiver) {
        Validity validity = waiver.terms().validity();
        line(
                text,
                "  "
                        + text(
                                "standing.waived-by",
                                Map.of(
                                        "waiver", waiver.number(),
                                        "until", Moments.toTheMinute(validity.until(), validity.zone()),
                                        "zone", validity.zone().getId())));
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

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line).stripTrailing()).append('\n');
    }

    private String text(String key, Map<String, Object> values) {
        return Template.fill(label(key), name -> String.valueOf(values.get(name)));
    }

    private String label(String key) {
        return language.label(key);
    }
}
