package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines of problems that show only when a whole file has been read. They name what is wrong: the step, the value
 * in quotation marks, or the key.
 */
final class YamlLines {

    private static final Pattern STEP = Pattern.compile("^step (\\d+)\\b");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("^([a-z_]+)\\b");

    private YamlLines() {}

    /** The problems with the line of those that have none, as far as it can be told. */
    static List<RuleProblem> locate(List<RuleProblem> problems, String yaml) {
        List<String> lines = yaml.lines().toList();
        return problems.stream()
                .map(p -> p.line() > 0 ? p : new RuleProblem(p.file(), line(p.reason(), lines), p.reason()))
                .toList();
    }

    private static int line(String reason, List<String> lines) {
        int from = 0;
        Matcher step = STEP.matcher(reason);
        if (step.find()) {
            Pattern begins = Pattern.compile("^\\s*-\\s*\\{?\\s*no:\\s*" + step.group(1) + "\\b.*");
            from = find(lines, 0, begins);
        }
        Matcher quoted = QUOTED.matcher(reason);
        if (quoted.find()) {
            int at = find(lines, Math.max(from - 1, 0), Pattern.compile(".*" + Pattern.quote(quoted.group(1)) + ".*"));
            return at > 0 ? at : from;
        }
        Matcher key = KEY.matcher(reason);
        return from > 0 || !key.find() ? from : find(lines, 0, Pattern.compile("^" + key.group(1) + ":.*"));
    }

    /** The number of the first such line, or 0. */
    private static int find(List<String> lines, int from, Pattern wanted) {
        for (int i = from; i < lines.size(); i++) {
            if (wanted.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return 0;
    }
}
