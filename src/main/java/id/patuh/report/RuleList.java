package id.patuh.report;

import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of a rule set, each id once, for people or programs. */
public final class RuleList {

    private final RuleSet ruleSet;
    private final Language language;

    public RuleList(RuleSet ruleSet, Language language) {
        this.ruleSet = ruleSet;
        this.language = language;
    }

    /** For a person: a line for each rule, and what the policy makes of it. */
    public String text() {
        List<String[]> rows = new ArrayList<>();
        byId().forEach((id, variants) -> rows.add(new String[] {
            id, severities(variants), variants.get(0).topic(), title(variants.get(0)) + policy(variants, language)
        }));
        int[] widths = new int[3];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        Lines lines = new Lines();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            lines.add(line.append(row[3]).toString());
        }
        return lines.toString();
    }

    /** For programs. */
    public String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        Map<String, Object> itself = new LinkedHashMap<>();
        itself.put("name", ruleSet.name());
        itself.put("version", ruleSet.version());
        itself.put("sha256", ruleSet.sha256());
        document.put("ruleSet", itself);
        document.put("rules", byId().values().stream().map(this::json).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> json(List<RuleMetadata> variants) {
        RuleMetadata first = variants.get(0);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", first.id());
        one.put("topic", first.topic());
        one.put("title", title(first));
        one.put("basis", first.basis());
        one.put("enabled", first.isEnabled());
        one.put("switchedOff", first.switchedOff());
        one.put(
                "severities",
                variants.stream().map(v -> v.severity().word()).distinct().toList());
        one.put(
                "declared",
                variants.stream().map(v -> v.declared().word()).distinct().toList());
        return one;
    }

    private Map<String, List<RuleMetadata>> byId() {
        return ruleSet.rules().catalog().stream()
                .collect(Collectors.groupingBy(RuleMetadata::id, LinkedHashMap::new, Collectors.toList()));
    }

    private String severities(List<RuleMetadata> variants) {
        return variants.stream()
                .map(v -> language.label("severity." + v.severity().word()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String title(RuleMetadata rule) {
        return ruleSet.messages().text(rule.id() + ".title", language.code()).orElse(rule.name());
    }

    /** What differs from the rules as they are written; empty where nothing does. */
    private static String policy(List<RuleMetadata> variants, Language language) {
        return variants.stream()
                .flatMap(rule -> policy(rule, language).stream())
                .distinct()
                .map(words -> " [" + words + "]")
                .collect(Collectors.joining());
    }

    /** What a policy makes of a rule, in words. */
    static List<String> policy(RuleMetadata rule, Language language) {
        List<String> words = new ArrayList<>();
        if (!rule.isEnabled()) {
            words.add(Template.fill(language.label("policy.off"), name -> rule.switchedOff()));
        }
        if (rule.severity() != rule.declared()) {
            String declared = language.label("severity." + rule.declared().word());
            words.add(Template.fill(language.label("policy.declared"), name -> declared));
        }
        return words;
    }
}
