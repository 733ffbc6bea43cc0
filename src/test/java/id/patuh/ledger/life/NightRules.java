package id.patuh.ledger.life;

import id.patuh.engine.RuleCache;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rule sets that follow each other.
 *
 * @param applied ids of the rules that it applies
 */
record NightRules(RuleSetContent files, RuleSet ruleSet, Set<String> applied) {

    static final String SWITCHED_OFF = "case-stalled";
    static final String REMOVED = "time-reversed";
    private static final Set<String> ALL =
            Set.of("case-stalled", "step-late", "step-overdue", "time-in-future", "time-reversed");

    static final NightRules WHOLE = of(SmallRules.FILES, Set.of());
    static final NightRules WITH_ONE_OFF = of(switchedOff(SmallRules.FILES), Set.of(SWITCHED_OFF));
    static final NightRules WITHOUT_ONE = of(removed(SmallRules.FILES), Set.of(REMOVED));

    private static NightRules of(RuleSetContent files, Set<String> missing) {
        Set<String> applied = ALL.stream().filter(id -> !missing.contains(id)).collect(Collectors.toSet());
        return new NightRules(files, RuleSetReader.read(files, RuleCache.none()), applied);
    }

    private static RuleSetContent switchedOff(RuleSetContent files) {
        return SmallRules.edit(
                files,
                "policy.yaml",
                "rules: []",
                "rules:\n  - rule: " + SWITCHED_OFF + "\n    enabled: false\n    why: sedang direvisi\n"
                        + "    basis: patuh-policy/konsistensi-log");
    }

    private static RuleSetContent removed(RuleSetContent files) {
        RuleSetContent without = files;
        for (String path : files.paths()) {
            if (path.startsWith("messages/")) {
                String texts = text(files, path)
                        .lines()
                        .filter(line -> !line.startsWith(REMOVED))
                        .collect(Collectors.joining("\n", "", "\n"));
                without = without.with(path, texts.getBytes(StandardCharsets.UTF_8));
            } else if (path.startsWith("drl/")) {
                String code = text(files, path)
                        .replaceFirst("(?s)rule \"[^\"]*\"\\s*@id\\(" + REMOVED + "\\).*?\\nend\\n", "");
                without = without.with(path, code.getBytes(StandardCharsets.UTF_8));
            } else if (path.contains("/" + REMOVED + ".")) {
                without = without.without(path);
            }
        }
        return without;
    }

    private static String text(RuleSetContent files, String path) {
        return new String(files.bytes(path), StandardCharsets.UTF_8);
    }
}
