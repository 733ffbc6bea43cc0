package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the rule set to make mistakes in. */
public final class RulesCopy {

    private static final Path ORIGINAL = Path.of("rules");

    private final Path folder;

    /** Copies the project's rule set into the folder. */
    public RulesCopy(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(ORIGINAL.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** A file of the copy. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Replaces what stands in the file; it must stand there. */
    public RulesCopy edit(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        assertThat(text).as(name).contains(from);
        Files.writeString(file(name), text.replace(from, to));
        return this;
    }

    /** Adds a file. */
    public RulesCopy write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        return this;
    }

    /** Where the rule set is wrong and why, as {@code place reason}. */
    List<String> problems() {
        RuleSetException e = catchThrowableOfType(RuleSetException.class, () -> RuleSetReader.read(folder));
        return e == null
                ? List.of()
                : e.problems().stream().map(p -> p.place() + " " + p.reason()).toList();
    }
}
