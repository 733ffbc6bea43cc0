package id.patuh.engine.guard;

import id.patuh.engine.guard.Token.Kind;
import java.util.Map;
import java.util.Set;

/** Goes through the tokens of a rule's text, one after the other. */
final class TokenReader {

    /** Words that every file holds, in their places. */
    static final Set<String> PARTS = Set.of("package", "import", "global", "rule", "when", "then", "end");

    /** What DRL knows and rules may not use; said by its name, since an author may expect it to work. */
    private static final Set<String> CONSTRUCTS = Set.of(
            "function",
            "declare",
            "query",
            "unit",
            "dialect",
            "salience",
            "enabled",
            "timer",
            "duration",
            "calendars",
            "agenda",
            "activation",
            "ruleflow",
            "lock",
            "auto",
            "no",
            "date",
            "attributes",
            "extends",
            "refract",
            "direct",
            "from",
            "accumulate",
            "acc",
            "collect",
            "groupby",
            "eval",
            "forall",
            "entry",
            "window",
            "over",
            "do",
            "if",
            "else",
            "break",
            "or",
            "and",
            "matches",
            "soundslike",
            "str",
            "modify",
            "update",
            "insert",
            "insertLogical",
            "delete",
            "retract",
            "new",
            "while",
            "for",
            "try",
            "throw",
            "return",
            "switch",
            "synchronized",
            "class",
            "instanceof",
            "static",
            "import",
            "package",
            "global",
            "rule",
            "when",
            "then",
            "end",
            "init",
            "action",
            "reverse",
            "result",
            "drools",
            "kcontext",
            "namespace",
            "template");

    private final RuleTokens tokens;
    private Token now;

    TokenReader(String text) {
        this.tokens = new RuleTokens(text);
    }

    /** The token that is read now. */
    Token now() {
        return now;
    }

    /** Whether it is this word or sign. */
    boolean is(String word) {
        return now.is(word);
    }

    /** Its kind. */
    Kind kind() {
        return now.kind();
    }

    /** Its text. */
    String text() {
        return now.text();
    }

    /** Whether it is a word that DRL knows and rules may not use. */
    static boolean isConstruct(Token token) {
        return CONSTRUCTS.contains(token.text());
    }

    /** What stands between the parentheses that follow, as it is written. */
    Token value() throws Refusal {
        return tokens.value();
    }

    /** Goes on at the next line that begins with a rule. */
    void skipToRule() {
        tokens.skipToRule();
    }

    /** Words with points between them. */
    String dotted() throws Refusal {
        StringBuilder name = new StringBuilder(word());
        while (is(".")) {
            advance();
            name.append('.').append(word());
        }
        return name.toString();
    }

    private String word() throws Refusal {
        if (kind() != Kind.WORD) {
            throw unexpected("a.b.c");
        }
        String word = text();
        advance();
        return word;
    }

    /** Goes on behind the word or sign, which must stand here. */
    void expect(String word) throws Refusal {
        if (!is(word)) {
            throw unexpected(word);
        }
        advance();
    }

    /** Goes on behind the word or sign where it stands here. */
    void skip(String word) throws Refusal {
        if (is(word)) {
            advance();
        }
    }

    /** Goes on to the next token. */
    void advance() throws Refusal {
        now = tokens.next();
    }

    /** What stands here is not what must stand here. */
    Refusal unexpected(String expected) {
        if (kind() == Kind.END) {
            return Refusal.of(now, "rule-file-ended", Map.of("expected", expected));
        }
        return kind() == Kind.WORD && isConstruct(now) && !PARTS.contains(text())
                ? Refusal.of(now, "rule-construct-refused", Map.of("construct", text()))
                : Refusal.of(now, "rule-unexpected", Map.of("expected", expected, "found", text()));
    }
}
