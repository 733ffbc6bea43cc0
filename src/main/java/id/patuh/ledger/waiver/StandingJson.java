package id.patuh.ledger.waiver;

import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.ViolationText;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the violations of a scope stand, as JSON; laid down in {@code src/docs/ledger.md}. */
public final class StandingJson {

    private final Language language;

    /** @param language of messages */
    public StandingJson(Language language) {
        this.language = language;
    }

    /** @param shown some of the violations */
    public String text(Standing standing, List<WaivedViolation> shown) {
        Map<String, Object> document = document(standing);
        document.put("violations", shown.stream().map(this::violation).toList());
        return JsonText.of(document);
    }

    /** The same without any violation. */
    public String text(Standing standing) {
        return JsonText.of(document(standing));
    }

    private static Map<String, Object> document(Standing standing) {
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
                "counts", standing.counts().stream().map(StandingJson::count).toList());
        document.put("idleWaivers", numbers(standing.idle()));
        document.put("byHand", standing.byHand() == null ? null : byHand(standing.byHand()));
        return document;
    }

    private static Map<String, Object> byHand(ByHand byHand) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("notEvaluated", byHand.notEvaluated());
        Map<String, Long> settled = new LinkedHashMap<>();
        byHand.settled().forEach((result, count) -> settled.put(result.word(), count));
        one.put("settled", settled);
        List<Map<String, Object>> violations = new ArrayList<>();
        for (HandViolation violation : byHand.violations()) {
            Outcome outcome = violation.outcome();
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("outcome", outcome.number());
            found.put("rule", outcome.lack().of().rule());
            found.put("severity", outcome.verdict().severity().word());
            found.put("case", outcome.lack().of().group().caseId());
            found.put("survey", outcome.lack().of().survey());
            found.put("waivers", numbers(violation.waivers()));
            violations.add(found);
        }
        one.put("violations", violations);
        return one;
    }

    private static List<Long> numbers(List<Waiver> waivers) {
        return waivers.stream().map(Waiver::number).toList();
    }

    /** All scopes by their last runs. */
    public String list(List<LifeRun> runs) {
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

    /** A run, as part of something larger. */
    public static Map<String, Object> run(LifeRun run) {
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

    /** A violation, as part of something larger. */
    public Map<String, Object> violation(WaivedViolation waived) {
        LifeViolation violation = waived.violation();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("fingerprint", violation.fingerprint());
        one.put("rule", violation.rule());
        one.put("severity", violation.severity().word());
        one.put("state", violation.state().word());
        one.put("opened", violation.opened());
        one.put("resolved", violation.resolved());
        one.put("unevaluated", violation.unevaluated());
        one.put("waivers", numbers(waived.waivers()));
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
}
