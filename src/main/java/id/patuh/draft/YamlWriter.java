package id.patuh.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes lines of YAML, quoting whatever could be taken for something else. */
final class YamlWriter {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\d_./ -]*[\\p{L}\\d]|\\p{L}");
    private static final Set<String> RESERVED = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    YamlWriter line(String line) {
        text.append(line).append('\n');
        return this;
    }

    YamlWriter comment(String comment) {
        return line("# " + flat(comment));
    }

    /** A comment that stands behind a line. */
    static String behind(String comment) {
        return comment.isEmpty() ? "" : "  # " + flat(comment);
    }

    static String quote(String value) {
        if (PLAIN.matcher(value).matches() && !RESERVED.contains(value.toLowerCase(Locale.ROOT))) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c > 0x2027 && c < 0x202a) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    static String list(List<String> values) {
        return values.stream().map(YamlWriter::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String flat(String comment) {
        return comment.replaceAll("[\\p{Cntrl}\\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
