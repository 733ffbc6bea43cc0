package id.patuh.facts;

import id.patuh.check.CheckResult;
import id.patuh.check.CollectedCheck;
import id.patuh.intake.Dataset;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.sop.Deadline;
import id.patuh.sop.Sops;
import id.patuh.spool.Spool;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What was collected, by scope: an inbox, mostly one unit's. Cases of one number in two scopes are two cases. May be used by
 * many threads, and by many processes on one database.
 */
public final class Facts {

    private static final int CASES_AT_A_TIME = 2_000;

    private final Store store;
    private final Vault vault;
    private final int inMemory;
    private final StoredLogs logs = new StoredLogs();

    /** The facts of a database: files are kept in a folder beside one that is a file, else within it. */
    public Facts(Store store) {
        this(store, Spool.USUAL_MOST);
    }

    /** @param inMemory rows that are sorted in memory while a log is taken */
    Facts(Store store, int inMemory) {
        this.store = store;
        this.vault = Vault.of(store, "facts", "fact_content");
        this.inMemory = inMemory;
    }

    /** The surveys and follow-up reports among them. */
    public SurveyFacts surveys() {
        return new SurveyFacts(store, vault);
    }

    /**
     * Takes what a file holds, all of it or nothing. Of each case the fuller facts count afterwards, those of this
     * file or those known before; of each survey and follow-up report those of this file. Both are kept. What changes a case
     * makes it due; so do other reports where a limit is counted by their plans.
     *
     * @param hold of the scope
     * @param file named as evidence is to name it
     * @param how it is read
     * @param ruleSet under which it is read
     * @param at when it is taken
     * @param progress hears how far reading has come
     * @param along what the caller does in the same transaction, with what taking the file came to
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     * @throws FactsException if its mapping is not known, or the file changes meanwhile
     */
    public Taking take(
            Hold hold,
            FoundInput file,
            HowRead how,
            RuleSet ruleSet,
            Instant at,
            Intake.Progress progress,
            Function<Taking, Transaction.Step> along) {
        try (LogSinks sinks = new LogSinks(inMemory)) {
            InputSource source = InputSource.of(List.of(file));
            SurveyParts responses = new SurveyParts();
            Dataset read = how.intake(ruleSet).read(source, progress, sinks, responses::begin);
            try {
                FileToTake taken = new FileToTake(
                        file.name(),
                        at.truncatedTo(ChronoUnit.MICROS),
                        how.asUsed(read),
                        read,
                        sinks.last().cases(),
                        responses.of(read, file.name()));
                Optional<Taking> taking;
                do {
                    if (store.read(transaction -> isToKeep(transaction, hold, taken))) {
                        keep(file, read);
                    }
                    taking = store.write(transaction -> take(transaction, hold, taken, ruleSet.sops(), along));
                } while (taking.isEmpty());
                store.countRows(taking.get().added() + taking.get().changed(), FactTables.OF_CASES);
                return taking.get();
            } catch (RuntimeException e) {
                read.rejected().close();
                throw e;
            }
        }
    }

    /** Empty where its bytes are gone meanwhile: another scope had the same file, and no longer keeps it. */
    private Optional<Taking> take(
            Transaction transaction, Hold hold, FileToTake file, Sops sops, Function<Taking, Transaction.Step> along)
            throws SQLException {
        Scopes.hold(transaction, hold);
        if (isToKeep(transaction, hold, file)) {
            new SurveyErasure(transaction).lockContents();
            if (!vault.has(file.sha256())) {
                return Optional.empty();
            }
        }
        Taking taking = new FileTaker(transaction, hold.scopeId(), logs, sops).take(file);
        along.apply(taking).in(transaction);
        return Optional.of(taking);
    }

    /** The bytes of one that was taken before may have been removed for good. */
    private static boolean isToKeep(Transaction transaction, Hold hold, FileToTake file) throws SQLException {
        return !file.parts().isEmpty()
                && new FactTables(transaction).file(hold.scopeId(), file.sha256(), file.savedMappings()) == null;
    }

    private void keep(FoundInput file, Dataset read) {
        try {
            String sha256 = vault.put(file.file());
            if (!sha256.equals(read.inputs().get(0).sha256())) {
                throw VaultException.changed(file.name());
            }
        } catch (VaultException e) {
            throw FactsException.of(e);
        } catch (IOException e) {
            throw new FactsException(
                    "file-not-kept",
                    Map.of("file", file.name(), "cause", e.getClass().getSimpleName()));
        }
    }

