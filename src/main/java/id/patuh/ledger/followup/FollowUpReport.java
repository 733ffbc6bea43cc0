package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.followup.FollowUpItem.Presence;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.Columns;
import id.patuh.report.Language;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import id.patuh.report.Words;
import id.patuh.skm.FollowedItem.MeantUnsur;
import id.patuh.violation.Evidence;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Items of follow-up plans, for people. */
public final class FollowUpReport {

    private static final int LONGEST_ACTIVITY = 60;
    private static final List<String> COLUMNS =
            List.of("state", "due", "unit", "survey", "number", "activity", "owner", "effect", "found", "item");

    private final ZoneId zone;
    private final Language language;

    /** @param zone whose days the moments of runs are on */
    public FollowUpReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
    }

    /** Each item in a line, below headings, and what all come to. */
    public String list(List<ItemStanding> items, Summary summary) {
        if (items.isEmpty()) {
            return label("none") + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(column -> label("column." + column)).toList());
        items.forEach(item -> rows.add(cells(item)));
        StringBuilder text = new StringBuilder();
        Columns.aligned(rows).forEach(row -> line(text, row));
        line(text, "");
        addSummary(text, summary);
        return text.toString();
    }

    private List<String> cells(ItemStanding item) {
        Plan plan = item.known().plan();
        Report report = item.known().report();
        return Stream.of(
                        label("state." + item.state().word()),
                        plan.lastEnd() == null ? "-" : plan.lastEnd().toString(),
                        item.unit(),
                        shown(report.survey()),
                        plan.number(),
                        cut(plan.activity()),
                        shown(plan.owner()),
                        item.effect() == null ? "-" : effect(item.effect()),
                        found(item),
                        item.item())
                .map(Printable::of)
                .toList();
    }

    private static String found(ItemStanding item) {
        return item.violations().isEmpty()
                ? "-"
                : item.violations().stream().map(LifeViolation::rule).distinct().collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ACTIVITY ? text : text.substring(0, LONGEST_ACTIVITY) + "...";
    }

    private static String shown(String text) {
        return text == null ? "-" : text;
    }

    private String effect(Effect effect) {
        String reason = effect.reason() == null
                ? ""
                : " (" + label("reason." + effect.reason().word()) + ")";
        return label("effect." + effect.outcome().word()) + reason;
    }

    private void addSummary(StringBuilder text, Summary summary) {
        line(
                text,
                summary.planned() == 0
                        ? label("nothing-planned")
                        : text(
                                "summary",
                                Map.of(
                                        "planned", summary.planned(),
                                        "done", summary.done(),
                                        "percent", number(summary.percent()))));
        line(text, text("states", Map.of("counts", counts("state.", summary.states()))));
        if (!summary.effects().isEmpty()) {
            line(text, text("effects", Map.of("counts", counts("effect.", summary.effects()))));
        }
        summary.claims().forEach(claim -> line(text, claim(claim)));
    }

    private String claim(Summary.Claim claim) {
        String key = claim.differs() == null ? "claim.open" : claim.differs() ? "claim.differs" : "claim.agrees";
        Report report = claim.report();
        String found = claim.rules().isEmpty()
                ? ""
                : " " + text("claim.found", Map.of("rules", String.join(", ", claim.rules())));
        return text(
                        key,
                        Map.of(
                                "report",
                                Stream.of(report.unit(), report.survey(), Objects.toString(report.period(), null))
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" / ")),
                                "claimed",
                                number(report.claimedPercent()),
                                "percent",
                                number(claim.percent()),
                                "planned",
                                claim.planned(),
                                "done",
                                claim.done()))
                + found;
    }

    private String counts(String prefix, Map<? extends Enum<?>, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> label(prefix + word(count.getKey())) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> one) {
        return one instanceof ItemState state ? state.word() : ((Effect.Outcome) one).word();
    }

    /** All that is known of an item, with its history. */
    public String text(ItemStanding item) {
        FollowUpItem known = item.known();
        Plan plan = known.plan();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("item", item.item());
        lines.put("scope", item.scope());
        lines.put("unit", known.report().unit());
        lines.put("survey", known.report().survey());
        lines.put("period", Objects.toString(known.report().period(), null));
        lines.put("number", plan.number());
        lines.put("element", plan.unsur().stream().map(this::unsur).collect(Collectors.joining("; ")));
        lines.put("activity", plan.activity());
        lines.put("owner", plan.owner());
        lines.put("quarters", quarters(plan));
        lines.put("evidence", String.join("; ", known.outcome().evidence()));
        lines.put("obstacle", known.outcome().obstacle());
        lines.put("place", place(plan.place()));
        lines.put(
                "reported",
                known.outcome().places().stream().map(FollowUpReport::place).collect(Collectors.joining("; ")));
        lines.put("state", label("state." + item.state().word()));
        lines.values().removeIf(value -> value == null || value.isEmpty());
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> line(text, label("column." + key) + ": " + value));
        if (known.presence() == Presence.NOT_JUDGED) {
            line(text, text("not-judged", Map.of("day", known.judgedUntil())));
        }
        addEffect(text, item.effect());
        item.violations().forEach(violation -> addViolation(text, violation));
        line(text, label("history") + ":");
        item.history(zone).forEach(change -> line(text, "  " + change(change)));
        return text.toString();
    }

    private String unsur(MeantUnsur unsur) {
        return unsur.official() == null || unsur.official().equals(unsur.written())
                ? unsur.written()
                : unsur.written() + " (" + unsur.official() + ")";
    }

    private String quarters(Plan plan) {
        return switch (plan.schedule()) {
            case NONE -> label("quarters.none");
            case UNKNOWN -> label("quarters.unknown");
            case KNOWN -> text("quarters.known", Map.of("first", plan.firstStart(), "last", plan.lastEnd()));
        };
    }

    private static String place(Evidence place) {
        return Stream.of(place.path(), place.sheet(), Objects.toString(place.row(), null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(":"));
    }

    private void addEffect(StringBuilder text, Effect effect) {
        if (effect == null) {
            return;
        }
        line(text, label("column.effect") + ": " + effect(effect));
        if (effect.next() != null) {
            line(text, "  " + text("next", Map.of("survey", effect.next(), "period", effect.period())));
        }
        for (Effect.OfUnsur unsur : effect.unsur()) {
            line(
                    text,
                    "  " + unsur.name() + ": "
                            + (unsur.reason() == null
                                    ? number(unsur.before()) + " -> "
                                            + number(unsur.after()) + ", "
                                            + label("effect." + unsur.outcome().word())
                                    : label("reason." + unsur.reason().word())));
        }
    }

    private void addViolation(StringBuilder text, LifeViolation violation) {
        line(
                text,
                language.label("severity." + violation.severity().word()) + " " + violation.rule() + "  "
                        + language.label("standing.state." + violation.state().word()) + "  "
                        + violation.fingerprint());
        line(text, "  " + violation.text().in(language).message());
    }

    private String change(StateChange change) {
        String by = change.run() == null ? label("by-time") : text("by-run", Map.of("run", change.run()));
        String changed =
                change.changed().stream().map(part -> label("column." + part)).collect(Collectors.joining(", "));
        return Stream.of(
                        change.day().toString(), label("state." + change.state().word()), by, changed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private String number(BigDecimal number) {
        return Words.number(number, language);
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line).stripTrailing()).append('\n');
    }

    private String text(String key, Map<String, ?> values) {
        return Template.fill(label(key), name -> String.valueOf(values.get(name)));
    }

    private String label(String key) {
        return language.label("follow-up." + key);
    }
}
