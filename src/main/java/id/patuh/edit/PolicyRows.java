package id.patuh.edit;

import id.patuh.engine.RuleMetadata;
import id.patuh.report.RuleSentence;
import id.patuh.ruleset.RuleItem;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetEditor;
import id.patuh.violation.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows of the table of rules: what the policy says of each, or would say. */
final class PolicyRows {

    private final RuleSet ruleSet;
    private final RuleSetEditor editor;
    private final LocalDate day;
    private final Texts texts;

    PolicyRows(RuleSet ruleSet, RuleSetEditor editor, LocalDate day, Texts texts) {
        this.ruleSet = ruleSet;
        this.editor = editor;
        this.day = day;
        this.texts = texts;
    }

    /** A row for each rule, or for each severity that rules of an id declare. */
    List<EditTable.Row> all() {
        Map<String, List<RuleMetadata>> byId = ruleSet.rules().catalog().stream()
                .collect(Collectors.groupingBy(RuleMetadata::id, LinkedHashMap::new, Collectors.toList()));
        List<EditTable.Row> rows = new ArrayList<>();
        byId.forEach((id, variants) -> {
            TreeSet<Severity> declared =
                    variants.stream().map(RuleMetadata::declared).collect(Collectors.toCollection(TreeSet::new));
            RuleItem off = RuleItem.switchedOff(id);
            boolean single = declared.size() == 1;
            RuleItem only = single ? severity(id, declared.first(), true) : null;
            // One row holds both, unless the policy says both.
            if (single && editor.has(only) && !editor.has(off)) {
                rows.add(policy(only, declared));
            } else {
                rows.add(policy(off, declared));
                declared.stream()
                        .map(severity -> severity(id, severity, single))
                        .filter(item -> !single || editor.has(item))
                        .forEach(item -> rows.add(policy(item, declaredBy(item, declared))));
            }
        });
        return rows;
    }

    /** As the policy names it, which may say the severity that a rule declares even where there is one only. */
    private RuleItem severity(String id, Severity declared, boolean single) {
        RuleItem named = RuleItem.severity(id, declared);
        return single && !editor.has(named) ? RuleItem.severity(id, null) : named;
    }

    private static TreeSet<Severity> declaredBy(RuleItem item, TreeSet<Severity> all) {
        String word = item.name().substring(item.name().indexOf(' ') + 1);
        return all.stream()
                .filter(severity -> all.size() == 1 || severity.word().equals(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private EditTable.Row policy(RuleItem item, TreeSet<Severity> declared) {
        String id = ruleOf(item);
        Map<String, String> cells = new HashMap<>();
        cells.put("rule", id);
        cells.put(
                "title",
                ruleSet.messages().text(id + ".title", texts.language().code()).orElse(""));
        cells.put(
                EditColumn.SENTENCE,
                RuleSentence.of(ruleSet, id, day, texts.language()).orElse(""));
        cells.put("declared", declared.stream().map(s -> texts.choice(s.word())).collect(Collectors.joining("; ")));
        boolean known = editor.has(item);
        boolean off = known && "false".equals(editor.value(item, "enabled"));
        // Rules of an id are switched off together.
        boolean one = ruleSet.rules(id).stream()
                        .map(RuleMetadata::declared)
                        .distinct()
                        .count()
                == 1;
        cells.put("enabled", one || item.equals(RuleItem.switchedOff(id)) ? texts.yesNo(!off) : "");
        return EditTable.Row.of(item, CellType.TEXT, cells, known ? editor : null, texts);
    }

    /** The id of the rule that an entry of the policy is about. */
    static String ruleOf(RuleItem item) {
        return item.name().replaceAll(" .*", "");
    }
}