    /**
     * Finds the cases that are to be evaluated: those whose facts changed since they were evaluated, those whose next moment
     * has come, and those that were evaluated under other rules. They stay due until they are evaluated.
     *
     * @param asOf the moment of the evaluation
     * @param ruleSet the hash of the rule set that it is under
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public void select(Hold hold, Instant asOf, String ruleSet) {
        store.write(transaction -> {
            Scopes.hold(transaction, hold);
            FactTables tables = new FactTables(transaction);
            tables.makeDue(hold.scopeId(), asOf, tables.ruleSet(ruleSet));
            return null;
        });
    }

    /** Whether any case is due by now. */
    public boolean hasDue(Hold hold) {
        return store.read(transaction -> new FactTables(transaction).hasDue(hold.scopeId()));
    }

    /** Whether nothing was ever taken into a scope. */
    public boolean isEmpty(Transaction transaction, String scope) throws SQLException {
        Optional<Long> id = Scopes.find(transaction, scope);
        return id.isEmpty() || !new FactTables(transaction).hasFiles(id.get());
    }

    /** The hashes of all files that were taken into a scope, in the order in which they came. */
    public List<String> inputs(Hold hold) {
        return store.read(transaction -> new FactTables(transaction).files(hold.scopeId()));
    }

    /**
     * Cuts a scope into ranges with so many cases each that are due; the last one may have fewer. None where nothing is due.
     */
    public List<Shard> shards(Hold hold, int cases) {
        List<String> milestones =
                store.read(transaction -> new FactTables(transaction).milestones(hold.scopeId(), cases));
        List<Shard> shards = new ArrayList<>();
        for (int i = 0; i < milestones.size(); i++) {
            boolean last = i + 1 == milestones.size();
            shards.add(new Shard(i == 0 ? null : milestones.get(i), last ? null : milestones.get(i + 1)));
        }
        return shards;
    }

    /**
     * The facts of those cases of a shard that are due, in the order of the database.
     *
     * @throws FactsException if any of them were damaged
     */
    public List<StoredCase> due(Hold hold, Shard shard) {
        return store.read(transaction -> new FactReader(transaction, logs)
                .due(hold.scopeId(), shard).stream()
                        .map(one -> one.toCase(one.facts().caseId()))
                        .toList());
    }

    /**
     * All facts that are known of a case number, in the order in which they came; none where it is not known.
     *
     * @throws FactsException if any of them were damaged
     */
    public List<StoredCase> versions(String scope, String caseId) {
        return store.read(transaction -> {
            Optional<Long> id = Scopes.find(transaction, scope);
            return id.isEmpty()
                    ? List.of()
                    : new FactReader(transaction, logs)
                            .versions(id.get(), CaseKey.of(caseId)).stream()
                                    .map(one -> one.toCase(caseId))
                                    .toList();
        });
    }

    /**
     * Checks all facts of a scope that count and were not removed, and changes nothing.
     *
     * @param asOf the moment that deadlines are judged by
     * @param zone whose day it is then
     * @param progress hears how far it has come; where it throws, the check is broken off
     * @throws FactsException if facts were damaged
     */
    public CheckResult check(String scope, RuleSet ruleSet, Instant asOf, ZoneId zone, Intake.Progress progress) {
        long id = store.read(transaction -> Scopes.find(transaction, scope)).orElseThrow();
        return surveys().check(id, ruleSet, asOf, zone, taker -> eachCase(id, scope, taker, progress), progress);
    }

    private void eachCase(long scope, String name, CollectedCheck.CaseTaker taker, Intake.Progress progress) {
        String behind = "";
        List<String> keys;
        long rows = 0;
        do {
            String last = behind;
            keys = store.read(transaction -> new FactReader(transaction, logs).keys(scope, last, CASES_AT_A_TIME));
            List<String> some = keys;
            for (StoredFacts one : store.read(transaction -> new FactReader(transaction, logs).current(scope, some))) {
                if (!one.isPurged()) {
                    StoredCase stored = one.toCase(one.facts().caseId());
                    taker.take(stored.rows(), stored.lost());
                    rows += stored.rows().size();
                }
            }
            progress.rows(name, rows);
            behind = keys.isEmpty() ? behind : keys.get(keys.size() - 1);
        } while (keys.size() == CASES_AT_A_TIME);
    }

