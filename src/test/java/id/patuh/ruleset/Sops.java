package id.patuh.ruleset;

import static id.patuh.ruleset.OurRules.RULES;

import id.patuh.sop.Sop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SOPs read as files of the rule set. */
public final class Sops {

    private Sops() {}

    /** The SOP that a file with this text defines. */
    public static Sop read(String file, String yaml) {
        return RuleSetReader.readSop(RULES, file, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** The SOP of a file. */
    public static Sop read(Path file) {
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SOPs of the rule set. */
    public static List<Sop> all() {
        try (Stream<Path> files = Files.list(Path.of("rules/sop"))) {
            return files.sorted().map(Sops::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
