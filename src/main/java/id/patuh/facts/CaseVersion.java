package id.patuh.facts;

import java.time.Instant;

/**
 * What is known of a version of a case without reading its rows.
 *
 * @param number from 1
 * @param counts whether it is the version that is evaluated
 * @param activities how many rows it has
 * @param latest the latest of its moments that had come when its log was taken; null where none had
 * @param hash of what checks see of it
 */
record CaseVersion(int number, boolean counts, int activities, Instant latest, String hash) {

    /**
     * Whether this one counts, of the two, if it came later: its facts reach further, or as far in more rows; where they are
     * alike in both, what came later may have been put right. By content, so that the order in which logs come hardly matters.
     */
    boolean countsAfter(CaseVersion earlier) {
        int reach = reach().compareTo(earlier.reach());
        return reach > 0 || reach == 0 && activities >= earlier.activities;
    }

    private Instant reach() {
        return latest == null ? Instant.MIN : latest;
    }
}
