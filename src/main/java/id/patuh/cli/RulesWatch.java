package id.patuh.cli;

import id.patuh.report.Reasons;
import id.patuh.rulebook.FolderDrafts;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.WatchedFolder;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.store.StoreException;
import java.nio.file.Path;

/** {@code patuh rules draft --watch}: tells what becomes of each change of a folder. The database is open only meanwhile. */
final class RulesWatch {

    private static final long BETWEEN_LOOKS_MILLIS = 500;
    private static final long BETWEEN_TRIES_MILLIS = 5000;

    private final RulebookOptions options;
    private final Path watched;
    private final WatchedFolder folder;
    private final FolderDrafts drafts;
    private final String comment;

    /** What was told last of a database that cannot be used, so that it is not told at every try. */
    private String unusableTold;

    /** @param comment of every version; where it is empty they tell the folder */
    RulesWatch(RulebookOptions options, Path watched, FolderDrafts drafts, String comment) {
        this.options = options;
        this.watched = watched;
        this.folder = new WatchedFolder(watched);
        this.drafts = drafts;
        this.comment =
                comment.isEmpty() ? options.text("rulebook.folder-changed").replace("{0}", "" + watched) : comment;
    }

    /**
     * Goes on, whatever is wrong with the files of the folder.
     *
     * @throws InterruptedException if it was interrupted, which alone ends it
     */
    void run() throws InterruptedException {
        options.say("rulebook.watching", watched);
        while (true) {
            Thread.sleep(look() ? BETWEEN_LOOKS_MILLIS : BETWEEN_TRIES_MILLIS);
        }
    }

    /** Whether the database could be used, if it was needed. */
    private boolean look() {
        try {
            folder.look().ifPresent(this::take);
        } catch (RuleSetException e) {
            e.problems().forEach(problem -> options.tell(Reasons.of(problem, options.language())));
        } catch (UsageException e) {
            boolean unusable = e.getCause() instanceof StoreException;
            if (!unusable || !e.getMessage().equals(unusableTold)) {
                options.tell(e.getMessage());
            }
            unusableTold = unusable ? e.getMessage() : null;
            if (unusable) {
                folder.again();
            }
            return !unusable;
        }
        return true;
    }

    private void take(RuleSetContent content) {
        boolean changed = options.with(rulebook -> drafts.take(rulebook, content, comment)
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
        options.tellState(rulebook.history(), result.version().id());
    }
}
