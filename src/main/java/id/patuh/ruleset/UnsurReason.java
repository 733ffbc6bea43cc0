package id.patuh.ruleset;

import java.util.List;
import java.util.Map;

/**
 * Violations that help to explain a low unsur of the same unit.
 *
 * @param unsur the unsur's official name
 * @param rules ids of the rules
 * @param subjects subjects of the SOPs concerned; empty for all
 * @param why the connection in words, by language
 */
public record UnsurReason(String unsur, List<String> rules, List<String> subjects, Map<String, String> why) {

    public UnsurReason {
        rules = List.copyOf(rules);
        subjects = List.copyOf(subjects);
        why = Map.copyOf(why);
    }
}
