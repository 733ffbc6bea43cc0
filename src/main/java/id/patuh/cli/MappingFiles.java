package id.patuh.cli;

import id.patuh.mapping.Mapping;
import id.patuh.rulebook.Sha256;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the mapping that a user names. */
final class MappingFiles {

    private MappingFiles() {}

    /** The mapping in a file or, where there is no such file, that of the rule set with this id. */
    static NamedMapping read(String named, RuleSet ruleSet, CommonOptions options) {
        try {
            Path file = Path.of(named);
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                return new NamedMapping(RuleSetReader.readMapping(named, bytes), file, Sha256.of(bytes));
            }
            Mapping ofRules = ruleSet.mapping(named).orElseThrow(() -> options.usage("mapping.unknown", named));
            return new NamedMapping(ofRules, null, null);
        } catch (IOException | InvalidPathException e) {
            throw options.usage("mapping.unreadable", named);
        }
    }
}
