package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedCase.Defect;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sop;
import id.patuh.violation.SourceTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As for other input: a damaged event log shows nothing that the whole one does not. */
class DamagedEventLogTest {

    @TempDir
    Path folder;

    /** An event of one or more lines, the first its tag. */
    private record Event(Instant at, List<String> lines) {}

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedEventLogsShowNothingThatWholeOnesDoNot(int seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = log(random);
        CheckResult whole = check(String.join("\n", lines));
        assertThat(whole.rejected()).isEmpty();

        for (int i = 0; i < 2; i++) {
            damage(lines, random);
        }
        CheckResult damaged = check(String.join("\n", lines));

        assertThat(DamagedInputTest.found(damaged)).isSubsetOf(DamagedInputTest.found(whole));
    }

    private static void damage(List<String> lines, Random random) {
        String[] keys = {"concept:name", "time:timestamp", "lifecycle:transition", "outputs", "<event>", "</event>"};
        String key = keys[random.nextInt(keys.length)];
        List<Integer> places = IntStream.range(2, lines.size())
                .filter(i -> lines.get(i).contains(key) && !lines.get(i - 1).equals("<trace>"))
                .boxed()
                .toList();
        if (places.isEmpty()) {
            return;
        }
        int at = places.get(random.nextInt(places.size()));
        String line = lines.get(at);
        // Some values are as readable without their text, or with another one.
        boolean blankable = key.equals("concept:name") || key.equals("time:timestamp");
        boolean checked = blankable || key.equals("lifecycle:transition");
        switch (random.nextInt(8)) {
            case 0 -> lines.set(at, blankable ? line.replaceFirst("value=\"[^\"]*\"", "value=\"\"") : line);
            case 1 -> lines.set(at, checked ? line.replaceFirst("value=\"", "value=\"x") : line);
            case 2 -> lines.add(at, line.replaceFirst("value=\"", "value=\"x"));
            case 3 -> lines.set(at, line.replaceFirst("[<\"]", ""));
            case 4 -> lines.set(at, line.replaceFirst("<string", "<strink"));
            case 5 -> lines.set(at, line.replaceFirst(random.nextBoolean() ? "key=" : "value=", "x="));
            case 6 -> lines.set(at, "<event>" + line);
            default -> lines.subList(at, lines.size()).clear();
        }
    }

    private static List<String> log(Random random) {
        List<Sop> sops = RULES.sops().all();
        Sop sop = sops.get(random.nextInt(sops.size()));
        SourceTable table = new SourceTable("generated", null);
        List<String> lines = new ArrayList<>(List.of("<log>"));
        for (int i = 0; i < 6; i++) {
            Defect defect = random.nextBoolean() ? null : Defect.values()[random.nextInt(Defect.values().length)];
            GeneratedCase one =
                    new GeneratedCase("K-" + (100 + i), sop, RULES.calendar(sop.calendar()), random, defect, table);
            if (one.rows.isEmpty()) {
                continue;
            }
            ActivityRecord first = one.rows.get(0);
            lines.add("<trace>");
            lines.add(string("concept:name", first.caseId()));
            lines.add(string("sop", first.sop()));
            List<Event> events = new ArrayList<>();
            one.rows.forEach(row -> addEvents(row, events));
            events.sort(Comparator.comparing(Event::at));
            events.forEach(event -> lines.addAll(event.lines()));
            lines.add("</trace>");
        }
        lines.add("</log>");
        return lines;
    }

    private static void addEvents(ActivityRecord row, List<Event> events) {
        List<String> who = new ArrayList<>();
        add(who, "org:role", row.role());
        add(who, "org:resource", row.person());
        add(who, "unit", row.unit());
        add(who, "inputs", String.join(";", row.inputs()));
        boolean ended = row.end() != ActivityRecord.RUNNING;
        // A pair that ends before it starts would be no pair in the order of time.
        boolean pair = ended && row.end() > row.start();
        if (pair || !ended) {
            events.add(event(row, row.start(), "start", who));
        }
        add(who, "outputs", String.join(";", row.outputs()));
        add(who, "decision", row.decision() == null ? null : row.decision().name());
        if (ended) {
            if (!pair) {
                add(who, "start_timestamp", Instant.ofEpochMilli(row.start()).toString());
            }
            events.add(event(row, row.end(), "complete", who));
        }
    }

    private static Event event(ActivityRecord row, long at, String transition, List<String> more) {
        List<String> lines = new ArrayList<>(List.of("<event>", string("concept:name", row.step())));
        lines.add(string("lifecycle:transition", transition));
        lines.add(string("time:timestamp", Instant.ofEpochMilli(at).toString()));
        lines.addAll(more);
        lines.add("</event>");
        return new Event(Instant.ofEpochMilli(at), lines);
    }

    private static void add(List<String> lines, String key, String value) {
        if (value != null && !value.isEmpty()) {
            lines.add(string(key, value));
        }
    }

    private static String string(String key, String value) {
        String text = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<string key=\"" + key + "\" value=\"" + text + "\"/>";
    }

    private CheckResult check(String text) throws IOException {
        String path = Files.writeString(folder.resolve("log.xes"), text).toString();
        Instant asOf = GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();
        return new ComplianceCheck(RULES)
                .run(
                        new CheckRequest(List.of(path), asOf, RuleTrial.ZONE, null, null),
                        new ByteArrayInputStream(new byte[0]),
                        (p, rows) -> {});
    }
}
