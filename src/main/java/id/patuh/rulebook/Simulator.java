package id.patuh.rulebook;

import id.patuh.ruleset.RuleSetContent;
import java.time.Instant;

/** Tells what a version would have changed in the checks that were kept. */
public interface Simulator {

    /**
     * The report of a simulation, in the program's own language.
     *
     * @param draft the files of the version
     * @param against the files that it is compared with
     * @param since as of when, at the earliest, the checks are; null for all
     */
    String report(RuleSetContent draft, RuleSetContent against, Instant since);
}
