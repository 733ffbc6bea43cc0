package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.SmallRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of a version at the command line, in a database file that each command opens and closes. */
class RulebookCommandsTest extends DatabaseOfTest {

    private static final RuleSetContent SHORTER = SmallRules.edit(
            SmallRules.FILES,
            "sop/b276.yaml",
            "[Laporan evaluasi pelaksanaan]\n    within: 1 jam",
            "[Laporan evaluasi pelaksanaan]\n    within: 30 menit");

    @Test
    void aChangeGoesItsWholeWayAndBack() throws IOException {
        assertThat(rules("history").out()).contains("still empty");
        done(rules("role", "Ani", "engineer", "--user", "ani"));
        done(rules("role", "budi", "manager", "--user", "ani"));
        Path first = write("first", SmallRules.FILES);
        done(rules("draft", first.toString(), "--comment", "change 1", "--user", "Ani"));
        assertThat(rules("propose", "1", "--user", "ani").err()).contains("still a draft");
        CommandLineRun tested = rules("tested", "1", "--user", "ani");
        assertThat(tested.exitCode()).isZero();
        assertThat(tested.out()).contains("passed  step-late (14 cases)", "31 passed, 0 failed", "Version 1: tested");
        done(rules("propose", "1", "--user", "ani"));
        CommandLineRun own = rules("approve", "1", "--user", " ANI ");
        assertThat(own.exitCode()).isEqualTo(2);
        assertThat(own.err()).isEqualTo("Version 1 cannot be approved by its own author.\n");
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThat(Patuh.run(full, OutputStream.nullOutputStream(), "rules", "approve", "1", "--user", "budi"))
                .as("what cannot be shown is not approved")
                .isEqualTo(ExitCode.USAGE);
        assertThat(rules("approve", "1", "--user", "budi").out())
                .matches(
                        "(?s).*made from no other one.*Report of the tests, entry 4.*31 lulus, 0 gagal\n.*Version 1: approved.*");
        done(rules("publish", "1", "--user", "budi"));
        Path second = write("second", SHORTER);
        done(rules("draft", second.toString(), "--comment", "change 2", "--user", "budi"));
        done(rules("tested", "2", "--user", "budi"));
        done(rules("propose", "2", "--user", "budi"));
        assertThat(rules("history", "2").out())
                .contains("change 2", "What version 2 changes against version 1:")
                .contains("steps[10].within: 1 jam → 30 menit")
                .contains("Report of the tests, entry 9", "31 kasus");
        assertThat(rules("approve", "2", "--user", "ani").out())
                .contains("steps[10].within: 1 jam → 30 menit", "Version 2: approved");
        done(rules("publish", "2", "--user", "ani"));
        done(rules("rollback", "1", "--comment", "too early", "--user", "budi"));

        CommandLineRun history = rules("history");
        assertThat(history.out())
                .contains("role given", "ani: engineer", "change 2", "rolled back to", "too early", ": version 1 (");
        Matcher head = Pattern.compile("Hash of the history: (\\w{64})").matcher(history.out());
        assertThat(head.find()).isTrue();
        CommandLineRun verified = rules("verify", "--head", head.group(1).toUpperCase());
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("13").contains(head.group(1));
        CommandLineRun other = rules("verify", "--head", "0".repeat(64));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.out()).contains("cut off");

