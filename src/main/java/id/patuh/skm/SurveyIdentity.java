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
        return of(header.id(), header.unit(), header.service());
    }

    /** The survey that is called so, as written; a part that was not given is null. */
    public static SurveyIdentity of(String id, String unit, String service) {
        return new SurveyIdentity(Wording.normalise(id), Wording.normalise(unit), Wording.normalise(service));
    }

    /** The survey of this name, whatever the service. */
    SurveyIdentity ofAnyService() {
        return new SurveyIdentity(id, unit, "");
    }

    /** Whether both can be one survey, of which one names less. */
    public boolean agreesWith(SurveyIdentity other) {
        return id.equals(other.id) && agree(unit, other.unit) && agree(service, other.service);
    }

    private static boolean agree(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }
}
