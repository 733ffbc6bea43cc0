package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as users start it: what it keeps between starts changes no output. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {

    private static final String[] CHECK = {"check", "sample-data/b276/clean.csv", "--as-of", "2026-11-20"};

    @TempDir
    static Path installed;

    @TempDir
    Path folder;

    private record Run(int exitCode, String out, String err) {}

    /** The program's classes as a jar that finds its libraries where these tests do. */
    @BeforeAll
    static void install() throws IOException {
        Path home = Files.createDirectories(installed.resolve("patuh"));
        Files.copy(Path.of("patuh"), home.resolve("patuh"));
        try (Stream<Path> rules = Files.walk(Path.of("rules"))) {
            for (Path file : rules.toList()) {
                Files.copy(file, home.resolve(file.toString()));
            }
        }
        Path classes = Path.of("target", "classes");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "id.patuh.cli.Patuh");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(part -> part.endsWith(".jar"))
                                .map(part -> Path.of(part).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path jar = Files.createDirectories(home.resolve("target")).resolve("patuh.jar");
        try (Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile);
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path file : files.toList()) {
                to.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, to);
            }
        }
    }

    @Test
    void theSecondStartUsesWhatTheFirstKept() throws Exception {
        assumeArchives();
        Path cache = folder.resolve("singgahan patuh");
        Path log = folder.resolve("classes.log");

        Run first = run(cache, "");
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        Path archive = await(cache);
        Run second = run(cache, "-Xlog:class+load:file=" + log);

        assertThat(second).isEqualTo(first);
        assertThat(Files.readAllLines(log))
                .anyMatch(line -> line.contains(" id.patuh.check.ComplianceCheck source: shared objects file"))
                .anyMatch(line -> line.contains(" id.patuh.report.TextReport source: shared objects file"))
                .noneMatch(line -> line.contains(" id.patuh.ruleset.YamlFile "));
        // Whoever may write there decides what runs.
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");

        Files.write(archive, new byte[] {1, 2, 3});
        assertThat(run(cache, "")).isEqualTo(first);
    }

    @Test
    void startsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        assumeArchives();
        Path cache = folder.resolve("cache");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(start(Map.of("PATUH_CACHE", cache.toString()), "", "check", "-", "--sop", "B276"));
        }
        for (Process process : processes) {
            try (OutputStream in = process.getOutputStream()) {
                in.write("no_berkas,langkah,mulai,selesai\n1,1,2026-03-02 08:00,2026-03-02 08:30\n"
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        for (Process process : processes) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isNotEqualTo(2);
        }
        await(cache);
    }

    @Test
    void nothingNeedBeKept() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Map<String, String> none = Map.of("PATUH_CACHE", "", "HOME", home.toString());
        assertThat(ended(start(none, "", CHECK)).exitCode()).isZero();
        assertThat(home).isEmptyDirectory();

        Path file = Files.writeString(folder.resolve("no-folder"), "");
        assertThat(run(file, "").exitCode()).isZero();
        assertThat(file).isEmptyFile();
    }

    /** Small checks are started to start fast, large ones to run fast, wherever the large file lies. */
    @Test
    void largeFilesHaveTheStrongCompiler() throws Exception {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Path small = Files.writeString(logs.resolve("small.csv"), "case");
        Path large = Files.createDirectories(folder.resolve("elsewhere")).resolve("large.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength((64 << 20) + 1);
        }
        Map<String, String> fake =
                Map.of("PATUH_CACHE", "", "JAVA_HOME", folder.resolve("java").toString());

        assertThat(ended(start(fake, "", "check", logs.toString())).out()).contains("TieredStopAtLevel=1");
        Path link = Files.createSymbolicLink(logs.resolve("linked.csv"), large);
        for (Path each : List.of(large, link, logs)) {
            assertThat(ended(start(fake, "", "check", small.toString(), each.toString()))
                            .out())
                    .as(each.toString())
                    .contains("Tier4CompileThreshold")
                    .doesNotContain("TieredStopAtLevel");
        }
    }

    /** Some builds of Java come without the archive of their own classes that others build on. */
    private static void assumeArchives() {
        assumeThat(Path.of(System.getProperty("java.home"), "lib", "server", "classes.jsa"))
                .exists();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere names of files need no locale")
    void cronsBareLocaleReachesEveryFile() throws Exception {
        Path log = folder.resolve("bérkas.csv");
        Files.copy(Path.of("sample-data/b276/clean.csv"), log);
        Map<String, String> bare = Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "", "PATUH_CACHE", "");

        Run run = ended(start(bare, "", "check", log.toString(), "--as-of", "2026-11-20"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("bérkas.csv");
    }

    private static Run run(Path cache, String options) throws Exception {
        return ended(start(Map.of("PATUH_CACHE", cache.toString()), options, CHECK));
    }

    private static Process start(Map<String, String> environment, String options, String... arguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of(installed.resolve("patuh/patuh").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        // Java says on the standard error that it takes these up.
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        builder.environment().put("PATUH_JAVA_OPTS", options);
        return builder.start();
    }

    private static Run ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    /** The archive of classes, which is made after the first start has ended. */
    private static Path await(Path cache) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            try (Stream<Path> files = Files.list(cache)) {
                List<Path> made = files.toList();
                boolean making = made.stream().anyMatch(f -> f.toString().endsWith(".making"));
                List<Path> archives =
                        made.stream().filter(f -> f.toString().endsWith(".jsa")).toList();
                if (!making && !archives.isEmpty()) {
                    assertThat(archives).hasSize(1);
                    return archives.get(0);
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no archive in " + cache);
    }
}
