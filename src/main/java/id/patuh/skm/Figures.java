package id.patuh.skm;

import java.util.List;
import java.util.Objects;

/** How a figure is written out. */
final class Figures {

    private Figures() {}

    /** Why a figure has no grade, as a key; null when it has one. */
    static String reason(Grading grading) {
        List<String> candidates = grading.candidates();
        if (candidates.isEmpty()) {
            return "grade-table-missing";
        }
        return candidates.size() > 1 ? "grade-undecidable" : null;
    }

    static SurveyGrade of(Survey survey) {
        return new SurveyGrade(
                survey.getId(),
                survey.getUnit(),
                survey.getService(),
                null,
                survey.getRegulation() == null ? null : survey.getRegulation().id(),
                survey.getRespondents(),
                survey.getPeriod(),
                survey.getIndex(),
                survey.getGrade(),
                survey.getReason(),
                survey.getUnsur().stream()
                        .map(Figures::element)
                        .filter(Objects::nonNull)
                        .toList(),
                survey.getPublishedValue(),
                survey.printedGrade());
    }

    private static SurveyGrade.Element element(ScoredUnsur unsur) {
        return unsur.getMean() == null
                ? null
                : new SurveyGrade.Element(
                        unsur.getCode(), unsur.getName(), unsur.getMean(), unsur.getIndex(), unsur.getGrade());
    }
}
