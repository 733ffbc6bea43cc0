package id.patuh.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** DRL without what carries no meaning. */
final class DrlText {

    /** A string, a comment, or anything else. */
    private static final Pattern PARTS = Pattern.compile(
            "(\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')|//[^\\n]*|/\\*.*?\\*/|([^\"'/]+|.)",
            Pattern.DOTALL);

    private static final Pattern ANNOTATION = Pattern.compile("^\\s*@\\w+\\(.*\\)\\s*$", Pattern.MULTILINE);
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*(?:package|import|global)\\b.*$", Pattern.MULTILINE);

    private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+(?:\"([^\"]*)\"|'([^']*)'|(\\S+)).*$");
    private static final Pattern END = Pattern.compile("(?:^|[\\s;}])end\\s*$");
    private static final Pattern DECLARES = Pattern.compile("@(\\w+)\\(\\s*(.*?)\\s*\\)\\s*$", Pattern.MULTILINE);

    /**
     * A rule as a file declares it.
     *
     * @param annotations values by name, as they are written; those of severities as words
     * @param code all of it, without comments
     */
    record Declared(String name, Map<String, String> annotations, String code) {}

    private DrlText() {}

    /** The rules of a file that compiles, in order. */
    static List<Declared> declared(String text) {
        List<Declared> declared = new ArrayList<>();
        List<String> lines = withoutComments(text).lines().toList();
        int at = 0;
        while (at < lines.size()) {
            Matcher rule = RULE.matcher(lines.get(at));
            if (!rule.matches()) {
                at++;
                continue;
            }
            String code = declaredAt(lines, at);
            String name = rule.group(1) != null ? rule.group(1) : rule.group(2) != null ? rule.group(2) : rule.group(3);
            declared.add(new Declared(name, annotations(code), code));
            at += (int) code.lines().count();
        }
        return declared;
    }

    private static Map<String, String> annotations(String code) {
        Map<String, String> annotations = new LinkedHashMap<>();
        Matcher annotation = DECLARES.matcher(code);
        while (annotation.find()) {
            String value = annotation.group(2).replaceAll("\\s*,\\s*", ", ");
            annotations.put(
                    annotation.group(1),
                    annotation.group(1).equals("severity") ? value.toLowerCase(Locale.ROOT) : value);
        }
        return annotations;
    }

    /** The rule that begins in a line, to its end. */
    static String declaredAt(List<String> lines, int first) {
        int end = first;
        while (end < lines.size() - 1 && !END.matcher(lines.get(end)).find()) {
            end++;
        }
        return String.join("\n", lines.subList(first, end + 1));
    }

    /** A rule's lines without comments, annotations (which the catalogue tells) and blank lines. */
    static String rule(String code) {
        return lines(ANNOTATION.matcher(withoutComments(code)).replaceAll(""));
    }

    /** The lines of a file that are left when its rules are taken out, without comments and declarations. */
    static String rest(String code) {
        return lines(DECLARATION.matcher(withoutComments(code)).replaceAll(""));
    }

    /** The text on one line, with no more blanks than it needs outside of strings. */
    static String squeezed(String code) {
        StringBuilder squeezed = new StringBuilder();
        Matcher parts = PARTS.matcher(code);
        while (parts.find()) {
            squeezed.append(
                    parts.group(1) != null
                            ? parts.group(1)
                            : parts.group().replaceAll("\\s+", " ").replaceAll("(?<=[^\\w$]) | (?=[^\\w$])", ""));
        }
        return squeezed.toString().strip();
    }

    private static String withoutComments(String code) {
        StringBuilder kept = new StringBuilder();
        Matcher parts = PARTS.matcher(code);
        while (parts.find()) {
            boolean comment = parts.group(1) == null && parts.group(2) == null;
            kept.append(comment ? "" : parts.group());
        }
        return kept.toString();
    }

    private static String lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
