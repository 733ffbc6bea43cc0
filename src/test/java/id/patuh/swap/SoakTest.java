package id.patuh.swap;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The soak of {@code id.patuh.bench.swap} in short. */
class SoakTest {

    private static final int SWAPS = 3;

    @TempDir
    private Path folder;

    @Test
    void everyCheckIsOfOneRuleSetAndNoOldOneIsKept() throws IOException, InterruptedException {
        Soak.Outcome outcome;
        try (WholePath path = new WholePath("jdbc:h2:file:" + folder.resolve("patuh"), RuleCache.none())) {
            outcome = new Soak(new CheckedFiles(folder), SWAPS, false, path).run(2);
        }

        assertThat(outcome.told()).isEmpty();
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.mixed()).isZero();
        assertThat(outcome.checks()).isGreaterThan(SWAPS);
        assertThat(outcome.kept()).isZero();
        assertThat(outcome.loaders()).isLessThanOrEqualTo(1);
    }
}
