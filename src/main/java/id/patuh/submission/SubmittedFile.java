package id.patuh.submission;

/**
 * A file that was handed in.
 *
 * @param name as whoever handed it in calls it, and as evidence names it
 * @param sha256 of its bytes
 * @param size in bytes
 */
public record SubmittedFile(String name, String sha256, long size) {}
