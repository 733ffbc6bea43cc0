package id.patuh.cli;

import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh rules draft}. */
@Command(name = "draft", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesDraftCommand implements Callable<Integer> {

    @Mixin
    private RulebookOptions options;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", descriptionKey = "rulebook-folder")
    private Path folder;

    @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
    private String comment;

    @Option(names = "--parent", paramLabel = "N", descriptionKey = "rulebook-parent")
    private Long parent;

    @Override
    public Integer call() {
        RuleSetContent content = folder == null ? options.ruleSetContent() : RuleSetContent.of(folder);
        return options.step(rulebook -> {
            Long from = parent != null
                    ? parent
                    : rulebook.history().latest().map(Version::id).orElse(null);
            return rulebook.draft(content, options.user(), comment, from);
        });
    }
}
