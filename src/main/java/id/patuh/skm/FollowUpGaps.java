package id.patuh.skm;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a follow-up report leaves unsaid that a rule would have to know. */
final class FollowUpGaps {

    private final List<MissingFact> missing = new ArrayList<>();
    private final FollowUp whole;

    private FollowUpGaps(FollowUp whole) {
        this.whole = whole;
    }

    static List<MissingFact> of(
            FollowUp whole, SurveyView survey, List<PlannedActivity> planned, List<ReportedActivity> reported) {
        FollowUpGaps gaps = new FollowUpGaps(whole);
        gaps.addSurvey(survey);
        gaps.addReport(planned);
        gaps.addLost(planned);
        gaps.addUnlisted(planned, reported);
        planned.forEach(gaps::addQuarters);
        reported.stream().filter(r -> r.getDone() == null).forEach(r -> gaps.add("followup.done", r.subject()));
        return gaps.missing;
    }

    private void addSurvey(SurveyView survey) {
        if (survey == null) {
            add("followup.survey", whole.subject());
            return;
        }
        addIf(survey.lowest().isEmpty(), "followup.lowest-unsur");
        addIf(survey.period() == null, "followup.survey-period");
        addIf(whole.getPeriod() == null, "followup.period");
    }

    private void addReport(List<PlannedActivity> planned) {
        addIf(planned.isEmpty(), "followup.plan");
        addIf(
                !planned.isEmpty()
                        && planned.stream()
                                .noneMatch(p -> FollowUp.says(p.item().element())),
                "followup.plan-unsur");
        addIf(whole.report().realisations().isEmpty(), "followup.realisations");
        addIf(whole.getClaimedPercent() == null, "followup.claim");
        addIf(whole.report().signedUntil() == null && whole.done() > 0, "followup.signed-on");
    }

    /** What could not be read matters where the report seems to lack something. */
    private void addLost(List<PlannedActivity> planned) {
        FollowUpRecord.Lost lost = whole.report().lost();
        addIf(lost.plan() > 0, "followup.all-items");
        boolean listed = whole.report().reportsDone();
        addIf(listed && planned.stream().anyMatch(p -> !p.settled() && p.uncertain()), "followup.all-realisations");
        addIf(lost.realisations() > 0, "followup.readable-realisations");
        addIf(whole.isPartial(), "followup.whole-lists");
        addIf(lost.open() > 0 && whole.getOpenCount() == 0, "followup.all-open");
        addIf(planned.stream().anyMatch(p -> p.item().quarters() == null), "followup.readable-quarters");
    }

    /** What no table has a column for is not known to be missing. */
    private void addUnlisted(List<PlannedActivity> planned, List<ReportedActivity> reported) {
        boolean unlisted = !whole.report().reportsDone();
        addIf(unlisted && planned.stream().anyMatch(p -> !p.settled() && p.uncertain()), "followup.done-list");
        addIf(unlisted && !planned.isEmpty(), "followup.realisation-list");
        addIf(planned.stream().anyMatch(p -> p.item().row().table().lacks("owner")), "followup.owner-column");
        addIf(
                reported.stream().anyMatch(r -> r.realisation().row().table().lacks("evidence")),
                "followup.evidence-column");
    }

    /** Only what is done can be early, and only what is not done can be overdue. */
    private void addQuarters(PlannedActivity planned) {
        if (planned.quarters() == null) {
            if (Boolean.TRUE.equals(planned.getDone())) {
                add("followup.first-quarter", planned.subject());
            } else if (!planned.settled()) {
                add("followup.last-quarter", planned.subject());
            }
        }
    }

    private void addIf(boolean condition, String need) {
        if (condition) {
            add(need, whole.subject());
        }
    }

    private void add(String need, Subject subject) {
        missing.add(new MissingFact(need, subject, whole.report().row().table().path(), Map.of()));
    }
}
