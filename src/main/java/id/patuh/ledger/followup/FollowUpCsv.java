package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.report.CsvText;
import id.patuh.report.Language;
import id.patuh.skm.FollowedItem.MeantUnsur;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Items of follow-up plans as CSV: a row an item; laid down in {@code src/docs/followups.md}. */
public final class FollowUpCsv {

    private static final List<String> HEADINGS = List.of(
            "scope",
            "item",
            "unit",
            "survey",
            "period",
            "number",
            "element",
            "activity",
            "owner",
            "first",
            "last",
            "state",
            "evidence",
            "obstacle",
            "effect",
            "cause",
            "next",
            "found",
            "path",
            "sheet",
            "row");

    private final FollowUpWords words;

    public FollowUpCsv(Language language) {
        this.words = new FollowUpWords(language);
    }

    /** Lists within a cell are separated by semicolons. */
    public String text(List<ItemStanding> items) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS.stream().map(each -> words.label("column." + each)).toList());
        items.forEach(item -> lines.add(cells(item)));
        return CsvText.of(lines);
    }

    private List<String> cells(ItemStanding item) {
        Plan plan = item.known().plan();
        Report report = item.known().report();
        Effect effect = item.effect();
        List<String> cells = new ArrayList<>();
        cells.add(item.scope());
        cells.add(item.item());
        cells.add(report.unit());
        cells.add(report.survey());
        cells.add(shown(report.period()));
        cells.add(plan.number());
        cells.add(plan.unsur().stream().map(MeantUnsur::written).collect(Collectors.joining("; ")));
        cells.add(plan.activity());
        cells.add(plan.owner());
        cells.add(shown(plan.firstStart()));
        cells.add(shown(plan.lastEnd()));
        cells.add(words.label("state." + item.state().word()));
        cells.add(String.join("; ", item.known().outcome().evidence()));
        cells.add(item.known().outcome().obstacle());
        cells.add(effect == null ? "" : words.label("effect." + effect.outcome().word()));
        cells.add(
                effect == null || effect.reason() == null
                        ? ""
                        : words.label("reason." + effect.reason().word()));
        cells.add(effect == null ? "" : effect.next());
        cells.add(item.violations().stream().map(LifeViolation::rule).distinct().collect(Collectors.joining("; ")));
        cells.add(plan.place().path());
        cells.add(plan.place().sheet());
        cells.add(shown(plan.place().row()));
        cells.replaceAll(FollowUpCsv::shown);
        return cells;
    }

    private static String shown(Object value) {
        return Objects.toString(value, "");
    }
}
