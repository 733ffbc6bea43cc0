package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import id.patuh.wording.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is wrong with the content of one YAML file, gathered while it is made sense of. */
public final class YamlProblems {

    private final YamlFile file;
    private final List<RuleProblem> found = new ArrayList<>();

    /** None yet. */
    public YamlProblems(YamlFile file) {
        this.file = file;
    }

    /** Adds one with the value of a key. */
    public void add(String key, String reason) {
        add(key, reason, Map.of());
    }

    /** The same, with values that its text names. */
    public void add(String key, String reason, Map<String, String> details) {
        found.add(file.problem(key, reason, details));
    }

    /** Says that no such key can stand there. */
    void addUnknown(String key, String name, Collection<String> known) {
        Nearest.to(name, known)
                .ifPresentOrElse(
                        near -> add(key, "key-misspelt", Map.of("near", near)),
                        () -> add(key, "key-unrecognised", Map.of("known", String.join(", ", known))));
    }

    /** Demands a value; whether it is there. */
    public boolean require(String key, Object value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(key, "key-absent");
            return false;
        }
        return true;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Each once, in the order in which they stand in the file. */
    public List<RuleProblem> found() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column))
                .toList();
    }
}
