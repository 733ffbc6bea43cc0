package id.patuh.ledger.outcome;

/**
 * A file that proves what was found.
 *
 * @param name without its folder
 * @param sha256 of its bytes, by which it is kept
 */
public record EvidenceFile(String name, String sha256) {}
