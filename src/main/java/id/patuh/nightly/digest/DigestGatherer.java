package id.patuh.nightly.digest;

import id.patuh.engine.RuleMetadata;
import id.patuh.facts.Facts;
import id.patuh.ledger.followup.FollowUps;
import id.patuh.ledger.followup.ItemEffect;
import id.patuh.ledger.followup.ItemEffects;
import id.patuh.ledger.followup.ToldItem;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.Opening;
import id.patuh.ledger.life.Openings;
import id.patuh.ledger.waiver.InForce;
import id.patuh.ledger.waiver.Standings;
import id.patuh.nightly.Night;
import id.patuh.nightly.NightFile;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.notice.Outbox;
import id.patuh.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers what each recipient is told of a night. Serves once. */
final class DigestGatherer {

    private final Store store;
    private final Outbox outbox;
    private final DigestSettings settings;
    private final DigestRequest request;
    private final Facts facts;
    private final LifeBook book;
    private final Openings open;
    private final FollowUps followUps;
    private final ItemEffects effects;
    /** By the names of recipients. */
    private final Map<String, DigestDraft> drafts = new LinkedHashMap<>();

    private final SortedSet<String> unreceived = new TreeSet<>();

    DigestGatherer(Store store, Outbox outbox, DigestSettings settings, DigestRequest request) {
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
        this.request = request;
        this.facts = new Facts(store);
        this.book = new LifeBook(store);
        this.open = new Openings(store);
        this.followUps = new FollowUps(store);
        this.effects = new ItemEffects(store);
        for (Recipient recipient : settings.recipients()) {
            drafts.put(recipient.name(), new DigestDraft(recipient, settings.lines()));
        }
    }

    void gather() {
        request.nights().stream().filter(DigestGatherer::isTroubled).forEach(this::addTrouble);
        Set<String> scopes = request.nights().stream()
                .map(each -> each.night().scope())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String scope : scopes) {
            InForce waivers = new Standings(store).inForce(scope, request.asOf());
            book.last(scope).ifPresent(run -> {
                addViolations(scope, run, waivers);
                addItems(scope, run);
            });
            addDeadlines(scope);
            addEnding(scope, waivers);
        }
    }

    private static boolean isTroubled(NightOutcome outcome) {
        Night night = outcome.night();
        return Digest.isIncomplete(outcome)
                || !night.wholeInbox()
                || night.erased().problem() != null
                || outcome.factless()
                || outcome.files().stream()
                        .anyMatch(file ->
                                isUnreadable(file) || !file.unusedMappings().isEmpty());
    }

    static boolean isUnreadable(NightFile file) {
        return file.outcome() == NightFile.Outcome.UNREADABLE;
    }

    private void addTrouble(NightOutcome outcome) {
        receivers(null, outcome.night().scope()).forEach(draft -> draft.add(outcome));
    }

    private void addViolations(String scope, LifeRun run, InForce waivers) {
        long earliest = run.number();
        for (DigestDraft draft : drafts.values()) {
            String recipient = draft.recipient().name();
            ToldRuns told = store.read(transaction -> new DigestTables(transaction).told(recipient, run, outbox));
            draft.noteTold(run, told);
            earliest = Math.min(earliest, told.upTo());
        }
        Set<String> overdue = request.ruleSet().rules().catalog().stream()
                .filter(RuleMetadata::overdue)
                .map(RuleMetadata::id)
                .collect(Collectors.toSet());
        open.since(run, earliest, each -> addViolation(each, scope, run, waivers, overdue));
        // Those since then stood among the others.
        long before = earliest;
        for (String rule : overdue) {
            open.ofRule(run.scopeId(), rule, each -> {
                if (each.opened() <= before) {
                    addViolation(each, scope, run, waivers, overdue);
                }
            });
        }
    }

    private void addViolation(Opening violation, String scope, LifeRun run, InForce waivers, Set<String> overdue) {
        if (!waivers.covering(violation).isEmpty()) {
            return;
        }
        String unit = name(violation.unit(), scope);
        boolean late = overdue.contains(violation.rule());
        receivers(violation.unit(), scope).forEach(draft -> draft.add(violation, run, unit, late));
    }

    private void addDeadlines(String scope) {
        Instant until = request.asOf().plus(Duration.ofDays(settings.dueWithinDays()));
        facts.deadlines(scope, until, deadline -> {
            for (UnitDigest unit : unitsOf(deadline.subject().unit(), scope)) {
                unit.due.add(deadline);
            }
        });
    }

    private void addItems(String scope, LifeRun run) {
        LocalDate today = LocalDate.ofInstant(request.asOf(), request.zone());
        for (ToldItem item : followUps.due(run, today, today.plusDays(settings.dueWithinDays()))) {
            unitsOf(item.known().report().unit(), scope).forEach(unit -> unit.items.add(item));
        }
        for (ItemEffect item : effects.ineffective(run, earliestTold(run))) {
            String unit = item.known().report().unit();
            receivers(unit, scope).stream()
                    .filter(draft -> !draft.told().get(run).isTold(item.since()))
                    .forEach(draft -> draft.unit(name(unit, scope)).ineffective.add(item));
        }
    }

    private long earliestTold(LifeRun run) {
        return drafts.values().stream()
                .mapToLong(draft -> draft.told().get(run).upTo())
                .min()
                .orElse(run.number());
    }

    private void addEnding(String scope, InForce waivers) {
        Duration soon = Duration.ofDays(settings.dueWithinDays());
        waivers.waivers().stream()
                .filter(waiver -> waiver.endsWithin(soon, request.asOf()))
                .forEach(waiver ->
                        unitsOf(waiver.terms().target().unit(), scope).forEach(unit -> unit.waivers.add(waiver)));
    }

    private List<UnitDigest> unitsOf(String unit, String scope) {
        return receivers(unit, scope).stream()
                .map(draft -> draft.unit(name(unit, scope)))
                .toList();
    }

    /** Those who are told of a unit; that nobody is, is noted. */
    private List<DigestDraft> receivers(String unit, String scope) {
        String name = name(unit, scope);
        List<DigestDraft> receivers = drafts.values().stream()
                .filter(draft -> draft.recipient().receives(name, scope))
                .toList();
        if (receivers.isEmpty()) {
            unreceived.add(name);
        }
        return receivers;
    }

    /** What names no unit is called after its inbox. */
    private static String name(String unit, String scope) {
        return unit == null ? scope : unit;
    }

    /** Units and inboxes of which there is something to tell, and nobody who is told. */
    SortedSet<String> unreceived() {
        return unreceived;
    }

    /** What a recipient is told. */
    Digest digest(Recipient recipient) {
        DigestDraft draft = drafts.get(recipient.name());
        return new Digest(
                recipient,
                request.date(),
                request.asOf(),
                settings.dueWithinDays(),
                draft.troubled(),
                outbox.untold(recipient.name()),
                draft.units(),
                open.texts(List.copyOf(draft.shown())));
    }

    /** What a recipient was told before, by the last run of each scope. */
    Map<LifeRun, ToldRuns> told(Recipient recipient) {
        return drafts.get(recipient.name()).told();
    }
}
