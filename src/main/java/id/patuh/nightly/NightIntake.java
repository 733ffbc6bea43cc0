package id.patuh.nightly;

/**
 * What a night got from the inbox of its scope.
 *
 * @param files how many files, also those that had been taken before
 * @param unreadable those of them of which nothing could be read
 * @param rejected rows of the others that could not be read
 */
public record NightIntake(long files, long unreadable, long rejected) {}
