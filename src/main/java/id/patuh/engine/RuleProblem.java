package id.patuh.engine;

/**
 * Something wrong in a file of a rule set.
 *
 * @param file the file as the rule set names it
 * @param line from 1, or 0 when it cannot be told
 * @param reason what is wrong
 */
public record RuleProblem(String file, int line, String reason) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
