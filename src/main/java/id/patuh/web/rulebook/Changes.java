package id.patuh.web.rulebook;

import id.patuh.report.Language;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetChange;
import id.patuh.ruleset.RuleSetDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What two rule sets differ in, by what kind of thing differs. */
final class Changes {

    private Changes() {}

    /** Differences in things of one kind. */
    record Area(String title, List<Row> rows) {}

    /**
     * One difference.
     *
     * @param field what of the item differs; null for all of it
     * @param before null where it is added
     * @param after null where it is removed
     * @param many whether either has several lines
     */
    record Row(String item, String field, String before, String after, boolean many) {}

    static List<Area> between(RuleLibrary before, RuleLibrary after, Language language) {
        Map<RuleSetChange.Area, List<Row>> areas = new LinkedHashMap<>();
        for (RuleSetChange change : RuleSetDiff.between(before, after)) {
            areas.computeIfAbsent(change.area(), area -> new ArrayList<>()).add(row(change));
        }
        return areas.entrySet().stream()
                .map(area -> new Area(
                        language.label("diff." + area.getKey().name().toLowerCase(Locale.ROOT)), area.getValue()))
                .toList();
    }

    private static Row row(RuleSetChange change) {
        boolean many = isMany(change.before()) || isMany(change.after());
        return new Row(change.item(), change.field(), change.before(), change.after(), many);
    }

    private static boolean isMany(String text) {
        return text != null && text.strip().indexOf('\n') >= 0;
    }
}
