package id.patuh.bench.hand;

import id.patuh.wording.Wording;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is found: written to a file as it is found, and put in order at the end. */
final class CaseFindings implements AutoCloseable {

    static final List<String> SEVERITIES = List.of("critical", "major", "minor", "info");

    private static final Comparator<Found> ORDER = Comparator.comparing(Found::unit)
            .thenComparing(Found::sop)
            .thenComparing(Found::caseId)
            .thenComparingInt(Found::step)
            .thenComparingInt(Found::round)
            .thenComparingInt(Found::severity)
            .thenComparing(Found::rule);

    private record Found(
            String unit,
            String sop,
            String caseId,
            int step,
            int round,
            int severity,
            String rule,
            long at,
            int size) {}

    private final Texts texts;
    private final Texts decisions;
    private final String path;
    private final Map<String, String> messages;
    private final Map<String, Map<String, String>> rules;
    private final Map<String, String> settings;
    private final MessageDigest digest;
    private final Path spilled;
    private final OutputStream out;
    private final List<Found> found = new ArrayList<>();
    private long written;

    private CaseRows rows;
    private String sop;
    private String ground;
    private HandSop handSop;

    private String rule;
    private String step;
    private int round;
    private int severity;
    private String expected;
    private String actual;
    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder evidence = new StringBuilder();
    private final Map<String, String> normalisedUnits = new HashMap<>();

    CaseFindings(
            Path output,
            String path,
            Texts texts,
            Texts decisions,
            Map<String, String> messages,
            Map<String, Map<String, String>> rules,
            Map<String, String> settings)
            throws Exception {
        this.path = quoted(path);
        this.texts = texts;
        this.decisions = decisions;
        this.messages = messages;
        this.rules = rules;
        this.settings = settings;
        this.digest = MessageDigest.getInstance("SHA-256");
        this.spilled = output.resolveSibling(output.getFileName() + ".part");
        this.out = new BufferedOutputStream(Files.newOutputStream(spilled), 1 << 16);
    }

    /** Begins a case. */
    void begin(CaseRows caseRows, String ofSop, String ofGround, HandSop definition) {
        rows = caseRows;
        sop = ofSop;
        ground = ofGround;
        handSop = definition;
    }

    /** Begins a finding; 0 is no round. */
    CaseFindings add(String ruleId, String ofStep, int ofRound) {
        rule = ruleId;
        step = ofStep;
        round = ofRound;
        severity = SEVERITIES.indexOf(rules.get(ruleId).get("severity").toLowerCase(Locale.ROOT));
        expected = null;
        actual = null;
        values.clear();
        evidence.setLength(0);
        return this;
    }

    CaseFindings severity(int ordinal) {
        severity = ordinal;
        return this;
    }

    CaseFindings expected(String text) {
        expected = text;
        return this;
    }

    CaseFindings actual(String text) {
        actual = text;
        return this;
    }

    CaseFindings with(String name, String text) {
        values.put(name, text);
        return this;
    }

    /** The title of a step; -1 has none. */
    CaseFindings title(int position) {
        return position < 0 ? this : with("title", handSop.shownTitle[position]);
    }

    CaseFindings at(int row, String column, String value) {
        evidence.append(evidence.length() == 0 ? "{\n" : ", {\n")
                .append("      \"path\": ")
                .append(path)
                .append(",\n      \"sheet\": null,\n      \"row\": ")
                .append(rows.row[row])
                .append(",\n      \"column\": ")
                .append(quoted(column))
                .append(",\n      \"value\": ")
                .append(quoted(value))
                .append("\n    }");
        return this;
    }

    void end() {
        String unit = texts.text(rows.unit);
        String caseId = rows.caseText();
        String shownRound = round == 0 ? null : Integer.toString(round);
        values.put("case", caseId);
        values.put("sop", sop);
        values.put("step", step);
        values.put("expected", expected);
        values.put("actual", actual);
        boolean ofStep = ground != null && step != null && handSop.position[Integer.parseInt(step)] >= 0;
        String basis = (ground == null ? "" : ground + (ofStep ? " langkah " + step : "") + "; ")
                + rules.get(rule).get("basis");
        String text = "{\n    \"fingerprint\": \"" + fingerprint(unit, caseId, shownRound)
                + "\",\n    \"rule\": \"" + rule
                + "\",\n    \"severity\": \"" + SEVERITIES.get(severity)
                + "\",\n    \"unit\": " + quoted(unit)
                + ",\n    \"sop\": " + quoted(sop)
                + ",\n    \"case\": " + quoted(caseId)
                + ",\n    \"step\": " + quoted(step)
                + ",\n    \"round\": " + shownRound
                + ",\n    \"constraint\": null,\n    \"survey\": null,\n    \"element\": null,\n    \"message\": "
                + quoted(filled(messages.get(rule), values))
                + ",\n    \"expected\": " + quoted(expected)
                + ",\n    \"actual\": " + quoted(actual)
                + ",\n    \"basis\": " + quoted(basis)
                + ",\n    \"evidence\": [ " + evidence + " ]\n  }";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        found.add(new Found(
                unit,
                sop,
                caseId,
                step == null ? 0 : Integer.parseInt(step),
                round,
                severity,
                rule,
                written,
                bytes.length));
        written += bytes.length;
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint(String unit, String caseId, String shownRound) {
        String named = normalisedUnits.computeIfAbsent(unit, Wording::normalise);
        String[] parts = {rule, named, sop, caseId, step, shownRound, null, null, null, null};
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part == null ? "-0:" : "+" + part.length() + ":" + part);
        }
        byte[] hash = digest.digest(all.toString().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
    }

    /** Working time in words. */
    String duration(long millis) {
        long hours = millis / 3_600_000;
        long minutes = millis / 60_000 % 60;
        if (millis % 60_000 != 0 && hours == 0) {
            return (minutes > 0 ? minutes + " " + messages.get("minutes") + " " : "") + millis / 1000 % 60 + " "
                    + messages.get("seconds");
        }
        String shown = hours > 0 ? hours + " " + messages.get("hours") : "";
        return minutes == 0 ? shown : shown + (shown.isEmpty() ? "" : " ") + minutes + " " + messages.get("minutes");
    }

    String stallLimit() {
        return settings.get("stall-limit");
    }

    String decision(int text) {
        return decisions.text(text);
    }

    int[] bySeverity() {
        int[] counts = new int[SEVERITIES.size()];
        found.forEach(f -> counts[f.severity()]++);
        return counts;
    }

    Map<String, Integer> byRule() {
        Map<String, Integer> counts = new TreeMap<>();
        found.forEach(f -> counts.merge(f.rule(), 1, Integer::sum));
        return counts;
    }

    /** Writes all findings in order. */
    void writeTo(OutputStream to) throws IOException {
        out.close();
        found.sort(ORDER);
        try (RandomAccessFile all = new RandomAccessFile(spilled.toFile(), "r")) {
            byte[] buffer = new byte[1 << 12];
            boolean first = true;
            for (Found one : found) {
                if (buffer.length < one.size() + 2) {
                    buffer = new byte[one.size() * 2];
                }
                buffer[0] = ',';
                buffer[1] = ' ';
                all.seek(one.at());
                all.readFully(buffer, 2, one.size());
                to.write(buffer, first ? 2 : 0, one.size() + (first ? 0 : 2));
                first = false;
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(spilled);
    }

    static String filled(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            String value = values.get(template.substring(open + 1, close));
            text.append(template, at, open).append(value == null ? "-" : value);
            at = close + 1;
        }
        return text.append(template, at, template.length()).toString();
    }

    static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        boolean plain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
        return '"' + (plain ? text : text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}
