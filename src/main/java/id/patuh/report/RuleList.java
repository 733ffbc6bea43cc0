package id.patuh.report;

import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Severity;
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

    /**
     * A rule.
     *
     * @param severities that circumstances may give what it finds, each once
     * @param policy what the policy makes of it, in words; empty where nothing
     */
    public record Row(String id, String topic, List<Severity> severities, String title, List<String> policy) {}

    /** The rules, in the order of their files. */
    public List<Row> rows() {
        return byId().values().stream().map(this::row).toList();
    }

    private Row row(List<RuleMetadata> variants) {
        RuleMetadata first = variants.get(0);
        return new Row(
                first.id(),
                first.topic(),
                variants.stream().map(RuleMetadata::severity).distinct().toList(),
                title(first),
                variants.stream()
                        .flatMap(rule -> policy(rule, language).stream())
                        .distinct()
                        .toList());
    }

    /** For a person: a line for each rule, and what the policy makes of it. */
    public String text() {
        List<String[]> rows = new ArrayList<>();
        for (Row row : rows()) {
            String severities = row.severities().stream()
                    .map(severity -> language.label("severity." + severity.word()))
                    .collect(Collectors.joining(", "));
            String policy =
                    row.policy().stream().map(words -> " [" + words + "]").collect(Collectors.joining());
            rows.add(new String[] {row.id(), severities, row.topic(), row.title() + policy});
        }
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

    private String title(RuleMetadata rule) {
        return ruleSet.messages().text(rule.id() + ".title", language.code()).orElse(rule.name());
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
