package id.patuh.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.engine.RuleCache;
import id.patuh.intake.GeneratedResponses;
import id.patuh.intake.InputPaths;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.SimulationReport;
import id.patuh.report.SimulationTally;
import id.patuh.report.Verdict;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SmallRules;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulation tells what the reports of two plain checks differ in. */
class SimulationTest {

    private static final int ALL = 1_000_000;
    private static final RuleSetContent FILES = RuleSetContent.of(Path.of("rules"));
    private static final List<String> FIELDS =
            List.of("severity", "message", "expected", "actual", "basis", "evidence");

    private static RuleCache cache;
    private static RuleSet ours;

    @TempDir
    private Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** Rules whose code stays as it is are compiled once. */
    @BeforeAll
    static void compile(@TempDir Path kept) {
        cache = new RuleCache(kept, "test");
        ours = RuleSetReader.read(FILES, cache);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesAreThoseBetweenTwoReports(int seed) throws IOException {
        Random random = new Random(seed);
        List<String> paths = new ArrayList<>();
        List<List<String>> rows = GeneratedLog.rows(random, 40);
        if (random.nextBoolean()) {
            GeneratedLog.damage(rows, random);
        }
        paths.add(write("log.csv", GeneratedLog.text(rows)));
        if (random.nextBoolean()) {
            paths.add(write("survey.csv", new GeneratedResponses(random, 60).text()));
        }
        RuleSet after = RuleSetReader.read(changed(random), cache);
        RuleSet before = ours;
        if (random.nextBoolean()) {
            before = after;
            after = ours;
        }
        int most = List.of(1, 20, ALL).get(random.nextInt(3));
        Instant asOf = GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();
        CheckRequest request = new CheckRequest(paths, asOf, RuleTrial.ZONE, null, null, null, most);

        SimulationTally tally = new SimulationTally(before, after, Language.EN, ALL);
        JsonNode told = simulate(tally, before, after, request);

        JsonNode old = report(before, request);
        JsonNode now = report(after, request);
        assertThat(changes(told)).isEqualTo(expectedChanges(old, now));
        assertThat(told.at("/summary/same").asLong()
                        + told.at("/summary/changes").asLong())
                .isEqualTo(common(old, now));
        assertThat(byRule(told)).isEqualTo(expectedByRule(old, now));
        for (Severity threshold : Severity.values()) {
            assertThat(tally.hasNew(threshold)).as("%s", threshold).isEqualTo(rises(old, now, threshold));
        }
        evaluationsAgree(told, old, now);
        gradesAgree(told, old, now);
        silenceAgrees(told, old, now, after);
    }

    /** The bands of grades change, and the least number of respondents, from a date that lies between two surveys. */
    @Test
    void eachFactIsJudgedByTheLawOfItsOwnDateOnEitherSide() throws IOException {
        String survey = "{\"surveys\":[" + survey("early", "2025-01-01", "2025-06-30") + ","
                + survey("late", "2026-01-01", "2026-06-30") + "]}";
        RuleSetContent later = SmallRules.edit(
                FILES,
                "parameters/skm/minimum-respondents.yaml",
                "  - from: 2004-02-24",
                "  - from: 2026-01-01\n    value: 50\n    basis: sop-b276/langkah-2\n    confirmed: false\n"
                        + "  - from: 2004-02-24");
        List<String> paths = List.of(write("survey.json", survey));
        CheckRequest request =
                new CheckRequest(paths, Instant.parse("2026-07-15T00:00:00Z"), RuleTrial.ZONE, null, null, null, ALL);
        RuleSet after = RuleSetReader.read(later, cache);

        JsonNode told = simulate(new SimulationTally(ours, after, Language.EN, ALL), ours, after, request);

        assertThat(told.at("/examples").values().stream()
                        .filter(e -> e.path("rule").asString().equals("respondents-too-few"))
                        .map(e -> e.path("change").asString() + " "
                                + e.path("survey").asString()))
                .containsExactly("appears late");
        JsonNode grades = told.path("grades");
        assertThat(grades.size()).isEqualTo(1);
        assertThat(grades.at("/0/survey").asString()).isEqualTo("late");
        assertThat(grades.at("/0/flips").asBoolean()).isTrue();
        assertThat(grades.at("/0/before/grade").asString()).isEqualTo("B");
        assertThat(grades.at("/0/after/grade").isNull()).isTrue();
        assertThat(grades.at("/0/after/reason").isNull()).isFalse();
    }

    @Test
    void gradesThatFlipAreToldWithTheirUnsur() throws IOException {
        RuleSetContent stricter = FILES;
        for (String path : FILES.paths()) {
            String text = new String(FILES.bytes(path), StandardCharsets.UTF_8);
            if (path.startsWith("tables/") && text.contains("\"76.61\",\"88.30\"") && text.contains("14/2017 B")) {
                stricter = SmallRules.edit(stricter, path, "\"76.61\",\"88.30\"", "\"80.01\",\"88.30\"");
                stricter = SmallRules.edit(stricter, path, "\"65.00\",\"76.60\"", "\"65.00\",\"80.00\"");
            }
        }
        assertThat(stricter.sha256()).isNotEqualTo(FILES.sha256());
        String survey = "{\"surveys\":[" + survey("s", "2025-01-01", "2025-06-30") + "]}";
        CheckRequest request = new CheckRequest(
                List.of(write("survey.json", survey)),
                Instant.parse("2026-07-15T00:00:00Z"),
                RuleTrial.ZONE,
                null,
                null,
                null,
                ALL);
        RuleSet after = RuleSetReader.read(stricter, cache);

        SimulationTally tally = new SimulationTally(ours, after, Language.EN, ALL);
        JsonNode told = simulate(tally, ours, after, request);

        assertThat(told.at("/summary/gradesFlipped").asInt()).isEqualTo(1);
        assertThat(told.at("/grades/0/before/grade").asString()).isEqualTo("B");
        assertThat(told.at("/grades/0/after/grade").asString()).isEqualTo("C");
        assertThat(told.at("/grades/0/elements").values().stream()
                        .map(e -> e.path("before").asString() + e.path("after").asString()))
                .containsOnly("BC")
                .hasSize(5);
        assertThat(new SimulationReport(tally, Language.EN).text())
                .contains("with another grade: 1", "Grade B", "Grade C", ": B → C");
    }

    /** Nine unsur: five at a mean of 3.1 (77.50), four at 3.3 (82.50), of forty respondents. */
    private static String survey(String id, String from, String until) {
        String responses = IntStream.range(0, 40)
                .mapToObj(i -> IntStream.rangeClosed(1, 9)
                        .mapToObj(u -> "\"U" + u + "\":" + (i < (u <= 5 ? 4 : 12) ? 4 : 3))
                        .collect(Collectors.joining(",", "{\"respondent\":\"" + i + "\",\"scores\":{", "}}")))
                .collect(Collectors.joining(","));
        return "{\"id\":\"" + id
                + "\",\"unit\":\"UKPBJ\",\"regulation\":\"permenpanrb-14-2017\",\"period\":{\"start\":\"" + from
                + "\",\"end\":\"" + until + "\"},\"responses\":[" + responses + "]}";
    }

    private static RuleSetContent changed(Random random) {
        RuleSetContent changed = FILES;
        List<String> rules = ours.rules().catalog().stream()
                .filter(r -> !SopLint.concerns(r))
                .map(r -> r.id())
                .distinct()
                .toList();
        StringBuilder policy = new StringBuilder("rules:\n");
        for (String rule : rules) {
            boolean oneSeverity = ours.rules(rule).size() == 1;
            String change = random.nextInt(5) > 0
                    ? null
                    : random.nextBoolean()
                            ? "enabled: false"
                            : !oneSeverity ? null : "severity: " + Severity.values()[random.nextInt(4)].word();
            if (change != null
                    && !change.endsWith(ours.rules(rule).get(0).severity().word())) {
                policy.append("  - rule: ").append(rule).append("\n    ").append(change);
                policy.append("\n    why: Uji\n    basis: patuh-policy/konsistensi-log\n");
            }
        }
        if (policy.indexOf("- rule") > 0) {
            changed = with(changed, "policy.yaml", policy.toString());
        }
        for (String path : FILES.paths()) {
            String text = new String(FILES.bytes(path), StandardCharsets.UTF_8);
            if (path.startsWith("sop/") && random.nextInt(3) > 0) {
                String limit = List.of("15 menit", "3 jam", "2 hari").get(random.nextInt(3));
                changed = with(changed, path, text.replaceAll("within: (?:1 jam|8 jam|3 hari)", "within: " + limit));
            }
            if (path.equals("parameters/sop/maximum-rounds.yaml") && random.nextBoolean()) {
                changed = with(changed, path, text.replace("value: 3", "value: 1"));
            }
            if (path.startsWith("tables/") && random.nextBoolean()) {
                changed = with(changed, path, text.replace("76.60", "69.99").replace("76.61", "70.00"));
            }
            if (path.equals("messages/sop_en.properties") && random.nextInt(4) == 0) {
                changed = with(changed, path, text.replaceAll("(?m)^step-(?:late|output-missing)=", "$0Lacking: "));
            }
        }
        return changed;
    }

    /** Else a time that is over would end the one check and have the other one waited for. */
    @Test
    void whoeverListensBreaksEitherCheckOff() throws IOException {
        StringBuilder text = new StringBuilder(GeneratedLog.text(GeneratedLog.rows(new Random(1), 1)));
        for (int row = 0; row < 10_001; row++) {
            text.append("x\n");
        }
        String log = write("log.csv", text.toString());
        CheckRequest request = new CheckRequest(
                List.of(log),
                GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant(),
                RuleTrial.ZONE,
                null,
                null,
                null,
                1);
        for (boolean second : new boolean[] {false, true}) {
            Intake.Progress ending = (path, rows) -> {
                if (Thread.currentThread().getName().equals("simulation") == second) {
                    throw new IllegalStateException("over");
                }
            };
            try (InputPaths inputs = new InputPaths(request.paths(), InputStream.nullInputStream())) {
                inputs.visit(found -> {});
                assertThatThrownBy(() ->
                                Simulation.run(ours, ours, ruleSet -> request, InputSource.of(inputs.found()), ending))
                        .hasMessage("over");
            }
        }
    }

    private static RuleSetContent with(RuleSetContent files, String path, String text) {
        return files.with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode simulate(SimulationTally tally, RuleSet before, RuleSet after, CheckRequest request) {
        try (InputPaths inputs = new InputPaths(request.paths(), InputStream.nullInputStream())) {
            inputs.visit(found -> {});
            try (Simulation simulation = Simulation.run(
                    before, after, ruleSet -> request, InputSource.of(inputs.found()), (path, rows) -> {})) {
                tally.add("input", simulation);
            }
        }
        return JsonMapper.shared().readTree(new SimulationReport(tally, Language.EN).json());
    }

    private static JsonNode report(RuleSet ruleSet, CheckRequest request) throws IOException {
        StringWriter json = new StringWriter();
        try (CheckResult result =
                new ComplianceCheck(ruleSet).run(request, InputStream.nullInputStream(), (path, rows) -> {})) {
            new JsonReport().write(new CheckedContent(result, Verdict.on(result, Severity.MINOR), Language.EN), json);
        }
        return JsonMapper.shared().readTree(json.toString());
    }

    private static Map<String, JsonNode> byFingerprint(JsonNode report) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        report.path("violations").forEach(v -> all.put(v.path("fingerprint").asString(), v));
        return all;
    }

    private static Map<String, String> changes(JsonNode told) {
        return told.path("examples").values().stream()
                .collect(Collectors.toMap(
                        e -> e.path("fingerprint").asString(),
                        e -> e.path("change").asString() + " " + e.path("fields") + shown(e.path("before"))
                                + shown(e.path("after"))));
    }

    private static Map<String, String> expectedChanges(JsonNode old, JsonNode now) {
        Map<String, String> changes = new HashMap<>();
        Map<String, JsonNode> before = byFingerprint(old);
        Map<String, JsonNode> after = byFingerprint(now);
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String each : all) {
            JsonNode was = before.get(each);
            JsonNode is = after.get(each);
            List<String> fields = was == null || is == null ? List.of() : differing(was, is);
            if (was == null || is == null || !fields.isEmpty()) {
                String change = was == null ? "appears" : is == null ? "disappears" : "changes";
                String listed = fields.stream().map(f -> '"' + f + '"').collect(Collectors.joining(",", "[", "]"));
                changes.put(each, change + " " + listed + shown(was) + shown(is));
            }
        }
        return changes;
    }

