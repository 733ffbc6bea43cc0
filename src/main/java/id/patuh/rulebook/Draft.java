package id.patuh.rulebook;

/**
 * What never changes of a version.
 *
 * @param id from 1, in the order of drafting
 * @param parent the version that it was made from, or null
 * @param contentSha256 hash of its files, as {@code RuleSetContent.sha256()}
 * @param codeSha256 hash of the code in its files, as {@code RuleCode.sha256()}
 * @param author who drafted it
 */
public record Draft(long id, Long parent, String contentSha256, String codeSha256, String author) {}
