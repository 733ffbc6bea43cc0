package id.patuh.ledger.followup;

import id.patuh.ledger.outcome.EvidenceFile;
import java.time.Instant;

/**
 * A file that somebody added to an item of a follow-up plan as proof. Reports alone say whether the item is done.
 *
 * @param number over all scopes, in the order in which they were added
 * @param item by which users know the item
 * @param file its name and hash
 * @param actor who added it, as the rulebook compares names
 * @param at when, in microseconds
 * @param comment what he says of it; may be empty
 */
public record ItemDocument(long number, String item, EvidenceFile file, String actor, Instant at, String comment) {}
