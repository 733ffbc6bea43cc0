package id.patuh.check;

import id.patuh.skm.Period;
import java.math.BigDecimal;
import java.util.List;

/**
 * The score of a survey, or of several put together.
 *
 * @param survey id of the survey
 * @param unit the unit or region, or null
 * @param service the service surveyed, or null
 * @param aggregation how several surveys were put together ({@code mean}, {@code respondents}); null for one survey
 * @param regulation id of the survey regulation
 * @param period what it covers; null when not known
 * @param respondents how many answered; null when not known
 * @param ikm the index with two decimals; null when it cannot be computed
 * @param grade A to D; null when there is none, then {@code reason} says why
 * @param reason key of the reason why there is no grade, or null
 * @param elements the unsur; empty for an aggregate
 * @param published what the unit published in place of it; null where nothing was, and for an aggregate
 */
public record Grade(
        String survey,
        String unit,
        String service,
        String aggregation,
        String regulation,
        Period period,
        Integer respondents,
        BigDecimal ikm,
        String grade,
        String reason,
        List<Element> elements,
        Published published) {

    public Grade {
        elements = List.copyOf(elements);
    }

    /** Of which nothing was published. */
    public Grade(
            String survey,
            String unit,
            String service,
            String aggregation,
            String regulation,
            Period period,
            Integer respondents,
            BigDecimal ikm,
            String grade,
            String reason,
            List<Element> elements) {
        this(survey, unit, service, aggregation, regulation, period, respondents, ikm, grade, reason, elements, null);
    }

    /**
     * Index and grade as a unit published them, beside those that its responses or its table give.
     *
     * @param ikm with the decimals that it was printed with, or null
     * @param grade A to D, or null
     */
    public record Published(BigDecimal ikm, String grade) {}

    /** Whether the same was worked out, whatever was published. */
    public boolean isSameAs(Grade other) {
        return withPublished(null).equals(other.withPublished(null));
    }

    /** The same beside something published, or null. */
    public Grade withPublished(Published other) {
        return new Grade(
                survey,
                unit,
                service,
                aggregation,
                regulation,
                period,
                respondents,
                ikm,
                grade,
                reason,
                elements,
                other);
    }

    /**
     * The score of an unsur.
     *
     * @param code number in the regulation's order
     * @param name official name
     * @param mean NRR on the scale 1 to 4
     * @param index NRR times 25, with two decimals
     * @param grade A to D, or null
     */
    public record Element(String code, String name, BigDecimal mean, BigDecimal index, String grade) {}
}
