package id.patuh.engine;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something wrong in a file of a rule set.
 *
 * @param file the file as the rule set names it
 * @param line from 1, or 0 when it cannot be told
 * @param column from 1, or 0 when the line as a whole is meant
 * @param key what in the file is wrong: a key with the keys around it ({@code steps[3].within}, from 1), the heading of a
 *     table's column, an annotation; null for all of it
 * @param value what stands there, or null
 * @param reason key of the text that says why, in {@code id/patuh/ruleset/reasons.properties}
 * @param details values that the text names
 */
public record RuleProblem(
        String file, int line, int column, String key, String value, String reason, Map<String, String> details) {

    public RuleProblem {
        details = Map.copyOf(details);
    }

    /** A problem with a whole file, or with a folder. */
    public static RuleProblem of(String file, String reason, Map<String, String> details) {
        return new RuleProblem(file, 0, 0, null, null, reason, details);
    }

    /** A problem with a line. */
    public static RuleProblem at(String file, int line, String reason, Map<String, String> details) {
        return new RuleProblem(file, line, 0, null, null, reason, details);
    }

    /** The same problem in a file of another name. */
    public RuleProblem in(String otherFile) {
        return new RuleProblem(otherFile, line, column, key, value, reason, details);
    }

    /** Where it is, as compilers write it, and what stands there. */
    public String place() {
        return file
                + (line > 0 ? ":" + line : "")
                + (column > 0 ? ":" + column : "")
                + (key == null && value == null ? "" : ":")
                + (key == null ? "" : " " + key)
                + (value == null ? "" : " \"" + value + "\"")
                + ":";
    }

    /** For logs and stack traces; users are given the reason's text. */
    @Override
    public String toString() {
        return place() + " " + reason
                + details.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", details.isEmpty() ? "" : " (", details.isEmpty() ? "" : ")"));
    }
}
