package id.patuh.report;

import id.patuh.check.Grade;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A score in the words of one language.
 *
 * @param grade index, grade and unsur; of its reason, what stands here counts
 * @param reason why there is no grade, or null
 */
public record WordedGrade(Grade grade, String reason) {

    static WordedGrade of(Grade grade, Words words) {
        return new WordedGrade(grade, words.gradeReason(grade.reason()));
    }

    /** The survey, unit and service that it is of. */
    public String graded() {
        return Stream.of(grade.survey(), grade.unit(), grade.service())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" - "));
    }

    /** Index and grade, with respondents and regulation. */
    public String inWords(Language language) {
        return "IKM " + (grade.ikm() == null ? "-" : Numbers.of(grade.ikm(), language)) + "  "
                + language.label("grade") + " "
                + (grade.grade() == null ? "- (" + reason + ")" : grade.grade())
                + "  " + language.label("respondents") + " "
                + (grade.respondents() == null ? language.label("unknown") : grade.respondents())
                + "  " + grade.regulation()
                + (grade.aggregation() == null ? "" : "  " + language.label("aggregation." + grade.aggregation()));
    }
}
