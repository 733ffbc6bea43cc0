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
    private static final int MOST_CALLS = 16;

    private static final int LONGEST_NAME = 120;

    private static final Pattern PACKAGE = Pattern.compile("rules(?:\\.[a-z][a-z0-9_]*)+");
    /** A rule as it is found by line afterwards. */
    private static final Pattern RULE_LINE = Pattern.compile("(?m)^[ \\t]*rule[ \\t]+\"");

    private static final Pattern WORD_VALUE = Pattern.compile("\\s*[A-Za-z]+\\s*");
    private static final Pattern LISTED_VALUE = Pattern.compile("\\s*[a-z0-9](?:[a-z0-9._:-]|/(?!/))*\\s*");

    private static final Set<String> ANNOTATIONS =
            Set.of("id", "severity", "basis", "since", "needs", "overdue", "parameters");

    private static final Set<String> DRAFT = Set.of("expected", "actual", "with", "about", "inAnyRound", "at");

    /** What rules lack where the head of their file lacks it. */
    private static final Set<String> OF_HEAD = Set.of("rule-global-refused", "rule-import-absent", "rule-type-refused");

    private final String file;
    private final String text;
    private final boolean table;
    private final Vocabulary vocabulary;
    private final TokenReader tokens;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private Conditions conditions;
    private boolean reports;
    private boolean headRefused;

    /**
     * @param table whether the rules were made of a decision table, whose rules give grades
     */
    private RuleText(String file, String text, boolean table, Vocabulary vocabulary) {
        this.file = file;
        this.text = text;
        this.table = table;
        this.vocabulary = vocabulary;
        this.tokens = new TokenReader(text);
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
            tokens.advance();
            readHead();
        } catch (Refusal e) {
            add(e);
            headRefused = true;
            resume();
        }
        while (tokens.kind() != Kind.END) {
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
                tokens.advance();
                return;
            } catch (Refusal e) {
                add(e);
            }
        }
    }

    private void add(Refusal refusal) {
        int line = lineOf(refusal.at());
        if (follows(refusal)) {
            return;
        }
        int column = refusal.at() - text.lastIndexOf('\n', refusal.at() - 1);
        problems.add(new RuleProblem(file, line, column, null, null, refusal.reason(), refusal.details()));
    }

    /** Whether it comes of what is wrong above, and is mended with it: one cause, one problem. */
    private boolean follows(Refusal refusal) {
        boolean told = problems.stream()
                .anyMatch(problem -> problem.reason().equals(refusal.reason())
                        && problem.details().equals(refusal.details()));
        return OF_HEAD.contains(refusal.reason()) && (headRefused || told);
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private void readHead() throws Refusal {
        Token start = tokens.now();
        tokens.expect("package");
        Token first = tokens.now();
        String name = tokens.dotted();
        // Parts of any number would be too many for the pattern.
        if (name.length() > LONGEST_NAME || !PACKAGE.matcher(name).matches()) {
            throw Refusal.of(first, "rule-package-refused", Map.of("package", shortened(name)));
        }
        if (!beginsLine(start) || !text.startsWith("package " + name, start.at())) {
            throw Refusal.of(start, "rule-line-refused", Map.of("line", "package " + name));
        }
        tokens.skip(";");
        while (tokens.is("import")) {
            tokens.advance();
            Token named = tokens.now();
            String type =
                    tokens.is("function") || tokens.is("accumulate") || tokens.is("static") ? "" : tokens.dotted();
            if (!vocabulary.importable().contains(type)) {
                throw Refusal.of(
                        named, "rule-import-refused", Map.of("type", shortened(type.isEmpty() ? named.text() : type)));
            }
            imported.add(type.substring(type.lastIndexOf('.') + 1));
            tokens.skip(";");
        }
        if (tokens.is("global")) {
            Token global = tokens.now();
            tokens.advance();
            if (!tokens.is("Violations") || !imported.contains("Violations")) {
                throw Refusal.of(global, "rule-global-refused", Map.of());
            }
            tokens.advance();
            if (!tokens.is("violations")) {
                throw Refusal.of(global, "rule-global-refused", Map.of());
            }
            reports = true;
            tokens.advance();
            tokens.skip(";");
        }
    }

    private void readRule() throws Refusal {
        if (!tokens.is("rule")) {
            throw tokens.unexpected("rule");
        }
        conditions = new Conditions(tokens, vocabulary, imported);
        Token rule = tokens.now();
        tokens.advance();
        if (tokens.kind() != Kind.TEXT
                || tokens.text().length() > LONGEST_NAME
                || tokens.text().isBlank()) {
            throw Refusal.limit(tokens.now(), "rule-name-unreadable", LONGEST_NAME);
        }
        String name = tokens.text();
        if (!RULE_LINE.matcher(text).region(lineStart(rule), text.length()).lookingAt()) {
            throw Refusal.of(rule, "rule-line-refused", Map.of("line", "rule \"" + tokens.text() + "\""));
        }
        tokens.advance();
        while (tokens.is("@")) {
            readAnnotation();
        }
        tokens.expect("when");
        for (int n = 0; !tokens.is("then"); n++) {
            if (n == MOST_PATTERNS) {
                throw Refusal.limit(tokens.now(), "rule-patterns-many", MOST_PATTERNS);
            }
            readPattern();
        }
        tokens.advance();
        if (table) {
            readGrade();
        } else {
            readReport();
        }
        if (tokens.is("rule") || tokens.kind() == Kind.END) {
            throw Refusal.of(
                    tokens.now(), "rule-end-absent", Map.of("rule", name, "line", Integer.toString(lineOf(rule.at()))));
        }
        expectConsequence("end");
    }

    private void readAnnotation() throws Refusal {
        tokens.advance();
        Token name = tokens.now();
        if (name.kind() != Kind.WORD || !ANNOTATIONS.contains(name.text())) {
            throw Refusal.of(name, "rule-annotation-refused", Map.of("known", String.join(", ", sorted(ANNOTATIONS))));
        }
        Token value = tokens.value();
        // A dotted name of a class would be looked up while the rule is built.
        if (!value.text().isBlank() && !isValue(value.text())) {
            throw Refusal.of(value, "rule-annotation-value-refused", Map.of());
        }
        tokens.advance();
    }

    private static boolean isValue(String value) {
        return WORD_VALUE.matcher(value).matches()
                || Arrays.stream(value.split(",", -1))
                        .allMatch(part -> LISTED_VALUE.matcher(part).matches());
    }

    private void readPattern() throws Refusal {
        if (tokens.is("not") || tokens.is("exists")) {
            tokens.advance();
        }
        if (tokens.kind() == Kind.VARIABLE) {
            conditions.bind(tokens.now());
            tokens.advance();
            tokens.expect(":");
        }
        if (tokens.kind() != Kind.WORD || tokens.is("violations")) {
            throw tokens.unexpected("then");
        }
        if (!imported.contains(tokens.text()) || !vocabulary.isFact(tokens.text())) {
            throw TokenReader.isConstruct(tokens.now())
                    ? Refusal.of(tokens.now(), "rule-construct-refused", Map.of("construct", tokens.text()))
                    : conditions.unknownType(tokens.now());
        }
        tokens.advance();
        tokens.expect("(");
        conditions.readConstraints();
        if (tokens.is("from") || tokens.is("over")) {
            throw Refusal.of(tokens.now(), "rule-construct-refused", Map.of("construct", tokens.text()));
        }
    }

    private void readReport() throws Refusal {
        if (!reports) {
            throw Refusal.of(tokens.now(), "rule-global-refused", Map.of());
        }
        for (String word : List.of("violations", ".", "report", "(", "drools", ".", "getRule", "(", ")", ",")) {
            expectConsequence(word);
        }
        conditions.readSum();
        expectConsequence(")");
        for (int n = 0; tokens.is("."); n++) {
            if (n == MOST_CALLS) {
                throw Refusal.limit(tokens.now(), "rule-condition-long", MOST_CALLS);
            }
            tokens.advance();
            if (!DRAFT.contains(tokens.text())) {
                throw Refusal.of(tokens.now(), "rule-consequence-refused", Map.of());
            }
            tokens.advance();
            expectConsequence("(");
            conditions.readArguments();
        }
        expectConsequence(";");
    }

    private void readGrade() throws Refusal {
        if (!conditions.isBound(tokens.now())) {
            throw Refusal.of(tokens.now(), "rule-consequence-refused", Map.of());
        }
        tokens.advance();
        for (String word : List.of(".", "grade", "(")) {
            expectConsequence(word);
        }
        for (String after : List.of(",", ")")) {
            if (tokens.kind() != Kind.TEXT) {
                throw Refusal.of(tokens.now(), "rule-consequence-refused", Map.of());
            }
            tokens.advance();
            expectConsequence(after);
        }
        expectConsequence(";");
    }

    private void expectConsequence(String word) throws Refusal {
        if (word.equals(";") && (tokens.is("end") || tokens.is("rule") || tokens.kind() == Kind.END)) {
            throw tokens.unexpected(word);
        }
        if (!tokens.is(word)) {
            throw Refusal.of(tokens.now(), "rule-consequence-refused", Map.of());
        }
        tokens.advance();
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
