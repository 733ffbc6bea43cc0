package id.patuh.ledger.followup;

/**
 * An item that is done, with what became of its unsur.
 *
 * @param item by which tables and users know it
 * @param known all that is known of it
 * @param effect what became of its unsur
 * @param since number of the run from which on both are known
 */
public record ItemEffect(String item, FollowUpItem known, Effect effect, long since) {}
