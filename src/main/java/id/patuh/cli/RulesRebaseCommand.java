package id.patuh.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh rules rebase}. */
@Command(name = "rebase", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesRebaseCommand implements Callable<Integer> {

    @Mixin
    private RulebookOptions options;

    @Parameters(paramLabel = "N", descriptionKey = "rulebook-version")
    private long version;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
    private String comment;

    @Override
    public Integer call() {
        return options.step(rulebook -> rulebook.rebase(version, options.user(), comment));
    }
}
