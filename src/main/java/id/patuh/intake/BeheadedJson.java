package id.patuh.intake;

import java.io.IOException;
import java.util.regex.Pattern;

/** Recognises JSON of which the beginning is lost, so that it does not begin with a bracket: as a table it is nonsense. */
final class BeheadedJson {

    private static final Pattern MEMBER =
            Pattern.compile("\\s*+\"?[\\w .-]{1,60}\"\\s*:\\s*([\"{\\[\\d-]|true|false|null).*", Pattern.DOTALL);

    private BeheadedJson() {}

    /** Whether the first line begins within an object, and the next, if there is any, is JSON too. */
    static boolean is(SourceFile file) throws IOException {
        try (Lines lines = new Lines(file.open())) {
            return lines.next() && MEMBER.matcher(lines.text()).matches() && (!lines.next() || isJson(lines.text()));
        }
    }

    /** Whether objects stand one a line below the first one. */
    static boolean hasLines(SourceFile file) throws IOException {
        try (Lines lines = new Lines(file.open())) {
            return lines.next() && lines.text().strip().endsWith("}") && lines.next() && isObject(lines.text());
        }
    }

    private static boolean isJson(String line) {
        String text = line.strip();
        return isObject(text)
                || "{[]}".indexOf(text.charAt(0)) >= 0
                || MEMBER.matcher(text).matches();
    }

    private static boolean isObject(String line) {
        String text = line.strip();
        return text.startsWith("{") && text.endsWith("}");
    }
}
