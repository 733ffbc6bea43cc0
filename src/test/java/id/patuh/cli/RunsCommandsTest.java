package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.SmallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that are kept at the command line, and what is made of them. */
class RunsCommandsTest extends DatabaseOfTest {

    private static final RuleSetContent SHORTER = SmallRules.edit(
            SmallRules.FILES,
            "sop/b276.yaml",
            "[Laporan evaluasi pelaksanaan]\n    within: 1 jam",
            "[Laporan evaluasi pelaksanaan]\n    within: 30 menit");
    private static final String LOG = """
            case,sop,step,role,start,end
            A,B276,10,Kepala UKPBJ,2025-04-14 08:00,2025-04-14 08:45
            """;

    @Test
    void aRunIsRepeatedUnderTheVersionThatItWasMadeUnder() throws IOException {
        twoVersionsOfWhichTheSecondIsInForce();
        Path log = Files.writeString(folder.resolve("log.csv"), LOG);
        CommandLineRun kept = english(
                "check",
                log.toString(),
                "--version",
                "1",
                "--as-of",
                "2025-04-14T12:00:00.5",
                "--format",
                "json",
                "--fail-on",
                "never",
                "--keep");
        assertThat(kept.exitCode()).isZero();
        assertThat(kept.err()).isEqualTo("Kept as run 1.\n");
        Files.delete(log);

        String end = log.toString().substring(log.toString().length() - 20);
        assertThat(english("runs").out()).contains("v1     0           0     ...", end + "\n");
        assertThat(english("runs", "show", "1").out())
                .contains("As of: 2025-04-14T12:00:00.5+07:00", "Threshold: never", SmallRules.FILES.sha256());
        JsonNode listed =
                JsonMapper.shared().readTree(english("runs", "--format", "json").out());
        assertThat(listed.at("/runs/0/ruleSet/version").asInt()).isEqualTo(1);
        assertThat(listed.at("/runs/0/exitCode").asInt()).isZero();
        CommandLineRun again = english("runs", "again", "1", "--format", "json", "--lang", "id");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(kept.out());
        assertThat(english("runs", "again", "2").exitCode()).isEqualTo(2);

        String build = System.getProperty("patuh.build", "");
        System.setProperty("patuh.build", "another");
        assertThat(english("runs", "again", "1").err()).contains("gives the same bytes again");
        System.setProperty("patuh.build", build);

        Path input;
        try (Stream<Path> inputs = Files.walk(folder.resolve("db/inputs"))) {
            input = inputs.filter(f -> f.toString().endsWith(".gz")).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(input);
        bytes[bytes.length / 2] ^= 1;
        Files.write(input, bytes);
        CommandLineRun altered = english("runs", "again", "1");
        assertThat(altered.exitCode()).isEqualTo(3);
        assertThat(altered.err()).startsWith("The input " + log + " that was kept was altered or damaged");
        Files.delete(input);
        assertThat(english("runs", "again", "1").err()).contains("no longer there");
        CommandLineRun simulated = english("rules", "simulate", "1");
        assertThat(simulated.exitCode()).isEqualTo(3);
        assertThat(simulated.out()).contains("not checked: The input", "no longer there");
    }

    @Test
    void aCheckThatIsNotKeptOpensNoDatabase() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), LOG);
        english(
                "check",
                log.toString(),
                "--rules",
                write("rules", SmallRules.FILES).toString());
        assertThat(folder.resolve("db")).doesNotExist();
    }

    @Test
    void aDraftIsSimulatedOverRunsOrFiles() throws IOException {
        twoVersionsOfWhichTheSecondIsInForce();
        Path log = Files.writeString(folder.resolve("log.csv"), LOG);
        assertThat(english("rules", "simulate", "1").exitCode()).isEqualTo(3);
        english("check", log.toString(), "--version", "1", "--as-of", "2025-04-14T12:00", "--keep");
        english("check", log.toString(), "--version", "1", "--as-of", "2024-12-31", "--keep");
        String first = folder.resolve("v1").toString();
        String second = folder.resolve("v2").toString();

        CommandLineRun runs = english("rules", "simulate", second, "--against", "1", "--since", "2025-01-01");
        assertThat(runs.exitCode()).isZero();
        assertThat(runs.out())
                .contains("+1 appear, -0 disappear", "#1 " + log, "step-late  +1", "08:30, late by 15 min")
                .doesNotContain("#2");
        // Against the version in force, which is the second.
        assertThat(english("rules", "simulate", "1").out()).contains("Violations: +0 appear, -1 disappear");
        List<String> files =
                List.of("rules", "simulate", second, log.toString(), "--against", first, "--as-of", "2025-04-14T12:00");
        assertThat(english(with(files, "--fail-on", "critical")).exitCode()).isZero();
        assertThat(english(with(files, "--fail-on", "major")).exitCode()).isEqualTo(1);
        JsonNode told = JsonMapper.shared()
                .readTree(english(with(files, "--format", "json")).out());
        assertThat(told.at("/summary/appears").asInt()).isEqualTo(1);
        assertThat(told.at("/examples/0/after/evidence/1/value").asString()).isEqualTo("2025-04-14 08:45");
        assertThat(english("rules", "simulate", second, "--since", "kemarin").exitCode())
                .isEqualTo(2);
        // What would have no effect is refused.
        for (List<String> idle : List.of(
                with(files, "--since", "2025-01-01"),
                with(files, "--examples", "-1"),
                List.of("rules", "simulate", second, "--as-of", "2025-04-14"),
                List.of("rules", "simulate", second, "--kind", "survey"),
                List.of("rules", "simulate", second, "--sop", "B276"),
                List.of("rules", "simulate", second, "--mapping", "lapor"))) {
            assertThat(english(idle).exitCode()).as("%s", idle).isEqualTo(2);
        }
    }

    @Test
    void aRunIsListedInAShortLineHoweverManyInputsItHas() throws IOException {
        String rules = write("rules", SmallRules.FILES).toString();
        Path logs = Files.createDirectory(folder.resolve("a-folder-with-a-name-that-is-rather-long\u001b"));
        for (int i = 10; i < 30; i++) {
            Files.writeString(logs.resolve("log" + i + ".csv"), LOG.replace("A,B", "A" + i + ",B"));
        }
        Path nothing = Files.writeString(folder.resolve("nothing.json"), "{\"activities\":[]}");
        english("check", logs.toString(), "--rules", rules, "--keep");
        english("check", nothing.toString(), "--rules", rules, "--keep");

        List<String> lines = english("runs").out().lines().toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(lines.get(1)).endsWith("\\u001b/log10.csv and 19 more");
        assertThat(lines.get(1).split(" {2,}")[4]).isEqualTo("1");
        assertThat(lines.get(2).split(" {2,}")[4]).isEqualTo("3");
        assertThat(english("runs", "show", "1").out()).contains("log10.csv", "log29.csv", "Exit code: 1");
    }

    @Test
    void aProposalCarriesWhatItWouldHaveChanged() throws IOException {
        twoVersionsOfWhichTheSecondIsInForce();
        Path log = Files.writeString(folder.resolve("log.csv"), LOG);
        english("check", log.toString(), "--version", "2", "--as-of", "2025-04-14T12:00", "--keep");
        RuleSetContent longer = SmallRules.edit(
                SHORTER,
                "sop/b276.yaml",
                "[Laporan evaluasi pelaksanaan]\n    within: 30 menit",
                "[Laporan evaluasi pelaksanaan]\n    within: 45 menit");
        // A rule set that nobody has drafted yet.
        english("check", log.toString(), "--rules", write("v3", longer).toString(), "--as-of", "2020-01-01", "--keep");
        assertThat(english("rules", "verify").exitCode()).isZero();
        done("rules", "draft", folder.resolve("v3").toString(), "--comment", "longer", "--user", "ani");
        done("rules", "tested", "3", "--user", "ani");
        assertThat(english("rules", "history", "3").out()).doesNotContain("Report of the simulation");
        CommandLineRun proposed = done("rules", "propose", "3", "--user", "ani");
        assertThat(proposed.out()).contains("-1 hilang", "#1 " + log);
        assertThat(english("rules", "history", "3").out())
                .contains("Report of the tests", "Report of the simulation", "-1 hilang");
        assertThat(done("rules", "approve", "3", "--user", "budi").out()).contains("-1 hilang");
        assertThat(english("rules", "verify").exitCode()).isZero();
    }

    private void twoVersionsOfWhichTheSecondIsInForce() throws IOException {
        done("rules", "role", "ani", "engineer", "--user", "ani");
        done("rules", "role", "budi", "manager", "--user", "ani");
        int version = 0;
        for (RuleSetContent files : List.of(SmallRules.FILES, SHORTER)) {
            String n = "" + ++version;
            done("rules", "draft", write("v" + n, files).toString(), "--comment", "change " + n, "--user", "ani");
            done("rules", "tested", n, "--user", "ani");
            done("rules", "propose", n, "--user", "ani");
            done("rules", "approve", n, "--user", "budi");
            done("rules", "publish", n, "--user", "budi");
        }
    }

    private Path write(String name, RuleSetContent files) throws IOException {
        return SmallRules.writeTo(folder.resolve(name), files);
    }

    private static List<String> with(List<String> args, String... more) {
        List<String> all = new ArrayList<>(args);
        all.addAll(List.of(more));
        return all;
    }

    private static CommandLineRun done(String... args) {
        CommandLineRun run = english(args);
        assertThat(List.of(run.exitCode(), run.err())).isEqualTo(List.of(0, ""));
        return run;
    }

    private static CommandLineRun english(List<String> args) {
        return english(args.toArray(new String[0]));
    }

    private static CommandLineRun english(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        return patuh(all.toArray(new String[0]));
    }
}
