package id.patuh.nightly;

import id.patuh.ruleset.YamlFile;
import id.patuh.ruleset.YamlProblems;
import id.patuh.ruleset.YamlValues;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when and over what nights are run, of the file {@code patuh.yaml}, whose keys are those of a Spring Boot application. */
public final class NightSettingsReader {

    private static final String ROOT = "patuh.nightly";
    private static final List<String> SECTIONS = List.of("nightly", "limits", "api", "sso");
    private static final List<String> KEYS = List.of(
            "at", "zone", "inboxes", "archive", "quarantine", "rest", "lease", "shard", "inbox", "retention", "digest");
    private static final List<String> RETENTION_KEYS = List.of("personal", "facts");
    private static final String LEAST_RETENTION = "1d";
    private static final String LEAST_LEASE = "1s";
    private static final List<String> INBOX_KEYS = List.of("mapping", "sop");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final int MOST_IN_SHARD = 100_000;

    private final YamlValues yaml;
    private final YamlProblems problems;
    private final Path folder;

    private NightSettingsReader(YamlFile file, YamlProblems problems, Path folder) {
        this.yaml = new YamlValues(file, problems);
        this.problems = problems;
        this.folder = folder;
    }

    /**
     * The settings in a file; of use only where no problem was added.
     *
     * @param problems gather every place that is wrong
     * @param folder in which relative paths begin
     */
    public static NightSettings read(YamlFile file, YamlProblems problems, Path folder) {
        return new NightSettingsReader(file, problems, folder).read();
    }

    /** Whether a file says anything of nights; also where that is written in one key, in which it is not read. */
    public static boolean isSaid(YamlFile file) {
        YamlValues yaml = new YamlValues(file, new YamlProblems(file));
        return yaml.names("").contains("patuh") && yaml.names("patuh").contains("nightly")
                || yaml.names("").stream().anyMatch(name -> name.startsWith(ROOT));
    }

    private NightSettings read() {
        // What else Spring Boot is told stands beside it, and is none of our business.
        if (!yaml.names("").contains("patuh") || !yaml.holds("patuh", SECTIONS) || !yaml.holds(ROOT, KEYS)) {
            problems.require(key("inboxes"), null);
            return null;
        }
        Path inboxes = path("inboxes", null);
        problems.require(key("inboxes"), inboxes);
        Path beside = inboxes == null || inboxes.getParent() == null ? folder : inboxes.getParent();
        Path archive = path("archive", beside.resolve("arsip"));
        Path quarantine = path("quarantine", beside.resolve("karantina"));
        requireOutside(inboxes, "archive", archive);
        requireOutside(inboxes, "quarantine", quarantine);
        return new NightSettings(
                value("at", LocalTime.of(1, 30), LocalTime::parse, "setting-no-time"),
                value("zone", ZoneId.of("Asia/Jakarta"), ZoneId::of, "setting-no-zone"),
                inboxes,
                archive,
                quarantine,
                length("rest", Duration.ofMinutes(1)),
                length("lease", Duration.ofSeconds(90), LEAST_LEASE),
                shard(),
                inboxSettings(),
                retention());
    }

    private RetentionSettings retention() {
        String name = "retention";
        if (!yaml.names(ROOT).contains(name) || !yaml.holds(key(name), RETENTION_KEYS)) {
            return RetentionSettings.NONE;
        }
        Duration personal = length(YamlValues.below(name, "personal"), null, LEAST_RETENTION);
        Duration facts = length(YamlValues.below(name, "facts"), null, LEAST_RETENTION);
        if (facts != null && (personal == null || facts.compareTo(personal) < 0)) {
            problems.add(key(name), "setting-personal-first");
        }
        return new RetentionSettings(personal, facts);
    }

    private Map<String, InboxSettings> inboxSettings() {
        Map<String, InboxSettings> inbox = new LinkedHashMap<>();
        for (String scope : yaml.names(key("inbox"))) {
            String key = YamlValues.below(key("inbox"), scope);
            if (yaml.holds(key, INBOX_KEYS)) {
                inbox.put(
                        scope,
                        new InboxSettings(
                                yaml.text(YamlValues.below(key, "mapping")), yaml.text(YamlValues.below(key, "sop"))));
            }
        }
        return inbox;
    }

    private int shard() {
        String text = yaml.text(key("shard"));
        if (text == null) {
            return ScopeRuns.USUAL_SHARD;
        }
        if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_IN_SHARD) {
            return Integer.parseInt(text);
        }
        problems.add(key("shard"), "setting-no-count", Map.of("limit", Integer.toString(MOST_IN_SHARD)));
        return 1;
    }

    private Duration length(String name, Duration usual, String least) {
        Duration length = length(name, usual);
        if (length != null && length.compareTo(length(least)) < 0) {
            problems.add(key(name), "setting-too-short", Map.of("least", least));
        }
        return length;
    }

    private Duration length(String name, Duration usual) {
        return value(name, usual, NightSettingsReader::length, "setting-no-length");
    }

    private static Duration length(String text) {
        Matcher matcher = LENGTH.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            throw new DateTimeException(text);
        }
        return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    private Path path(String name, Path usual) {
        String text = yaml.text(key(name));
        // An empty path would be the folder of the settings.
        if (text == null || !problems.require(key(name), text)) {
            return usual;
        }
        try {
            return folder.resolve(text).normalize();
        } catch (InvalidPathException e) {
            problems.add(key(name), "setting-no-path");
            return usual;
        }
    }

    /** Files that are done with would be taken again, night after night, from a folder among the inboxes. */
    private void requireOutside(Path inboxes, String name, Path place) {
        if (inboxes != null && place.startsWith(inboxes)) {
            problems.add(key(name), "setting-among-inboxes");
        }
    }

    private <T> T value(String name, T usual, Function<String, T> parse, String reason) {
        String text = yaml.text(key(name));
        try {
            return text == null ? usual : parse.apply(text);
        } catch (DateTimeException e) {
            problems.add(key(name), reason);
            return usual;
        }
    }

    private static String key(String name) {
        return YamlValues.below(ROOT, name);
    }
}
