package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.GeneratedCase.Defect;
import id.patuh.intake.Intake;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sop;
import id.patuh.violation.SourceTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random logs give the same findings in their native form and in those of other systems. */
class MappedLogTest {

    private static final int CASES = 400;
    private static final ZoneId ZONE = RuleTrial.ZONE;

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aForeignLogIsItsNativeForm(long seed) {
        List<GeneratedCase> cases = cases(seed, RULES.sops().all());
        StringBuilder log = new StringBuilder("case,sop,step,role,person,start,end,inputs,outputs,decision,unit\n");
        StringBuilder foreign =
                new StringBuilder("Ekspor\nTiket;Hari;Jam;Tutup;Kode;SOP;Peran;Orang;Masuk;Keluar;Putusan;X\n");
        for (GeneratedCase one : cases) {
            for (ActivityRecord row : one.rows) {
                log.append(csv(
                        ",",
                        row.caseId(),
                        row.sop(),
                        row.step(),
                        row.role(),
                        row.person(),
                        time(row.start(), ZONE, "yyyy-MM-dd HH:mm:ss"),
                        time(row.end(), ZONE, "yyyy-MM-dd HH:mm:ss"),
                        String.join("; ", row.inputs()),
                        String.join("; ", row.outputs()),
                        row.decision() == null ? "" : row.decision().name(),
                        row.unit()));
                ZoneId wita = ZoneId.of("Asia/Makassar");
                foreign.append(csv(
                        ";",
                        row.caseId(),
                        time(row.start(), wita, "MM/dd/yy"),
                        time(row.start(), wita, "h:mm:ss a"),
                        row.end() == ActivityRecord.RUNNING ? "NULL" : time(row.end(), wita, "dd.MM.yyyy HH:mm:ss"),
                        "L-" + row.step(),
                        row.sop(),
                        row.role(),
                        row.person(),
                        String.join("|", row.inputs()),
                        String.join("|", row.outputs()),
                        row.decision() == null ? "-" : row.decision() == ActivityRecord.Outcome.APPROVE ? "Y" : "N",
                        "apa saja"));
            }
            foreign.append(csv(";", "BATAL", "x", "", "", "", "", "", "", "", "", "", ""));
        }
        StringBuilder steps = new StringBuilder();
        for (int no = 1; no <= 99; no++) {
            steps.append("L-").append(no).append(": ").append(no).append(", ");
        }
        String yaml = """
                zone: Asia/Makassar
                times: ["M/d/yy h:mm:ss a", "dd.MM.yyyy HH:mm:ss"]
                skip: {first: 1, where: [{column: tiket, is: [batal]}]}
                columns:
                  case: Tiket
                  sop: SOP
                  step: {column: Kode, values: {%s}}
                  role: Peran
                  person: Orang
                  start: {columns: [Hari, Jam]}
                  end: Tutup
                  inputs: {column: Masuk, separator: "|"}
                  outputs: {column: Keluar, separator: "|"}
                  decision: {column: Putusan, values: {Y: approve, N: revise, "-": }}
                constants: {unit: Unit Uji}
                """.formatted(steps);

        assertSame(log.toString(), foreign.toString(), yaml);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void aRowOfSeveralActivitiesIsTheirNativeForm(long seed) {
        Sop sop = RULES.sops().all().get((int) seed % 2);
        List<GeneratedCase> cases = cases(seed, List.of(sop)).stream()
                .filter(c ->
                        c.rows.stream().map(ActivityRecord::step).distinct().count() == c.rows.size())
                .filter(c -> c.rows.stream()
                        .noneMatch(r -> r.step().equals("99") || r.sop().equals("B999")))
                .toList();
        List<String> numbers =
                sop.steps().stream().map(s -> Integer.toString(s.no())).toList();
        StringBuilder log = new StringBuilder("case,sop,step,role,person,start,end,decision\n");
        StringBuilder wide = new StringBuilder("id");
        StringBuilder yaml =
                new StringBuilder("columns: {case: ID}\nconstants: {sop: " + sop.id() + "}\nactivities:\n");
        for (String no : numbers) {
            wide.append(",s%1$s,e%1$s,r%1$s,p%1$s,d%1$s".formatted(no));
            yaml.append("  - {when: [{column: s%1$s, filled: true}], constants: {step: %1$s}, columns: ".formatted(no))
                    .append("{start: s%1$s, end: e%1$s, role: r%1$s, person: p%1$s, decision: d%1$s}}\n".formatted(no));
        }
        wide.append('\n');
        for (GeneratedCase one : cases) {
            List<String> cells = new ArrayList<>(List.of(one.rows.get(0).caseId()));
            for (String no : numbers) {
                List<String> own = one.rows.stream()
                        .filter(r -> r.step().equals(no))
                        .findFirst()
                        .map(r -> List.of(
                                time(r.start(), ZONE, "yyyy-MM-dd HH:mm:ss"),
                                time(r.end(), ZONE, "yyyy-MM-dd HH:mm:ss"),
                                r.role(),
                                r.person(),
                                r.decision() == null ? "" : r.decision().name()))
                        .orElse(List.of("", "", "", "", ""));
                cells.addAll(own);
                if (!own.get(0).isEmpty()) {
                    log.append(csv(
                            ",",
                            cells.get(0),
                            sop.id(),
                            no,
                            own.get(2),
                            own.get(3),
                            own.get(0),
                            own.get(1),
                            own.get(4)));
                }
            }
            wide.append(csv(",", cells.toArray(String[]::new)));
        }

        assertSame(log.toString(), wide.toString(), yaml.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void aDamagedExportShowsNothingThatTheWholeOneDoesNot(long seed) throws IOException {
        // Dates, class and status: a damaged number or unit makes another case.
        int[] columns = {1, 4, 10, 11, 12};
        String whole = Files.readString(Path.of("sample-data/lapor/complaints.csv"));
        Mapping lapor = RULES.mapping("lapor").orElseThrow();
        Set<String> found = found(check(whole, lapor));
        assertThat(found).hasSize(5);
        Random random = new Random(seed);
        int rejected = 0;
        for (int i = 0; i < 40; i++) {
            String[] lines = whole.split("\n");
            for (int n = random.nextInt(3); n >= 0; n--) {
                int row = 2 + random.nextInt(lines.length - 2);
                String[] cells = lines[row].split(";", -1);
                cells[columns[random.nextInt(columns.length)]] = "entah";
                lines[row] = String.join(";", cells);
            }
            CheckResult damaged = check(String.join("\n", lines) + "\n", lapor);
            rejected += damaged.rejected().size();
            assertThat(found(damaged)).isSubsetOf(found);
        }
        assertThat(rejected).isGreaterThan(40);
    }

    private static List<GeneratedCase> cases(long seed, List<Sop> sops) {
        Random random = new Random(seed);
        List<GeneratedCase> cases = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            Sop sop = sops.get(i % sops.size());
            Defect defect = i % 4 == 0 ? null : Defect.values()[random.nextInt(Defect.values().length)];
            GeneratedCase one = new GeneratedCase(
                    "C-" + i, sop, RULES.calendar(sop.calendar()), random, defect, new SourceTable("generated", null));
            if (!one.rows.isEmpty()) {
                cases.add(one);
            }
        }
        return cases;
    }

    private static void assertSame(String log, String foreign, String yaml) {
        Set<String> found = findings(log, null);
        assertThat(found).hasSizeGreaterThan(40);
        assertThat(findings(foreign, RuleSetReader.readMapping("m.yaml", yaml.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(found);
    }

    private static Set<String> findings(String text, Mapping mapping) {
        CheckResult result = check(text, mapping);
        assertThat(result.rejected()).isEmpty();
        assertThat(result.activities()).isGreaterThan(400);
        return found(result);
    }

    private static CheckResult check(String text, Mapping mapping) {
        CheckRequest request =
                new CheckRequest(List.of("-"), GeneratedCase.AS_OF.atZone(ZONE).toInstant(), ZONE, null, null, mapping);
        Intake.Progress silent = (path, rows) -> {};
        return new ComplianceCheck(RULES)
                .run(request, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), silent);
    }

    private static Set<String> found(CheckResult result) {
        return result.findings().stream()
                .map(f -> f.violation().rule() + " " + f.violation().subject() + " "
                        + f.violation().expected() + " " + f.violation().actual())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String time(long at, ZoneId zone, String pattern) {
        return at == ActivityRecord.RUNNING
                ? ""
                : DateTimeFormatter.ofPattern(pattern, java.util.Locale.ENGLISH)
                        .format(Instant.ofEpochMilli(at).atZone(zone));
    }

    private static String csv(String separator, String... cells) {
        return java.util.Arrays.stream(cells)
                        .map(c -> c == null ? "" : '"' + c.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(separator))
                + "\n";
    }
}
