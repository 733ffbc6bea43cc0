package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of rules that is looked at time and again, rather than asked for notices, which network folders and mounted ones
 * do not give.
 */
public final class WatchedFolder {

    private final Path folder;
    private String seen;
    private String taken;
    private String told;

    /** @param folder need not be there yet */
    public WatchedFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks at the folder. What was taken once is not given again, nor what differs from the look before: somebody is still
     * writing, and half a change is none.
     *
     * @throws RuleSetException if the folder could not be read twice in a row; the same is said once
     */
    public Optional<RuleSetContent> look() {
        try {
            RuleSetContent content = RuleSetContent.of(folder);
            told = null;
            if (!isAtRest(content.sha256()) || content.sha256().equals(taken)) {
                return Optional.empty();
            }
            taken = content.sha256();
            return Optional.of(content);
        } catch (RuleSetException e) {
            String problems = e.problems().toString();
            if (isAtRest(problems) && !problems.equals(told)) {
                told = problems;
                throw e;
            }
            return Optional.empty();
        }
    }

    private boolean isAtRest(String now) {
        boolean atRest = now.equals(seen);
        seen = now;
        return atRest;
    }

    /** Has what was given last be given once more, since it could not be taken in. */
    public void again() {
        taken = null;
    }
}
