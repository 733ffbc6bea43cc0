package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.Columns;
import id.patuh.report.Language;
import id.patuh.report.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    private final FollowUpWords words;

    /** @param language of the words */
    public FollowUpReport(Language language) {
        this.words = new FollowUpWords(language);
    }

    /** Each item in a line, below headings, and what all come to. */
    public String list(List<ItemStanding> items, Summary summary) {
        if (items.isEmpty()) {
            return words.label("none") + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS.stream().map(column -> words.label("column." + column)).toList());
        items.forEach(item -> rows.add(cells(item)));
        StringBuilder text = new StringBuilder();
        Columns.aligned(rows).forEach(row -> FollowUpWords.line(text, row));
        FollowUpWords.line(text, "");
        addSummary(text, summary);
        return text.toString();
    }

    private List<String> cells(ItemStanding item) {
        Plan plan = item.known().plan();
        Report report = item.known().report();
        return Stream.of(
                        words.label("state." + item.state().word()),
                        plan.lastEnd() == null ? "-" : plan.lastEnd().toString(),
                        item.unit(),
                        shown(report.survey()),
                        plan.number(),
                        cut(plan.activity()),
                        shown(plan.owner()),
                        item.effect() == null ? "-" : words.effect(item.effect()),
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

    private void addSummary(StringBuilder text, Summary summary) {
        FollowUpWords.line(text, planned(summary));
        FollowUpWords.line(text, words.text("states", Map.of("counts", counts("state.", summary.states()))));
        if (!summary.effects().isEmpty()) {
            FollowUpWords.line(text, words.text("effects", Map.of("counts", counts("effect.", summary.effects()))));
        }
        summary.claims().forEach(claim -> FollowUpWords.line(text, claim(claim)));
    }

    private String planned(Summary summary) {
        if (summary.planned() == 0) {
            return words.label("nothing-planned");
        }
        return words.text(
                summary.told() ? "summary" : "summary.open",
                Map.of(
                        "planned", summary.planned(),
                        "done", summary.done(),
                        "percent", percent(summary.percent())));
    }

    private String percent(BigDecimal percent) {
        return percent == null ? "-" : words.number(percent);
    }

    private String claim(Summary.Claim claim) {
        String key = claim.differs() == null ? "claim.open" : claim.differs() ? "claim.differs" : "claim.agrees";
        Report report = claim.report();
        String found = claim.rules().isEmpty()
                ? ""
                : " " + words.text("claim.found", Map.of("rules", String.join(", ", claim.rules())));
        return words.text(
                        key,
                        Map.of(
                                "report",
                                Stream.of(report.unit(), report.survey(), Objects.toString(report.period(), null))
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining(" / ")),
                                "claimed",
                                words.number(report.claimedPercent()),
                                "percent",
                                percent(claim.percent()),
                                "planned",
                                claim.planned(),
                                "done",
                                claim.done()))
                + found;
    }

    private String counts(String prefix, Map<? extends Enum<?>, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> words.label(prefix + word(count.getKey())) + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> one) {
        return one instanceof ItemState state ? state.word() : ((Effect.Outcome) one).word();
    }
}
