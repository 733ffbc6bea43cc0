package id.patuh.facts;

/**
 * A range of case numbers, in the order of the database. The shards of a scope have all its cases.
 *
 * @param from the first one; null for the beginning
 * @param until the first one that is not in it; null for none
 */
public record Shard(String from, String until) {

    /** All cases. */
    public static final Shard ALL = new Shard(null, null);
}
