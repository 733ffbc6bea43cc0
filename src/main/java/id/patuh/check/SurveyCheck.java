package id.patuh.check;

import id.patuh.intake.Dataset;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.intake.NoActivities;
import id.patuh.intake.Selection;
import id.patuh.ruleset.RuleSet;
import id.patuh.spool.Spool;
import id.patuh.violation.MissingFact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks surveys and follow-up reports by themselves: finds what a {@link ComplianceCheck} over the same files finds of
 * them. One instance serves any number of checks.
 */
public final class SurveyCheck {

    private final RuleSet ruleSet;
    private final Instant asOf;
    private final ZoneId zone;

    /**
     * @param asOf the moment that deadlines are judged by
     * @param zone whose day it is then
     */
    public SurveyCheck(RuleSet ruleSet, Instant asOf, ZoneId zone) {
        this.ruleSet = ruleSet;
        this.asOf = asOf;
        this.zone = zone;
    }

    /**
     * Checks what is wanted of the surveys and reports of some files, all of it together.
     *
     * @param intake reads them, under the same rule set
     * @param selection what is wanted of them
     * @param absent asked once all is read: what else is known to have been there, by the surveys it was of. No rule that
     *     judges them is evaluated for these
     * @param progress hears how far reading has come
     */
    public SurveyVerdict run(
            InputSource inputs,
            Intake intake,
            Selection selection,
            Supplier<List<MissingFact>> absent,
            Intake.Progress progress) {
        try (ResponseStreams responses = new ResponseStreams(ruleSet, Spool.USUAL_MOST)) {
            Dataset data = intake.read(inputs, progress, NoActivities::new, responses, selection);
            data.rejected().close();
            LocalDate day = LocalDate.ofInstant(asOf, zone);
            return verdict(new BoundSurveys(ruleSet, day, responses.last(), data), data, absent.get());
        }
    }

    private SurveyVerdict verdict(BoundSurveys bound, Dataset data, List<MissingFact> absent) {
        SurveyRules rules = new SurveyRules(ruleSet.rules().catalog());
        try (Findings found = new Findings(Spool.USUAL_MOST);
                NotEvaluatedRules lacking =
                        new NotEvaluatedRules(ruleSet.rules().catalog(), Spool.USUAL_MOST)) {
            found.add(0, ruleSet.rules().check(bound.facts()));
            lacking.add(bound.missing());
            List<Finding> findings = found.stream().toList();
            List<NotEvaluated> notEvaluated = new ArrayList<>(rules.without(absent));
            lacking.forEach(notEvaluated::add);
            LocalDate next = bound.nextChange();
            return new SurveyVerdict(
                    rules.ofSurveys(findings, notEvaluated),
                    rules.ofFollowUps(findings, notEvaluated),
                    bound.grades(),
                    data.published(),
                    data.followUps(),
                    bound.followed(),
                    next == null ? null : next.atStartOfDay(zone).toInstant(),
                    bound.settledBefore());
        }
    }
}
