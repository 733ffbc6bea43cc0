package id.patuh.engine.guard;

import id.patuh.engine.RuleProblem;
import id.patuh.engine.guard.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first gate: reads the text of rules by a grammar of its own, the small part of DRL that rules need, before anything is
 * built of it. What that grammar has no words for is refused, known or not.
 */
final class RuleText {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_PATTERNS = 4;
    private static final int MOST_CONSTRAINTS = 40;
    private static final int MOST_CALLS = 16;
    private static final int LONGEST_PATH = 16;
    /** Values within values: every further one makes the compilers behind take twice as long. */
    private static final int DEEPEST = 6;

    private static final int LONGEST_NAME = 120;

    private static final Pattern PACKAGE = Pattern.compile("rules(?:\\.[a-z][a-z0-9_]*)+");
    /** A rule as it is found by line afterwards. */
    private static final Pattern RULE_LINE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+\"");

    private static final Pattern WORD_VALUE = Pattern.compile("\\s*[A-Za-z]+\\s*");
    private static final Pattern LISTED_VALUE = Pattern.compile("\\s*[a-z0-9](?:[a-z0-9._:-]|/(?!/))*\\s*");

    private static final Set<String> ANNOTATIONS = Set.of("id", "severity", "basis", "since", "needs", "parameters");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
    /** Words that every file holds, in their places. */
    private static final Set<String> PARTS = Set.of("package", "import", "global", "rule", "when", "then", "end");

    private static final Set<String> DRAFT = Set.of("expected", "actual", "with", "about", "inAnyRound", "at");

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

    private final String file;
    private final String text;
    private final boolean table;
    private final Vocabulary vocabulary;
    private final RuleTokens tokens;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private final Set<String> bound = new HashSet<>();
    private Token token;
    private boolean reports;
    private int depth;

    /**
     * @param table whether the rules were made of a decision table, whose rules give grades
     */
    private RuleText(String file, String text, boolean table, Vocabulary vocabulary) {
        this.file = file;
        this.text = text;
        this.table = table;
        this.vocabulary = vocabulary;
        this.tokens = new RuleTokens(text);
    }

    /** What is refused in the text, at most one problem a rule, by line and column of the text. */
    static List<RuleProblem> problems(String file, String text, boolean table, Vocabulary vocabulary) {
        RuleText read = new RuleText(file, text, table, vocabulary);
        read.readAll();
        return read.problems;
    }

    private void readAll() {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(RuleProblem.of(file, "rule-file-long", Map.of("limit", Integer.toString(MOST_CHARACTERS))));
            return;
        }
        try {
            advance();
            readHead();
        } catch (Refusal e) {
            add(e);
            resume();
        }
        while (token.kind() != Kind.END) {
            try {
                readRule();
            } catch (Refusal e) {
                add(e);
                resume();
            }
        }
    }

    private void resume() {
        while (true) {
            tokens.skipToRule();
            try {
                advance();
                return;
            } catch (Refusal e) {
                add(e);
            }
        }
    }

    private void add(Refusal refusal) {
        int line = 1
                + (int) text.substring(0, refusal.at())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = refusal.at() - text.lastIndexOf('\n', refusal.at() - 1);
        problems.add(new RuleProblem(file, line, column, null, null, refusal.reason(), refusal.details()));
    }

    private void readHead() throws Refusal {
        Token start = token;
        expect("package");
        Token first = token;
        String name = dotted();
        // Parts of any number would be too many for the pattern.
        if (name.length() > LONGEST_NAME || !PACKAGE.matcher(name).matches()) {
            throw refusal(first, "rule-package-refused", Map.of("package", shortened(name)));
        }
        if (!beginsLine(start) || !text.startsWith("package " + name, start.at())) {
            throw refusal(start, "rule-line-refused", Map.of("line", "package " + name));
        }
        skip(";");
        while (token.is("import")) {
            advance();
            Token named = token;
            String type = token.is("function") || token.is("accumulate") || token.is("static") ? "" : dotted();
            if (!vocabulary.importable().contains(type)) {
                throw refusal(
                        named, "rule-import-refused", Map.of("type", shortened(type.isEmpty() ? named.text() : type)));
            }
            imported.add(type.substring(type.lastIndexOf('.') + 1));
            skip(";");
        }
        if (token.is("global")) {
            Token global = token;
            advance();
            if (!token.is("Violations") || !imported.contains("Violations")) {
                throw refusal(global, "rule-global-refused", Map.of());
            }
            advance();
            if (!token.is("violations")) {
                throw refusal(global, "rule-global-refused", Map.of());
            }
            reports = true;
            advance();
            skip(";");
        }
    }

    private void readRule() throws Refusal {
        if (!token.is("rule")) {
            throw unexpected("rule");
        }
        bound.clear();
        depth = 0;
        Token rule = token;
        advance();
        if (token.kind() != Kind.TEXT
                || token.text().length() > LONGEST_NAME
                || token.text().isBlank()) {
            throw refusal(token, "rule-name-unreadable", Map.of("limit", Integer.toString(LONGEST_NAME)));
        }
        if (!RULE_LINE.matcher(text).region(lineStart(rule), text.length()).lookingAt()) {
            throw refusal(rule, "rule-line-refused", Map.of("line", "rule \"" + token.text() + "\""));
        }
        advance();
        while (token.is("@")) {
            readAnnotation();
        }
        expect("when");
        for (int n = 0; !token.is("then"); n++) {
            if (n == MOST_PATTERNS) {
                throw refusal(token, "rule-patterns-many", Map.of("limit", Integer.toString(MOST_PATTERNS)));
            }
            readPattern();
        }
        advance();
        if (table) {
            readGrade();
        } else {
            readReport();
        }
        if (!token.is("end")) {
            throw refusal(token, "rule-consequence-refused", Map.of());
        }
        advance();
    }

    private void readAnnotation() throws Refusal {
        Token name = tokens.next();
        if (name.kind() != Kind.WORD || !ANNOTATIONS.contains(name.text())) {
            throw refusal(name, "rule-annotation-refused", Map.of("known", String.join(", ", sorted(ANNOTATIONS))));
        }
        Token value = tokens.value();
        // A dotted name of a class would be looked up while the rule is built.
        if (!value.text().isBlank() && !isValue(value.text())) {
            throw refusal(value, "rule-annotation-value-refused", Map.of());
        }
        advance();
    }

    private static boolean isValue(String value) {
        return WORD_VALUE.matcher(value).matches()
                || Arrays.stream(value.split(",", -1))
                        .allMatch(part -> LISTED_VALUE.matcher(part).matches());
    }

    private void readPattern() throws Refusal {
        if (token.is("not") || token.is("exists")) {
            advance();
        }
        if (token.kind() == Kind.VARIABLE) {
            bound.add(token.text());
            advance();
            expect(":");
        }
        if (token.kind() != Kind.WORD) {
            throw unexpected("not, exists, then");
        }
        if (!imported.contains(token.text()) || !vocabulary.isFact(token.text())) {
            throw CONSTRUCTS.contains(token.text())
                    ? refusal(token, "rule-construct-refused", Map.of("construct", token.text()))
                    : refusal(token, "rule-type-refused", Map.of("type", token.text()));
        }
        advance();
        expect("(");
        for (int n = 0; !token.is(")"); n++) {
            if (n > 0) {
                expect(",");
            }
            if (n == MOST_CONSTRAINTS) {
                throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(MOST_CONSTRAINTS)));
            }
            readConstraint();
        }
        advance();
        if (token.is("from") || token.is("over")) {
            throw refusal(token, "rule-construct-refused", Map.of("construct", token.text()));
        }
    }

    /** A condition, or a variable for what it names. */
    private void readConstraint() throws Refusal {
        if (token.kind() == Kind.VARIABLE) {
            Token variable = token;
            advance();
            if (token.is(":")) {
                bound.add(variable.text());
                advance();
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
        for (int n = 0; token.is("&&") || token.is("||"); n++) {
            if (n == MOST_CONSTRAINTS) {
                throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(MOST_CONSTRAINTS)));
            }
            advance();
            if (COMPARISONS.contains(token.text())) {
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
        if (token.kind() == Kind.SIGN && COMPARISONS.contains(token.text())) {
            advance();
            readSum();
        } else {
            skip("not");
            if (token.is("contains") || token.is("memberOf")) {
                advance();
                readSum();
            } else if (token.is("in")) {
                advance();
                expect("(");
                readArguments();
            }
        }
    }

    private void readSum() throws Refusal {
        readValue();
        for (int n = 0; token.is("+") || token.is("-"); n++) {
            if (n == LONGEST_PATH) {
                throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(LONGEST_PATH)));
            }
            advance();
            readValue();
        }
    }

    private void readValue() throws Refusal {
        if (++depth > DEEPEST) {
            throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(DEEPEST)));
        }
        if (token.is("!")) {
            advance();
            readValue();
        } else if (token.is("-")) {
            advance();
            if (token.kind() != Kind.NUMBER) {
                throw unexpected("1");
            }
            advance();
        } else if (token.is("(")) {
            advance();
            readCondition();
            expect(")");
        } else if (token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER) {
            advance();
        } else if (token.kind() == Kind.WORD || token.kind() == Kind.VARIABLE) {
            Token first = token;
            advance();
            readPath(first);
        } else {
            throw unexpected("$a, 1, \"A\"");
        }
        depth--;
    }

    /** What begins with a variable, a property, a method or a type, and goes on with properties and methods. */
    private void readPath(Token first) throws Refusal {
        if (first.kind() == Kind.VARIABLE) {
            if (!bound.contains(first.text())) {
                throw refusal(first, "rule-variable-unknown", Map.of("variable", first.text()));
            }
        } else if (Set.of("true", "false", "null").contains(first.text())) {
            return;
        } else if (token.is(".") && imported.contains(first.text())) {
            advance();
            if (!vocabulary.isConstant(first.text(), token.text())) {
                throw refusal(token, "rule-word-refused", Map.of("word", first.text() + "." + token.text()));
            }
            advance();
        } else if (!first.is("this")) {
            readMember(first);
        }
        for (int n = 0; token.is("."); n++) {
            if (n == LONGEST_PATH) {
                throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(LONGEST_PATH)));
            }
            advance();
            Token member = token;
            advance();
            readMember(member);
        }
    }

    private void readMember(Token name) throws Refusal {
        // A line that begins with the word "rule" begins a rule to whoever reads line by line.
        if (name.is("rule") || PARTS.contains(name.text()) && !vocabulary.knows(name.text())) {
            throw refusal(name, "rule-unexpected", Map.of("expected", ")", "found", name.text()));
        }
        if (name.kind() != Kind.WORD || !vocabulary.knows(name.text())) {
            throw CONSTRUCTS.contains(name.text())
                    ? refusal(name, "rule-construct-refused", Map.of("construct", name.text()))
                    : refusal(name, "rule-word-refused", Map.of("word", name.text()));
        }
        if (token.is("(")) {
            advance();
            readArguments();
        }
    }

    /** Up to the closing parenthesis. */
    private void readArguments() throws Refusal {
        for (int n = 0; !token.is(")"); n++) {
            if (n > 0) {
                expect(",");
            }
            if (n == MOST_CONSTRAINTS) {
                throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(MOST_CONSTRAINTS)));
            }
            readSum();
        }
        advance();
    }

    private void readReport() throws Refusal {
        if (!reports) {
            throw refusal(token, "rule-global-refused", Map.of());
        }
        for (String word : List.of("violations", ".", "report", "(", "drools", ".", "getRule", "(", ")", ",")) {
            expectConsequence(word);
        }
        readSum();
        expectConsequence(")");
        for (int n = 0; token.is("."); n++) {
            if (n == MOST_CALLS) {
                throw refusal(token, "rule-condition-long", Map.of("limit", Integer.toString(MOST_CALLS)));
            }
            advance();
            if (!DRAFT.contains(token.text())) {
                throw refusal(token, "rule-consequence-refused", Map.of());
            }
            advance();
            expectConsequence("(");
            readArguments();
        }
        expectConsequence(";");
    }

    private void readGrade() throws Refusal {
        if (token.kind() != Kind.VARIABLE || !bound.contains(token.text())) {
            throw refusal(token, "rule-consequence-refused", Map.of());
        }
        advance();
        for (String word : List.of(".", "grade", "(")) {
            expectConsequence(word);
        }
        for (String after : List.of(",", ")")) {
            if (token.kind() != Kind.TEXT) {
                throw refusal(token, "rule-consequence-refused", Map.of());
            }
            advance();
            expectConsequence(after);
        }
        expectConsequence(";");
    }

    private void expectConsequence(String word) throws Refusal {
        if (!token.is(word)) {
            throw refusal(token, "rule-consequence-refused", Map.of());
        }
        advance();
    }

    private String dotted() throws Refusal {
        StringBuilder name = new StringBuilder(word());
        while (token.is(".")) {
            advance();
            name.append('.').append(word());
        }
        return name.toString();
    }

    private String word() throws Refusal {
        if (token.kind() != Kind.WORD) {
            throw unexpected("a.b.c");
        }
        String word = token.text();
        advance();
        return word;
    }

    private void expect(String word) throws Refusal {
        if (!token.is(word)) {
            throw unexpected(word);
        }
        advance();
    }

    private void skip(String word) throws Refusal {
        if (token.is(word)) {
            advance();
        }
    }

    private void advance() throws Refusal {
        token = tokens.next();
    }

    private Refusal unexpected(String expected) {
        return token.kind() == Kind.WORD && CONSTRUCTS.contains(token.text()) && !PARTS.contains(token.text())
                ? refusal(token, "rule-construct-refused", Map.of("construct", token.text()))
                : refusal(token, "rule-unexpected", Map.of("expected", expected, "found", token.text()));
    }

    private static Refusal refusal(Token at, String reason, Map<String, String> details) {
        return new Refusal(at.at(), reason, details);
    }

    private int lineStart(Token of) {
        return text.lastIndexOf('\n', of.at()) + 1;
    }

    private boolean beginsLine(Token token) {
        return text.substring(lineStart(token), token.at()).isBlank();
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
