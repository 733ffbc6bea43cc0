package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The text of files of the rule set, which are in UTF-8 without exception. */
final class Utf8 {

    private Utf8() {}

    /**
     * The text, without a byte order mark.
     *
     * @throws RuleSetException if the bytes are not UTF-8; names the line of the first that is not
     */
    static String text(String file, byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw new RuleSetException(List.of(RuleProblem.at(file, line, "text-not-utf-eight", Map.of())));
        }
        return text.length() > 0 && text.charAt(0) == '\ufeff'
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }
}