    /**
     * Says that cases were evaluated, in the transaction that records what was found: they are due no longer, but for those
     * that have other facts by now.
     *
     * @param run the number by which tables know the run
     * @param ruleSet the hash of the rule set that they were evaluated under
     */
    public Transaction.Step evaluated(Hold hold, long run, String ruleSet, List<Evaluated> cases) {
        return transaction -> {
            FactTables tables = new FactTables(transaction);
            long rules = tables.ruleSet(ruleSet);
            tables.markEvaluated(cases.stream()
                    .map(one -> evaluated(one, rules, run, hold.scopeId()))
                    .toList());
        };
    }

    /** Makes due again what a run evaluated, in the transaction that gives it up. */
    public Transaction.Step dueAgain(Hold hold, long run) {
        return transaction -> {
            new FactTables(transaction).makeDueAgain(hold.scopeId(), run);
            new SurveyTables(transaction).makeDueAgain(hold.scopeId(), run);
        };
    }

    private static Object[] evaluated(Evaluated one, long rules, long run, long scope) {
        String key = CaseKey.of(one.caseId());
        byte[] deadlines = StoredDeadlines.seal(scope, key, one.deadlines());
        return new Object[] {
            one.next(), one.asksPlans(), one.firstDue(), deadlines, rules, run, scope, key, one.version()
        };
    }

    /**
     * What is to be done in cases until a moment, as of their last evaluation; of each case together, the case first whose
     * first deadline comes first. Few of them are in memory at a time.
     *
     * @param until the last moment, itself included
     * @throws FactsException if any of them were damaged
     */
    public void deadlines(String scope, Instant until, Consumer<Deadline> taker) {
        store.read(transaction -> {
            Long id = Scopes.find(transaction, scope).orElse(null);
            if (id != null) {
                new FactTables(transaction).eachDeadline(id, until, row -> deadlines(id, row, until, taker));
            }
            return null;
        });
    }

    private static void deadlines(long scope, ResultSet row, Instant until, Consumer<Deadline> taker)
            throws SQLException {
        String key = row.getString("case_no");
        List<Deadline> all = StoredDeadlines.open(scope, key, row.getBytes("deadlines"));
        if (all == null) {
            throw FactsException.deadlinesAltered(key);
        }
        all.stream().filter(each -> !each.due().isAfter(until)).forEach(taker);
    }

    /**
     * Removes the names of persons from the rows of cases whose facts came before a moment, and that neither time nor
     * anything else is to change. In their place stand numbers; see {@link id.patuh.sop.Nameless}. Cases that named anybody
     * are due: what is found of them anew names nobody.
     *
     * @param at when they are removed
     * @param failures hears of damaged facts; their logs stay as they are, and keep no other one from being gone through
     * @return of how many cases
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public long eraseNames(Hold hold, Instant before, Instant at, Consumer<FactsException> failures) {
        return erase(CaseErasure.What.NAMES, hold, before, at, failures);
    }

    /**
     * Removes the rows of such cases. What was found of them stays, and is not judged again, whatever the rules; where other
     * facts of a case come, it is.
     *
     * @param at when they are removed
     * @param failures hears of damaged facts among those that stay, as for names
     * @return of how many cases
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public long eraseCases(Hold hold, Instant before, Instant at, Consumer<FactsException> failures) {
        return erase(CaseErasure.What.ROWS, hold, before, at, failures);
    }

    /** Log by log, so that no transaction is large for having been put off. */
    private long erase(
            CaseErasure.What what, Hold hold, Instant before, Instant at, Consumer<FactsException> failures) {
        Instant moment = at.truncatedTo(ChronoUnit.MICROS);
        long erased = 0;
        for (long log : store.read(transaction -> CaseErasure.logs(transaction, hold.scopeId(), what, before))) {
            try {
                erased += store.write(transaction -> {
                    Scopes.hold(transaction, hold);
                    return new CaseErasure(transaction, hold.scopeId(), logs).erase(what, log, before, moment);
                });
            } catch (FactsException e) {
                failures.accept(e);
            }
        }
        return erased;
    }
}
