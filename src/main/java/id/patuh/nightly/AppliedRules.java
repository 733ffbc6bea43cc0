package id.patuh.nightly;

import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;

/**
 * The rule set that a night judges by.
 *
 * @param files of the rule set
 * @param ruleSet what was made of them
 */
public record AppliedRules(RuleSetContent files, RuleSet ruleSet) {}
