package id.patuh.report.html;

import id.patuh.report.html.Tally.Group;
import id.patuh.violation.Severity;
import java.util.List;
import java.util.Map;

/** Violations counted by unit and rule, by rule and by SOP, with samples of each rule. */
final class GroupSections {

    /** Rows of a table beyond these are left to the list of all violations. */
    private static final int MOST_ROWS = 200;

    private static final int SHADES = 5;

    private final Tally tally;
    private final HtmlWords words;
    private final Items items;
    private final Html html;

    GroupSections(Tally tally, HtmlWords words, Items items, Html html) {
        this.tally = tally;
        this.words = words;
        this.items = items;
        this.html = html;
    }

    void write() {
        if (tally.rules().isEmpty()) {
            return;
        }
        boolean units = isNamed(tally.units());
        boolean sops = isNamed(tally.sops());
        if (units || sops) {
            heatMap(units ? "unit" : "sop", units ? tally.units() : tally.sops());
        }
        table("rule", tally.rules());
        if (sops) {
            table("sop", tally.sops());
        }
        samples();
    }

    private static boolean isNamed(List<Map.Entry<String, Group>> groups) {
        return groups.stream().anyMatch(group -> !group.getKey().equals(Tally.NONE));
    }

    /** Counts of each rule in each row, the darker the more; zero is no colour at all. */
    private void heatMap(String rows, List<Map.Entry<String, Group>> groups) {
        List<Map.Entry<String, Group>> rules = tally.rules();
        begin("heat", words.of("heat." + rows));
        html.element("p", words.of("heat.about"));
        html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-labelledby", "heat");
        html.open("table", "class", "heat");
        html.open("thead").open("tr").element("th", words.of(rows), "scope", "col");
        rules.forEach(rule ->
                html.open("th", "scope", "col").element("span", rule.getKey()).close());
        html.element("th", words.of("total"), "scope", "col").close().close();
        html.open("tbody");
        long most = groups.stream()
                .flatMap(row -> rules.stream().map(rule -> row.getValue().of(rule.getKey())))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        for (Map.Entry<String, Group> row : shown(groups)) {
            html.open("tr").element("th", named(row.getKey()), "scope", "row");
            rules.forEach(rule ->
                    cell(rows, row.getKey(), rule.getKey(), row.getValue().of(rule.getKey()), most));
            html.element("td", Long.toString(row.getValue().total()), "class", "number")
                    .close();
        }
        html.close().close().close();
        more(groups);
        html.close();
    }

    private void cell(String rows, String row, String rule, long count, long most) {
        if (count == 0) {
            html.element("td", "0", "class", "number zero");
            return;
        }
        long shade = Math.max(1, Math.round(SHADES * Math.log1p(count) / Math.log1p(most)));
        html.open("td", "class", "number shade" + shade);
        link(Long.toString(count), "data-" + rows, row, "data-rule", rule);
        html.close();
    }

    /** Leads to the list, where the script chooses what is meant; what groups were counted as one cannot be chosen. */
    private void link(String text, String... chosen) {
        if (List.of(chosen).contains(Tally.FURTHER)) {
            html.text(text);
            return;
        }
        String[] attributes = new String[chosen.length + 2];
        attributes[0] = "href";
        attributes[1] = "#violations";
        System.arraycopy(chosen, 0, attributes, 2, chosen.length);
        html.element("a", text, attributes);
    }

    private void table(String kind, List<Map.Entry<String, Group>> groups) {
        begin("by-" + kind, words.of("by." + kind));
        html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-labelledby", "by-" + kind);
        html.open("table").open("thead").open("tr").element("th", words.of(kind), "scope", "col");
        for (Severity severity : Severity.values()) {
            html.element("th", items.label(severity), "scope", "col");
        }
        html.element("th", words.of("total"), "scope", "col").close().close();
        html.open("tbody");
        for (Map.Entry<String, Group> row : shown(groups)) {
            html.open("tr").open("th", "scope", "row");
            link(named(row.getKey()), "data-" + kind, row.getKey());
            html.close();
            for (Severity severity : Severity.values()) {
                html.element("td", Long.toString(row.getValue().of(severity)), "class", "number");
            }
            html.element("td", Long.toString(row.getValue().total()), "class", "number")
                    .close();
        }
        html.close().close().close();
        more(groups);
        html.close();
    }

    private void samples() {
        begin("samples", words.of("samples"));
        html.element("p", words.of("samples.about"));
        for (Map.Entry<String, Group> rule : tally.rules()) {
            html.open("article");
            html.element("h3", rule.getKey() + " (" + rule.getValue().total() + ")");
            html.open("ol", "class", "items");
            tally.samples(rule.getKey()).forEach(each -> items.violation(each, html));
            html.close().close();
        }
        html.close();
    }

    private void begin(String id, String title) {
        html.open("section", "aria-labelledby", id).element("h2", title, "id", id);
    }

    private static List<Map.Entry<String, Group>> shown(List<Map.Entry<String, Group>> groups) {
        return groups.subList(0, Math.min(MOST_ROWS, groups.size()));
    }

    private void more(List<Map.Entry<String, Group>> groups) {
        if (groups.size() > MOST_ROWS) {
            html.element("p", words.counted("more", groups.size() - MOST_ROWS));
        }
    }

    private String named(String group) {
        return switch (group) {
            case Tally.NONE -> words.of("none");
            case Tally.FURTHER -> words.of("further");
            default -> group;
        };
    }
}
