package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedCase.Defect;
import id.patuh.draft.MappingDraft;
import id.patuh.intake.Intake;
import id.patuh.intake.TableSample;
import id.patuh.mapping.Mapping;
import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.Verdict;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sop;
import id.patuh.violation.Severity;
import id.patuh.violation.SourceTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tables of events, read by the mappings that are drafted for them, say what the same events say as XES. */
class MappedEventsTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx");

    private static final Map<Dialect, Mapping> MAPPINGS = new EnumMap<>(Dialect.class);

    @TempDir
    Path folder;

    /** The systems by the headers of their tables, each under the key that XES has for the same. */
    enum Dialect {
        PM4PY(
                "case:concept:name, concept:name, time:timestamp, start_timestamp, lifecycle:transition, org:resource,"
                        + " org:role, inputs, outputs, decision, case:sop, case:unit",
                "case, concept:name, time:timestamp, start, lifecycle:transition, org:resource,"
                        + " org:role, inputs, outputs, decision, sop, unit"),
        BUPAR(
                "case_id, activity, activity_instance_id, lifecycle, timestamp, resource, role, inputs, outputs,"
                        + " decision, sop, unit",
                "case, concept:name, concept:instance, lifecycle:transition, time:timestamp, org:resource, org:role,"
                        + " inputs, outputs, decision, sop, unit");

        private final List<String> headers;
        private final List<String> keys;

        Dialect(String headers, String keys) {
            this.headers = List.of(headers.split(", "));
            this.keys = List.of(keys.split(", "));
        }
    }

    /** How the rows of a table stand. */
    enum Order {
        RISING,
        FALLING,
        BY_ACTIVITY,
        NONE
    }

    /** An event: its attributes by the keys of XES, and when it counts among the others of its case. */
    private record Event(long at, int number, Map<String, String> attributes) {
        String caseId() {
            return attributes.get("case");
        }
    }

    static Stream<Arguments> logs() {
        return Arrays.stream(Dialect.values())
                .flatMap(d -> Arrays.stream(Order.values()).map(o -> Arguments.of(d, o)));
    }

    @ParameterizedTest
    @MethodSource("logs")
    void aTableOfEventsGivesTheReportOfTheSameEventsAsXes(Dialect dialect, Order order) throws IOException {
        Random random = new Random(dialect.ordinal() * 10L + order.ordinal());
        List<Event> events = events(random, dialect, 150, RULES.sops().all());
        JsonNode expected = report(check(Files.writeString(folder.resolve("log"), xes(events)), null));
        Path table = write(dialect, ordered(events, order, random));
        JsonNode report = report(check(table, drafted(table)));

        assertThat(report.get("rejected")).isEmpty();
        assertThat(expected.get("violations").size()).isGreaterThan(40);
        assertThat(report.get("summary").get("byRule").has("step-late")).isTrue();
        assertEvidenceStandsWhereItSays(report, table, dialect);
        withoutPlaces(expected);
        withoutPlaces(report);
        expected.propertyNames()
                .forEach(name -> assertThat(report.get(name)).as(name).isEqualTo(expected.get(name)));
    }

    static Stream<Arguments> seeds() {
        return IntStream.range(0, 240)
                .mapToObj(seed -> Arguments.of(
                        seed, Dialect.values()[seed % 2], Order.values()[seed / 2 % Order.values().length]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedTablesOfEventsShowNothingThatWholeOnesDoNot(int seed, Dialect dialect, Order order) throws IOException {
        Random random = new Random(seed);
        List<Sop> sops = RULES.sops().all();
        List<Event> events = events(random, dialect, 6, List.of(sops.get(random.nextInt(sops.size()))));
        List<Event> rows = ordered(events, order, random);
        Path table = write(dialect, rows);
        Mapping mapping = MAPPINGS.computeIfAbsent(dialect, d -> drafted(table));
        CheckResult whole = check(table, mapping);
        assertThat(whole.rejected()).isEmpty();

        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        int faults = 1 + random.nextInt(2);
        for (int i = 0; i < faults; i++) {
            damage(lines, dialect, random);
        }
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        CheckResult damaged = check(random.nextInt(6) == 0 ? cutOff(text, random) : Files.write(table, text), mapping);

        assertThat(damaged.rejected()).isNotEmpty();
        assertThat(DamagedInputTest.found(damaged)).isSubsetOf(DamagedInputTest.found(whole));
    }

    private static void damage(List<String> lines, Dialect dialect, Random random) {
        int at = 1 + random.nextInt(lines.size() - 1);
        String[] cells = lines.get(at).split("\t", -1);
        int caseCell = dialect.keys.indexOf("case");
        int step = dialect.keys.indexOf("concept:name");
        int time = dialect.keys.indexOf("time:timestamp");
        int transition = dialect.keys.indexOf("lifecycle:transition");
        switch (random.nextInt(10)) {
            case 0 -> cells[caseCell] = "";
            case 1 -> cells[time] = "";
            case 2 -> cells[time] = "kemarin";
            case 3 -> cells[step] = "";
            case 4 -> cells[step] = "abc";
            case 5 -> cells[transition] = "";
            case 6 -> cells[transition] = "entah";
            case 7 -> cells[caseCell] = "\"" + cells[caseCell];
            case 8 -> cells[dialect.keys.indexOf("decision")] = "entah";
            default -> cells[cells.length - 1] += "\tsurplus";
        }
        lines.set(at, String.join("\t", cells));
    }

    /** As a packed file that breaks off. */
    private Path cutOff(byte[] text, Random random) throws IOException {
        Path file = folder.resolve("cut.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
        byte[] packed = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(packed, packed.length - 1 - random.nextInt(packed.length / 2)));
    }

    private static List<Event> events(Random random, Dialect dialect, int cases, List<Sop> sops) {
        SourceTable nowhere = new SourceTable("generated", null);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            Sop sop = sops.get(random.nextInt(sops.size()));
            Defect defect = random.nextBoolean() ? null : Defect.values()[random.nextInt(Defect.values().length)];
            new GeneratedCase("K-" + (1000 + i), sop, RULES.calendar(sop.calendar()), random, defect, nowhere)
                    .rows.forEach(row -> add(events, row, dialect));
        }
        return events;
    }

    private static void add(List<Event> events, ActivityRecord row, Dialect dialect) {
        Map<String, String> first = new LinkedHashMap<>();
        first.put("case", row.caseId());
        first.put("sop", row.sop());
        first.put("concept:name", row.step());
        first.put("org:role", row.role());
        first.put("org:resource", row.person());
        first.put("unit", row.unit());
        first.put("inputs", String.join(";", row.inputs()));
        if (dialect == Dialect.BUPAR) {
            first.put("concept:instance", "" + events.size());
        }
        Map<String, String> last = new LinkedHashMap<>(first);
        last.put("outputs", String.join(";", row.outputs()));
        last.put("decision", row.decision() == null ? "" : row.decision().name());
        boolean ended = row.end() != ActivityRecord.RUNNING;
        // Without an instance nothing tells that what ends before it starts is one activity.
        boolean pair = dialect == Dialect.BUPAR || row.end() >= row.start();
        if (pair) {
            first.put("lifecycle:transition", "start");
            first.put("time:timestamp", time(row.start()));
            events.add(new Event(row.start(), events.size(), first));
        } else {
            last.put("start", time(row.start()));
        }
        if (ended) {
            last.put("lifecycle:transition", "complete");
            last.put("time:timestamp", time(row.end()));
            events.add(new Event(Math.max(row.start(), row.end()), events.size(), last));
        }
    }

    private static String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(RuleTrial.ZONE));
    }

    private static List<Event> ordered(List<Event> events, Order order, Random random) {
        List<Event> ordered = new ArrayList<>(events);
        Collections.shuffle(ordered, random);
        Comparator<Event> byTime = Comparator.comparing(e -> e.attributes().get("time:timestamp"));
        switch (order) {
            case RISING -> ordered.sort(byTime);
            case FALLING -> ordered.sort(byTime.reversed());
            case BY_ACTIVITY ->
                ordered.sort(Comparator.comparing(
                        e -> e.attributes().get("concept:name") + e.attributes().get("lifecycle:transition")));
            case NONE -> {}
        }
        return ordered;
    }

    private Path write(Dialect dialect, List<Event> events) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join("\t", dialect.headers)));
        for (Event event : events) {
            lines.add(dialect.keys.stream()
                    .map(key -> event.attributes().getOrDefault(key, ""))
                    .collect(Collectors.joining("\t")));
        }
        return Files.write(folder.resolve("log"), lines);
    }

    private static String xes(List<Event> events) {
        StringBuilder xes = new StringBuilder("<log>\n");
        events.stream()
                .collect(Collectors.groupingBy(Event::caseId, LinkedHashMap::new, Collectors.toList()))
                .forEach((caseId, own) -> {
                    xes.append("<trace>\n").append(string("concept:name", caseId));
                    own.sort(Comparator.comparingLong(Event::at).thenComparingInt(Event::number));
                    for (Event event : own) {
                        xes.append("<event>\n");
                        event.attributes().forEach((key, value) -> {
                            if (!key.equals("case") && !value.isEmpty()) {
                                xes.append(string(key, value));
                            }
                        });
                        xes.append("</event>\n");
                    }
                    xes.append("</trace>\n");
                });
        return xes.append("</log>\n").toString();
    }

    private static String string(String key, String value) {
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<string key=\"" + key + "\" value=\"" + text + "\"/>\n";
    }

    private static Mapping drafted(Path table) {
        MappingDraft draft = new MappingDraft(
                "log.csv", sample(table), RULES.sops(), null, ResourceBundle.getBundle("id.patuh.draft.notes_en"));
        assertThat(draft.doubts()).isEmpty();
        return RuleSetReader.readMapping(
                "m.yaml", draft.yaml().replace("confirmed: false\n", "").getBytes(StandardCharsets.UTF_8));
    }

    private static TableSample sample(Path table) {
        try {
            return Intake.sample("log.csv", table).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckResult check(Path path, Mapping mapping) {
        Instant asOf = GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();
        return new ComplianceCheck(RULES)
                .run(
                        new CheckRequest(List.of(path.toString()), asOf, RuleTrial.ZONE, null, null, mapping),
                        new ByteArrayInputStream(new byte[0]),
                        (p, rows) -> {});
    }

    private static JsonNode report(CheckResult result) throws IOException {
        StringWriter text = new StringWriter();
        new JsonReport().write(new CheckedContent(result, Verdict.on(result, Severity.MINOR), Language.EN), text);
        return JsonMapper.shared().readTree(text.toString());
    }

    private static void withoutPlaces(JsonNode report) {
        report.findParents("path")
                .forEach(place -> ((ObjectNode) place)
                        .remove(List.of("path", "sheet", "row", "column", "sha256", "message", "file")));
    }

    private static void assertEvidenceStandsWhereItSays(JsonNode report, Path table, Dialect dialect)
            throws IOException {
        List<String> lines = Files.readAllLines(table);
        int cells = 0;
        for (JsonNode place : report.get("violations").findParents("column")) {
            if (!place.get("column").isNull() && !place.get("value").isNull()) {
                String[] row = lines.get(place.get("row").asInt() - 1).split("\t", -1);
                int column = dialect.headers.indexOf(place.get("column").asString());
                assertThat(row[column]).isEqualTo(place.get("value").asString());
                cells++;
            }
        }
        assertThat(cells).isGreaterThan(40);
    }
}
