package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.engine.RuleCache;
import id.patuh.law.WorkingCalendar;
import id.patuh.mapping.TimeFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRuleSetTest {

    private static final RecursiveComparisonConfiguration BY_FIELDS = RecursiveComparisonConfiguration.builder()
            .withEqualsForType(
                    (a, b) -> a.patterns().equals(b.patterns()) && Objects.equals(a.clock(), b.clock()),
                    TimeFormats.class)
            .build();

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeEach
    void copy() throws IOException {
        rules = new RulesCopy(folder.resolve("rules"));
    }

    @Test
    void whatIsKeptIsTheSameRuleSet() throws IOException {
        RuleSet first = read();
        RuleSet second = found();

        assertThat(second).isNotNull();
        assertThat(KeptRuleSet.of(second)).usingRecursiveComparison(BY_FIELDS).isEqualTo(KeptRuleSet.of(first));
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.rules().catalog()).isEqualTo(first.rules().catalog());
        assertThat(second.calendars().keySet()).isEqualTo(first.calendars().keySet());
        WorkingCalendar calendar = second.calendar(null);
        assertThat(calendar.definition()).isEqualTo(first.calendar(null).definition());
        assertThat(files()).hasSize(2);
    }

    @Test
    void otherFilesAreReadAnew() throws IOException {
        RuleSet first = read();
        rules.edit("rule-set.yaml", first.version(), "9.9");
        assertThat(read().version()).isEqualTo("9.9");

        rules.edit("messages/sop.properties", "step-late=", "step-late=Lain: ");
        assertThat(read().messages().text("step-late", "id").orElseThrow()).startsWith("Lain: ");
        // The same rules: their classes are kept once.
        assertThat(files()).hasSize(4);
    }

    @Test
    void whatIsWrongIsFoundEveryTime() throws IOException {
        read();
        rules.edit("rule-set.yaml", "version:", "vrsion:");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::read).isInstanceOf(RuleSetException.class);
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void whatIsMissingOrDamagedIsReadAnew() throws IOException {
        RuleSet first = read();
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 1));
            assertThat(found()).isNull();

            assertThat(read().rules().catalog()).isEqualTo(first.rules().catalog());
            assertThat(found()).isNotNull();
        }
    }

    @Test
    void bytesOfNoRuleSetAreRefused() throws IOException {
        byte[] whole = new RecordCodec().write(KeptRuleSet.of(read()));
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThatThrownBy(() -> new RecordCodec().read(KeptRuleSet.class, damaged))
                    .as("length " + damaged.length)
                    .isInstanceOf(IOException.class);
        }
    }

    private RuleSet read() {
        return RuleSetReader.read(folder.resolve("rules"), cache());
    }

    private RuleSet found() {
        return KeptRuleSet.find(RuleSetContent.of(folder.resolve("rules")), cache());
    }

    private RuleCache cache() {
        return new RuleCache(folder.resolve("kept"), "1");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("kept"))) {
            return all.sorted().toList();
        }
    }
}
