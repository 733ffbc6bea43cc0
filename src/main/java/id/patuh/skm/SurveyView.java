package id.patuh.skm;

import java.util.List;
import java.util.function.Function;

/**
 * What a follow-up has to know of the survey it follows.
 *
 * @param id the survey's id
 * @param unit the unit surveyed, or null
 * @param service the service surveyed, or null
 * @param period what the survey covers, or null
 * @param lowest its lowest unsur; empty when the survey gives no order of them
 * @param needed how many unsur a follow-up has to take up
 * @param officialName gives the regulation's name of an unsur as written, or null where it means none
 */
public record SurveyView(
        String id,
        String unit,
        String service,
        Period period,
        List<LowUnsur> lowest,
        int needed,
        Function<String, String> officialName) {

    public SurveyView {
        lowest = List.copyOf(lowest);
    }
}