        programsAreToldTheSame(head.group(1));
        aRuleTellsItsHistory(first);
        theVersionNamedIsChecked(first, second);
    }

    private void programsAreToldTheSame(String head) throws IOException {
        JsonNode all = JsonMapper.shared()
                .readTree(rules("history", "--format", "json").out());
        assertThat(all.at("/head").asString()).isEqualTo(head);
        assertThat(all.at("/inForce").asInt()).isEqualTo(1);
        assertThat(all.at("/entries")).hasSize(13);
        assertThat(all.at("/entries/1/role").asString()).isEqualTo("manager");
        assertThat(all.at("/entries/12/action").asString()).isEqualTo("rolled-back");
        assertThat(all.at("/entries/12/hash").asString()).isEqualTo(head);
        assertThat(all.at("/versions/1/parent").asInt()).isEqualTo(1);
        Path file = folder.resolve("history.json");
        done(rules("history", "2", "-o", file.toString()));
        JsonNode one = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(one.at("/state").asString()).isEqualTo("published");
        assertThat(one.at("/entries")).hasSize(5);
        assertThat(one.at("/changes/0/after").asString()).isEqualTo("30 menit");
        assertThat(one.at("/tests/passed").asBoolean()).isTrue();
        assertThat(one.at("/simulation/text").asString()).contains("patuh");
        assertThat(rules("history", "--format", "xml").exitCode()).isEqualTo(ExitCode.USAGE);
        Path text = folder.resolve("history.txt");
        done(rules("history", "-o", text.toString()));
        assertThat(Files.readString(text)).contains("too early", "Hash of the history: " + head);
        CommandLineRun unused = rules("reject", "1", "--comment", "no", "-o", text.toString());
        assertThat(unused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unused.err()).isEqualTo("This step writes no file; leave out -o " + text + ".\n");
    }

    private static void aRuleTellsItsHistory(Path rules) {
        CommandLineRun shown = rules("show", "step-late", "--rules", rules.toString());
        assertThat(shown.out()).contains("Version 1: added; published by budi").doesNotContain("Version 2:");
        JsonNode json = JsonMapper.shared()
                .readTree(rules("show", "step-late", "--rules", rules.toString(), "--format", "json")
                        .out());
        assertThat(json.at("/history/0/approver").asString()).isEqualTo("budi");
        String database = System.setProperty(DATABASE, "jdbc:nothing:here");
        CommandLineRun unreadable = rules("show", "step-late", "--rules", rules.toString());
        System.setProperty(DATABASE, database);
        assertThat(unreadable.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(unreadable.out()).contains("step-late", "The database cannot be used (");
    }

    /** Under either version, however it is named, the report is that of the same files in a folder. */
    private void theVersionNamedIsChecked(Path first, Path second) throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                "case,sop,step,role,start,end\nA,B276,10,Kepala UKPBJ,2025-04-14 08:00,2025-04-14 08:45\n");
        String hash = SHORTER.sha256().substring(0, 12);
        String lenient = check(log, "--rules", first.toString());
        String strict = check(log, "--rules", second.toString());
        assertThat(lenient).contains(SmallRules.FILES.sha256()).doesNotContain("\"step-late\"");
        assertThat(strict).contains(SHORTER.sha256(), "\"step-late\"");
        for (String name : List.of("1", "in-force", SmallRules.FILES.sha256())) {
            assertThat(check(log, "--version", name)).as(name).isEqualTo(lenient);
        }
        for (String name : List.of("2", hash)) {
            assertThat(check(log, "--version", name)).as(name).isEqualTo(strict);
        }
        CommandLineRun none = patuh("check", log.toString(), "--version", "3", "--lang", "en");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).isEqualTo("There is no version 3.\n");
        assertThat(rules("list", "--version", "1", "--rules", "rules").exitCode())
                .isEqualTo(2);
        assertThat(rules("diff", "1", second.toString()).out()).contains("1 jam → 30 menit");
        assertThat(rules("diff", hash, "2").out()).contains("No difference");
        assertThat(rules("show", "step-late", "--version", hash).exitCode()).isZero();
        Path files = folder.resolve("files");
        done(rules("files", "2", files.toString()));
        assertThat(RuleSetContent.of(files).sha256()).isEqualTo(SHORTER.sha256());
        assertThat(rules("files", "2", files.toString()).err())
                .isEqualTo(files + " exists already; name a new folder.\n");
    }

    @Test
    void aVersionWhoseTestsFailStaysADraftAndSaysWhere() throws IOException {
        done(rules("role", "ani", "engineer", "--user", "ani"));
        RuleSetContent wrong = SmallRules.edit(
                SmallRules.FILES, "tests/sop/step-late.yaml", "09:01\"}]}\n  finds: [A/1]", "09:01\"}]}\n  finds: []");
        RuleSetContent untried = SmallRules.FILES.without("tests/sop/step-overdue.yaml");
        int version = 0;
        for (RuleSetContent files : List.of(wrong, untried)) {
            String n = "" + ++version;
            done(rules("draft", write("v" + n, files).toString(), "--comment", "salah", "--user", "ani"));
            CommandLineRun tested = rules("tested", n, "--user", "ani");
            assertThat(tested.exitCode()).isEqualTo(1);
            assertThat(tested.out())
                    .contains("Version " + n + ": draft")
                    .contains(
                            files == wrong
                                    ? "tests/sop/step-late.yaml:1:3 one minute after the limit"
                                    : "drl/sop/time.drl:");
            assertThat(rules("history", n).out()).contains(files == wrong ? "A/1" : "drl/sop/time.drl:");
            for (String step : List.of("propose", "approve", "publish")) {
                CommandLineRun run = rules(step, n, "--user", "ani");
                assertThat(run.exitCode()).isEqualTo(2);
                assertThat(run.err()).contains("still a draft");
            }
        }
    }

    @Test
    void aWatchedFolderIsPublishedEachTimeThatItChangesAndPasses() throws Exception {
        done(rules("role", "ani", "engineer", "--user", "ani"));
        done(rules("role", "budi", "manager", "--user", "ani"));
        Path watched = write("watched", SmallRules.FILES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] command = {
            "rules", "draft", watched.toString(), "--watch", "--auto-publish", "--approver", "budi", "--user", "ani"
        };
        AtomicInteger exitCode = new AtomicInteger(-1);
        Thread watch = new Thread(() -> exitCode.set(Patuh.run(out, out, command)));
        watch.start();
        try {
            await(out, "Versi 1: diterbitkan");
            Path sop = watched.resolve("sop/b276.yaml");
            String before = Files.readString(sop);
            Files.writeString(sop, before.replaceFirst("within: 1 jam", "within: -1 jam"));
            await(out, "sop/b276.yaml:");
            Files.writeString(
                    watched.resolve("tests/sop/step-late.yaml"),
                    Files.readString(watched.resolve("tests/sop/step-late.yaml"))
                            .replace("[A/1]", "[Z/9]"));
            Files.writeString(sop, before);
            await(out, "Versi 2: rancangan");
            SmallRules.writeTo(watched, SHORTER);
            await(out, "Versi 3: diterbitkan");
        } finally {
            watch.interrupt();
            watch.join();
        }
        assertThat(exitCode).hasValue(ExitCode.OK);
        assertThat(rules("history").out()).contains(": version 3 (" + SHORTER.sha256());
        assertThat(rules("history", "3").out()).contains("budi", "Perubahan di folder");
    }

    @Test
    void nobodyApprovesOfHisOwnFolder() throws IOException {
        Path watched = write("watched", SmallRules.FILES);
        for (String[] options : List.of(
                new String[] {"--auto-publish"},
                new String[] {"--watch", "--auto-publish"},
                new String[] {"--watch", "--approver", "budi"},
                new String[] {"--watch", "--auto-publish", "--approver", "ANI"})) {
            String[] command = Stream.concat(
                            Stream.of("draft", watched.toString(), "--user", "ani"), Stream.of(options))
                    .toArray(String[]::new);
            assertThat(rules(command).exitCode()).as(String.join(" ", options)).isEqualTo(ExitCode.USAGE);
        }
    }

    private static void await(ByteArrayOutputStream out, String text) throws InterruptedException {
        for (int i = 0; i < 1200 && !out.toString(StandardCharsets.UTF_8).contains(text); i++) {
            Thread.sleep(100);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(text);
    }

    @Test
    void aLaterDateIsThatDayInItsZone() throws IOException {
        done(rules("role", "ani", "engineer", "--user", "ani"));
        done(rules("role", "budi", "manager", "--user", "ani"));
        done(rules("draft", write("rules", SmallRules.FILES).toString(), "--comment", "first", "--user", "ani"));
        done(rules("tested", "1", "--user", "ani"));
        done(rules("propose", "1", "--user", "ani"));
        done(rules("approve", "1", "--user", "budi"));
        assertThat(rules("publish", "1", "--user", "ani", "--effective", "31-12-2099")
                        .err())
                .contains("31-12-2099");
        assertThat(rules("publish", "1", "--user", "ani", "--effective", "2020-01-01")
                        .err())
                .contains("has passed");
        assertThat(rules("publish", "1", "--user", "ani", "--effective", "2020-01-01T07:00+07:00")
                        .err())
                .contains("2020-01-01 07:00:00 has passed");
        assertThat(rules("publish", "one").err()).startsWith("one is no value for N.\n");
        done(rules("publish", "1", "--user", "ani", "--effective", "2099-01-01", "--zone", "Asia/Jayapura"));
        assertThat(rules("history").out()).contains("in force from 2098-12-31 22:00:00", "none yet");
        assertThat(rules("history", "--as-of", "2098-12-31T22:00").out()).contains(": version 1 (");
        assertThat(rules("history", "--as-of", "2098-12-31T21:59:59").out()).contains("none yet");
    }

    @Test
    void whatDoesNotCompileIsRefusedWithItsPlace() throws IOException {
        Path rules = write("rules", SmallRules.FILES);
        for (String[] broken : new String[][] {
            {"rule-set.yaml", "name: [", "rule-set.yaml:1:"},
            {"drl/sop/time.drl", "package rules.sop;\nrule \"x\" when\n  Nothing()\nthen\nend\n", "drl/sop/time.drl:"}
        }) {
            Path file = rules.resolve(broken[0]);
            String before = Files.readString(file);
            Files.writeString(file, broken[1]);
            CommandLineRun run = rules("draft", rules.toString(), "--comment", "broken");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith(broken[2]);
            Files.writeString(file, before);
        }
        assertThat(rules("history").out()).contains("still empty");
    }

    @Test
    void aDatabaseThatCannotBeUsedIsNamed() {
        System.setProperty(DATABASE, "jdbc:nothing:here");
        CommandLineRun run = rules("history");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("The database cannot be used (").hasLineCount(1);
    }

    private Path write(String name, RuleSetContent files) throws IOException {
        return SmallRules.writeTo(folder.resolve(name), files);
    }

    private static String check(Path log, String... rules) {
        return patuh("check", log.toString(), rules[0], rules[1], "--format", "json", "--as-of", "2025-04-14T12:00")
                .out();
    }

    private static void done(CommandLineRun run) {
        assertThat(List.of(run.exitCode(), run.err())).isEqualTo(List.of(0, ""));
    }

    private static CommandLineRun rules(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "rules";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--lang";
        all[args.length + 2] = "en";
        return patuh(all);
    }
}
