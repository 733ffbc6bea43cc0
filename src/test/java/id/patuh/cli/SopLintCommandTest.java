package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The linter on the four SOPs finds the defects that {@code sample-data/README.md} lists, and no others. */
class SopLintCommandTest {

    private static final Pattern LISTED = Pattern.compile("`(lint-[a-z-]+)`(?: at step ([0-9]+(?:, [0-9]+)*))?");
    private static final Pattern SECTION = Pattern.compile("^### (\\S+)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void theSeedsHaveExactlyTheDefectsListed() throws IOException {
        CommandLineRun run = patuh("sop", "lint", "--as-of", "2026-11-20", "--format", "json");

        assertThat(found(run)).isEqualTo(listed());
        assertThat(run.exitCode()).isEqualTo(ExitCode.VIOLATIONS);
    }

    @Test
    void oneFileIsCheckedAgainstTheOthers() {
        CommandLineRun run = patuh(
                "sop",
                "lint",
                "rules/sop/b278.yaml",
                "--as-of",
                "2026-11-20",
                "--format",
                "json",
                "--fail-on",
                "critical");

        assertThat(found(run)).isEqualTo(listed("B278"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aDefinitionThatCannotBeReadIsNamedAndTheOthersChecked() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "id: X\nsteps:\n  - {no: 1, titel: a}\n");
        Files.writeString(folder.resolve("b.yaml"), "id: X\ntitle: [T]\n");
        Files.writeString(folder.resolve("c.yaml"), "id: X\nin_force: 2025-13-02\n");
        Files.writeString(folder.resolve("d.yaml"), "Yth. Bapak: ini\n  bukan: yaml: ini\n");
        Files.writeString(folder.resolve("e.yaml"), """
                id: X
                title: T
                in_force: 2025-01-01
                roles: [Kepala]
                steps:
                  - no: 1
                    title: a
                    executor: [Camat]
                  - no: 2
                    title: b
                    within: 1 jma
                    decision: {approve: 9}
                """);
        Files.copy(Path.of("rules/sop/b278.yaml"), folder.resolve("f.yaml"));

        CommandLineRun run = patuh("sop", "lint", folder.toString(), folder + "/gone", "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out())
                .startsWith("patuh ")
                .contains(
                        "SOP quality check",
                        "a.yaml row 3 column steps[1].titel \"a\"\n      This key is unknown; title may be meant.",
                        "b.yaml row 2 column title\n      The value is not a single text.",
                        "c.yaml row 2 column in_force \"2025-13-02\"\n      The value is not a date",
                        "d.yaml row 2 \"bukan: yaml: ini\"\n      From here on the text is not YAML",
                        "e.yaml row 8 column steps[1].executor[1] \"Camat\"\n      The executor of step 1",
                        "e.yaml row 11 column steps[2].within \"1 jma\"\n      The time limit of step 2",
                        "e.yaml row 12 column steps[2].decision.approve \"9\"\n      The decision of step 2",
                        "gone\n      The path does not exist.",
                        "lint-numbering-gap");
    }

    private static Set<String> found(CommandLineRun run) {
        return JsonMapper.shared()
                .readTree(run.out())
                .get("violations")
                .valueStream()
                .map(v -> v.get("sop").asString() + " " + v.get("rule").asString() + step(v))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String step(JsonNode violation) {
        return violation.get("step").isNull() ? "" : " " + violation.get("step").asString();
    }

    private static Set<String> listed() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String sop : new String[] {"B276", "B278", "DTKP-34", "SETDA-11-8-102"}) {
            all.addAll(listed(sop));
        }
        return all;
    }

    private static Set<String> listed(String sop) {
        try {
            String readme = Files.readString(Path.of("sample-data/README.md"));
            Matcher sections = SECTION.matcher(readme);
            Set<String> listed = new TreeSet<>();
            while (sections.find()) {
                if (sections.group(1).equals(sop)) {
                    int end = readme.indexOf("\n### ", sections.end());
                    Matcher rule = LISTED.matcher(readme.substring(sections.end(), end < 0 ? readme.length() : end));
                    while (rule.find()) {
                        if (rule.group(2) == null) {
                            listed.add(sop + " " + rule.group(1));
                        } else {
                            for (String step : rule.group(2).split(",")) {
                                listed.add(sop + " " + rule.group(1) + " " + step.strip());
                            }
                        }
                    }
                }
            }
            return listed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
