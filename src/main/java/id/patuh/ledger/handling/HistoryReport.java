package id.patuh.ledger.handling;

import id.patuh.ledger.life.LifeEvent;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import id.patuh.report.ViolationText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The history of a violation with what people said of it, as text or JSON. */
public final class HistoryReport {

    private final ZoneId zone;
    private final Language language;

    /** @param zone in which the text shows times */
    public HistoryReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** For people. */
    public String text(LifeViolation violation, List<LifeEvent> events, List<HandlingEntry> entries) {
        ViolationText.Said said = violation.text().in(language);
        StringBuilder text = new StringBuilder();
        line(
                text,
                language.label("severity." + violation.severity().word()) + " " + violation.rule() + "  "
                        + language.label("standing.state." + violation.state().word()));
        line(text, "  " + said.message());
        line(text, "  " + language.label("basis") + " " + said.basis());
        for (LifeEvent event : events) {
            line(
                    text,
                    Template.fill(
                            language.label("life.event"),
                            Map.of(
                                    "run", Long.toString(event.run()),
                                    "asOf", Moments.toTheSecond(event.asOf(), zone),
                                    "change",
                                            language.label("life.change."
                                                    + event.change().word()),
                                    "severity",
                                            language.label("severity."
                                                    + event.severity().word()))::get));
        }
        entries.forEach(entry -> line(text, words(entry)));
        return text.toString();
    }

    private String words(HandlingEntry entry) {
        String key = entry.action() == HandlingEntry.Action.ASSIGNED && entry.assignee() == null
                ? "handling.unassigned"
                : "handling." + entry.action().word();
        String said = Template.fill(
                language.label(key),
                Map.of(
                        "at", Moments.toTheSecond(entry.at(), zone),
                        "actor", entry.actor(),
                        "assignee", Objects.requireNonNullElse(entry.assignee(), "-"))::get);
        return entry.comment().isEmpty() ? said : said + ": " + entry.comment();
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line)).append('\n');
    }

    /** For programs; laid down in {@code src/docs/ledger.md}. */
    public String json(LifeViolation violation, List<LifeEvent> events, List<HandlingEntry> entries) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("fingerprint", violation.fingerprint());
        document.put("rule", violation.rule());
        document.put("state", violation.state().word());
        document.put("message", violation.text().in(language).message());
        document.putAll(history(events, entries));
        return JsonText.of(document);
    }

    /** What happened to a violation, and what was done about it, as part of something larger. */
    public static Map<String, Object> history(List<LifeEvent> events, List<HandlingEntry> entries) {
        Map<String, Object> document = new LinkedHashMap<>();
        List<Map<String, Object>> all = new ArrayList<>();
        for (LifeEvent event : events) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("run", event.run());
            one.put("asOf", event.asOf().toString());
            one.put("change", event.change().word());
            one.put("severity", event.severity().word());
            all.add(one);
        }
        document.put("events", all);
        document.put("handling", entries.stream().map(HistoryReport::json).toList());
        return document;
    }

    private static Map<String, Object> json(HandlingEntry entry) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("at", entry.at().toString());
        one.put("action", entry.action().word());
        one.put("actor", entry.actor());
        one.put("assignee", entry.assignee());
        one.put("comment", entry.comment());
        return one;
    }
}
