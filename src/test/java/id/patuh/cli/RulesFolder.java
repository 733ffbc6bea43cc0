package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A copy of the project's rules, to be changed. */
record RulesFolder(Path folder) {

    static RulesFolder copyTo(Path folder) throws IOException {
        Path source = Path.of("rules");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path target = folder.resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return new RulesFolder(folder);
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    /** Replaces the first occurrence, which must be there. */
    void replace(String file, String old, String by) throws IOException {
        String text = Files.readString(path(file));
        int at = text.indexOf(old);
        assertThat(at).as(file + ": " + old).isNotNegative();
        Files.writeString(path(file), text.substring(0, at) + by + text.substring(at + old.length()));
    }

    /** Runs a verb of {@code patuh rules} on it. */
    CommandLineRun run(String... args) {
        return CommandLineRun.patuh(Stream.concat(
                        Stream.of("rules"), Stream.concat(Arrays.stream(args), Stream.of("--rules", folder.toString())))
                .toArray(String[]::new));
    }
}
