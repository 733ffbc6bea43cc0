package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.JsonText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Items of follow-up plans as JSON; laid down in {@code src/docs/followups.md}. */
public final class FollowUpJson {

    private final ZoneId zone;

    /** @param zone whose days the moments of runs are on */
    public FollowUpJson(ZoneId zone) {
        this.zone = zone;
    }

    /** @param at the moment by which they stand so */
    public String of(List<ItemStanding> items, Summary summary, Instant at) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("at", at.toString());
        document.put("summary", json(summary));
        document.put("items", items.stream().map(FollowUpJson::one).toList());
        return JsonText.of(document);
    }

    /** One item with its history. */
    public String of(ItemStanding item) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.putAll(one(item));
        List<Map<String, Object>> history = new ArrayList<>();
        for (StateChange change : item.history(zone)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("day", change.day().toString());
            entry.put("run", change.run());
            entry.put("state", change.state().word());
            entry.put("changed", change.changed());
            history.add(entry);
        }
        document.put("history", history);
        return JsonText.of(document);
    }

    private static Map<String, Object> json(Summary summary) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("planned", summary.planned());
        one.put("done", summary.done());
        one.put("percent", summary.percent());
        Map<String, Long> states = new LinkedHashMap<>();
        summary.states().forEach((state, count) -> states.put(state.word(), count));
        one.put("states", states);
        Map<String, Long> effects = new LinkedHashMap<>();
        summary.effects().forEach((outcome, count) -> effects.put(outcome.word(), count));
        one.put("effects", effects);
        one.put("claims", summary.claims().stream().map(FollowUpJson::json).toList());
        return one;
    }

    private static Map<String, Object> json(Summary.Claim claim) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("unit", claim.report().unit());
        one.put("survey", claim.report().survey());
        one.put("period", Objects.toString(claim.report().period(), null));
        one.put("claimed", claim.report().claimedPercent());
        one.put("planned", claim.planned());
        one.put("done", claim.done());
        one.put("percent", claim.percent());
        one.put("differs", claim.differs());
        one.put("rules", claim.rules());
        return one;
    }

    private static Map<String, Object> one(ItemStanding item) {
        FollowUpItem known = item.known();
        Plan plan = known.plan();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("item", item.item());
        one.put("scope", item.scope());
        one.put("unit", known.report().unit());
        one.put("survey", known.report().survey());
        one.put("service", known.report().service());
        one.put("period", Objects.toString(known.report().period(), null));
        one.put("number", plan.number());
        one.put("unsur", plan.unsur());
        one.put("activity", plan.activity());
        one.put("owner", plan.owner());
        one.put("firstDay", Objects.toString(plan.firstStart(), null));
        one.put("lastDay", Objects.toString(plan.lastEnd(), null));
        one.put("state", item.state().word());
        one.put("judgedUntil", Objects.toString(known.judgedUntil(), null));
        one.put("evidence", known.outcome().evidence());
        one.put("obstacle", known.outcome().obstacle());
        one.put("place", plan.place());
        one.put("reported", known.outcome().places());
        one.put("effect", item.effect() == null ? null : effect(item.effect()));
        one.put(
                "violations",
                item.violations().stream().map(FollowUpJson::violation).toList());
        return one;
    }

    private static Map<String, Object> effect(Effect effect) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("outcome", effect.outcome().word());
        one.put("reason", effect.reason() == null ? null : effect.reason().word());
        one.put("next", effect.next());
        one.put("period", Objects.toString(effect.period(), null));
        List<Map<String, Object>> unsur = new ArrayList<>();
        for (Effect.OfUnsur each : effect.unsur()) {
            Map<String, Object> compared = new LinkedHashMap<>();
            compared.put("name", each.name());
            compared.put("before", each.before());
            compared.put("after", each.after());
            compared.put("outcome", each.outcome().word());
            compared.put("reason", each.reason() == null ? null : each.reason().word());
            unsur.add(compared);
        }
        one.put("unsur", unsur);
        return one;
    }

    private static Map<String, Object> violation(LifeViolation violation) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("fingerprint", violation.fingerprint());
        one.put("rule", violation.rule());
        one.put("severity", violation.severity().word());
        one.put("state", violation.state().word());
        return one;
    }
}