    private static List<String> differing(JsonNode was, JsonNode is) {
        return FIELDS.stream().filter(f -> !was.path(f).equals(is.path(f))).toList();
    }

    /** What both kinds of report say of a violation, but evidence, of which examples have some. */
    private static String shown(JsonNode violation) {
        return violation == null || violation.isNull()
                ? "\n-"
                : "\n" + FIELDS.subList(0, 5).stream().map(violation::path).toList();
    }

    private static long common(JsonNode old, JsonNode now) {
        return byFingerprint(now).keySet().stream()
                .filter(byFingerprint(old)::containsKey)
                .count();
    }

    private static Map<String, String> byRule(JsonNode told) {
        return told.path("byRule").values().stream()
                .collect(Collectors.toMap(
                        g -> g.path("unit").asString("") + " " + g.path("rule").asString(),
                        g -> g.path("appears") + " " + g.path("disappears") + " " + g.path("changes"),
                        (one, same) -> one + same,
                        TreeMap::new));
    }

    private static Map<String, String> expectedByRule(JsonNode old, JsonNode now) {
        Map<String, long[]> counts = new TreeMap<>();
        Map<String, JsonNode> before = byFingerprint(old);
        Map<String, JsonNode> after = byFingerprint(now);
        Function<JsonNode, long[]> of = v -> counts.computeIfAbsent(
                v.path("unit").asString("") + " " + v.path("rule").asString(), k -> new long[3]);
        after.forEach((key, v) -> {
            if (!before.containsKey(key)) {
                of.apply(v)[0]++;
            } else if (!differing(before.get(key), v).isEmpty()) {
                of.apply(v)[2]++;
            }
        });
        before.forEach((key, v) -> {
            if (!after.containsKey(key)) {
                of.apply(v)[1]++;
            }
        });
        Map<String, String> written = new TreeMap<>();
        counts.forEach((key, c) -> written.put(key, c[0] + " " + c[1] + " " + c[2]));
        return written;
    }

