package id.patuh.swap;

import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * One of the rule sets that follow each other: each makes, or takes back, one change of the four in turn.
 *
 * @param number how many changes were made or taken back; 0 is the project's rule set
 */
public record Edition(int number) {

    private static final RuleSetContent RULES = RuleSetContent.of(Path.of("rules"));
    private static final String NAME = "edition-";

    /** The edition that a rule set is, by its version. */
    static Edition of(RuleSet ruleSet) {
        return new Edition(Integer.parseInt(ruleSet.version().substring(NAME.length())));
    }

    String version() {
        return NAME + number;
    }

    /** What was made, or taken back, to come from the one before. */
    Change last() {
        Change[] all = Change.values();
        return all[(number + all.length - 1) % all.length];
    }

    /** What it differs in from the project's rule set. */
    Set<Change> changes() {
        Set<Change> made = EnumSet.noneOf(Change.class);
        Change[] all = Change.values();
        for (Change change : all) {
            int times = (number + all.length - 1 - change.ordinal()) / all.length;
            if (times % 2 == 1) {
                made.add(change);
            }
        }
        return made;
    }

    /** @param otherCode whether its rule code, too, is like that of no other edition */
    RuleSetContent content(boolean otherCode) {
        RuleSetContent content = named(otherCode);
        for (Change change : changes()) {
            content = change.in(content);
        }
        return content;
    }

    /**
     * The project's rule set with the name of this edition.
     *
     * @param inCode whether its rule code, too, is like that of no other edition
     */
    public RuleSetContent named(boolean inCode) {
        RuleSetContent named = Change.replaced(RULES, "rule-set.yaml", "version: ", "version: " + version() + " # ");
        return inCode ? Change.appended(named, "drl/sop/time.drl", "\n// " + version() + "\n") : named;
    }
}
