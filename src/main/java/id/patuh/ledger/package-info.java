/** Checks that were kept with all that is needed to repeat them: inputs, rule set, and what was asked. */
package id.patuh.ledger;
