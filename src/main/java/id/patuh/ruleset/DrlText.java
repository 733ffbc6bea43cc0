package id.patuh.ruleset;

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

    private DrlText() {}

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
