package id.patuh.ledger.followup;

import java.time.Instant;

/**
 * What a completed run learnt of an item of a follow-up plan, that the runs before it did not know.
 *
 * @param item by which tables and users know the item
 * @param run number of the run within its scope
 * @param asOf the moment that the run judged by
 * @param known all that was known from then on
 */
public record ToldItem(String item, long run, Instant asOf, FollowUpItem known) {}
