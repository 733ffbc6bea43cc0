package id.patuh.cli;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.intake.InputFile;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh check}. */
@Command(name = "check", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "kind")
    private String kind;

    @Option(names = "--sop", paramLabel = "ID", descriptionKey = "sop")
    private String sop;

    @Option(names = "--mapping", paramLabel = "FILE|ID", descriptionKey = "mapping")
    private String mapping;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "paths")
    private List<String> paths;

    @Override
    public Integer call() {
        options.check();
        InputFile.Kind wanted = kind();
        RuleSet ruleSet = options.ruleSet();
        Mapping demanded = mapping == null ? null : MappingFiles.read(mapping, ruleSet, options);
        if (demanded != null
                && wanted != null
                && !wanted.word().equals(demanded.kind().word())) {
            throw options.usage("mapping.kind", demanded.kind().word());
        }
        ProgressLine progress = new ProgressLine(options.language());
        CheckResult result = new ComplianceCheck(ruleSet)
                .run(
                        new CheckRequest(paths, options.asOf(), options.zone(), sop, wanted, demanded),
                        System.in,
                        progress);
        progress.clear();
        return options.report(result);
    }

    private InputFile.Kind kind() {
        if (kind == null) {
            return null;
        }
        return Arrays.stream(InputFile.Kind.values())
                .filter(k -> k.word().equals(kind))
                .findFirst()
                .orElseThrow(() -> options.usage("kind.unknown", kind));
    }
}
