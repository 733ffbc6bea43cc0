package id.patuh.cli;

import id.patuh.report.Reasons;
import id.patuh.rulebook.FolderDrafts;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.store.StoreException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh rules draft}. */
@Command(name = "draft", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesDraftCommand implements Callable<Integer> {

    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final long BETWEEN_TRIES_MILLIS = 5000;

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

    /** What was told last of a database that cannot be used, so that it is not told at every try. */
    private String unusableTold;

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

    /** Goes on until it is interrupted, whatever is wrong with the files of the folder. */
    private int watch() {
        // Tells at once if there is no such folder.
        content();
        Path watched = folder == null ? options.rulesFolder() : folder;
        FolderDrafts drafts = drafts(watched);
        options.say("rulebook.watching", watched);
        try {
            while (true) {
                Thread.sleep(look(drafts, watched) ? BETWEEN_LOOKS_MILLIS : BETWEEN_TRIES_MILLIS);
            }
        } catch (InterruptedException e) {
            return ExitCode.OK;
        }
    }

    private FolderDrafts drafts(Path watched) {
        try {
            return new FolderDrafts(watched, options.user(), approver);
        } catch (RulebookException e) {
            throw new UsageException(options.text(e.problem()));
        }
    }

    /** Whether the database could be used, if it was needed. */
    private boolean look(FolderDrafts drafts, Path watched) {
        try {
            drafts.look().ifPresent(content -> take(drafts, content, watched));
        } catch (RuleSetException e) {
            e.problems().forEach(problem -> options.tell(Reasons.of(problem, options.language())));
        } catch (UsageException e) {
            boolean unusable = e.getCause() instanceof StoreException;
            if (!unusable || !e.getMessage().equals(unusableTold)) {
                options.tell(e.getMessage());
            }
            unusableTold = unusable ? e.getMessage() : null;
            if (unusable) {
                drafts.again();
            }
            return !unusable;
        }
        return true;
    }

    private void take(FolderDrafts drafts, RuleSetContent content, Path watched) {
        String why = comment.isEmpty() ? options.text("rulebook.folder-changed").replace("{0}", "" + watched) : comment;
        boolean changed = options.with(rulebook -> drafts.take(rulebook, content, why)
                .map(result -> {
                    tell(rulebook, result);
                    return true;
                })
                .orElse(false));
        unusableTold = null;
        if (!changed) {
            options.say("rulebook.folder-published");
        }
    }

    private void tell(Rulebook rulebook, FolderDrafts.Result result) {
        if (result.examination() != null && !result.examination().passed()) {
            options.print(result.examination().text(options.language()) + "\n");
        }
        if (result.problem() != null) {
            options.tell(options.text(result.problem()));
        }
        options.tellState(rulebook, result.version().id());
    }
}
