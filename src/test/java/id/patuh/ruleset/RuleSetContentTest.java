package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetContentTest {

    private final RuleSetContent folder = RuleSetContent.of(Path.of("rules"));

    @Test
    void noFileMakesItLargerThanAnyRuleSet() {
        RuleSetContent files = RuleSetContent.of(Map.of("a.yaml", new byte[] {1}));
        assertThat(files.with("b.yaml", new byte[2]).paths()).hasSize(2);
        RuleSetException refused =
                catchThrowableOfType(RuleSetException.class, () -> files.with("b.yaml", new byte[64 << 20]));
        assertThat(refused.problems())
                .extracting(problem -> problem.file() + " " + problem.reason())
                .containsExactly("b.yaml rule-set-large");
    }

    @Test
    void aRuleSetIsTheSameWhereverItsFilesComeFrom() {
        Map<String, byte[]> files = new TreeMap<>();
        folder.paths().forEach(path -> files.put(path, folder.bytes(path)));
        RuleSetContent memory = RuleSetContent.of(files);

        assertThat(memory.sha256()).isEqualTo(folder.sha256()).isEqualTo(OurRules.RULES.sha256());
        assertThat(RuleSetReader.read(memory, RuleCache.none()).rules().catalog())
                .isEqualTo(OurRules.RULES.rules().catalog());
    }

    @Test
    void nothingChangesWhatItHolds() {
        byte[] bytes = "rules: []".getBytes(StandardCharsets.UTF_8);
        RuleSetContent one = RuleSetContent.of(Map.of("policy.yaml", bytes));
        String hash = one.sha256();
        bytes[0] = 'x';
        one.bytes("policy.yaml")[0] = 'x';
        RuleSetContent two = one.with("sop/a.yaml", bytes);

        assertThat(one.text("policy.yaml")).isEqualTo("rules: []");
        assertThat(one.paths()).containsExactly("policy.yaml");
        assertThat(two.paths()).containsExactly("policy.yaml", "sop/a.yaml");
        assertThat(two.sha256()).isNotEqualTo(hash);
        assertThat(two.without("sop/a.yaml").sha256()).isEqualTo(hash);
    }

    @Test
    void linksLeadToFilesOfTheFolderOnly(@TempDir Path temp) throws IOException {
        Path rules = Files.createDirectories(temp.resolve("rules/.data")).getParent();
        Files.writeString(temp.resolve("secret"), "secret");
        Files.writeString(rules.resolve(".data/policy.yaml"), "rules: []");
        Files.createSymbolicLink(rules.resolve("policy.yaml"), Path.of(".data/policy.yaml"));
        Path linked = Files.createSymbolicLink(temp.resolve("linked"), rules);

        assertThat(RuleSetContent.of(rules).text("policy.yaml")).isEqualTo("rules: []");
        assertThat(RuleSetContent.of(linked.resolve(".")).paths()).containsExactly("policy.yaml");
        assertThat(RuleSetContent.of(linked).paths()).containsExactly("policy.yaml");

        refused(rules, Path.of("../secret"), "link-outside");
    }

    /** What would be passed over would be missing from the rules, and nobody would know. */
    @Test
    void whatIsNoFileIsRefused(@TempDir Path rules) throws IOException {
        Files.createDirectory(rules.resolve("sop"));
        refused(rules, Path.of("sop"), "no-file");
        refused(rules, Path.of("nowhere"), "no-file");
        Path unreadable = Files.writeString(rules.resolve("name.yaml"), "x");
        Files.setPosixFilePermissions(unreadable, Set.of());
        assumeFalse(Files.isReadable(unreadable), "this user may read everything");
        refused(rules, "rule-file-unreadable");
    }

    private static void refused(Path rules, Path target, String reason) throws IOException {
        Path link = Files.createSymbolicLink(rules.resolve("name.yaml"), target);
        refused(rules, reason);
        Files.delete(link);
    }

    private static void refused(Path rules, String reason) {
        assertThatThrownBy(() -> RuleSetContent.of(rules))
                .isInstanceOfSatisfying(
                        RuleSetException.class,
                        e -> assertThat(e.problems()).containsExactly(RuleProblem.of("name.yaml", reason, Map.of())));
    }
}
