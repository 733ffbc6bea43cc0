/** Violations that are excused for a time: by whom, why, on what ground, and how everything stands with and without them. */
package id.patuh.ledger.waiver;
