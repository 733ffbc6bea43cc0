package id.patuh.engine.guard;

import id.patuh.engine.guard.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text of rules into tokens, and knows no others than rules need. No backslash stands anywhere, so that no escape
 * means something else to the compilers behind; no comment but of single lines, so that no part of the text is a rule to one
 * reader and a comment to another.
 */
final class RuleTokens {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_]*");
    // Java takes digits after a nought for octal ones.
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9]\\d{0,14})(\\.\\d{1,15})?[BIL]?(?![A-Za-z0-9_.])");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\r\\n]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\(([^()\\r\\n]*)\\)");

    /** What the compilers could take for code is not among them. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,:;/_%+*=<>?!'&#()–—-]*");

    private static final List<String> SIGNS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", ",", ".", ":", ";", "+", "-", "@");

    /** What people, and their word processors, write for quotation marks. */
    private static final String QUOTES = "'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb";

    private final String text;
    private int at;

    RuleTokens(String text) {
        this.text = text;
    }

    /** The next token; the last one again and again. */
    Token next() throws Refusal {
        skipBlanks();
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        for (Kind kind : List.of(Kind.WORD, Kind.VARIABLE, Kind.NUMBER)) {
            Token token = take(kind, kind == Kind.WORD ? WORD : kind == Kind.VARIABLE ? VARIABLE : NUMBER);
            if (token != null) {
                return token;
            }
        }
        char c = text.charAt(at);
        if (c == '"') {
            return text();
        }
        if (Character.isDigit(c)) {
            throw refusal("rule-number-refused", Map.of());
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Kind.SIGN, sign, at - sign.length());
            }
        }
        if (c == '=') {
            throw refusal("rule-equals-refused", Map.of());
        }
        throw refusal(
                QUOTES.indexOf(c) >= 0 ? "rule-quote-refused" : "rule-character-refused",
                Map.of("character", shown(text.codePointAt(at))));
    }

    /** What stands between the parentheses that follow, as it is written. */
    Token value() throws Refusal {
        skipBlanks();
        Matcher value = VALUE.matcher(text).region(at, text.length());
        if (!value.lookingAt()) {
            throw refusal("rule-annotation-unreadable", Map.of());
        }
        at = value.end();
        return new Token(Kind.TEXT, value.group(1), value.start(1));
    }

    /** Goes on at the next line that begins with a rule. */
    void skipToRule() {
        Matcher rule = Pattern.compile("(?m)^[ \\t]*rule\\b").matcher(text);
        int from = text.indexOf('\n', at);
        at = from >= 0 && rule.find(from) ? rule.start() : text.length();
    }

    private Token take(Kind kind, Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return new Token(kind, matcher.group(), matcher.start());
    }

    private Token text() throws Refusal {
        Matcher literal = TEXT.matcher(text).region(at, text.length());
        if (!literal.lookingAt()) {
            throw refusal("rule-text-unclosed", Map.of());
        }
        Matcher plain = PLAIN.matcher(literal.group(1));
        if (!plain.matches()) {
            plain.reset().lookingAt();
            at = literal.start(1) + plain.end();
            throw refusal("rule-text-refused", Map.of("character", shown(text.codePointAt(at))));
        }
        at = literal.end();
        return new Token(Kind.TEXT, literal.group(1), literal.start());
    }

    private void skipBlanks() throws Refusal {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                skipComment();
            } else if (text.startsWith("/*", at)) {
                throw refusal("rule-comment-refused", Map.of());
            } else if (isBlank(at)) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Whatever else some compiler takes for the end of a line must not end a comment there. */
    private void skipComment() throws Refusal {
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '\\'
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                    || Character.isISOControl(c) && !isBlank(at)) {
                throw refusal("rule-character-refused", Map.of("character", shown(c)));
            }
            at++;
        }
    }

    private boolean isBlank(int i) {
        char c = text.charAt(i);
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' && text.startsWith("\n", i + 1);
    }

    private static String shown(int character) {
        boolean printable = Character.isLetterOrDigit(character) || character > ' ' && character < 127;
        return printable ? Character.toString(character) : String.format("U+%04X", character);
    }

    private Refusal refusal(String reason, Map<String, String> details) {
        return new Refusal(at, reason, details);
    }
}
