package id.patuh.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One of the lowest unsur of a survey.
 *
 * @param survey id of the survey
 * @param unit the unit, or null
 * @param service the service, or null
 * @param rank 1 is the lowest; equals share a rank
 * @param code number in the regulation's order
 * @param name official name
 * @param mean NRR on the scale 1 to 4
 * @param tied whether it ties with others at the cut
 * @param reasons violations of the same unit that bear on it
 */
public record Priority(
        String survey,
        String unit,
        String service,
        int rank,
        String code,
        String name,
        BigDecimal mean,
        boolean tied,
        List<Reason> reasons) {

    public Priority {
        reasons = List.copyOf(reasons);
    }

    /**
     * Violations that help to explain a low unsur.
     *
     * @param rule id of the rule
     * @param count how many violations of it the unit has
     * @param example one of their cases, or null
     * @param why the connection in words, by language
     */
    public record Reason(String rule, int count, String example, Map<String, String> why) {}
}
