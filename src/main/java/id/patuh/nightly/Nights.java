package id.patuh.nightly;

import id.patuh.engine.RuleFailedException;
import id.patuh.engine.RuleLimitException;
import id.patuh.facts.Facts;
import id.patuh.facts.FactsException;
import id.patuh.facts.SavedMappings;
import id.patuh.intake.Intake;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.ledger.waiver.Standings;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.report.Language;
import id.patuh.rulebook.RuleSetTables;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.scope.Heartbeat;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.scope.TakenOverException;
import id.patuh.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs nights: of each scope one a date, those that were missed first. A night that was broken off, by whatever, is gone on
 * with by the next process that runs the nights of its scope, and comes to the result that it would have come to. Many
 * processes may run nights on one database: each scope is worked on by one of them.
 */
public final class Nights {

    /** More missed dates than these tell nobody anything. */
    private static final int MOST_MISSED = 31;

    private static final char REPLACEMENT = '\uFFFD';
    /** By how much more than in the night before things are old. */
    private static final Duration MOST_AGEING = Duration.ofHours(36);

    private final Store store;
    private final NightSettings settings;
    private final RuleSource rules;
    private final Work work;
    private final Clock clock;
    private final Scopes scopes;
    private final Facts facts;
    private final ScopeRuns runs;
    private final LifeBook book;
    private final Standings standings;
    private final Collector collector;
    private final Retention retention;

    /**
     * Who runs nights, and how.
     *
     * @param holder by which people know the process
     * @param program the version of patuh, and its build where that is known
     * @param language of the reasons that stand beside files
     * @param progress hears how far reading has come
     */
    public record Work(String holder, String program, Language language, Intake.Progress progress) {}

    /** @param clock by which dates, and the ages of files, are told */
    public Nights(Store store, NightSettings settings, RuleSource rules, Work work, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.rules = rules;
        this.work = work;
        this.clock = clock;
        this.scopes = new Scopes(store);
        this.facts = new Facts(store);
        this.runs = new ScopeRuns(store, clock, work.program(), settings.shard());
        this.book = new LifeBook(store);
        this.standings = new Standings(store);
        this.collector = new Collector(facts, new SavedMappings(store, clock), settings, work.language());
        this.retention = new Retention(settings, facts, new LifeRuns(store, clock));
    }

