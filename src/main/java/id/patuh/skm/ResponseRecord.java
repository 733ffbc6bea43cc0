package id.patuh.skm;

import id.patuh.violation.SourceRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One questionnaire, as it was read.
 *
 * @param survey what the row says of its survey
 * @param respondent the respondent's number or name; null when anonymous
 * @param group the respondent's group; null when not recorded
 * @param scores by header key of the unsur (see {@link SurveyHeader#unsurKeys()}): the answers to its questions, one for
 *     most, several for {@code U1a}, {@code U1b}; unanswered questions are left out, so a list may be empty
 * @param unreadable header keys of unsur of which an answer could not be read; what was read of them does not count
 * @param row where it stands; scores are cells of the same keys, suffixed {@code #1}, {@code #2} where an unsur has
 *     several questions
 */
public record ResponseRecord(
        SurveyHeader survey,
        String respondent,
        String group,
        Map<String, List<BigDecimal>> scores,
        Set<String> unreadable,
        SourceRow row) {

    public ResponseRecord {
        scores = Map.copyOf(scores);
        unreadable = Set.copyOf(unreadable);
    }
}
