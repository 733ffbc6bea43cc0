package id.patuh.engine;

/**
 * A file of rules: DRL, or a decision table where the path ends in {@code .drl.csv}.
 *
 * @param path the file as the rule set names it
 * @param text its content
 */
public record RuleSource(String path, String text) {

    boolean isTable() {
        return path.endsWith(".drl.csv");
    }
}
