package id.patuh.ruleset;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import id.patuh.wording.Nearest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code messages/*.properties} and holds them against the rules. */
final class MessageReader {

    static final String FOLDER = "messages";

    private static final String NEEDS = "needs.";

    /** Sentences show the values of parameters, {@code {parameter:key}}. */
    private static final String PARAMETER = "parameter:";

    /** The parts of a subject, which every text about one may name. */
    private static final Set<String> PARTS =
            Set.of("unit", "sop", "case", "step", "round", "constraint", "survey", "element");

    /** What binders say of the facts that they miss. */
    private static final Set<String> MISSING = Set.of("calendar", "count", "day", "row", "steps", "value", "year");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:([^{}]*)}|\\w*)");

    private final List<RuleProblem> problems;
    private final Map<String, Map<String, Text>> byLanguage = new TreeMap<>();
    private final Set<String> brokenLanguages = new HashSet<>();

    /** A text and where it stands. */
    private record Text(String file, int line, String text) {}

    MessageReader(RuleSetContent files, List<RuleProblem> problems) {
        this.problems = problems;
        for (String path : files.paths(FOLDER, ".properties")) {
            String language = path.endsWith("_en.properties") ? "en" : Messages.DEFAULT_LANGUAGE;
            try {
                read(path, files.text(path), byLanguage.computeIfAbsent(language, l -> new TreeMap<>()));
            } catch (RuleSetException e) {
                problems.addAll(e.problems());
                brokenLanguages.add(language);
            }
        }
    }

    Messages messages() {
        Map<String, Map<String, String>> texts = new HashMap<>();
        byLanguage.forEach((language, all) -> {
            Map<String, String> plain = new HashMap<>();
            all.forEach((key, text) -> plain.put(key, text.text()));
            texts.put(language, plain);
        });
        return new Messages(texts);
    }

    /** Whether every rule has its texts, and whether these name only what is there to be named. */
    void check(Collection<RuleMetadata> rules) {
        rules.forEach(this::checkTexts);
        Map<String, Set<String>> values = new HashMap<>();
        // Rules of one id share a message, which can only name what all of them give.
        rules.forEach(rule -> values.merge(rule.id(), new TreeSet<>(rule.values()), (a, b) -> {
            a.retainAll(b);
            return a;
        }));
        Map<String, Set<String>> parameters = new HashMap<>();
        rules.forEach(rule -> rule.parameters()
                .forEach(key -> parameters
                        .computeIfAbsent(rule.id() + Messages.SENTENCE, id -> new TreeSet<>())
                        .add(PARAMETER + key)));
        byLanguage
                .values()
                .forEach(texts -> texts.forEach((key, text) -> checkPlaceholders(key, text, values, parameters)));
    }

    private void checkTexts(RuleMetadata rule) {
        if (brokenLanguages.isEmpty() && byLanguage.values().stream().noneMatch(t -> t.containsKey(rule.id()))) {
            Optional<String> near = Nearest.to(rule.id(), ids());
            if (near.isPresent()) {
                problems.add(wrongId(rule, "rule-id-unknown", "near", near.get()));
                return;
            }
        }
        byLanguage.forEach((language, texts) -> {
            if (!brokenLanguages.contains(language)) {
                if (!texts.containsKey(rule.id())) {
                    problems.add(wrongId(rule, "message-absent", "language", language));
                }
                for (String need : rule.needs()) {
                    if (!texts.containsKey(NEEDS + need.replace(':', '.'))) {
                        problems.add(References.wrong(rule, "@needs", need, "need-unknown"));
                    }
                }
            }
        });
    }

    private static RuleProblem wrongId(RuleMetadata rule, String reason, String detail, String value) {
        return new RuleProblem(
                rule.file(), rule.line(), 0, "@id", rule.id(), reason, Map.of("rule", rule.name(), detail, value));
    }

    /** Every id that there is a message for. */
    private Set<String> ids() {
        return byLanguage.values().stream()
                .flatMap(texts -> texts.keySet().stream())
                .filter(key -> key.indexOf('.') < 0)
                .collect(Collectors.toSet());
    }

    private void checkPlaceholders(
            String key, Text text, Map<String, Set<String>> values, Map<String, Set<String>> parameters) {
        Set<String> known = new TreeSet<>();
        String rule = key.replaceFirst("\\.(?:expected|actual)$", "");
        if (key.startsWith(NEEDS)) {
            known.addAll(PARTS);
            known.addAll(MISSING);
        } else if (key.endsWith(Messages.SENTENCE)) {
            known.addAll(parameters.getOrDefault(key, Set.of()));
        } else if (values.containsKey(rule)) {
            known.addAll(PARTS);
            known.addAll(values.get(rule));
        } else if (key.indexOf('.') < 0) {
            // Of no rule that there is; the rule that it was meant for is complained of.
            return;
        }
        Matcher placeholder = PLACEHOLDER.matcher(text.text());
        while (placeholder.find()) {
            boolean closed = placeholder.group(1) != null;
            // {name?one|many} chooses by the number.
            String name = closed ? placeholder.group(1).replaceFirst("\\?[^|?]*\\|[^|?]*$", "") : null;
            if (!closed || !known.contains(name)) {
                Optional<String> near = closed ? Nearest.to(name, known) : Optional.empty();
                String list = known.stream().map(k -> "{" + k + "}").collect(Collectors.joining(" "));
                problems.add(new RuleProblem(
                        text.file(),
                        text.line(),
                        0,
                        key,
                        placeholder.group(),
                        !closed
                                ? "placeholder-unclosed"
                                : near.isPresent()
                                        ? "placeholder-misspelt"
                                        : known.isEmpty() ? "placeholder-without-values" : "placeholder-unknown",
                        Map.of("near", "{" + near.orElse("") + "}", "known", list)));
            }
        }
    }

    private void read(String path, String content, Map<String, Text> target) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (IllegalArgumentException e) {
            throw new RuleSetException(List.of(brokenEscape(path, content)));
        }
        for (String key : texts.stringPropertyNames()) {
            Text text = new Text(path, lineOf(content, key), texts.getProperty(key));
            Text first = target.putIfAbsent(key, text);
            if (first != null) {
                problems.add(new RuleProblem(
                        path,
                        text.line(),
                        0,
                        key,
                        null,
                        "key-elsewhere",
                        Map.of("first", first.file() + ":" + first.line())));
            }
        }
    }

    private static RuleProblem brokenEscape(String path, String content) {
        Pattern broken = Pattern.compile("\\\\u(?![0-9a-fA-F]{4})");
        List<String> lines = content.lines().toList();
        int line = 0;
        while (line < lines.size() && !broken.matcher(lines.get(line)).find()) {
            line++;
        }
        return RuleProblem.at(path, line < lines.size() ? line + 1 : 0, "escape-broken", Map.of());
    }

    /** The line at which a text stands, from 1; 0 where the file has it not. */
    static int lineOf(String content, String key) {
        Pattern keyed = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=:\\s].*");
        List<String> lines = content.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (keyed.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return 0;
    }
}
