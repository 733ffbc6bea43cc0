package id.patuh.facts;

import id.patuh.check.CaseSorter;
import id.patuh.intake.Dataset;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.scope.Hold;
import id.patuh.scope.Scopes;
import id.patuh.sop.Deadline;
import id.patuh.spool.Spool;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was collected, by scope: an inbox, mostly one unit's. Cases of one number in two scopes are two cases. May be used by
 * many threads, and by many processes on one database.
 */
public final class Facts {

    private final Store store;
    private final int inMemory;
    private final StoredLogs logs = new StoredLogs();

    /** The facts of a database. */
    public Facts(Store store) {
        this(store, Spool.USUAL_MOST);
    }

    /** @param inMemory rows that are sorted in memory while a log is taken */
    Facts(Store store, int inMemory) {
        this.store = store;
        this.inMemory = inMemory;
    }

    /**
     * Takes the activities of a file, all of them or none. Of each case number the fuller facts count afterwards, those of
     * this file or those known before; both are kept. What changes a case makes it due.
     *
     * @param hold of the scope
     * @param file named as evidence is to name it
     * @param intake reads it
     * @param at when it is taken
     * @param progress hears how far reading has come
     * @param along what the caller does in the same transaction, with what taking the file came to
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public Taking take(
            Hold hold,
            FoundInput file,
            Intake intake,
            Instant at,
            Intake.Progress progress,
            Function<Taking, Transaction.Step> along) {
        try (LogSinks sinks = new LogSinks(inMemory)) {
            InputSource source = InputSource.of(List.of(file));
            Dataset read = intake.read(source, progress, sinks, NoResponses::new);
            try {
                CaseSorter cases = sinks.last().cases();
                Instant moment = at.truncatedTo(ChronoUnit.MICROS);
                return store.write(transaction -> {
                    Scopes.hold(transaction, hold);
                    Taking taking = take(transaction, hold, file.name(), moment, read, cases);
                    along.apply(taking).in(transaction);
                    return taking;
                });
            } catch (RuntimeException e) {
                read.rejected().close();
                throw e;
            }
        }
    }

    private Taking take(Transaction transaction, Hold hold, String name, Instant at, Dataset read, CaseSorter cases)
            throws SQLException {
        if (cases.size() == 0) {
            return Taking.of(Taking.Outcome.WITHOUT_ACTIVITIES, read);
        }
        FactTables tables = new FactTables(transaction);
        long scope = hold.scopeId();
        String sha256 = read.inputs().get(0).sha256();
        if (tables.file(scope, sha256) != null) {
            return Taking.of(Taking.Outcome.KNOWN, read);
        }
        String kinds = read.inputs().stream()
                .map(InputFile::kind)
                .map(InputFile.Kind::word)
                .collect(Collectors.joining(","));
        long fileId = tables.addFile(scope, sha256, name, kinds, at, cases.size());
        LogTaker taker =
                new LogTaker(tables, new FactReader(transaction, logs), scope, fileId, at, cases.lostAnywhere());
        try {
            cases.visit(taker);
        } catch (LogTaker.Failure e) {
            throw e.thrown();
        }
        return taker.end(read);
    }

    /**
     * Finds the cases that are to be evaluated: those whose facts changed since they were evaluated, those whose next moment
     * has come, and those that were evaluated under other rules. They stay due until they are evaluated.
     *
     * @param asOf the moment of the evaluation
     * @param ruleSet the hash of the rule set that it is under
     * @return how many they are
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    public long select(Hold hold, Instant asOf, String ruleSet) {
        return store.write(transaction -> {
            Scopes.hold(transaction, hold);
            FactTables tables = new FactTables(transaction);
            tables.makeDue(hold.scopeId(), asOf, tables.ruleSet(ruleSet));
            return tables.countDue(hold.scopeId());
        });
    }

    /** Whether nothing was ever taken into a scope. */
    public boolean isEmpty(Transaction transaction, String scope) throws SQLException {
        Optional<Long> id = Scopes.find(transaction, scope);
        return id.isEmpty() || new FactTables(transaction).files(id.get()).isEmpty();
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
        return store.read(transaction -> cases(new FactReader(transaction, logs).due(hold.scopeId(), shard)));
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
                    : cases(new FactReader(transaction, logs).versions(id.get(), CaseKey.of(caseId)));
        });
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
        return transaction -> new FactTables(transaction).makeDueAgain(hold.scopeId(), run);
    }

    private static Object[] evaluated(Evaluated one, long rules, long run, long scope) {
        String key = CaseKey.of(one.caseId());
        byte[] deadlines = StoredDeadlines.seal(scope, key, one.deadlines());
        return new Object[] {one.next(), one.firstDue(), deadlines, rules, run, scope, key, one.version()};
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

    private static List<StoredCase> cases(List<StoredFacts> facts) {
        return facts.stream().map(StoredFacts::toCase).toList();
    }
}
