package id.patuh.bench.hand;

import id.patuh.bench.tables.Definitions;
import id.patuh.bench.tables.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Does what {@code patuh check FILE --as-of TIME -o REPORT.json} does with a log whose cases stand together, and writes
 * the same bytes; fails on whatever it was not written for. Its definitions are tables made beforehand.
 *
 * <pre>HandWritten FILE AS_OF REPORT [--beside]</pre>
 *
 * <p>{@code --beside}: a second thread reads and hashes.
 */
public final class HandWritten {

    /** Exit code where the input is more than it was written for; 1 is that of violations. */
    private static final int UNCOVERED = 4;

    private final Map<String, String> settings = column("settings.tsv", "key", "value");
    private final Map<String, String> messages = column("messages.tsv", "key", "text");
    private final Map<String, Map<String, String>> rules = new HashMap<>();
    private final Texts texts = new Texts();
    private final Texts cited = new Texts();
    private final Texts decisions = new Texts();
    private final String path;
    private final String asOf;
    private final Path report;

    private HandWritten(String path, String asOf, Path report) throws IOException {
        this.path = path;
        this.asOf = asOf;
        this.report = report;
        for (Map<String, String> rule : Table.read(Definitions.FOLDER.resolve("rules.tsv"))) {
            rules.putIfAbsent(rule.get("id"), rule);
        }
    }

    public static void main(String[] args) throws Exception {
        boolean beside = args.length > 3 && args[3].equals("--beside");
        try {
            boolean violations = new HandWritten(args[0], args[1], Path.of(args[2])).run(beside);
            System.exit(violations ? 1 : 0);
        } catch (Uncovered | ArrayIndexOutOfBoundsException e) {
            System.err.println("not covered: " + e.getMessage());
            System.exit(UNCOVERED);
        }
    }

