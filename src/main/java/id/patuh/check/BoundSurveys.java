package id.patuh.check;

import id.patuh.engine.CompiledRules;
import id.patuh.intake.Dataset;
import id.patuh.law.Parameters;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.FollowUp;
import id.patuh.skm.FollowUpBinder;
import id.patuh.skm.FollowUpFacts;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowedReport;
import id.patuh.skm.LowUnsur;
import id.patuh.skm.Period;
import id.patuh.skm.PlannedActivity;
import id.patuh.skm.SkmBinder;
import id.patuh.skm.SkmFacts;
import id.patuh.skm.SopDuty;
import id.patuh.skm.Survey;
import id.patuh.skm.SurveyGrade;
import id.patuh.skm.SurveyResponses;
import id.patuh.skm.SurveyView;
import id.patuh.skm.Unsur;
import id.patuh.sop.Sop;
import id.patuh.violation.MissingFact;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Surveys and follow-up reports, bound to the law of their time and to each other, and graded. */
final class BoundSurveys {

    private final RuleSet ruleSet;
    private final LocalDate asOf;
    private final SkmFacts surveys;
    private final FollowUpFacts followUps;

    BoundSurveys(RuleSet ruleSet, LocalDate asOf, SurveyResponses responses, Dataset data) {
        this.ruleSet = ruleSet;
        this.asOf = asOf;
        this.surveys = new SkmBinder(ruleSet.regulations(), ruleSet.parameters(), ruleSet.regions(), this::dutyOf, asOf)
                .bind(responses, data.published());
        ruleSet.rules().derive(surveys.gradeQueries());
        this.followUps = new FollowUpBinder(asOf, ruleSet.parameters()).bind(data.followUps(), this::surveyOf);
    }

    /** Everything that the survey and follow-up rules judge. */
    List<Object> facts() {
        List<Object> facts = new ArrayList<>(surveys.facts());
        facts.addAll(followUps.facts());
        return facts;
    }

    List<MissingFact> missing() {
        List<MissingFact> missing = new ArrayList<>(surveys.missing());
        missing.addAll(followUps.missing());
        return missing;
    }

    /** The first day after that of the check on which the same facts may give another result; null: never. */
    LocalDate nextChange() {
        CompiledRules rules = ruleSet.rules();
        // A rule that compares the day itself may find something on any.
        if (rules.compare(Survey.class, "asOf") || rules.compare(PlannedActivity.class, "asOf")) {
            return asOf.plusDays(1);
        }
        return Stream.of(surveys.nextChange(), followUps.nextChange())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The first day of the earliest year that neither time nor other facts may change anything before: a unit's latest survey
     * tells when the next one is due, and an activity that is not done may be yet. Surveys of one year may be taken together.
     * Null where something tells no day.
     */
    LocalDate settledBefore() {
        LocalDate earliest = asOf;
        for (Survey survey : surveys.surveys()) {
            if (survey.getPeriod() == null) {
                return null;
            }
            earliest = survey.isLatestOfUnit() ? earlier(earliest, survey.getPeriod()) : earliest;
        }
        Set<FollowUpRecord> unsettled = followUps.unsettled();
        for (FollowUp report : followUps.reports()) {
            if (report.lawDate() == null) {
                return null;
            }
            if (unsettled.contains(report.report())) {
                earliest = earlier(earliest, new Period(report.lawDate(), report.lawDate()));
                earliest = earlier(earlier(earliest, report.getPeriod()), report.surveyPeriod());
            }
        }
        return earliest.withDayOfYear(1);
    }

    private static LocalDate earlier(LocalDate day, Period period) {
        return period == null || day.isBefore(period.start()) ? day : period.start();
    }

    List<Survey> surveys() {
        return surveys.surveys();
    }

    int count() {
        return surveys.surveys().size();
    }

    List<FollowedReport> followed() {
        return followUps.followed();
    }

    List<Grade> grades() {
        return surveys.grades().stream().map(this::grade).toList();
    }

    private Grade grade(SurveyGrade grade) {
        return new Grade(
                grade.survey(),
                grade.unit(),
                grade.service(),
                grade.aggregation() == null ? null : method(grade),
                grade.regulation(),
                grade.period(),
                grade.respondents(),
                grade.ikm(),
                grade.grade(),
                grade.reason(),
                grade.elements().stream()
                        .map(e -> new Grade.Element(e.code(), e.name(), e.mean(), e.index(), e.grade()))
                        .toList(),
                published(grade));
    }

    private static Grade.Published published(SurveyGrade grade) {
        boolean says = grade.publishedIkm() != null || grade.publishedGrade() != null;
        return says ? new Grade.Published(grade.publishedIkm(), grade.publishedGrade()) : null;
    }

    /** How the parts of an aggregate were put together: as the parameter said when their period ended. */
    private String method(SurveyGrade grade) {
        Parameters.InForce law = ruleSet.parameters().on(grade.period().end());
        return law.text("skm/aggregation");
    }

    private Optional<SopDuty> dutyOf(String cited, LocalDate day) {
        return ruleSet.sops().find(cited, day).map(BoundSurveys::duty);
    }

    private static SopDuty duty(Sop sop) {
        Sop.SurveyDuty duty = sop.survey();
        return duty == null
                ? new SopDuty(sop.id(), null, List.of(), null)
                : new SopDuty(sop.id(), duty.minRespondents(), duty.groups(), "SOP " + sop.number());
    }

    /** The survey that a report names; one without a name follows the only survey of its unit. */
    private SurveyView surveyOf(FollowUpRecord report) {
        List<Survey> candidates = surveys.surveys().stream()
                .filter(s -> report.survey() == null
                        || Wording.normalise(s.getId()).equals(Wording.normalise(report.survey())))
                .filter(s -> report.unit() == null
                        || s.getUnit() == null
                        || Wording.normalise(s.getUnit()).equals(Wording.normalise(report.unit())))
                .toList();
        boolean told =
                report.survey() != null ? !candidates.isEmpty() : candidates.size() == 1 && report.unit() != null;
        return told ? view(candidates.get(0)) : null;
    }

    private SurveyView view(Survey survey) {
        return new SurveyView(
                survey.getId(),
                survey.getUnit(),
                survey.getService(),
                survey.getPeriod(),
                survey.isLowestOpen()
                        ? List.of()
                        : survey.lowest().stream()
                                .map(low -> new LowUnsur(low.name(), low.tied()))
                                .toList(),
                survey.getPriorityCount() == null ? 0 : survey.getPriorityCount(),
                written -> officialName(survey, written));
    }

    private String officialName(Survey survey, String written) {
        if (survey.getRegulation() == null) {
            return null;
        }
        return ruleSet.regulations()
                .label(written)
                .flatMap(survey.getRegulation()::meantBy)
                .map(Unsur::name)
                .orElse(null);
    }
}
