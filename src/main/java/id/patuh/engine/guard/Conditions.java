package id.patuh.engine.guard;

import id.patuh.engine.guard.Token.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of one rule, and the values in its consequence. */
final class Conditions {

    private static final int MOST_CONSTRAINTS = 40;
    private static final int LONGEST_PATH = 16;
    /** Values within values: every further one makes the compilers behind take twice as long. */
    private static final int DEEPEST = 6;

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private final TokenReader tokens;
    private final Vocabulary vocabulary;
    private final Set<String> imported;
    private final Set<String> bound = new HashSet<>();
    private int depth;

    /** @param imported simple names of the types that may be named */
    Conditions(TokenReader tokens, Vocabulary vocabulary, Set<String> imported) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
        this.imported = imported;
    }

    /** Takes a variable for known from here on. */
    void bind(Token variable) {
        bound.add(variable.text());
    }

    /** Whether a variable is known here. */
    boolean isBound(Token variable) {
        return variable.kind() == Kind.VARIABLE && bound.contains(variable.text());
    }

    /** What stands between the parentheses of a pattern, the closing one included. */
    void readConstraints() throws Refusal {
        for (int n = 0; !tokens.is(")"); n++) {
            if (n > 0) {
                expectFurther();
            }
            if (n == MOST_CONSTRAINTS) {
                throw tooLong(MOST_CONSTRAINTS);
            }
            readConstraint();
        }
        tokens.advance();
    }

    private void expectFurther() throws Refusal {
        if (!tokens.is(",")) {
            throw tokens.unexpected(") ,");
        }
        tokens.advance();
    }

    /** Why a word is no type that may stand here: nobody imported it, or it is none. */
    Refusal unknownType(Token word) {
        return vocabulary
                .fullName(word.text())
                .filter(type -> !imported.contains(word.text()))
                .map(type -> Refusal.of(word, "rule-import-absent", Map.of("type", type)))
                .orElseGet(() -> misspelt(word, vocabulary.factNear(word.text()))
                        .orElseGet(() -> Refusal.of(word, "rule-type-refused", Map.of("type", word.text()))));
    }

    private static Optional<Refusal> misspelt(Token word, Optional<String> near) {
        return near.map(meant -> Refusal.of(word, "rule-word-misspelt", Map.of("word", word.text(), "near", meant)));
    }

    private Refusal unknownWord(Token word) {
        if (TokenReader.isConstruct(word)) {
            return Refusal.of(word, "rule-construct-refused", Map.of("construct", word.text()));
        }
        return misspelt(word, vocabulary.wordNear(word.text()))
                .orElseGet(() -> Refusal.of(word, "rule-word-refused", Map.of("word", word.text())));
    }

    /** A condition, or a variable for what it names. */
    private void readConstraint() throws Refusal {
        if (tokens.kind() == Kind.VARIABLE) {
            Token variable = tokens.now();
            tokens.advance();
            if (tokens.is(":")) {
                bind(variable);
                tokens.advance();
                readSum();
                return;
            }
            readPath(variable);
            readComparison();
        } else {
            readComparable();
        }
        readFurther();
    }

    private void readCondition() throws Refusal {
        readComparable();
        readFurther();
    }

    private void readFurther() throws Refusal {
        for (int n = 0; tokens.is("&&") || tokens.is("||"); n++) {
            if (n == MOST_CONSTRAINTS) {
                throw tooLong(MOST_CONSTRAINTS);
            }
            tokens.advance();
            if (COMPARISONS.contains(tokens.text())) {
                readComparison();
            } else {
                readComparable();
            }
        }
    }

    private void readComparable() throws Refusal {
        readSum();
        readComparison();
    }

    private void readComparison() throws Refusal {
        if (tokens.kind() == Kind.SIGN && COMPARISONS.contains(tokens.text())) {
            Token sign = tokens.now();
            tokens.advance();
            if (sign.is("<") && tokens.is(">")) {
                throw Refusal.of(sign, "rule-unexpected", Map.of("expected", "!=", "found", "<>"));
            }
            readSum();
        } else {
            tokens.skip("not");
            if (tokens.is("contains") || tokens.is("memberOf")) {
                tokens.advance();
                readSum();
            } else if (tokens.is("in")) {
                tokens.advance();
                tokens.expect("(");
                readArguments();
            }
        }
    }

    /** A value, or several with + or - between them. */
    void readSum() throws Refusal {
        readValue();
        for (int n = 0; tokens.is("+") || tokens.is("-"); n++) {
            if (n == LONGEST_PATH) {
                throw tooLong(LONGEST_PATH);
            }
            tokens.advance();
            readValue();
        }
    }

    private void readValue() throws Refusal {
        if (++depth > DEEPEST) {
            throw tooLong(DEEPEST);
        }
        if (tokens.is("!")) {
            tokens.advance();
            readValue();
        } else if (tokens.is("-")) {
            tokens.advance();
            if (tokens.kind() != Kind.NUMBER) {
                throw tokens.unexpected("1");
            }
            tokens.advance();
        } else if (tokens.is("(")) {
            tokens.advance();
            readCondition();
            tokens.expect(")");
        } else if (tokens.kind() == Kind.TEXT || tokens.kind() == Kind.NUMBER) {
            tokens.advance();
        } else if (tokens.kind() == Kind.WORD || tokens.kind() == Kind.VARIABLE) {
            Token first = tokens.now();
            tokens.advance();
            readPath(first);
        } else {
            throw tokens.unexpected("$a, 1, \"A\"");
        }
        depth--;
    }

    /** What begins with a variable, a property, a method or a type, and goes on with properties and methods. */
    private void readPath(Token first) throws Refusal {
        if (first.kind() == Kind.VARIABLE) {
            if (!bound.contains(first.text())) {
                throw Refusal.of(first, "rule-variable-unknown", Map.of("variable", first.text()));
            }
        } else if (Set.of("true", "false", "null").contains(first.text())) {
            return;
        } else if (tokens.is(".") && imported.contains(first.text())) {
            tokens.advance();
            if (!vocabulary.isConstant(first.text(), tokens.text())) {
                throw Refusal.of(tokens.now(), "rule-word-refused", Map.of("word", first.text() + "." + tokens.text()));
            }
            tokens.advance();
        } else if (!first.is("this")) {
            readMember(first);
        }
        for (int n = 0; tokens.is("."); n++) {
            if (n == LONGEST_PATH) {
                throw tooLong(LONGEST_PATH);
            }
            tokens.advance();
            Token member = tokens.now();
            tokens.advance();
            readMember(member);
        }
    }

    private void readMember(Token name) throws Refusal {
        // A line that begins with the word "rule" begins a rule to whoever reads line by line.
        if (name.is("rule") || TokenReader.PARTS.contains(name.text()) && !vocabulary.knows(name.text())) {
            throw Refusal.of(name, "rule-unexpected", Map.of("expected", ")", "found", name.text()));
        }
        if (tokens.is(".") && vocabulary.fullName(name.text()).isPresent()) {
            throw unknownType(name);
        }
        if (name.kind() != Kind.WORD || !vocabulary.knows(name.text())) {
            throw unknownWord(name);
        }
        if (tokens.is("(")) {
            tokens.advance();
            readArguments();
        }
    }

    /** Up to the closing parenthesis. */
    void readArguments() throws Refusal {
        for (int n = 0; !tokens.is(")"); n++) {
            if (n > 0) {
                expectFurther();
            }
            if (n == MOST_CONSTRAINTS) {
                throw tooLong(MOST_CONSTRAINTS);
            }
            readSum();
        }
        tokens.advance();
    }

    private Refusal tooLong(int limit) {
        return Refusal.limit(tokens.now(), "rule-condition-long", limit);
    }
}