    private boolean run(boolean beside) throws Exception {
        try (CaseFindings findings = new CaseFindings(report, path, texts, decisions, messages, rules, settings)) {
            CaseJudge judge = new CaseJudge(
                    HandSop.all(), texts, cited, new Hours(), settings, sopKeys(), findings, Moments.of(asOf));
            LogParser parser = new LogParser(texts, cited, decisions, judge);
            byte[] hash;
            try (Chunks chunks = beside ? new ReadBeside(Path.of(path)) : new ReadAlone(Path.of(path))) {
                feed(parser, chunks);
                hash = chunks.hash();
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(report), 1 << 16)) {
                return write(out, parser, judge, findings, HexFormat.of().formatHex(hash));
            }
        }
    }

    /**
     * Reads a log for somebody else's rules, in one thread.
     *
     * @param texts number the cells other than those of SOPs, persons and decisions
     * @param cited number the cells of SOPs
     */
    public static void read(Path log, Texts texts, Texts cited, CaseSink sink) throws IOException {
        read(log, texts, cited, new Texts(), sink);
    }

    static void read(Path log, Texts texts, Texts cited, Texts decisions, CaseSink sink) throws IOException {
        try (Chunks chunks = new ReadAlone(log)) {
            feed(new LogParser(texts, cited, decisions, sink), chunks);
        } catch (NoSuchAlgorithmException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void feed(LogParser parser, Chunks chunks) throws IOException, InterruptedException {
        boolean first = true;
        for (Chunk chunk = chunks.next(null, 0); chunk != null; ) {
            int from = first ? parser.header(chunk.bytes, chunk.from, chunk.to) : chunk.from;
            first = false;
            int end = chunk.to;
            while (end > from && chunk.bytes[end - 1] != '\n') {
                end--;
            }
            parser.lines(chunk.bytes, from, end);
            int rest = chunk.to - end;
            Chunk next = chunks.next(chunk, rest);
            if (next == null && rest > 0) {
                throw new Uncovered("no end of the last line");
            }
            chunk = next;
        }
        parser.end();
    }

    private boolean write(OutputStream out, LogParser parser, CaseJudge judge, CaseFindings findings, String hash)
            throws IOException {
        int[] counts = findings.bySeverity();
        boolean violations = counts[0] + counts[1] + counts[2] > 0;
        List<String> severities = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            severities.add("\n      \"" + CaseFindings.SEVERITIES.get(i) + "\": " + counts[i]);
        }
        String byRule = findings.byRule().entrySet().stream()
                .map(e -> "\n      \"" + e.getKey() + "\": " + e.getValue())
                .collect(Collectors.joining(","));
        String file = CaseFindings.quoted(path);
        put(
                out,
                "{\n  \"schema\": 1,\n  \"tool\": {\n    \"name\": \"patuh\",\n    \"version\": \""
                        + settings.get("tool")
                        + "\"\n  },\n  \"asOf\": \"" + asOf + "+07:00\",\n  \"ruleSet\": {\n    \"version\": \""
                        + settings.get("version") + "\",\n    \"sha256\": \"" + settings.get("sha256")
                        + "\"\n  },\n  \"inputs\": [ {\n    \"path\": " + file
                        + ",\n    \"kind\": \"activity-log\",\n    \"sha256\": \"" + hash + "\",\n    \"rows\": "
                        + parser.activities()
                        + ",\n    \"rejected\": 0\n  } ],\n  \"skipped\": [ ],\n  \"summary\": {\n    \"cases\": "
                        + parser.cases() + ",\n    \"activities\": " + parser.activities()
                        + ",\n    \"surveys\": 0,\n    \"violations\": {" + String.join(",", severities)
                        + "\n    },\n    \"byRule\": {" + (byRule.isEmpty() ? " " : byRule + "\n    ")
                        + "},\n    \"verdict\": \"" + (violations ? "violations" : "clean")
                        + "\"\n  },\n  \"violations\": [ ");
        findings.writeTo(out);
        put(
                out,
                (byRule.isEmpty() ? "]" : " ]")
                        + ",\n  \"grades\": [ ],\n  \"priorities\": [ ],\n  \"notEvaluated\": ["
                        + notEvaluated(judge.unplanned()) + " ],\n  \"rejected\": [ ]\n}\n");
        return violations;
    }

    /** Only deadlines by a plan that no log holds can be missing here. */
    private String notEvaluated(long unplanned) throws IOException {
        if (unplanned == 0) {
            return "";
        }
        List<String> planned = Table.read(Definitions.FOLDER.resolve("steps.tsv")).stream()
                .filter(s -> !s.get("deadline_from").isEmpty())
                .map(s -> s.get("sop"))
                .distinct()
                .toList();
        if (planned.size() > 1) {
            throw new Uncovered("several SOPs with deadlines by plan");
        }
        String reason =
                CaseFindings.filled(messages.get("needs.log.plan-schedule"), Map.of("count", Long.toString(unplanned)));
        String subject = path + ": " + messages.get("part.sop") + " " + planned.get(0);
        return rules.values().stream()
                .filter(r -> List.of(r.get("needs").split(" ")).contains("log.plan-schedule"))
                .map(r -> r.get("id"))
                .sorted()
                .map(id -> " {\n    \"rule\": \"" + id + "\",\n    \"reason\": " + CaseFindings.quoted(reason)
                        + ",\n    \"subject\": " + CaseFindings.quoted(subject) + "\n  }")
                .collect(Collectors.joining(","));
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ids of SOPs by every normalised way to cite them. */
    public static Map<String, String> sopKeys() throws IOException {
        Map<String, String> keys = new HashMap<>();
        for (Map<String, String> sop : Table.read(Definitions.FOLDER.resolve("sops.tsv"))) {
            keys.put(sop.get("key"), sop.get("id"));
            keys.put(sop.get("number_key"), sop.get("id"));
        }
        return keys;
    }

    /** A column of a table by another one. */
    public static Map<String, String> column(String table, String key, String value) {
        try {
            return Table.read(Definitions.FOLDER.resolve(table)).stream()
                    .collect(Collectors.toMap(row -> row.get(key), row -> row.get(value)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
