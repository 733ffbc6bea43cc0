package id.patuh.bench.run;

import id.patuh.bench.surveys.SurveyTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the means of a survey found by patuh, as part of its whole check, and by DuckDB, each in processes of its own, in
 * turns; fails where they are not the same.
 *
 * <pre>SurveyRuns RESPONDENTS [ROUNDS [named]]</pre>
 */
public final class SurveyRuns {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final String HEAP = "512m";
    private static final String AS_OF = "2026-11-20";
    /** Reports give means with so many decimals at most. */
    private static final int DECIMALS = 4;

    private SurveyRuns() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        boolean named = args.length > 2 && args[2].equals("named");
        Path table = FOLDER.resolve("survey-" + args[0] + (named ? "-named" : "") + ".csv");
        if (!Files.exists(table)) {
            Path made = FOLDER.resolve("survey.part");
            SurveyTable.write(made, Long.parseLong(args[0]), 1, named);
            Files.move(made, table);
        }
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        for (String name : List.of("patuh", "duckdb", "duckdb-1")) {
            contestants.put(
                    name,
                    name.equals("patuh")
                            ? Contestant.named(name, HEAP, table.toString(), AS_OF, output(name))
                            : Contestant.duckDbSurvey(name, HEAP, table.toString(), output(name)));
        }
        Rounds rounds = new Rounds(contestants, args.length > 1 ? Integer.parseInt(args[1]) : 3, SurveyRuns::output);
        List<BigDecimal> means = reported();
        System.out.println(means);
        for (String name : List.of("duckdb", "duckdb-1")) {
            if (!means.equals(quotients(Path.of(output(name))))) {
                throw new IllegalStateException("not the same: " + quotients(Path.of(output(name))));
            }
        }
        rounds.print("duckdb");
        rounds.print("duckdb-1");
    }

    private static String output(String name) {
        return FOLDER.resolve("means-" + name + (name.equals("patuh") ? ".json" : ".txt"))
                .toString();
    }

    /** The means in patuh's report. */
    private static List<BigDecimal> reported() {
        JsonNode report = JsonMapper.shared().readTree(Path.of(output("patuh")));
        List<BigDecimal> means = new ArrayList<>();
        report.path("grades")
                .path(0)
                .path("elements")
                .forEach(e -> means.add(rounded(new BigDecimal(e.path("mean").asString()))));
        if (means.size() != SurveyTable.UNSUR) {
            throw new IllegalStateException("no means in the report: " + report.path("grades"));
        }
        return means;
    }

    private static List<BigDecimal> quotients(Path file) throws IOException {
        List<BigDecimal> means = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("/");
            means.add(new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), DECIMALS, RoundingMode.HALF_UP));
        }
        return means;
    }

    private static BigDecimal rounded(BigDecimal mean) {
        return mean.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }
}
