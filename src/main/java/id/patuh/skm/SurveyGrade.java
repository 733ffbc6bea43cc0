package id.patuh.skm;

import java.math.BigDecimal;
import java.util.List;

/**
 * The index and grade of a survey, or of several taken together.
 *
 * @param survey id of the survey; null where several with different ids were taken together
 * @param unit the unit, or the region's name, or null
 * @param service the service, or null
 * @param aggregation null for a survey, {@link #UNIT} for the services of a unit, {@link #REGION} for the units of a
 *     region
 * @param regulation id of the regulation, or null when none is known
 * @param respondents how many, or null when not known
 * @param period what it covers, or null
 * @param ikm the index on the scale 25 to 100 with two decimals, or null
 * @param grade A to D, or null
 * @param reason why index or grade is null: key of the text {@code reason.<key>}; else null
 * @param elements the unsur that have a mean, in official order
 * @param publishedIkm the index as the unit published it, or null
 * @param publishedGrade the grade as the unit published it, or null
 */
public record SurveyGrade(
        String survey,
        String unit,
        String service,
        String aggregation,
        String regulation,
        Integer respondents,
        Period period,
        BigDecimal ikm,
        String grade,
        String reason,
        List<Element> elements,
        BigDecimal publishedIkm,
        String publishedGrade) {

    /** The services of a unit taken together. */
    public static final String UNIT = "unit";

    /** The units of a region taken together. */
    public static final String REGION = "region";

    public SurveyGrade {
        elements = List.copyOf(elements);
    }

    /**
     * An unsur.
     *
     * @param code number in the official order
     * @param name official name
     * @param mean NRR on the scale of the questionnaire, with two to four decimals
     * @param index on the scale 25 to 100, with two decimals
     * @param grade A to D, or null where its rounding leaves it open
     */
    public record Element(String code, String name, BigDecimal mean, BigDecimal index, String grade) {}
}
