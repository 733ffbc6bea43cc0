package id.patuh.engine.guard;

/**
 * A word, text, number or sign of a rule.
 *
 * @param at offset in the rule's text
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        WORD,
        VARIABLE,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String other) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(other);
    }
}
