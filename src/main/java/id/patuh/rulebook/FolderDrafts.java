package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a version of what stands in a watched folder of rules each time that it changes: a draft that is tested and, where
 * somebody approves of that in advance, published once it passes.
 */
public final class FolderDrafts {

    private final String author;
    private final String approver;
    private final Set<Long> own = new HashSet<>();

    /** Null until a change was looked at. */
    private Origin origin;

    /**
     * What the folder was made from.
     *
     * @param version null for none
     * @param certain whether it was published from here, or the folder held the same
     */
    private record Origin(Long version, boolean certain) {}

    /**
     * What became of a change.
     *
     * @param version the version of it, in the state that it has come to
     * @param examination what came of its tests; null where they had been run before
     * @param problem why it goes no further although it passed; null where nothing is in its way
     */
    public record Result(Version version, Examination examination, Problem problem) {}

    /**
     * @param author who answers for the changes
     * @param approver who approves of whatever passes, and has it published; null to leave versions tested
     * @throws RulebookException if names cannot be used, or both are the same person
     */
    public FolderDrafts(String author, String approver) {
        this.author = Texts.person(author);
        this.approver = approver == null ? null : Texts.person(approver);
        if (this.author.equals(this.approver)) {
            throw new RulebookException("approver-is-watcher", "person", this.author);
        }
    }

    /**
     * Takes a change into the rulebook, as far as it gets; what an earlier try has left goes on from there. Nothing is
     * published over what others published: where the folder was not made from the version published last, the change is
     * left tested.
     *
     * @return empty where the folder holds what was published last
     * @throws RuleSetException if the files are no usable rule set
     * @throws RulebookException if author or approver may not do that, or what the folder holds was rejected or taken back
     */
    public Optional<Result> take(Rulebook rulebook, RuleSetContent content, String comment) {
        History history = rulebook.history();
        Version latest = history.latest().orElse(null);
        if (latest != null && isOf(latest, content)) {
            origin = new Origin(latest.id(), true);
            return Optional.empty();
        }
        origin = origin(history, content, latest);
        Version left = left(history, content).orElse(null);
        Long base = origin.version();
        Version again = base != null && isOf(history.version(base), content) ? history.version(base) : left;
        if (again != null && again.state() == State.PUBLISHED) {
            throw new RulebookException(
                    "folder-superseded", Map.of("version", "" + again.id(), "latest", "" + latest.id()));
        }
        if (left != null && left.state() == State.REJECTED) {
            throw new RulebookException("version-is-" + left.state().word(), "version", left.id());
        }
        Version version = left != null ? left : rulebook.draft(content, author, comment, base);
        own.add(version.id());
        return Optional.of(goOn(rulebook, version, comment));
    }

    /** At the beginning the history tells what the folder was made from, as far as it can; later on that is remembered. */
    private Origin origin(History history, RuleSetContent content, Version latest) {
        boolean rolledBack = latest != null && history.lastPublication().action() != Action.PUBLISHED;
        if (latest != null && !rolledBack && own.contains(latest.id())) {
            return new Origin(latest.id(), true);
        }
        if (origin != null) {
            return origin;
        }
        Optional<Version> same = newest(history, version -> isOf(version, content));
        boolean goesOn =
                latest == null || !rolledBack && latest.draft().author().equals(author);
        if (same.isEmpty()) {
            return new Origin(latest == null ? null : latest.id(), goesOn);
        }
        return same.get().state() == State.PUBLISHED
                ? new Origin(same.get().id(), true)
                : new Origin(same.get().draft().parent(), goesOn);
    }

    /** What an earlier try, or an earlier watch of the same author, has made of the same change. */
    private Optional<Version> left(History history, RuleSetContent content) {
        return newest(
                history,
                version -> isOf(version, content)
                        && version.draft().author().equals(author)
                        && Objects.equals(version.draft().parent(), origin.version()));
    }

    private static Optional<Version> newest(History history, Predicate<Version> which) {
        return history.versions().stream().filter(which).reduce((earlier, later) -> later);
    }

    private static boolean isOf(Version version, RuleSetContent content) {
        return version.draft().contentSha256().equals(content.sha256());
    }

    private Result goOn(Rulebook rulebook, Version version, String comment) {
        long id = version.id();
        Examination examination = version.state() == State.DRAFT ? rulebook.test(id, author) : null;
        History history = rulebook.history();
        State state = history.version(id).state();
        if (approver == null || state == State.DRAFT) {
            return new Result(history.version(id), examination, null);
        }
        Problem problem = origin.certain()
                ? history.parentProblem(version).orElse(null)
                : new Problem("folder-origin-unknown", Map.of("version", "" + id, "latest", "" + origin.version()));
        if (problem == null) {
            publish(rulebook, id, state, comment);
        }
        return new Result(rulebook.history().version(id), examination, problem);
    }

    private void publish(Rulebook rulebook, long id, State state, String comment) {
        if (state == State.TESTED) {
            rulebook.propose(id, author, "");
        }
        if (state != State.APPROVED) {
            rulebook.approve(id, approver, comment);
        }
        rulebook.publish(id, approver, null);
        origin = new Origin(id, true);
    }
}
