package id.patuh.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.guard.RuleGuard;
import id.patuh.engine.guard.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.runtime.KieSession;

class RuleCacheTest {

    private static final RuleSource SOURCE = new RuleSource(
            "drl/double.drl",
            "package rules.test;\nrule \"Every text\"\nwhen\n    $t : java.util.ArrayList(size == 1)\nthen\n"
                    + "    $t.add(\"found\");\nend\n");

    private static final List<String> PARTS = List.of("a", "b", "c");
    private static final byte[] CONTENT = "kept".repeat(300).getBytes(StandardCharsets.UTF_8);

    private static RuleClasses compiled;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() {
        compiled = new RuleCompiler(List.of(SOURCE))
                .compile()
                .seeing(new RuleGuard(new Vocabulary(List.of(), List.of(), List.of())).visible());
    }

    @Test
    void whatWasKeptIsLoadedAndFires() throws IOException {
        RuleCache cache = cache("1");
        assertThat(cache.get(PARTS)).isNull();

        cache.put(PARTS, compiled.toBytes());
        RuleClasses kept = RuleClasses.of(cache("1").get(PARTS));

        assertThat(kept.toBytes()).isEqualTo(compiled.toBytes());
        KieSession session = KieBaseBuilder.createKieBaseFromModel(kept.load()).newKieSession();
        List<String> fact = new ArrayList<>(List.of("one"));
        session.insert(fact);
        session.fireAllRules();
        session.dispose();
        assertThat(fact).containsExactly("one", "found");
        assertThat(files()).hasSize(1);
    }

    @Test
    void otherPartsAndProgramsHaveTheirOwn() throws IOException {
        cache("1").put(PARTS, CONTENT);

        assertThat(cache("2").get(PARTS)).isNull();
        assertThat(cache("1").get(List.of("a", "b", "d"))).isNull();
        assertThat(cache("1").get(List.of("a", "bc"))).isNull();
        assertThat(cache("1").get(List.of("ab", "c"))).isNull();
        assertThat(cache("1").get(List.of("a", "b", "c", ""))).isNull();
        assertThat(cache("1").get(PARTS)).isNotNull();
    }

    @Test
    void whatIsDamagedIsNotRun() throws IOException {
        cache("1").put(PARTS, CONTENT);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);

        for (int at : new int[] {0, 7, 8, whole.length / 2, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThat(cache("1").get(PARTS)).as("byte " + at).isNull();
        }
        for (int length : new int[] {0, 5, 8, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache("1").get(PARTS)).as("length " + length).isNull();
        }
        cache("1").put(PARTS, CONTENT);
        assertThat(cache("1").get(PARTS)).isNotNull();
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        cache("1").put(PARTS, CONTENT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
                .isEqualTo("rwx------");

        for (String open : List.of("rwxrwx---", "rwx----w-")) {
            Files.setPosixFilePermissions(kept(), PosixFilePermissions.fromString(open));
            assertThat(cache("1").get(PARTS)).isNull();
        }
    }

    @Test
    void aCacheThatCannotBeWrittenDoesNoHarm() throws IOException {
        Files.writeString(kept(), "no folder");

        cache("1").put(PARTS, CONTENT);

        assertThat(cache("1").get(PARTS)).isNull();
        RuleCache.none().put(PARTS, CONTENT);
        assertThat(RuleCache.none().get(PARTS)).isNull();
    }

    @Test
    void oldOnesAreDropped() throws IOException {
        for (int i = 0; i < 20; i++) {
            cache("" + i).put(PARTS, CONTENT);
            for (Path file : files()) {
                // All of them older than the next.
                Files.setLastModifiedTime(
                        file,
                        java.nio.file.attribute.FileTime.fromMillis(
                                Files.getLastModifiedTime(file).toMillis() - 60_000));
            }
        }

        assertThat(files()).hasSize(16);
        assertThat(cache("19").get(PARTS)).isNotNull();
        assertThat(cache("0").get(PARTS)).isNull();
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    private RuleCache cache(String program) {
        return new RuleCache(kept(), program);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(kept())) {
            return all.toList();
        }
    }
}
