package id.patuh.report;

import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What two rule sets differ in, as text or JSON. */
public final class DiffReport {

    private static final String ITEM = "  ";
    private static final String FIELD = "    ";
    private static final String LINE = "      ";

    private final List<RuleSetChange> changes;
    private final Language language;
    private final Lines lines = new Lines();

    public DiffReport(List<RuleSetChange> changes, Language language) {
        this.changes = changes;
        this.language = language;
    }

    /** For a person: by area and item, each change in a line. */
    public String text() {
        String told = changes();
        return changes.isEmpty()
                ? lines.add(language.label("diff.none")).toString()
                : told
                        + "\n"
                        + Template.fill(language.label("diff.total"), name -> Integer.toString(changes.size()))
                        + "\n";
    }

    /** The same without their number; empty where there are none. */
    String changes() {
        RuleSetChange last = null;
        for (RuleSetChange change : changes) {
            boolean sameArea = last != null && last.area() == change.area();
            if (!sameArea) {
                if (last != null) {
                    lines.add("");
                }
                lines.add(language.label("diff." + change.area().name().toLowerCase(Locale.ROOT)));
            }
            if (change.field() == null) {
                tell(ITEM, change.item(), change);
            } else {
                if (!change.item().isEmpty() && (!sameArea || !last.item().equals(change.item()))) {
                    lines.wrapped(ITEM, change.item());
                }
                tell(FIELD, change.field(), change);
            }
            last = change;
        }
        return lines.toString();
    }

    private void tell(String indent, String name, RuleSetChange change) {
        if (isLong(change.before()) || isLong(change.after())) {
            lines.wrapped(indent, name + " " + language.label("diff." + kind(change)));
            difference(change);
        } else if (change.before() == null || change.after() == null) {
            String text = change.before() == null ? change.after() : change.before();
            lines.wrapped(indent, name + " " + language.label("diff." + kind(change)) + " " + text);
        } else {
            lines.wrapped(indent, name + ": " + change.before() + " → " + change.after());
        }
    }

    private static boolean isLong(String text) {
        return text != null && text.indexOf('\n') >= 0;
    }

    private static String kind(RuleSetChange change) {
        return change.before() == null ? "added" : change.after() == null ? "removed" : "changed";
    }

    /** The lines from the first to the last that differ. */
    private void difference(RuleSetChange change) {
        List<String> before = linesOf(change.before());
        List<String> after = linesOf(change.after());
        int first = 0;
        int shorter = Math.min(before.size(), after.size());
        while (first < shorter && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first
                && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
            last++;
        }
        before.subList(first, before.size() - last).forEach(line -> lines.wrapped(LINE + "- ", line));
        after.subList(first, after.size() - last).forEach(line -> lines.wrapped(LINE + "+ ", line));
    }

    private static List<String> linesOf(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    /** For programs. */
    public String json(RuleSet before, RuleSet after) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("before", ruleSet(before));
        document.put("after", ruleSet(after));
        document.put("changes", tree());
        return JsonText.of(document);
    }

    /** The changes for programs, as part of something larger. */
    public List<Map<String, Object>> tree() {
        return changes.stream().map(DiffReport::json).toList();
    }

    static Map<String, Object> ruleSet(RuleSet ruleSet) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", ruleSet.name());
        one.put("version", ruleSet.version());
        one.put("sha256", ruleSet.sha256());
        return one;
    }

    private static Map<String, Object> json(RuleSetChange change) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", kind(change));
        one.put("area", change.area().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        one.put("item", change.item());
        one.put("field", change.field());
        one.put("before", change.before());
        one.put("after", change.after());
        return one;
    }
}
