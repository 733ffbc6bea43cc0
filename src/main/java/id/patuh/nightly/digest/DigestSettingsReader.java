package id.patuh.nightly.digest;

import id.patuh.notice.Endpoint;
import id.patuh.notice.MailServer;
import id.patuh.notice.Secret;
import id.patuh.notice.SettingProblem;
import id.patuh.report.Language;
import id.patuh.ruleset.YamlFile;
import id.patuh.ruleset.YamlProblems;
import id.patuh.ruleset.YamlValues;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads who is told what of nights, of the file {@code patuh.yaml}. */
public final class DigestSettingsReader {

    private static final String ROOT = "patuh.nightly.digest";
    private static final List<String> KEYS =
            List.of("due-within-days", "lines", "answer-within-seconds", "mail", "recipients");
    private static final List<String> MAIL_KEYS = List.of("host", "port", "security", "user", "password", "from");
    private static final List<String> RECIPIENT_KEYS = List.of("name", "email", "webhook", "language", "zone", "units");
    private static final List<String> WEBHOOK_KEYS = List.of("url", "secret");
    private static final int USUAL_PORT = 587;

    /** What stands in a variable of the environment, as in Spring Boot: secrets need not be in a file. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final YamlValues yaml;
    private final YamlProblems problems;
    private final Map<String, String> environment;
    private final ZoneId zone;

    private DigestSettingsReader(YamlFile file, YamlProblems problems, Map<String, String> environment, ZoneId zone) {
        this.yaml = new YamlValues(file, problems);
        this.problems = problems;
        this.environment = environment;
        this.zone = zone;
    }

    /**
     * The settings in a file; of use only where no problem was added.
     *
     * @param problems gather every place that is wrong
     * @param environment where variables are looked up
     * @param zone of recipients for whom none is named
     */
    public static DigestSettings read(
            YamlFile file, YamlProblems problems, Map<String, String> environment, ZoneId zone) {
        return new DigestSettingsReader(file, problems, environment, zone).read();
    }

    private DigestSettings read() {
        if (!yaml.has(ROOT) || !yaml.holds(ROOT, KEYS)) {
            return new DigestSettings(
                    null,
                    List.of(),
                    DigestSettings.USUAL_DAYS,
                    DigestSettings.USUAL_LINES,
                    DigestSettings.USUAL_SECONDS);
        }
        List<Recipient> recipients = new ArrayList<>();
        for (String key : yaml.items(ROOT + ".recipients")) {
            if (yaml.holds(key, RECIPIENT_KEYS)) {
                recipients.add(recipient(key));
            }
        }
        DigestSettings settings = new DigestSettings(
                mail(ROOT + ".mail"),
                recipients,
                number(ROOT + ".due-within-days", DigestSettings.USUAL_DAYS),
                number(ROOT + ".lines", DigestSettings.USUAL_LINES),
                number(ROOT + ".answer-within-seconds", DigestSettings.USUAL_SECONDS));
        settings.problems(ROOT).forEach(this::add);
        return settings;
    }

    private void add(SettingProblem problem) {
        String key = inFile(problem.key());
        // Of a secret only where it stands is told, not what stands there.
        boolean secret = problem.value() == null;
        int last = key.lastIndexOf('.');
        Map<String, String> details = new HashMap<>(problem.details());
        details.put("key", key.substring(last + 1));
        problems.add(secret ? key.substring(0, last) : key, problem.reason(), details);
    }

    /** Positions in lists count from 1 in files. */
    private static String inFile(String key) {
        Matcher position = Pattern.compile("\\[(\\d+)]").matcher(key);
        return position.replaceAll(found -> "[" + (Integer.parseInt(found.group(1)) + 1) + "]");
    }

    private MailServer mail(String key) {
        if (!yaml.has(key) || !yaml.holds(key, MAIL_KEYS)) {
            return null;
        }
        return new MailServer(
                text(key + ".host"),
                number(key + ".port", USUAL_PORT),
                choice(key + ".security", MailServer.Security.values(), MailServer.Security.STARTTLS, Enum::name),
                text(key + ".user"),
                secret(key + ".password"),
                text(key + ".from"));
    }

    private Recipient recipient(String key) {
        return new Recipient(
                text(key + ".name"),
                text(key + ".email"),
                yaml.has(key + ".webhook") ? webhook(key + ".webhook") : null,
                choice(key + ".language", Language.values(), Language.ID, Language::code),
                zone(key + ".zone"),
                yaml.texts(key + ".units"));
    }

    private Endpoint webhook(String key) {
        return yaml.holds(key, WEBHOOK_KEYS) ? new Endpoint(text(key + ".url"), secret(key + ".secret")) : null;
    }

    private ZoneId zone(String key) {
        String text = text(key);
        try {
            return text == null ? zone : ZoneId.of(text);
        } catch (DateTimeException e) {
            problems.add(key, "setting-no-zone");
            return zone;
        }
    }

    private Secret secret(String key) {
        String text = text(key);
        return text == null ? null : new Secret(text);
    }

    private int number(String key, int usual) {
        String text = text(key);
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,9}")) {
            problems.add(key, "setting-no-count", Map.of("limit", "999999999"));
            return usual;
        }
        return Integer.parseInt(text);
    }

    private <T> T choice(String key, T[] choices, T usual, Function<T, String> word) {
        String text = text(key);
        if (text == null) {
            return usual;
        }
        return Arrays.stream(choices)
                .filter(choice -> word.apply(choice).equalsIgnoreCase(text))
                .findFirst()
                .orElseGet(() -> {
                    String words = Arrays.stream(choices)
                            .map(choice -> word.apply(choice).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
                    problems.add(key, "setting-choice", Map.of("choices", words));
                    return usual;
                });
    }

    /** The value, or that of the variable that it names. */
    private String text(String key) {
        String text = yaml.text(key);
        Matcher variable = VARIABLE.matcher(text == null ? "" : text);
        if (!variable.matches()) {
            return text;
        }
        String value = environment.get(variable.group(1));
        if (value == null) {
            problems.add(key, "setting-variable-absent", Map.of("variable", variable.group(1)));
        }
        return value;
    }
}
