package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes a version of what stands in a folder of rules each time that it changes: a draft that is tested and, where somebody
 * approves of that in advance, published once it passes. The folder is looked at time and again rather than asked for
 * notices, which network folders and mounted ones do not give.
 */
public final class FolderDrafts {

    private final Path folder;
    private final String author;
    private final String approver;
    private String taken;
    private String seen;

    /**
     * What became of a change.
     *
     * @param version the new version, in the state that it has come to
     * @param examination what came of its tests
     */
    public record Result(Version version, Examination examination) {}

    /**
     * @param author who answers for the changes
     * @param approver who approves of whatever passes, and has it published; null to leave versions tested
     */
    public FolderDrafts(Path folder, String author, String approver) {
        this.folder = folder;
        this.author = author;
        this.approver = approver;
    }

    /**
     * Looks at the folder. What was taken once is not given again, nor what differs from the look before: somebody is still
     * writing, and half a change is none.
     */
    public Optional<RuleSetContent> look() {
        RuleSetContent content = content();
        String now = content == null ? null : content.sha256();
        boolean atRest = now != null && now.equals(seen);
        seen = now;
        if (!atRest || now.equals(taken)) {
            return Optional.empty();
        }
        taken = now;
        return Optional.of(content);
    }

    /** Null while files or the folder itself are being replaced. */
    private RuleSetContent content() {
        try {
            return RuleSetContent.of(folder);
        } catch (RuleSetException | UncheckedIOException e) {
            return null;
        }
    }

    /**
     * Takes a change into the rulebook, as far as it gets.
     *
     * @return empty where the folder holds what was published last
     * @throws id.patuh.ruleset.RuleSetException if the files are no usable rule set
     * @throws RulebookException if author or approver may not do that
     */
    public Optional<Result> take(Rulebook rulebook, RuleSetContent content, String comment) {
        Version latest = rulebook.history().latest().orElse(null);
        if (latest != null && latest.draft().contentSha256().equals(content.sha256())) {
            return Optional.empty();
        }
        Version draft = rulebook.draft(content, author, comment, latest == null ? null : latest.id());
        Examination examination = rulebook.test(draft.id(), author);
        if (approver != null && examination.passed()) {
            rulebook.propose(draft.id(), author, "");
            rulebook.approve(draft.id(), approver, comment);
            rulebook.publish(draft.id(), approver, null);
        }
        return Optional.of(new Result(rulebook.history().version(draft.id()), examination));
    }
}
