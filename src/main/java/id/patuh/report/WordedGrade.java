package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.ruleset.GradeBand;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A score in the words of one language.
 *
 * @param grade index, grade and unsur; of its reason, what stands here counts
 * @param reason why there is no grade, or null
 * @param bands the grades that its regulation knows, from the lowest; none in results that earlier versions kept
 */
public record WordedGrade(Grade grade, String reason, List<GradeBand> bands) {

    public WordedGrade {
        bands = bands == null ? List.of() : List.copyOf(bands);
    }

    static WordedGrade of(Grade grade, Words words) {
        return new WordedGrade(grade, words.gradeReason(grade.reason()), words.gradeBands(grade.regulation()));
    }

    /** The survey, unit and service that it is of. */
    public String graded() {
        return graded(grade.survey(), grade.unit(), grade.service());
    }

    static String graded(String survey, String unit, String service) {
        return Stream.of(survey, unit, service).filter(Objects::nonNull).collect(Collectors.joining(" - "));
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
