package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.violation.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cannot be read must never make a violation: whatever is found in damaged files is found in the whole ones too, and a
 * grade that is given is the true one.
 */
class DamagedInputTest {

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedLogsShowNothingThatWholeOnesDoNot(int seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> rows = GeneratedLog.rows(random, 8);
        Collections.shuffle(rows.subList(1, rows.size()), random);
        CheckResult whole = check(Map.of("log.csv", GeneratedLog.text(rows)));

        for (int i = 0; i < 3; i++) {
            GeneratedLog.damage(rows, random);
        }
        CheckResult damaged = check(Map.of("log.csv", GeneratedLog.text(rows)));

        assertThat(damaged.rejected()).isNotEmpty();
        assertThat(found(damaged)).isSubsetOf(found(whole));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedSurveysShowNothingThatWholeOnesDoNot(int seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> rows = responses(random);
        String published = published(rows, random);
        CheckResult whole = check(Map.of("responses.csv", GeneratedLog.text(rows), "published.csv", published));

        int faults = 1 + random.nextInt(3);
        for (int i = 0; i < faults; i++) {
            damageResponses(rows, random);
        }
        CheckResult damaged = check(Map.of("responses.csv", GeneratedLog.text(rows), "published.csv", published));

        assertThat(damaged.rejected()).isNotEmpty();
        assertThat(found(damaged)).isSubsetOf(found(whole));
        assertThat(grades(damaged)).isSubsetOf(grades(whole));
        assertHidden(whole, damaged);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedFollowUpsShowNothingThatWholeOnesDoNot(int seed) throws IOException {
        Random random = new Random(seed);
        List<List<String>> rows = responses(random);
        String plan = followUp(random);
        CheckResult whole = check(Map.of("responses.csv", GeneratedLog.text(rows), "rtl.json", plan));

        String faulty = random.nextBoolean()
                ? plan.replaceFirst("\"TW I+V?\"", "\"TW V\"")
                : random.nextBoolean()
                        ? plan.replaceFirst("\"done\":(true|false)", "\"done\":\"entah\"")
                        : plan.replaceFirst("\\{\"id\":\"\\d\",", "{");
        CheckResult damaged = check(Map.of("responses.csv", GeneratedLog.text(rows), "rtl.json", faulty));

        assertThat(damaged.rejected()).isNotEmpty();
        assertThat(found(damaged)).isSubsetOf(found(whole));
        assertHidden(whole, damaged);
    }

    /**
     * A report of which any row has lost a cell shows nothing new. Activities without documentation are
     * named after the plan's item where it could be read, else after their wording: these count by their number.
     */
    @Test
    void reportsWhoseRowsSlideShowNothingThatWholeOnesDoNot() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/id/patuh/seeds/bp3mi-jateng-2024.txt"));
        CheckResult whole = check(Map.of("a.txt", String.join("\n", lines)));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean heading = line.startsWith("No") || line.contains("TW I");
            for (int tab = heading ? -1 : line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', tab + 1)) {
                List<String> damaged = new ArrayList<>(lines);
                damaged.set(i, line.substring(0, tab) + line.substring(tab + 1));
                CheckResult result = check(Map.of("a.txt", String.join("\n", damaged)));
                assertThat(withoutUndocumented(result)).as(damaged.get(i)).isSubsetOf(withoutUndocumented(whole));
                assertThat(found(result)).hasSizeLessThanOrEqualTo(found(whole).size());
            }
        }
    }

    private static List<String> withoutUndocumented(CheckResult result) {
        return found(result).stream()
                .filter(f -> !f.startsWith("rtl-evidence-missing"))
                .toList();
    }

    /** What is no longer found is said not to have been evaluated. */
    private static void assertHidden(CheckResult whole, CheckResult damaged) {
        TreeSet<String> hidden = found(whole);
        hidden.removeAll(found(damaged));
        assertThat(damaged.notEvaluated())
                .extracting(NotEvaluated::rule)
                .containsAll(hidden.stream().map(f -> f.split(" ")[0]).toList());
    }

