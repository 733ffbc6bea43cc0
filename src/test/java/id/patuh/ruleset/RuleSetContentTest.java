package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleSetContentTest {

    private final RuleSetContent folder = RuleSetContent.of(Path.of("rules"));

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
}
