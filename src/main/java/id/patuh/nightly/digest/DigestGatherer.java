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
import id.patuh.ledger.life.State;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
    private final Map<String, Part> parts = new HashMap<>();
    private final SortedSet<String> unreceived = new TreeSet<>();

    /** What a recipient is told so far. */
    private static final class Part {
        final SortedMap<String, UnitDigest> units = new TreeMap<>();
        final List<NightOutcome> troubled = new ArrayList<>();
        /** By scope, how far the recipient was told before. */
        final Map<LifeRun, ToldRuns> told = new HashMap<>();
    }

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
        settings.recipients().forEach(recipient -> parts.put(recipient.name(), new Part()));
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
                || outcome.files().stream().anyMatch(DigestGatherer::isUnreadable);
    }

    static boolean isUnreadable(NightFile file) {
        return file.outcome() == NightFile.Outcome.UNREADABLE;
    }

    private void addTrouble(NightOutcome outcome) {
        String scope = outcome.night().scope();
        boolean received = false;
        for (Recipient recipient : settings.recipients()) {
            if (recipient.receives(scope, scope)) {
                parts.get(recipient.name()).troubled.add(outcome);
                received = true;
            }
        }
        if (!received) {
            unreceived.add(scope);
        }
    }

    private void addViolations(String scope, LifeRun run, InForce waivers) {
        long earliest = run.number();
        for (Recipient recipient : settings.recipients()) {
            ToldRuns told =
                    store.read(transaction -> new DigestTables(transaction).told(recipient.name(), run, outbox));
            parts.get(recipient.name()).told.put(run, told);
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
        boolean received = false;
        for (Recipient recipient : receivers(violation.unit(), scope)) {
            received = true;
            Part part = parts.get(recipient.name());
            if (!part.told.get(run).isTold(violation.opened())) {
                UnitDigest unit = unit(part, violation.unit(), scope);
                (violation.openedAs() == State.NEW ? unit.fresh : unit.reopened).add(violation);
            } else if (overdue.contains(violation.rule())) {
                unit(part, violation.unit(), scope).overdue.add(violation);
            }
        }
        noteReceived(received, violation.unit(), scope);
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
            List<Recipient> receivers = receivers(unit, scope);
            noteReceived(!receivers.isEmpty(), unit, scope);
            receivers.stream()
                    .map(recipient -> parts.get(recipient.name()))
                    .filter(part -> !part.told.get(run).isTold(item.since()))
                    .forEach(part -> unit(part, unit, scope).ineffective.add(item));
        }
    }

    private long earliestTold(LifeRun run) {
        return parts.values().stream()
                .mapToLong(part -> part.told.get(run).upTo())
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
        List<Recipient> receivers = receivers(unit, scope);
        noteReceived(!receivers.isEmpty(), unit, scope);
        return receivers.stream()
                .map(recipient -> unit(parts.get(recipient.name()), unit, scope))
                .toList();
    }

    private List<Recipient> receivers(String unit, String scope) {
        return settings.recipients().stream()
                .filter(recipient -> recipient.receives(name(unit, scope), scope))
                .toList();
    }

    private void noteReceived(boolean received, String unit, String scope) {
        if (!received) {
            unreceived.add(name(unit, scope));
        }
    }

    private UnitDigest unit(Part part, String unit, String scope) {
        return part.units.computeIfAbsent(name(unit, scope), name -> new UnitDigest(settings.lines()));
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
        Part part = parts.get(recipient.name());
        Set<Long> shown = new HashSet<>();
        part.units
                .values()
                .forEach(unit -> List.of(unit.fresh, unit.reopened, unit.overdue)
                        .forEach(heading -> heading.first().forEach(each -> shown.add(each.id()))));
        return new Digest(
                recipient,
                request.date(),
                request.asOf(),
                settings.dueWithinDays(),
                List.copyOf(part.troubled),
                outbox.untold(recipient.name()),
                part.units,
                open.texts(List.copyOf(shown)));
    }

    /** What a recipient was told before, by the last run of each scope. */
    Map<LifeRun, ToldRuns> told(Recipient recipient) {
        return parts.get(recipient.name()).told;
    }
}
