package id.patuh.report;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check was and what it came to as a whole, in sentences. */
public final class ResultWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private static final int HASH_SHOWN = 12;

    private final ReportContent content;
    private final Language language;

    /** Sentences in the language of the content. */
    public ResultWords(ReportContent content) {
        this.content = content;
        this.language = content.language();
    }

    /** What was checked, by which version of the program and as of when. */
    public String matter() {
        ReportContent.Head head = content.head();
        return "patuh " + head.program() + " - "
                + language.label("as.of." + head.matter().name().toLowerCase(Locale.ROOT)) + " "
                + MOMENT.format(head.asOf().atZone(head.zone()));
    }

    /** The rule set with its version and the beginning of its hash. */
    public String ruleSet() {
        ReportContent.RuleSetName ruleSet = content.head().ruleSet();
        return language.label("rule.set") + " " + ruleSet.name() + " " + ruleSet.version() + " (sha256 "
                + ruleSet.sha256().substring(0, HASH_SHOWN) + ")";
    }

    /** How much was checked. */
    public String checked() {
        ReportContent.Summary summary = content.summary();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("cases", summary.cases());
        counts.put("activities", summary.activities());
        counts.put("surveys", summary.surveys());
        counts.put("followUps", summary.followUps());
        counts.put("definitions", summary.definitions());
        counts.values().removeIf(count -> count == 0);
        return counts.isEmpty()
                ? language.label("nothing")
                : counts.entrySet().stream()
                        .map(e -> Numbers.counted(e.getKey(), e.getValue(), language))
                        .collect(Collectors.joining(", "));
    }

    /** How many violations there are of each severity. */
    public String bySeverity() {
        return content.summary().bySeverity().entrySet().stream()
                .map(e -> e.getValue() + " "
                        + language.label("severity." + e.getKey().word()))
                .collect(Collectors.joining(", "));
    }

    /** The verdict, and that the check is incomplete where it finds violations besides. */
    public List<String> verdict() {
        ReportContent.Summary summary = content.summary();
        String verdict = language.label("verdict." + summary.verdict().word());
        return summary.verdict() == Verdict.VIOLATIONS && summary.incomplete()
                ? List.of(verdict, language.label("verdict." + Verdict.INCOMPLETE.word()))
                : List.of(verdict);
    }
}
