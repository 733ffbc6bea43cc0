package id.patuh.ruleset;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
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
import java.util.regex.Pattern;

/** Reads {@code messages/*.properties} and holds them against the rules. */
final class MessageReader {

    private final List<RuleProblem> problems;
    private final Map<String, Map<String, Text>> byLanguage = new TreeMap<>();
    private final Set<String> brokenLanguages = new HashSet<>();

    /** A text and where it stands. */
    private record Text(String file, int line, String text) {}

    MessageReader(RuleSetFiles files, List<RuleProblem> problems) {
        this.problems = problems;
        for (String path : files.paths("messages", ".properties")) {
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

    /** Whether every rule has its texts. */
    void check(Collection<RuleMetadata> rules) {
        for (RuleMetadata rule : rules) {
            byLanguage.forEach((language, texts) -> {
                if (!brokenLanguages.contains(language)) {
                    check(rule, language, texts);
                }
            });
        }
    }

    private void check(RuleMetadata rule, String language, Map<String, Text> texts) {
        if (!texts.containsKey(rule.id())) {
            Optional<String> near = Nearest.to(
                    rule.id(),
                    texts.keySet().stream().filter(k -> !k.contains(".")).toList());
            problems.add(new RuleProblem(
                    rule.file(),
                    rule.line(),
                    0,
                    "@id",
                    rule.id(),
                    near.isPresent() ? "message-misspelt" : "message-absent",
                    Map.of("rule", rule.name(), "language", language, "near", near.orElse(""))));
        }
        for (String need : rule.needs()) {
            if (!texts.containsKey("needs." + need.replace(':', '.'))) {
                problems.add(References.wrong(rule, "@needs", need, "need-unknown"));
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

    private static int lineOf(String content, String key) {
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
