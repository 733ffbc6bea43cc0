package id.patuh.nightly;

import id.patuh.check.CaseTimeline;
import id.patuh.check.CaseTimelines;
import id.patuh.facts.Facts;
import id.patuh.facts.StoredCase;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.FollowUpRecord;
import id.patuh.violation.Subject;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Cases of scopes as a run judged them, from the facts that were collected. */
public final class CollectedCases {

    private final Facts facts;
    private final ZoneId zone;

    /** @param zone of times in files that tell none */
    public CollectedCases(Facts facts, ZoneId zone) {
        this.facts = facts;
        this.zone = zone;
    }

    /**
     * What was done when of the case that a violation is of.
     *
     * @param run of the scope, by whose moment deadlines are told
     * @param ruleSet that it judged by
     * @param subject of the violation, which has a case number
     * @return empty where the facts of the case are gone, or tell of no such case any more
     * @throws id.patuh.facts.FactsException if facts were damaged
     */
    public Optional<CaseTimeline> timeline(LifeRun run, RuleSet ruleSet, Subject subject) {
        Optional<StoredCase> stored = facts.versions(run.scope(), subject.caseId()).stream()
                .filter(version ->
                        version.counts() && !version.purged() && !version.rows().isEmpty())
                .findFirst();
        return stored.flatMap(one -> timelines(one, run, ruleSet).stream()
                .filter(timeline -> Objects.equals(timeline.subject().unit(), subject.unit())
                        && Objects.equals(timeline.subject().sop(), subject.sop()))
                .findFirst());
    }

    private List<CaseTimeline> timelines(StoredCase one, LifeRun run, RuleSet ruleSet) {
        List<FollowUpRecord> followUps = facts.surveys().reports(run.scopeId(), ruleSet, zone, (path, rows) -> {});
        return new CaseTimelines(ruleSet, run.asOf(), followUps).of(one.rows(), one.lost());
    }
}
