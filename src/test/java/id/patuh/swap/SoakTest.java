package id.patuh.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The soak of {@code id.patuh.bench.swap} in short. */
class SoakTest {

    private static final int SWAPS = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyCheckIsOfOneRuleSetAndNoOldOneIsKept(boolean otherCode) throws IOException, InterruptedException {
        Soak.Outcome outcome = new Soak(new CheckedFiles(folder), SWAPS, otherCode).run(2);

        assertThat(outcome.told()).isEmpty();
        assertThat(outcome.failed()).isZero();
        assertThat(outcome.mixed()).isZero();
        assertThat(outcome.checks()).isGreaterThan(SWAPS);
        assertThat(outcome.kept()).isZero();
        assertThat(outcome.loaders()).isEqualTo(1);
    }
}
