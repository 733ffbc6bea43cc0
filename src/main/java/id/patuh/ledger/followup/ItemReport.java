package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.followup.FollowUpItem.Presence;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.Language;
import id.patuh.skm.FollowedItem.MeantUnsur;
import id.patuh.violation.Evidence;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An item of a follow-up plan with its history, for people. */
public final class ItemReport {

    private final ZoneId zone;
    private final Language language;
    private final FollowUpWords words;

    /** @param zone whose days the moments of runs are on */
    public ItemReport(ZoneId zone, Language language) {
        this.zone = zone;
        this.language = language;
        this.words = new FollowUpWords(language);
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
                known.outcome().places().stream().map(ItemReport::place).collect(Collectors.joining("; ")));
        lines.put("state", words.label("state." + item.state().word()));
        lines.values().removeIf(value -> value == null || value.isEmpty());
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> FollowUpWords.line(text, words.label("column." + key) + ": " + value));
        if (known.presence() == Presence.NOT_JUDGED) {
            FollowUpWords.line(text, words.text("not-judged", Map.of("day", known.judgedUntil())));
        }
        addEffect(text, item.effect());
        item.violations().forEach(violation -> addViolation(text, violation));
        FollowUpWords.line(text, words.label("history") + ":");
        item.history(zone).forEach(change -> FollowUpWords.line(text, "  " + change(change)));
        return text.toString();
    }

    private String unsur(MeantUnsur unsur) {
        return unsur.official() == null || unsur.official().equals(unsur.written())
                ? unsur.written()
                : unsur.written() + " (" + unsur.official() + ")";
    }

    private String quarters(Plan plan) {
        return switch (plan.schedule()) {
            case NONE -> words.label("quarters.none");
            case UNKNOWN -> words.label("quarters.unknown");
            case KNOWN -> words.text("quarters.known", Map.of("first", plan.firstStart(), "last", plan.lastEnd()));
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
        FollowUpWords.line(text, words.label("column.effect") + ": " + words.effect(effect));
        if (effect.next() != null) {
            FollowUpWords.line(
                    text, "  " + words.text("next", Map.of("survey", effect.next(), "period", effect.period())));
        }
        for (Effect.OfUnsur unsur : effect.unsur()) {
            FollowUpWords.line(
                    text,
                    "  " + unsur.name() + ": "
                            + (unsur.reason() == null
                                    ? words.number(unsur.before()) + " -> "
                                            + words.number(unsur.after()) + ", "
                                            + words.label(
                                                    "effect." + unsur.outcome().word())
                                    : words.label("reason." + unsur.reason().word())));
        }
    }

    private void addViolation(StringBuilder text, LifeViolation violation) {
        FollowUpWords.line(
                text,
                language.label("severity." + violation.severity().word()) + " " + violation.rule() + "  "
                        + language.label("standing.state." + violation.state().word()) + "  "
                        + violation.fingerprint());
        FollowUpWords.line(text, "  " + violation.text().in(language).message());
    }

    private String change(StateChange change) {
        String by = change.run() == null ? words.label("by-time") : words.text("by-run", Map.of("run", change.run()));
        String changed = change.changed().stream()
                .map(part -> words.label("column." + part))
                .collect(Collectors.joining(", "));
        return Stream.of(
                        change.day().toString(),
                        words.label("state." + change.state().word()),
                        by,
                        changed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
