package id.patuh.nightly;

/**
 * What a night got from the inbox of its scope.
 *
 * @param files how many files, also those that had been taken before
 * @param unreadable those of them of which nothing could be read
 * @param rejected rows of the others that could not be read
 * @param otherwise files that were not read by the mapping of the unit that they come near to
 */
public record NightIntake(long files, long unreadable, long rejected, long otherwise) {}