    /** Rule and subject of everything found; the round is left out, since a lost row may have been an earlier one. */
    static TreeSet<String> found(CheckResult result) {
        return result.findings().stream()
                .map(f -> {
                    Subject s = f.violation().subject();
                    return String.join(
                            " ",
                            f.violation().rule(),
                            s.sop() + "/" + s.caseId() + "/" + s.step(),
                            s.survey() + "/" + s.element());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> grades(CheckResult result) {
        List<String> grades = new ArrayList<>();
        for (Grade grade : result.grades()) {
            if (grade.grade() != null) {
                grades.add(grade.survey() + " " + grade.grade());
            }
            grade.elements().stream()
                    .filter(e -> e.grade() != null)
                    .forEach(e -> grades.add(grade.survey() + " " + e.code() + " " + e.grade()));
        }
        return grades;
    }

    private CheckResult check(Map<String, String> files) throws IOException {
        List<String> paths = new ArrayList<>();
        for (String name : new TreeSet<>(files.keySet())) {
            paths.add(Files.writeString(folder.resolve(name), files.get(name)).toString());
        }
        Instant asOf = GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();
        return new ComplianceCheck(RULES)
                .run(
                        new CheckRequest(paths, asOf, RuleTrial.ZONE, null, null),
                        new ByteArrayInputStream(new byte[0]),
                        (path, rows) -> {});
    }

    private static List<List<String>> responses(Random random) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head =
                new ArrayList<>(List.of("survey", "unit", "sop", "period_start", "period_end", "respondent", "group"));
        IntStream.rangeClosed(1, 9).forEach(u -> head.add("U" + u));
        rows.add(head);
        String[] groups = {"PPK", "PP", "Pokja", "Penyedia", "Auditor"};
        int people = 29 + random.nextInt(4);
        int kinds = 4 + random.nextInt(2);
        boolean uniform = random.nextInt(8) == 0;
        for (int i = 1; i <= people; i++) {
            List<String> row = new ArrayList<>(List.of(
                    "S", "UKPBJ", "B276", "2026-01-01", "2026-06-30", "R" + i, i <= 30 ? groups[i % kinds] : "PPK"));
            for (int u = 1; u <= 9; u++) {
                row.add(uniform ? "3" : "" + (3 + random.nextInt(2) - random.nextInt(4) / 3));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void damageResponses(List<List<String>> rows, Random random) {
        List<String> row = rows.get(1 + random.nextInt(rows.size() - 1));
        switch (random.nextInt(5)) {
            case 0, 1 -> row.set(7 + random.nextInt(9), "x");
            case 2 -> row.set(3, "31/31/2026");
            case 3 -> row.set(5, "\"" + row.get(5));
            default -> row.set(row.size() - 1, row.get(row.size() - 1) + "|surplus");
        }
    }

    /** The result of the responses, with a figure now and then that does not follow from them. */
    private static String published(List<List<String>> rows, Random random) {
        StringBuilder text = new StringBuilder("survey,unit,element,mean,grade,priority\n");
        BigDecimal sum = BigDecimal.ZERO;
        for (int u = 0; u < 9; u++) {
            int column = 7 + u;
            BigDecimal total = rows.stream()
                    .skip(1)
                    .map(r -> new BigDecimal(r.get(column)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal mean = total.divide(BigDecimal.valueOf(rows.size() - 1L), 2, RoundingMode.HALF_UP);
            if (random.nextInt(12) == 0) {
                mean = mean.add(new BigDecimal("0.05"));
            }
            sum = sum.add(total);
            text.append("S,UKPBJ,U" + (u + 1) + "," + mean + ","
                    + grade(mean.movePointRight(2).divide(BigDecimal.valueOf(4))) + ","
                    + (random.nextInt(3) == 0 ? "ya" : "") + "\n");
        }
        BigDecimal ikm = sum.multiply(BigDecimal.valueOf(25))
                .divide(BigDecimal.valueOf(9L * (rows.size() - 1)), 2, RoundingMode.HALF_UP);
        if (random.nextInt(3) == 0) {
            ikm = ikm.add(new BigDecimal("0.10"));
        }
        return text.append("S,UKPBJ,IKM,")
                .append(ikm)
                .append(",")
                .append(random.nextInt(4) == 0 ? "A" : grade(ikm))
                .append(",\n")
                .toString();
    }

    private static String grade(BigDecimal index) {
        double value = index.doubleValue();
        return value >= 88.31 ? "A" : value >= 76.61 ? "B" : value >= 65 ? "C" : "D";
    }

    private static String followUp(Random random) {
        List<String> plan = new ArrayList<>();
        List<String> done = new ArrayList<>();
        Map<Integer, String> quarters = new HashMap<>(Map.of(0, "TW I", 1, "TW II", 2, "TW III", 3, "TW IV"));
        int items = 3 + random.nextInt(3);
        for (int i = 1; i <= items; i++) {
            plan.add("{\"id\":\"" + i + "\",\"element\":\"U" + (1 + random.nextInt(9)) + "\",\"activity\":\"Kegiatan "
                    + i
                    + "\",\"quarters\":[\"" + quarters.get(random.nextInt(4)) + "\"]"
                    + (random.nextInt(3) == 0 ? "" : ",\"owner\":\"Kabag\"") + "}");
            if (i == 1 || random.nextInt(4) > 0) {
                done.add("{\"plan\":\"" + i + "\",\"done\":" + (random.nextInt(3) > 0)
                        + (random.nextInt(3) == 0 ? "" : ",\"evidence\":[\"foto\"]") + "}");
            }
        }
        return "{\"followUps\":[{\"survey\":\"S\",\"unit\":\"UKPBJ\",\"period\":{\"start\":\"2026-01-01\",\"end\":\"2026-12-31\"},"
                + "\"signedOn\":\"2026-11-01\",\"claimedPercent\":" + (random.nextBoolean() ? 100 : 50) + ",\"plan\":"
                + plan + ",\"realisations\":" + done + "}]}";
    }
}