    /**
     * The scopes that have an inbox, those that had one, and those whose inbox the settings name, in order; among them the
     * names of files that lie beside the inboxes.
     *
     * @throws UncheckedIOException if the folder of the inboxes cannot be read
     */
    public List<String> scopes() {
        List<String> names = new ArrayList<>(scopes.names());
        names.addAll(settings.inbox().keySet());
        try (DirectoryStream<Path> inboxes = Files.newDirectoryStream(settings.inboxes(), Nights::isShown)) {
            for (Path inbox : inboxes) {
                names.add(inbox.getFileName().toString());
            }
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stream().distinct().sorted().toList();
    }

    /** Whether a scope has nights: it has a name that it can have, and an inbox, or had one. */
    boolean hasNights(String scope) {
        return isUsable(scope) && hasInbox(scope);
    }

    private boolean hasInbox(String scope) {
        return isInbox(settings.inboxes().resolve(scope))
                || store.read(transaction -> Scopes.find(transaction, scope)).isPresent();
    }

    /**
     * Names of folders that are not in the system's encoding come with replacement characters, and lead to no folder; those of
     * the settings may be paths, and lead elsewhere.
     */
    private boolean isUsable(String scope) {
        try {
            Path name = settings.inboxes().resolve(scope).getFileName();
            return Scopes.isUsable(scope)
                    && scope.indexOf(REPLACEMENT) < 0
                    && name != null
                    && name.toString().equals(scope);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isInbox(Path folder) {
        return isShown(folder) && Files.isDirectory(folder);
    }

    private static boolean isShown(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }

    /**
     * Runs the nights of a scope that are due: one that was broken off, missed dates by their moment in the settings, and that
     * of a moment. One of the same date that failed is begun anew.
     *
     * @param asOf not later than now
     * @throws RuleSetException if the rule set in force cannot be used; the night is not begun
     * @throws id.patuh.store.StoreException if the database fails; the night can be gone on with
     */
    public ScopeOutcome run(String scope, Instant asOf) {
        if (!isUsable(scope)) {
            return new ScopeOutcome(scope, ScopeOutcome.State.UNUSABLE, List.of(), null);
        }
        if (!hasInbox(scope)) {
            boolean isThere = Files.exists(settings.inboxes().resolve(scope));
            ScopeOutcome.State state = isThere ? ScopeOutcome.State.BESIDE_INBOXES : ScopeOutcome.State.WITHOUT_INBOX;
            return new ScopeOutcome(scope, state, List.of(), null);
        }
        Instant moment = asOf.truncatedTo(ChronoUnit.MICROS);
        Optional<Night> last = last(scope);
        if (last.stream().allMatch(Night::isOver) && due(scope, last, moment).isEmpty()) {
            List<NightOutcome> before = last.stream().map(this::outcome).toList();
            return new ScopeOutcome(scope, ScopeOutcome.State.NOTHING_DUE, before, null);
        }
        Optional<Hold> hold = scopes.take(scope, work.holder(), settings.lease());
        if (hold.isEmpty()) {
            return new ScopeOutcome(
                    scope,
                    ScopeOutcome.State.HELD_BY_OTHERS,
                    List.of(),
                    scopes.lease(scope).orElse(null));
        }
        try {
            return Heartbeat.during(scopes, hold.get(), settings.lease(), () -> run(hold.get(), moment));
        } catch (TakenOverException e) {
            return new ScopeOutcome(
                    scope,
                    ScopeOutcome.State.TAKEN_OVER,
                    List.of(),
                    scopes.lease(scope).orElse(null));
        }
    }

    private ScopeOutcome run(Hold hold, Instant asOf) {
        List<NightOutcome> outcomes = new ArrayList<>();
        Optional<Night> last = last(hold.scope());
        if (last.isPresent() && !last.get().isOver()) {
            outcomes.add(run(hold, last.get()));
        }
        for (Instant moment : due(hold.scope(), last, asOf)) {
            AppliedRules applied = rules.inForce(moment);
            outcomes.add(run(hold, begin(hold, moment, applied.files())));
        }
        return new ScopeOutcome(hold.scope(), ScopeOutcome.State.DONE, outcomes, null);
    }

    /**
     * The nights of all scopes after a date, those that are not over among them, in order; without their balances.
     *
     * @param after null for all; not more than a month of them are given
     */
    public List<NightOutcome> since(LocalDate after) {
        List<NightOutcome> since = new ArrayList<>();
        for (String scope : scopes.names()) {
            List<Night> nights = store.read(transaction -> new NightTables(transaction).nights(scope, MOST_MISSED));
            nights.stream()
                    .filter(night -> after == null || night.date().isAfter(after))
                    .sorted(Comparator.comparing(Night::date))
                    .map(this::plain)
                    .forEach(since::add);
        }
        return since;
    }

    /** Whether the night of a date, or a later one, is over in every scope that has an inbox. */
    public boolean areOver(LocalDate date) {
        return scopes().stream().filter(this::hasNights).allMatch(scope -> isOver(scope, date));
    }

    private boolean isOver(String scope, LocalDate date) {
        Optional<Night> last = last(scope);
        return last.isEmpty()
                ? due(scope, last, settings.asOf(date)).isEmpty()
                : last.get().isOver() && !last.get().date().isBefore(date);
    }

    /** The moments of the nights that are due after the last one. What was handed in by day may have been judged after them. */
    private List<Instant> due(String scope, Optional<Night> last, Instant asOf) {
        List<Instant> due = new ArrayList<>();
        LocalDate today = settings.date(asOf);
        if (last.isPresent()) {
            LocalDate first = last.get().date().plusDays(1);
            LocalDate earliest = today.minusDays(MOST_MISSED);
            for (LocalDate date = first.isBefore(earliest) ? earliest : first;
                    date.isBefore(today);
                    date = date.plusDays(1)) {
                due.add(settings.asOf(date));
            }
        }
        Optional<Instant> judged = runs.judgedUntil(scope);
        if (last.isEmpty() || last.get().date().isBefore(today) || last.get().isFailedOn(today)) {
            due.add(judged.filter(moment -> isLaterOn(today, moment, asOf)).orElse(asOf));
        }
        due.removeIf(moment -> last.isPresent() && moment.isBefore(last.get().asOf()));
        due.removeIf(moment -> judged.isPresent() && moment.isBefore(judged.get()));
        return due;
    }

    private boolean isLaterOn(LocalDate today, Instant moment, Instant asOf) {
        return moment.isAfter(asOf) && settings.date(moment).equals(today);
    }

    private Night begin(Hold hold, Instant asOf, RuleSetContent files) {
        return store.write(transaction -> {
            Scopes.hold(transaction, hold);
            new RuleSetTables(transaction).add(files);
            NightTables nights = new NightTables(transaction);
            LocalDate date = settings.date(asOf);
            Optional<Night> failed = nights.night(hold.scope(), date);
            if (failed.isPresent()) {
                nights.beginAnew(failed.get(), asOf, files.sha256(), now());
            } else {
                Instant keptTo = keptTo(nights.last(hold.scope()), asOf);
                nights.begin(hold, date, asOf, files.sha256(), keptTo, now());
            }
            return nights.night(hold.scope(), date).orElseThrow();
        });
    }

    /** A clock that is put far ahead must not remove at once what people want to keep for long. */
    private static Instant keptTo(Optional<Night> last, Instant asOf) {
        Instant most = last.map(night -> night.keptTo().plus(MOST_AGEING)).orElse(asOf);
        return asOf.isAfter(most) ? most : asOf;
    }

    private NightOutcome run(Hold hold, Night night) {
        try {
            if (night.stage() == Night.Stage.COLLECTING) {
                Erased erased = night.erased().and(retention.apply(hold, night));
                change(hold, night, nights -> nights.erase(night, erased));
            }
            AppliedRules applied = rules.read(files(night));
            Night judging = night.stage() == Night.Stage.COLLECTING ? collect(hold, night, applied) : night;
            judge(hold, judging, applied);
        } catch (NightException | FactsException | LedgerException e) {
            fail(hold, night, NightProblem.of(e));
        } catch (RuleSetException e) {
            fail(hold, night, new NightProblem("rules-unusable", Map.of("rules", night.ruleSetSha256())));
        } catch (RuleLimitException | RuleFailedException e) {
            fail(hold, night, new NightProblem("rules-failed", Map.of("cause", String.valueOf(e.getMessage()))));
        }
        return outcome(night(night));
    }

    private RuleSetContent files(Night night) {
        List<String> altered = new ArrayList<>();
        RuleSetContent files =
                store.read(transaction -> new RuleSetTables(transaction).content(night.ruleSetSha256(), altered));
        if (!altered.isEmpty() || !files.sha256().equals(night.ruleSetSha256())) {
            throw new NightException("rules-of-night-altered", "rules", night.ruleSetSha256());
        }
        return files;
    }

    private Night collect(Hold hold, Night night, AppliedRules applied) {
        boolean whole = collector.collect(hold, night, applied.ruleSet(), clock.instant(), work.progress());
        return change(hold, night, nights -> nights.beginJudging(night, whole));
    }

    private void judge(Hold hold, Night night, AppliedRules applied) {
        runs.run(
                hold,
                applied,
                night.asOf(),
                settings.zone(),
                work.progress(),
                run -> transaction -> new NightTables(transaction).complete(night, run.id(), now()));
    }

    private void fail(Hold hold, Night night, NightProblem problem) {
        runs.giveUp(hold);
        change(hold, night, nights -> nights.fail(night, problem, now()));
    }

    /** A change of the row of a night. */
    @FunctionalInterface
    private interface NightChange {
        void of(NightTables nights) throws SQLException;
    }

    private Night change(Hold hold, Night night, NightChange change) {
        return store.write(transaction -> {
            Scopes.hold(transaction, hold);
            NightTables nights = new NightTables(transaction);
            change.of(nights);
            return nights.night(night.scope(), night.date()).orElseThrow();
        });
    }

    private Optional<Night> last(String scope) {
        return store.read(transaction -> new NightTables(transaction).last(scope));
    }

    private Night night(Night night) {
        return store.read(transaction ->
                new NightTables(transaction).night(night.scope(), night.date()).orElseThrow());
    }

    private NightOutcome outcome(Night night) {
        NightOutcome plain = plain(night);
        // What was handed in by day moved states since then.
        return plain.run() == null
                ? plain
                : new NightOutcome(
                        night,
                        plain.files(),
                        plain.run(),
                        standings.balance(book.last(night.scope()).orElseThrow()),
                        plain.factless());
    }

    /** Without what only the last run of the scope can tell. */
    private NightOutcome plain(Night night) {
        List<NightFile> files = store.read(transaction -> new NightTables(transaction).files(night));
        LifeRun run = night.run() == null ? null : book.run(night.scope(), night.run());
        boolean factless = store.read(transaction -> facts.isEmpty(transaction, night.scope()));
        return new NightOutcome(night, files, run, null, factless);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