    private static boolean rises(JsonNode old, JsonNode now, Severity threshold) {
        Map<String, JsonNode> before = byFingerprint(old);
        return byFingerprint(now).entrySet().stream()
                .anyMatch(e -> isAtLeast(e.getValue(), threshold) && !isAtLeast(before.get(e.getKey()), threshold));
    }

    private static boolean isAtLeast(JsonNode violation, Severity threshold) {
        return violation != null
                && Severity.named(violation.path("severity").asString())
                        .orElseThrow()
                        .atLeast(threshold);
    }

    /** Reports tell subjects in words, in which what is missing another number of times may look the same, or not. */
    private static void evaluationsAgree(JsonNode told, JsonNode old, JsonNode now) {
        Map<String, Map<String, Integer>> counted = new HashMap<>();
        told.path("notEvaluated")
                .forEach(e -> counted.computeIfAbsent(e.path("rule").asString(), r -> new HashMap<>())
                        .put(e.path("change").asString(), e.path("count").asInt()));
        Map<String, List<String>> before = notEvaluated(old);
        Map<String, List<String>> after = notEvaluated(now);
        Set<String> rules = new TreeSet<>(before.keySet());
        rules.addAll(after.keySet());
        rules.addAll(counted.keySet());
        for (String rule : rules) {
            Map<String, Integer> changes = counted.getOrDefault(rule, Map.of());
            int others = changes.getOrDefault("changes", 0);
            int come = changes.getOrDefault("appears", 0);
            int go = changes.getOrDefault("disappears", 0);
            assertThat(without(after.get(rule), before.get(rule))).as(rule).hasSizeBetween(come, come + others);
            assertThat(without(before.get(rule), after.get(rule))).as(rule).hasSizeBetween(go, go + others);
        }
    }

