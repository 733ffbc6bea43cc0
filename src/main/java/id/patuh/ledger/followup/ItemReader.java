package id.patuh.ledger.followup;

import id.patuh.ledger.followup.FollowUpItem.Done;
import id.patuh.ledger.followup.FollowUpItem.Outcome;
import id.patuh.ledger.followup.FollowUpItem.Plan;
import id.patuh.ledger.followup.FollowUpItem.Presence;
import id.patuh.ledger.followup.FollowUpItem.Proof;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.followup.FollowUpItem.Schedule;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.skm.FollowedItem;
import id.patuh.skm.FollowedItem.MeantUnsur;
import id.patuh.skm.FollowedReport;
import id.patuh.skm.PlannedActivity;
import id.patuh.skm.PlannedQuarters;
import id.patuh.wording.Wording;
import java.util.List;
import java.util.Objects;

/** Makes what is kept of the items of a report that was judged. */
final class ItemReader {

    private final FollowedReport followed;
    private final Report report;

    /** @param key by which the report is known */
    ItemReader(FollowedReport followed, String key) {
        this.followed = followed;
        FollowUpRecord read = followed.whole().report();
        this.report = new Report(
                key,
                followed.whole().subject().survey(),
                followed.whole().subject().unit(),
                followed.survey() == null ? null : followed.survey().service(),
                followed.whole().surveyPeriod(),
                read.period(),
                read.claimedPercent(),
                followed.whole().subject(),
                !followed.whole().isPartial());
    }

    /**
     * An item of it.
     *
     * @param earlier what was known of it; null where nothing was
     */
    FollowUpItem read(FollowedItem item, FollowUpItem earlier) {
        FollowUpItem read = new FollowUpItem(report, plan(item), outcome(item), Presence.JUDGED, null);
        return followed.survey() == null && earlier != null ? withSurvey(read, earlier) : read;
    }

    /** The survey may have been purged before its report: what it told of the item stays. */
    private static FollowUpItem withSurvey(FollowUpItem read, FollowUpItem earlier) {
        Report now = read.report();
        Report then = earlier.report();
        Report report = new Report(
                now.key(),
                now.survey() == null ? then.survey() : now.survey(),
                now.unit() == null ? then.unit() : now.unit(),
                then.service(),
                then.surveyPeriod(),
                now.period(),
                now.claimedPercent(),
                now.subject(),
                now.whole());
        Plan plan = read.plan();
        boolean sameUnsur = written(plan).equals(written(earlier.plan()));
        Plan known = new Plan(
                plan.number(),
                sameUnsur ? earlier.plan().unsur() : plan.unsur(),
                plan.activity(),
                plan.owner(),
                plan.schedule(),
                plan.firstStart(),
                plan.lastEnd(),
                plan.subjects(),
                plan.place());
        return new FollowUpItem(report, known, read.outcome(), read.presence(), read.judgedUntil());
    }

    private static List<String> written(Plan plan) {
        return plan.unsur().stream().map(MeantUnsur::written).toList();
    }

    private static Plan plan(FollowedItem item) {
        PlannedActivity planned = item.planned();
        PlannedQuarters quarters = planned.quarters();
        return new Plan(
                planned.item().id(),
                item.unsur(),
                planned.getActivity(),
                Wording.key(planned.item().owner()).isEmpty()
                        ? null
                        : planned.item().owner(),
                schedule(planned),
                quarters == null ? null : quarters.firstStart(),
                quarters == null ? null : quarters.lastEnd(),
                item.subjects(),
                planned.item().row().whole());
    }

    private static Schedule schedule(PlannedActivity planned) {
        if (planned.isScheduleMissing()) {
            return Schedule.NONE;
        }
        return planned.quarters() == null ? Schedule.UNKNOWN : Schedule.KNOWN;
    }

    private static Outcome outcome(FollowedItem item) {
        Done done = done(item.planned());
        return new Outcome(
                done,
                done == Done.DONE ? proof(item.done()) : null,
                item.reports().stream()
                        .flatMap(report -> report.evidence().stream())
                        .filter(named -> !Wording.key(named).isEmpty())
                        .distinct()
                        .toList(),
                item.reports().stream()
                        .map(Realisation::obstacle)
                        .filter(Objects::nonNull)
                        .reduce((first, last) -> last)
                        .orElse(null),
                item.reports().stream().map(report -> report.row().whole()).toList());
    }

    private static Done done(PlannedActivity planned) {
        if (planned.settled()) {
            return Done.DONE;
        }
        if (planned.unlisted()) {
            return Done.UNLISTED;
        }
        return planned.uncertain() ? Done.UNREADABLE : Done.NOT_DONE;
    }

    private static Proof proof(List<Realisation> done) {
        List<Realisation> unproven =
                done.stream().filter(report -> !report.namesEvidence()).toList();
        if (unproven.isEmpty()) {
            return Proof.NAMED;
        }
        boolean unlisted =
                unproven.stream().allMatch(report -> report.row().table().lacks("evidence"));
        return unlisted ? Proof.UNKNOWN : Proof.MISSING;
    }
}
