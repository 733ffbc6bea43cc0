package id.patuh.cli;

import id.patuh.rulebook.FolderDrafts;
import id.patuh.rulebook.RulebookException;
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

    @Option(names = "--comment", defaultValue = "", paramLabel = "TEXT", descriptionKey = "rulebook-comment")
    private String comment;

    @Option(names = "--parent", paramLabel = "N", descriptionKey = "rulebook-parent")
    private Long parent;

    @Option(names = "--watch", descriptionKey = "rulebook-watch")
    private boolean watch;

    @Option(names = "--auto-publish", descriptionKey = "rulebook-auto-publish")
    private boolean autoPublish;

    @Option(names = "--approver", paramLabel = "NAME", descriptionKey = "rulebook-approver")
    private String approver;

    @Override
    public Integer call() {
        if (!watch && (autoPublish || approver != null)) {
            throw options.usage("auto-publish.without-watch", "");
        }
        if (autoPublish != (approver != null)) {
            throw options.usage("auto-publish.without-approver", "");
        }
        return watch ? watch() : draft();
    }

    private int draft() {
        RuleSetContent content = content();
        return options.step(rulebook -> {
            Long from = parent != null
                    ? parent
                    : rulebook.history().latest().map(Version::id).orElse(null);
            return rulebook.draft(content, options.user(), comment, from);
        });
    }

    private RuleSetContent content() {
        return folder == null ? options.ruleSetContent() : RuleSetContent.of(folder);
    }

    private int watch() {
        options.refuseOutput();
        // Tells at once if there is no such folder.
        content();
        try {
            Path watched = folder == null ? options.rulesFolder() : folder;
            new RulesWatch(options, watched, new FolderDrafts(options.user(), approver), comment).run();
        } catch (RulebookException e) {
            throw new UsageException(options.text(e.problem()));
        } catch (InterruptedException e) {
            // Somebody ended it.
        }
        return ExitCode.OK;
    }
}
