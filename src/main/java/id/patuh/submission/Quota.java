package id.patuh.submission;

/**
 * How much of one account may wait to be checked, or be checked, at a time.
 *
 * @param submissions how many
 * @param bytes how large their files are in all
 */
public record Quota(int submissions, long bytes) {

    /** No bound. */
    public static final Quota NONE = new Quota(Integer.MAX_VALUE, Long.MAX_VALUE);
}
