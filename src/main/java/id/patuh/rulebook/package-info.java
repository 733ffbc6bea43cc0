/** The rulebook: every version of the rule set, who drafted, tested, approved and published it, and what is in force when. */
package id.patuh.rulebook;
