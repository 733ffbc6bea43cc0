package id.patuh.cli;

import id.patuh.mapping.Mapping;
import id.patuh.mapping.MappingReader;
import id.patuh.ruleset.RuleSet;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the mapping that a user names. */
final class MappingFiles {

    private MappingFiles() {}

    /** The mapping in a file or, where there is no such file, that of the rule set with this id. */
    static Mapping read(String named, RuleSet ruleSet, CommonOptions options) {
        try {
            Path file = Path.of(named);
            if (!Files.exists(file)) {
                return ruleSet.mapping(named).orElseThrow(() -> options.usage("mapping.unknown", named));
            }
            return MappingReader.read(named, Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw options.usage("mapping.encoding", named);
        } catch (IOException | InvalidPathException e) {
            throw options.usage("mapping.unreadable", named);
        }
    }
}
