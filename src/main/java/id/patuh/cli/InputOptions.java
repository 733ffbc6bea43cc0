package id.patuh.cli;

import id.patuh.check.CheckRequest;
import id.patuh.intake.InputFile;
import id.patuh.ruleset.RuleSet;
import java.time.Instant;
import java.util.List;
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

    /** What a check of these paths is asked. */
    CheckRequest request(List<String> paths, Instant asOf, NamedMapping named, CommonOptions options) {
        return new CheckRequest(
                paths, asOf, options.zone(), sop, kind(options), named == null ? null : named.mapping());
    }

    /** The mapping under a rule set, or null; one that does not go with the kind is refused. */
    NamedMapping mapping(RuleSet ruleSet, CommonOptions options) {
        InputFile.Kind wanted = kind(options);
        if (mapping == null) {
            return null;
        }
        NamedMapping demanded = MappingFiles.read(mapping, ruleSet, options);
        String holds = demanded.mapping().kind().word();
        if (wanted != null && !wanted.word().equals(holds)) {
            throw options.usage("mapping.kind", holds);
        }
        return demanded;
    }
}
