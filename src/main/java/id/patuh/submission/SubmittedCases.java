package id.patuh.submission;

import id.patuh.check.CaseTimeline;
import id.patuh.check.CaseTimelines;
import id.patuh.intake.Dataset;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.intake.NoResponses;
import id.patuh.ruleset.RuleSet;
import id.patuh.store.Store;
import id.patuh.vault.Vault;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Cases of submissions, read once more from the files that were handed in, under the rules that these were checked by. */
public final class SubmittedCases {

    private final Vault vault;
    private final KeptRules rules;

    public SubmittedCases(Store store, KeptRules rules) {
        this.vault = Submissions.vault(store);
        this.rules = rules;
    }

    /**
     * A case and the rules it was judged by.
     *
     * @param timeline what was done when
     * @param ruleSet whose words tell it
     */
    public record SubmittedCase(CaseTimeline timeline, RuleSet ruleSet) {}

    /**
     * The case that a violation is of.
     *
     * @param result of the submission
     * @param subject of the violation, which has a case number
     * @return empty where the files have no such case any more under these rules
     * @throws SubmissionException if a file or the rule set is gone or altered
     */
    public Optional<SubmittedCase> find(Submission submission, KeptContent result, Subject subject) {
        RuleSet ruleSet = rules.of(result).ruleSet();
        return timelines(submission, subject.caseId(), ruleSet).stream()
                .filter(timeline -> isOf(timeline.subject(), subject))
                .findFirst()
                .map(timeline -> new SubmittedCase(timeline, ruleSet));
    }

    private static boolean isOf(Subject one, Subject subject) {
        return Objects.equals(one.unit(), subject.unit()) && Objects.equals(one.sop(), subject.sop());
    }

    private List<CaseTimeline> timelines(Submission submission, String number, RuleSet ruleSet) {
        try (OpenSubmission open = OpenSubmission.of(submission, vault)) {
            Intake.Options options = new Intake.Options(
                            submission.order().zone(),
                            submission.order().sop(),
                            null,
                            open.mapping(ruleSet),
                            ruleSet.mappings())
                    .with(open.own());
            List<CaseRows> readings = new ArrayList<>();
            Dataset read = new Intake(options, ruleSet.regulations(), ruleSet.sops())
                    .read(
                            InputSource.of(open.files()),
                            (path, rows) -> {},
                            () -> {
                                readings.add(new CaseRows(number));
                                return readings.get(readings.size() - 1);
                            },
                            NoResponses::new);
            read.rejected().close();
            CaseRows last = readings.get(readings.size() - 1);
            return last.rows().isEmpty()
                    ? List.of()
                    : new CaseTimelines(ruleSet, submission.order().asOf(), read.followUps())
                            .of(last.rows(), last.lost());
        }
    }
}
