package id.patuh.skm;

import java.util.List;

/**
 * What a row or a JSON object says of the survey it belongs to. Rows with equal {@code id}, {@code unit} and
 * {@code service} belong to one survey.
 *
 * @param id the survey's name; never empty
 * @param unit the unit surveyed, or null
 * @param service the service surveyed, or null
 * @param sop the SOP the survey was held under, as written, or null
 * @param regulation the regulation declared, as written, or null
 * @param period what it covers, or null
 * @param population how many people were served, or null
 * @param respondents how many are said to have answered, or null
 * @param unsurKeys the unsur the table has columns for, as {@link UnsurLabel}s in the table's order; empty for a
 *     published result
 */
public record SurveyHeader(
        String id,
        String unit,
        String service,
        String sop,
        String regulation,
        Period period,
        Integer population,
        Integer respondents,
        List<UnsurLabel> unsurKeys) {

    public SurveyHeader {
        unsurKeys = List.copyOf(unsurKeys);
    }
}
