package id.patuh.web.api;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something in a request that cannot be read.
 *
 * @param place what kind of place it stands in
 * @param name of the parameter or header; of a place in a JSON body, its pointer
 * @param reason key of the text that says why
 * @param details values that the text names
 */
record Fault(Place place, String name, String reason, Map<String, String> details) {

    /** Where values stand. */
    enum Place {
        PARAMETER,
        HEADER,
        POINTER
    }

    Fault {
        details = Map.copyOf(details);
    }

    static Fault ofParameter(String name, String reason, Map<String, String> details) {
        return new Fault(Place.PARAMETER, name, reason, details);
    }

    /** For programs. */
    Map<String, String> json(Language language) {
        Map<String, String> one = new LinkedHashMap<>();
        one.put(place.name().toLowerCase(java.util.Locale.ROOT), name);
        one.put("reason", Reasons.text(reason, details, language));
        return one;
    }
}
