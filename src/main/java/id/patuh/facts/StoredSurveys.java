package id.patuh.facts;

import java.util.List;

/**
 * A file with surveys or follow-up reports, as it is stored.
 *
 * @param name as evidence names it
 * @param sha256 of its bytes
 * @param purged whether these were removed
 * @param how it is read
 * @param counting what of it counts
 * @param replaced what of it a later file has replaced
 */
record StoredSurveys(
        String name, String sha256, boolean purged, HowRead how, List<SurveyPart> counting, List<SurveyPart> replaced) {

    StoredSurveys {
        counting = List.copyOf(counting);
        replaced = List.copyOf(replaced);
    }

    /** Whether any follow-up report in it counts. */
    boolean hasReports() {
        return counting.stream().anyMatch(part -> part.kind() == SurveyPart.Kind.REPORT);
    }
}
