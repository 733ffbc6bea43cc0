package id.patuh.nightly;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.store.ReasonedException;
import java.util.Map;

/**
 * Why a night failed, or did not remove all that had been kept for its time.
 *
 * @param reason key of the text that says why, in the {@code reasons.properties} of whoever knows
 * @param details values that the text names
 */
public record NightProblem(String reason, Map<String, String> details) {

    public NightProblem {
        details = Map.copyOf(details);
    }

    static NightProblem of(ReasonedException e) {
        return new NightProblem(e.reason(), e.details());
    }

    /** What it says to people. */
    public String text(Language language) {
        return Reasons.text(reason, details, language);
    }
}
