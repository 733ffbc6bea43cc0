package id.patuh.ledger;

import id.patuh.report.Columns;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.violation.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs that were kept, as text or JSON. */
public final class RunReport {

    private static final int HASH_SHOWN = 12;
    /** Signs of the inputs in the list, so that its lines stay below a hundred. */
    private static final int INPUTS_SHOWN = 36;

    private static final String CUT = "...";
    private static final String UNKNOWN = "?";

    private final Map<String, Long> versions;
    private final Function<KeptRun, Integer> exitCodes;
    private final ZoneId zone;
    private final Language language;

    /**
     * A report.
     *
     * @param versions numbers of the rulebook's versions by the hash of their files
     * @param exitCodes what the check of a run ended with; null where that is not known
     * @param zone in which the text shows times
     */
    public RunReport(Map<String, Long> versions, Function<KeptRun, Integer> exitCodes, ZoneId zone, Language language) {
        this.versions = Map.copyOf(versions);
        this.exitCodes = exitCodes;
        this.zone = zone;
        this.language = language;
    }

    /** Each run in a short line, below headings. */
    public String list(List<KeptRun> runs) {
        if (runs.isEmpty()) {
            return label("run.none") + "\n";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.of("run.no", "run.at", "run.rules", "run.violations", "run.exit", "run.inputs")
                .map(this::label)
                .toList());
        for (KeptRun run : runs) {
            rows.add(List.of(
                    Long.toString(run.number()),
                    Moments.toTheMinute(run.at(), zone),
                    rules(run),
                    Long.toString(run.result().violations()),
                    exitCode(run),
                    inputs(run)));
        }
        return Columns.aligned(rows).stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The first input, of whose path the end tells most, and how many more there are. */
    private String inputs(KeptRun run) {
        if (run.inputs().isEmpty()) {
            return "-";
        }
        int others = run.inputs().size() - 1;
        String more = others == 0 ? "" : " " + label("run.inputs.more").replace("{count}", Integer.toString(others));
        return end(Printable.of(run.inputs().get(0).name()), INPUTS_SHOWN - more.length()) + more;
    }

    private static String end(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int from = text.length() - most + CUT.length();
        return CUT + text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
    }

    private String exitCode(KeptRun run) {
        return Objects.toString(exitCodes.apply(run), UNKNOWN);
    }

    /** All that is known of a run. */
    public String text(KeptRun run) {
        RunRequest asked = run.request();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("run.number", Long.toString(run.number()));
        lines.put("run.at", Moments.toTheSecond(run.at(), zone));
        lines.put(
                "run.as-of",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asked.asOf().atZone(asked.zone())));
        lines.put("run.zone", asked.zone().getId());
        lines.put("run.kind", asked.kind());
        lines.put("run.sop", asked.sop());
        lines.put("run.mapping", asked.mapping());
        lines.put("run.language", asked.language().code());
        lines.put("run.fail-on", failOn(asked.failOn()));
        lines.put("run.rules", rules(run) + " (sha256 " + run.ruleSetSha256() + ")");
        lines.put("run.program", "patuh " + run.program());
        lines.put(
                "run.checked",
                run.result().cases() + " / " + run.result().activities() + " / "
                        + run.result().surveys());
        lines.put("run.violations", counts(run.result(), language));
        lines.put("run.rejected", Long.toString(run.result().rejected()));
        lines.put("run.exit-code", exitCode(run));
        lines.put("run.result", run.result().sha256());
        lines.put("run.hash", run.hash());
        StringBuilder text = new StringBuilder();
        lines.values().removeIf(Objects::isNull);
        lines.forEach((key, value) ->
                text.append(Printable.of(label(key) + ": " + value)).append('\n'));
        text.append(label("run.inputs")).append('\n');
        for (KeptInput input : run.inputs()) {
            String what = input.sha256() == null ? outcome(input) : input.size() + " B, sha256 " + input.sha256();
            text.append(Printable.of("  " + input.name() + "  " + what)).append('\n');
        }
        return text.toString();
    }

    /** For programs. */
    public String json(List<KeptRun> runs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("runs", runs.stream().map(this::json).toList());
        return JsonText.of(document);
    }

    private Map<String, Object> json(KeptRun run) {
        RunRequest asked = run.request();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("run", run.number());
        one.put("at", run.at().toString());
        one.put(
                "asOf",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asked.asOf().atZone(asked.zone())));
        one.put("zone", asked.zone().getId());
        one.put("kind", asked.kind());
        one.put("sop", asked.sop());
        one.put("mapping", asked.mapping());
        one.put("mappingSha256", asked.mappingSha256());
        one.put("language", asked.language().code());
        one.put("failOn", failOn(asked.failOn()));
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("sha256", run.ruleSetSha256());
        rules.put("version", versions.get(run.ruleSetSha256()));
        one.put("ruleSet", rules);
        one.put("program", run.program());
        one.put("result", run.result());
        one.put("exitCode", exitCodes.apply(run));
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (KeptInput input : run.inputs()) {
            Map<String, Object> kept = new LinkedHashMap<>();
            kept.put("path", input.name());
            kept.put("outcome", outcome(input));
            kept.put("sha256", input.sha256());
            kept.put("size", input.size());
            inputs.add(kept);
        }
        one.put("inputs", inputs);
        one.put("hash", run.hash());
        return one;
    }

    private static String outcome(KeptInput input) {
        return input.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static String failOn(Severity threshold) {
        return threshold == null ? "never" : threshold.word();
    }

    private String rules(KeptRun run) {
        Long version = versions.get(run.ruleSetSha256());
        return version == null ? run.ruleSetSha256().substring(0, HASH_SHOWN) : "v" + version;
    }

    /** How many violations of each severity, in words. */
    public static String counts(RunResult result, Language language) {
        return result.critical() + " " + language.label("severity.critical") + ", " + result.major() + " "
                + language.label("severity.major") + ", " + result.minor() + " " + language.label("severity.minor")
                + ", " + result.info() + " " + language.label("severity.info");
    }

    private String label(String key) {
        return language.label(key);
    }
}
