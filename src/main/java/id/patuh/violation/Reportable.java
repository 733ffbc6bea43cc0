package id.patuh.violation;

import java.time.LocalDate;
import java.util.List;

/** A fact that a violation can be about. */
public interface Reportable {

    /** What a violation of this fact is about; never null. */
    Subject subject();

    /** Where the fact stands in the input; empty for a definition of the rule set. */
    List<Evidence> evidence();

    /** The date whose law judges this fact, or null where no dated law applies. */
    LocalDate lawDate();

    /** The provision of an SOP that binds this fact, ready to be quoted before the rule's own basis; null if none. */
    default String ground() {
        return null;
    }

    /** What the fact's own definition makes of a violation's weight, whatever the rule says; null if nothing. */
    default Severity severity() {
        return null;
    }

    /** The {@code source/clause} that the fact's own definition rests on instead of the rule's; null if none. */
    default String basis() {
        return null;
    }
}
