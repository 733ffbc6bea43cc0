package id.patuh.ruleset;

import static id.patuh.ruleset.SmallRules.edit;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleMetadata;
import id.patuh.ruleset.RuleSetChange.Area;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the files say of a rule is what the rule set that is compiled from them says. */
class RulePartsTest {

    private static final RuleSetContent FILES = SmallRules.FILES;
    private static final String MESSAGES = "messages/sop.properties";

    @Test
    void everyRuleIsFoundAsItIsCompiled() {
        RuleLibrary library = OurRules.LIBRARY;
        Map<String, Map<String, String>> compiled = new TreeMap<>();
        for (RuleMetadata rule : library.ruleSet().rules().catalog()) {
            compiled.computeIfAbsent(rule.id(), id -> new TreeMap<>())
                    .put(
                            rule.name(),
                            String.join(
                                    "\n",
                                    rule.declared().word(),
                                    rule.basis(),
                                    rule.since(),
                                    String.join(", ", rule.needs()),
                                    String.join(", ", rule.parameters()),
                                    rule.overdue() ? "yes" : "",
                                    DrlText.rule(library.code(rule))));
        }
        assertThat(compiled).hasSizeGreaterThan(90);
        compiled.forEach((id, variants) -> {
            Map<String, String> read = new TreeMap<>();
            RuleParts.of(library.files(), id).variants().forEach((name, facets) -> {
                StringBuilder text = new StringBuilder();
                for (String key : List.of("severity", "basis", "since", "needs", "parameters", "overdue", "code")) {
                    text.append(text.length() == 0 ? "" : "\n").append(facets.getOrDefault(key, ""));
                }
                read.put(name, text.toString());
            });
            assertThat(read).as(id).isEqualTo(variants);
        });
    }

    @Test
    void whateverChangesOfARuleIsTold() {
        String page = FILES.paths().stream()
                .filter(path -> path.endsWith("/case-stalled.md"))
                .findFirst()
                .orElseThrow();
        told(edit(FILES, MESSAGES, "case-stalled.title=", "case-stalled.title=Z"), Area.MESSAGE, "id");
        told(edit(FILES, "parameters/sop/stall-limit.yaml", "value: 3", "value: 4"), Area.PARAMETER, null);
        told(edit(FILES, "tests/sop/case-stalled.yaml", "finds: []", "finds: [A]"), Area.CASE, null);
        told(edit(FILES, page, "\n", "\n\nMore.\n"), Area.PAGE, null);
        String rule = declaration("case-stalled");
        told(
                edit(FILES, "drl/sop/time.drl", rule, rule.replaceFirst("@severity\\(\\w+", "@severity(CRITICAL")),
                Area.RULE,
                "severity");
        told(
                edit(FILES, "drl/sop/time.drl", rule, rule.replaceFirst("\\n *then", "\n    eval(true)\nthen")),
                Area.RULE,
                "code");
        byte[] off =
                "rules:\n  - {rule: case-stalled, enabled: false, why: x, basis: y}\n".getBytes(StandardCharsets.UTF_8);
        told(FILES.with("policy.yaml", off), Area.RULE, "policy");
    }

    @Test
    void whatConcernsOtherRulesOrMeansNothingIsNotTold() {
        String rule = declaration("case-stalled");
        String code = FILES.text("drl/sop/time.drl");
        for (RuleSetContent changed : List.of(
                edit(FILES, MESSAGES, "step-late.title=", "step-late.title=Z"),
                edit(FILES, "drl/sop/time.drl", "overrun > 0", "overrun > 1"),
                edit(FILES, "tests/sop/step-late.yaml", "finds: []", "finds: [A]"),
                edit(FILES, "drl/sop/time.drl", rule, "// A remark.\n" + rule),
                FILES.with("drl/sop/time.drl", code.replace(rule, "").getBytes(StandardCharsets.UTF_8))
                        .with(
                                "drl/sop/stalled.drl",
                                (code.substring(0, code.indexOf("rule \"")) + rule)
                                        .getBytes(StandardCharsets.UTF_8)))) {
            assertThat(changes(changed)).isEmpty();
        }
        RuleSetContent without =
                FILES.with("drl/sop/time.drl", code.replace(rule, "").getBytes(StandardCharsets.UTF_8));
        assertThat(RuleParts.of(without, "case-stalled").isThere()).isFalse();
        assertThat(RuleParts.of(FILES, "case-stalled").isThere()).isTrue();
    }

    /** Every file that a rule's parts come from is one of those that concern it. */
    @Test
    void onlyFilesThatConcernARuleAreNeeded() {
        RuleSetContent few = FILES;
        for (String path : FILES.paths()) {
            few = RuleParts.concerns(path, "case-stalled") ? few : few.without(path);
        }
        assertThat(few.paths()).hasSizeLessThan(FILES.paths().size());
        assertThat(RuleParts.between(RuleParts.of(FILES, "case-stalled"), RuleParts.of(few, "case-stalled")))
                .isEmpty();
    }

    /** The rule from its first word to its last. */
    private static String declaration(String id) {
        String code = FILES.text("drl/sop/time.drl");
        int start = code.lastIndexOf("rule \"", code.indexOf("@id(" + id + ")"));
        return code.substring(start, code.indexOf("\nend", start) + "\nend".length());
    }

    private static void told(RuleSetContent changed, Area area, String field) {
        assertThat(changes(changed))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.area()).isEqualTo(area));
        assertThat(field == null || field.equals(changes(changed).get(0).field()))
                .as(changes(changed).toString())
                .isTrue();
    }

    private static List<RuleSetChange> changes(RuleSetContent changed) {
        return RuleParts.between(RuleParts.of(FILES, "case-stalled"), RuleParts.of(changed, "case-stalled"));
    }
}
