package id.patuh.skm;

import id.patuh.wording.Wording;

/**
 * Which survey a row belongs to, whatever its spelling; an empty part was not given.
 *
 * @param id the survey's name
 * @param unit the unit surveyed
 * @param service the service surveyed
 */
public record SurveyIdentity(String id, String unit, String service) {

    /** The survey that a row says it belongs to. */
    public static SurveyIdentity of(SurveyHeader header) {
        return new SurveyIdentity(
                Wording.normalise(header.id()), Wording.normalise(header.unit()), Wording.normalise(header.service()));
    }

    /** The survey of this name, whatever the service. */
    SurveyIdentity ofAnyService() {
        return new SurveyIdentity(id, unit, "");
    }

    /** Whether both can be one survey, of which one names less. */
    boolean agreesWith(SurveyIdentity other) {
        return id.equals(other.id) && agree(unit, other.unit) && agree(service, other.service);
    }

    private static boolean agree(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }
}
