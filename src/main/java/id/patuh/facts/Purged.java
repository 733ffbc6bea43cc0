package id.patuh.facts;

/**
 * What was removed of raw facts.
 *
 * @param cases how many cases
 * @param files how many files with surveys or follow-up reports
 */
public record Purged(long cases, long files) {}
