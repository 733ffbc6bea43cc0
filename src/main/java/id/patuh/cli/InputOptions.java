package id.patuh.cli;

import id.patuh.intake.InputFile;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import picocli.CommandLine.Option;

/** Options that say what files hold. */
final class InputOptions {

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "kind")
    private String kind;

    @Option(names = "--sop", paramLabel = "ID", descriptionKey = "sop")
    private String sop;

    @Option(names = "--mapping", paramLabel = "FILE|ID", descriptionKey = "mapping")
    private String mapping;

    /** The kind in the user's word, or null. */
    String kind() {
        return kind;
    }

    /** The SOP of rows that name none, or null. */
    String sop() {
        return sop;
    }

    /** The mapping as the user named it, or null. */
    String mapping() {
        return mapping;
    }

    /** The kind, or null to recognise it. */
    InputFile.Kind kind(BasicOptions options) {
        if (kind == null) {
            return null;
        }
        InputFile.Kind named = InputFile.Kind.named(kind);
        if (named == null) {
            throw options.usage("kind.unknown", kind);
        }
        return named;
    }

    /** The mapping under a rule set, or null; one that does not go with the kind is refused. */
    Mapping mapping(RuleSet ruleSet, CommonOptions options) {
        InputFile.Kind wanted = kind(options);
        Mapping demanded = mapping == null ? null : MappingFiles.read(mapping, ruleSet, options);
        if (demanded != null
                && wanted != null
                && !wanted.word().equals(demanded.kind().word())) {
            throw options.usage("mapping.kind", demanded.kind().word());
        }
        return demanded;
    }
}
