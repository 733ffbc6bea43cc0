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
    void whatCannotBeReadIsRejectedWithItsPlaceAndTheOthersAreChecked() throws IOException {
        Files.copy(Path.of("rules/sop/b278.yaml"), folder.resolve("b278.yaml"));
        String b276 = Files.readString(Path.of("rules/sop/b276.yaml"));
        Files.writeString(folder.resolve("a.yaml"), b276.replace("approve: 4", "approve: 44"));
        Files.writeString(folder.resolve("c.yaml"), "\u0000\u0001 no YAML");
        Files.writeString(
                folder.resolve("d.yaml"),
                b276.replace("roles:", "calendar: asm\nroles:").replace("calendar: asn\n", ""));

        CommandLineRun run =
                patuh("sop", "lint", folder.toString(), "/nowhere", "--format", "json", "--as-of", "2026-11-20");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err()).isEmpty();
        assertThat(found(run)).isEqualTo(listed("B278"));
        assertThat(JsonMapper.shared()
                        .readTree(run.out())
                        .get("rejected")
                        .valueStream()
                        .map(JsonNode::toString))
                .containsExactly(
                        rejected(
                                "a.yaml",
                                64,
                                "steps[3].decision.approve",
                                "44",
                                "Keputusan langkah 3 menuju langkah yang tidak ada."),
                        rejected("c.yaml", null, null, null, "Berkas memuat karakter kendali dan bukan teks YAML."),
                        rejected(
                                "d.yaml",
                                39,
                                "calendar",
                                "asm",
                                "Kalender ini tidak ada; yang ada: asn, asn-wit, asn-wita."),
                        rejected("/nowhere", null, null, null, "Berkas atau folder ini tidak ada."));
    }

    private String rejected(String file, Integer row, String column, String value, String reason) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("path", folder.resolve(file).toString())
                .putNull("sheet")
                .put("row", row)
                .put("column", column)
                .put("value", value)
                .put("reason", reason)
                .toString();
    }

    @Test
    void theTextNamesItsMatterAndWhatWasRejected() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "id: X\nsteps:\n  - {no: 1, titel: a}\n");

        CommandLineRun run = patuh("sop", "lint", broken.toString(), "rules/sop/b278.yaml");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out().lines().findFirst().orElseThrow()).contains(" - pemeriksaan penyusunan SOP per ");
        assertThat(run.out())
                .contains(
                        "lint-numbering-gap",
                        broken
                                + " baris 3 kolom steps[1].titel \"a\"\n      Kunci ini tidak dikenal; mungkin maksudnya title.");
    }

    @Test
    void nothingButWhatCannotBeReadIsNoCompliance() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Yth. Kepala Dinas\n");

        CommandLineRun run = patuh("sop", "lint", letter.toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.out())
                .contains("check of SOP definitions as of", "Here must be keys with their values.", "INCOMPLETE");
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
