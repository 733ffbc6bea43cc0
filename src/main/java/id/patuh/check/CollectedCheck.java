package id.patuh.check;

import id.patuh.intake.Dataset;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.intake.NoActivities;
import id.patuh.intake.Selection;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Spool;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Checks all that was collected and read before, as one result: finds what {@link CaseCheck} and {@link SurveyCheck} find of it.
 * One instance serves any number of checks.
 */
public final class CollectedCheck {

    private final RuleSet ruleSet;
    private final Instant asOf;
    private final ZoneId zone;

    /**
     * @param asOf the moment that deadlines are judged by
     * @param zone whose day it is then
     */
    public CollectedCheck(RuleSet ruleSet, Instant asOf, ZoneId zone) {
        this.ruleSet = ruleSet;
        this.asOf = asOf;
        this.zone = zone;
    }

    /** Cases that were read before. */
    @FunctionalInterface
    public interface Cases {

        /** Gives each number once. */
        void giveTo(CaseTaker taker);
    }

    /** Takes the rows of a case number, at least one, and those that could not be read and are of it, or may be. */
    @FunctionalInterface
    public interface CaseTaker {
        void take(List<ActivityRecord> rows, List<LostActivity> lost);
    }

    /**
     * Checks cases, and what is wanted of the surveys and reports of some files.
     *
     * @param intake reads the files, under the same rule set
     * @param selection what is wanted of them
     * @param progress hears how far reading them has come
     */
    public CheckResult run(
            Cases cases, InputSource files, Intake intake, Selection selection, Intake.Progress progress) {
        try (ResponseStreams responses = new ResponseStreams(ruleSet, Spool.USUAL_MOST)) {
            Dataset data = intake.read(files, progress, NoActivities::new, responses, selection);
            BoundSurveys surveys = new BoundSurveys(ruleSet, LocalDate.ofInstant(asOf, zone), responses.last(), data);
            Found found = new Found();
            boolean whole = false;
            try {
                found.judge(cases, data);
                found.conclude(surveys);
                whole = true;
            } finally {
                if (!whole) {
                    found.findings.close();
                    found.notEvaluated.close();
                    data.rejected().close();
                }
            }
            return found.result(surveys, data);
        }
    }

    /** What one check found. */
    private final class Found {

        private final Findings findings = new Findings(Spool.USUAL_MOST);
        private final NotEvaluatedRules notEvaluated =
                new NotEvaluatedRules(ruleSet.rules().catalog(), Spool.USUAL_MOST);
        private long cases;
        private long activities;

        void judge(Cases given, Dataset data) {
            try (CaseCheck check = new CaseCheck(ruleSet, asOf, data.followUps(), this::add)) {
                given.giveTo((rows, lost) -> {
                    activities += rows.size();
                    check.add(rows, lost);
                });
                check.end();
            }
        }

        private void add(CaseVerdict verdict) {
            findings.add(
                    cases++, verdict.findings().stream().map(Finding::violation).toList());
            notEvaluated.add(verdict.notEvaluated().stream()
                    .map(NotEvaluated::missing)
                    .distinct()
                    .toList());
        }

        void conclude(BoundSurveys surveys) {
            findings.add(Long.MAX_VALUE, ruleSet.rules().check(surveys.facts()));
            notEvaluated.add(surveys.missing());
            notEvaluated.addSwitchedOff(rule -> !SopLint.concerns(rule));
        }

        CheckResult result(BoundSurveys surveys, Dataset data) {
            return new CheckResult(
                    Matter.CONDUCT,
                    asOf,
                    zone,
                    ruleSet,
                    data.inputs(),
                    data.skipped(),
                    cases,
                    activities,
                    surveys.count(),
                    0,
                    findings,
                    surveys.grades(),
                    new Priorities(ruleSet).of(surveys.surveys(), findings),
                    notEvaluated,
                    data.rejected());
        }
    }
}
