package id.patuh.ledger.waiver;

import id.patuh.report.Columns;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waivers at a moment, as text or JSON. Each shows its own times in the zone that they were given in. */
public final class WaiverReport {

    private static final Set<WaiverState> MAY_COVER =
            EnumSet.of(WaiverState.REQUESTED, WaiverState.TO_COME, WaiverState.IN_FORCE);

    private final Instant at;
    private final Duration warning;
    private final Map<Long, Long> covered;
    private final Language language;

    /**
     * A report.
     *
     * @param at the moment
     * @param warning waivers that end within this time say so
     * @param covered how many open violations each waiver covers, by its number; those in force without an entry say nothing
     */
    public WaiverReport(Instant at, Duration warning, Map<Long, Long> covered, Language language) {
        this.at = at;
        this.warning = warning;
        this.covered = Map.copyOf(covered);
        this.language = language;
    }

    /** Each waiver in a line, below headings. */
    public String list(List<Waiver> waivers) {
        if (waivers.isEmpty()) {
            return label("waiver.none") + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("no", "state", "scope", "target", "until", "open.short", "note")
                .map(column -> label("waiver." + column))
                .toList());
        for (Waiver waiver : waivers) {
            rows.add(List.of(
                    Long.toString(waiver.number()),
                    state(waiver),
                    Printable.of(waiver.terms().scope()),
                    Printable.of(target(waiver)),
                    Moments.toTheMinute(
                            waiver.terms().validity().until(),
                            waiver.terms().validity().zone()),
                    open(waiver),
                    note(waiver)));
        }
        return Columns.aligned(rows).stream()
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    /** All that is known of a waiver. */
    public String text(Waiver waiver) {
        WaiverTerms terms = waiver.terms();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("number", Long.toString(waiver.number()));
        lines.put("state", state(waiver));
        lines.put("scope", terms.scope());
        lines.put("target", target(waiver));
        lines.put("from", moment(terms.validity().from(), terms));
        lines.put("until", moment(terms.validity().until(), terms));
        lines.put("reason", terms.reason());
        lines.put("basis", terms.basis());
        if (MAY_COVER.contains(waiver.state(at))) {
            lines.put("open", open(waiver));
            lines.put("note", note(waiver));
        }
        lines.values().removeIf(String::isEmpty);
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) ->
                text.append(Printable.of(label("waiver." + key) + ": " + value)).append('\n'));
        for (WaiverStep step : waiver.steps()) {
            String comment = step.comment().isEmpty() ? "" : ": " + step.comment();
            text.append(Printable.of("  " + moment(step.at(), terms) + "  "
                            + label("waiver.action." + step.action().word()) + "  " + step.actor() + comment))
                    .append('\n');
        }
        return text.toString();
    }

    /** For programs; laid down in {@code src/docs/ledger.md}. */
    public String json(List<Waiver> waivers) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("at", at.toString());
        document.put("waivers", waivers.stream().map(this::json).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> json(Waiver waiver) {
        WaiverTerms terms = waiver.terms();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("waiver", waiver.number());
        one.put("scope", terms.scope());
        one.put("target", terms.target());
        one.put("from", iso(terms.validity().from(), terms));
        one.put("until", iso(terms.validity().until(), terms));
        one.put("zone", terms.validity().zone().getId());
        one.put("reason", terms.reason());
        one.put("basis", terms.basis());
        one.put("state", waiver.state(at).word());
        one.put("endsSoon", waiver.endsWithin(warning, at));
        one.put("open", covered.get(waiver.number()));
        List<Map<String, Object>> steps = new ArrayList<>();
        for (WaiverStep step : waiver.steps()) {
            Map<String, Object> done = new LinkedHashMap<>();
            done.put("action", step.action().word());
            done.put("actor", step.actor());
            done.put("at", step.at().toString());
            done.put("comment", step.comment());
            steps.add(done);
        }
        one.put("steps", steps);
        return one;
    }

    private String state(Waiver waiver) {
        return label("waiver.state." + waiver.state(at).word());
    }

    private String open(Waiver waiver) {
        Long open = covered.get(waiver.number());
        return open == null ? "-" : open.toString();
    }

    private String note(Waiver waiver) {
        Long open = covered.get(waiver.number());
        return Stream.of(
                        waiver.endsWithin(warning, at) ? label("waiver.ends-soon") : "",
                        open != null && open == 0 ? label("waiver.idle") : "")
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String target(Waiver waiver) {
        Target target = waiver.terms().target();
        if (target.fingerprint() != null) {
            return label("waiver.target.violation") + " " + target.fingerprint();
        }
        return Stream.of(
                        named("part.case", target.caseId()),
                        named("waiver.target.unit", target.unit()),
                        Objects.toString(target.rule(), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String named(String key, String name) {
        return name == null ? "" : label(key) + " " + name;
    }

    private static String moment(Instant moment, WaiverTerms terms) {
        return Moments.toTheSecond(moment, terms.validity().zone()) + " "
                + terms.validity().zone().getId();
    }

    private static String iso(Instant moment, WaiverTerms terms) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.atZone(terms.validity().zone()));
    }

    private String label(String key) {
        return language.label(key);
    }
}
