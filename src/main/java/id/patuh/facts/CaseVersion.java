package id.patuh.facts;

/**
 * What is known of a version of a case without reading its rows.
 *
 * @param number from 1
 * @param counts whether it is the version that is evaluated
 * @param doubts whether it casts doubt on that one: it came later, and rows of it could not be read
 * @param purged whether its rows were removed
 * @param hash of what checks see of it
 */
record CaseVersion(int number, boolean counts, boolean doubts, boolean purged, String hash) {}