    private static Map<String, List<String>> notEvaluated(JsonNode report) {
        return report.path("notEvaluated").values().stream()
                .collect(Collectors.groupingBy(
                        n -> n.path("rule").asString(),
                        Collectors.mapping(n -> n.path("subject") + " " + n.path("reason"), Collectors.toList())));
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(Objects.requireNonNullElse(all, List.of()));
        Objects.requireNonNullElse(others, List.<String>of()).forEach(left::remove);
        return left;
    }

    private static void silenceAgrees(JsonNode told, JsonNode old, JsonNode now, RuleSet after) {
        Set<String> before = Set.copyOf(old.at("/summary/byRule").propertyNames());
        Set<String> silent = after.rules().catalog().stream()
                .filter(r -> r.isEnabled() && !SopLint.concerns(r))
                .map(r -> r.id())
                .collect(Collectors.toCollection(TreeSet::new));
        silent.removeAll(now.at("/summary/byRule").propertyNames());
        Set<String> fallen = new TreeSet<>(silent);
        fallen.retainAll(before);
        JsonNode listed = told.path("withoutViolations");
        assertThat(texts(listed.path("since"))).isEqualTo(fallen);
        silent.removeAll(fallen);
        Set<String> untried = silent.stream()
                .filter(rule -> after.rules(rule).stream().noneMatch(r -> hasSomethingFor(r.topic(), now)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(texts(listed.path("nothingToJudge"))).isEqualTo(untried);
        silent.removeAll(untried);
        Set<String> lacking = new TreeSet<>(notEvaluated(now).keySet());
        lacking.retainAll(silent);
        assertThat(texts(listed.path("notEvaluated"))).isEqualTo(lacking);
        silent.removeAll(lacking);
        Set<String> rest = texts(listed.path("new"));
        rest.addAll(texts(listed.path("underBoth")));
        assertThat(rest).isEqualTo(silent);
    }

    private static boolean hasSomethingFor(String topic, JsonNode report) {
        return switch (topic) {
            case "sop" -> report.at("/summary/cases").asInt() > 0;
            case "skm" -> report.at("/summary/surveys").asInt() > 0;
            default -> false;
        };
    }

    private static void gradesAgree(JsonNode told, JsonNode old, JsonNode now) {
        Map<String, JsonNode> before = byGraded(old);
        Map<String, JsonNode> after = byGraded(now);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Map<String, String> expected = new TreeMap<>();
        before.forEach((graded, was) -> {
            JsonNode is = after.get(graded);
            if (!was.equals(is)) {
                List<String> elements = new ArrayList<>();
                for (int i = 0; i < was.path("elements").size(); i++) {
                    JsonNode one = was.path("elements").get(i);
                    JsonNode other = is.path("elements").get(i);
                    assertThat(other.path("code")).isEqualTo(one.path("code"));
                    if (!one.path("grade").equals(other.path("grade"))) {
                        elements.add(one.path("code") + " " + one.path("grade") + " " + other.path("grade"));
                    }
                }
                expected.put(graded, was.path("grade") + " " + is.path("grade") + " " + elements);
            }
        });
        Map<String, String> changed = told.path("grades").values().stream()
                .collect(Collectors.toMap(
                        SimulationTest::graded,
                        g -> g.at("/before/grade") + " " + g.at("/after/grade") + " "
                                + g.path("elements").values().stream()
                                        .map(e -> e.path("code") + " " + e.path("before") + " " + e.path("after"))
                                        .toList()));
        assertThat(changed).isEqualTo(expected);
        assertThat(told.at("/summary/grades").asInt()).isEqualTo(expected.size());
        assertThat(told.at("/summary/gradesFlipped").asLong())
                .isEqualTo(before.keySet().stream()
                        .filter(g ->
                                !before.get(g).path("grade").equals(after.get(g).path("grade")))
                        .count());
    }

    private static Map<String, JsonNode> byGraded(JsonNode report) {
        return report.path("grades").values().stream().collect(Collectors.toMap(SimulationTest::graded, g -> g));
    }

    private static String graded(JsonNode grade) {
        return grade.path("survey") + " " + grade.path("unit") + " " + grade.path("service") + " "
                + grade.path("aggregation");
    }

    private static Set<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
