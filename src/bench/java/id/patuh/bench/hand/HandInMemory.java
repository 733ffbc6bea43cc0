package id.patuh.bench.hand;

import id.patuh.bench.tables.Definitions;
import id.patuh.bench.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log kept in memory and judged by the hand-written rules, again and again. */
public final class HandInMemory {

    private final Texts texts = new Texts();
    private final Texts cited = new Texts();
    private final Texts decisions = new Texts();
    private final List<CaseRows> cases = new ArrayList<>();
    private final long asOf;
    private final Path output = Files.createTempFile("hand", ".json");

    /** Reads a log. */
    public HandInMemory(Path log, String asOf) throws IOException {
        this.asOf = Moments.of(asOf);
        HandWritten.read(log, texts, cited, decisions, rows -> cases.add(rows.copy()));
    }

    /** How many violations there are. */
    public int judge() throws Exception {
        Map<String, String> settings = HandWritten.column("settings.tsv", "key", "value");
        Map<String, Map<String, String>> rules = new HashMap<>();
        Table.read(Definitions.FOLDER.resolve("rules.tsv")).forEach(r -> rules.putIfAbsent(r.get("id"), r));
        Map<String, String> messages = HandWritten.column("messages.tsv", "key", "text");
        try (CaseFindings findings = new CaseFindings(output, "log", texts, decisions, messages, rules, settings)) {
            CaseJudge judge = new CaseJudge(
                    HandSop.all(), texts, cited, new Hours(), settings, HandWritten.sopKeys(), findings, asOf);
            cases.forEach(judge::judge);
            return Arrays.stream(findings.bySeverity()).sum();
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
