package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.intake.InputFile;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check was and what it came to as a whole, in words of one language. */
final class ResultWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final CheckResult result;
    private final Language language;

    ResultWords(CheckResult result, Language language) {
        this.result = result;
        this.language = language;
    }

    /** What was checked, by which version of the program and as of when. */
    String matter() {
        return "patuh " + Version.current() + " - "
                + language.label("as.of." + result.matter().name().toLowerCase(Locale.ROOT)) + " "
                + MOMENT.format(result.asOf().atZone(result.zone()));
    }

    /** The rule set with its version and the beginning of its hash. */
    String ruleSet() {
        return language.label("rule.set") + " " + result.ruleSet().name() + " "
                + result.ruleSet().version() + " (sha256 "
                + result.ruleSet().sha256().substring(0, 12) + ")";
    }

    /** How much was checked. */
    String checked() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("cases", result.cases());
        counts.put("activities", result.activities());
        counts.put("surveys", (long) result.surveys());
        counts.put(
                "followUps",
                result.inputs().stream()
                        .filter(input -> input.kind() == InputFile.Kind.FOLLOW_UP)
                        .mapToLong(input -> input.rows() - input.rejected())
                        .sum());
        counts.put("definitions", (long) result.definitions());
        counts.values().removeIf(count -> count == 0);
        return counts.isEmpty()
                ? language.label("nothing")
                : counts.entrySet().stream()
                        .map(e -> Words.counted(e.getKey(), e.getValue(), language))
                        .collect(Collectors.joining(", "));
    }

    /** How many violations there are of each severity. */
    String bySeverity() {
        return result.findings().bySeverity().entrySet().stream()
                .map(e -> e.getValue() + " "
                        + language.label("severity." + e.getKey().word()))
                .collect(Collectors.joining(", "));
    }
}
