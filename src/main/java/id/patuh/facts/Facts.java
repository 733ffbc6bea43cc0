package id.patuh.facts;

import id.patuh.check.CaseSorter;
import id.patuh.intake.Dataset;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.sop.Deadline;
import id.patuh.sop.LostActivity;
import id.patuh.spool.Spool;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
     * @param scope made where there is none of that name
     * @param name of the file, as evidence is to name it
     * @param intake reads it
     * @param at when it is taken
     * @param progress hears how far reading has come
     */
    public Taking take(String scope, String name, Path file, Intake intake, Instant at, Intake.Progress progress) {
        try (LogSinks sinks = new LogSinks(inMemory)) {
            InputSource source = InputSource.of(List.of(FoundInput.file(name, file)));
            Dataset read = intake.read(source, progress, sinks, NoResponses::new);
            try {
                return take(
                        scope,
                        name,
                        at.truncatedTo(ChronoUnit.MICROS),
                        read,
                        sinks.last().cases());
            } catch (RuntimeException e) {
                read.rejected().close();
                throw e;
            }
        }
    }

    private Taking take(String scope, String name, Instant at, Dataset read, CaseSorter cases) {
        if (cases.size() == 0) {
            return Taking.of(Taking.Outcome.WITHOUT_ACTIVITIES, read);
        }
        List<LostActivity> lostAnywhere = cases.lostAnywhere();
        return store.write(transaction -> take(transaction, scope, name, at, read, cases, lostAnywhere));
    }

    private Taking take(
            Transaction transaction,
            String scopeName,
            String name,
            Instant at,
            Dataset read,
            CaseSorter cases,
            List<LostActivity> lostAnywhere)
            throws SQLException {
        FactTables tables = new FactTables(transaction);
        long scope = tables.scopeFor(scopeName);
        String sha256 = read.inputs().get(0).sha256();
        if (tables.file(scope, sha256) != null) {
            return Taking.of(Taking.Outcome.KNOWN, read);
        }
        String kinds = read.inputs().stream()
                .map(InputFile::kind)
                .map(InputFile.Kind::word)
                .collect(Collectors.joining(","));
        long fileId = tables.addFile(scope, sha256, name, kinds, at, cases.size());
        LogTaker taker = new LogTaker(tables, new FactReader(transaction, logs), scope, fileId, at, lostAnywhere);
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
     * @return how many they are; none where there is no such scope
     */
    public long select(String scope, Instant asOf, String ruleSet) {
        return store.write(transaction -> {
            FactTables tables = new FactTables(transaction);
            Long id = tables.scope(scope);
            if (id == null) {
                return 0L;
            }
            tables.makeDue(id, asOf, tables.ruleSet(ruleSet));
            return tables.countDue(id);
        });
    }

    /**
     * Cuts a scope into ranges with so many cases each that are due; the last one may have fewer. None where nothing is due.
     */
    public List<Shard> shards(String scope, int cases) {
        List<String> milestones = store.read(transaction -> {
            FactTables tables = new FactTables(transaction);
            Long id = tables.scope(scope);
            return id == null ? List.of() : tables.milestones(id, cases);
        });
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
    public List<StoredCase> due(String scope, Shard shard) {
        return store.read(transaction -> {
            Long id = new FactTables(transaction).scope(scope);
            return id == null ? List.of() : cases(new FactReader(transaction, logs).due(id, shard));
        });
    }

    /**
     * All facts that are known of a case number, in the order in which they came; none where it is not known.
     *
     * @throws FactsException if any of them were damaged
     */
    public List<StoredCase> versions(String scope, String caseId) {
        return store.read(transaction -> {
            Long id = new FactTables(transaction).scope(scope);
            return id == null ? List.of() : cases(new FactReader(transaction, logs).versions(id, CaseKey.of(caseId)));
        });
    }

    /**
     * Says that cases were evaluated, as part of a transaction: they are due no longer, but for those that have other facts
     * by now.
     *
     * @param ruleSet the hash of the rule set that they were evaluated under
     */
    public void markEvaluated(Transaction transaction, String scope, String ruleSet, List<Evaluated> cases)
            throws SQLException {
        FactTables tables = new FactTables(transaction);
        Long id = tables.scope(scope);
        if (id != null) {
            long rules = tables.ruleSet(ruleSet);
            tables.markEvaluated(
                    cases.stream().map(one -> evaluated(one, rules, id)).toList());
        }
    }

    private static Object[] evaluated(Evaluated one, long rules, long scope) {
        String key = CaseKey.of(one.caseId());
        byte[] deadlines = StoredDeadlines.seal(scope, key, one.deadlines());
        return new Object[] {one.next(), one.firstDue(), deadlines, rules, scope, key, one.version()};
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
            FactTables tables = new FactTables(transaction);
            Long id = tables.scope(scope);
            if (id != null) {
                tables.eachDeadline(id, until, row -> deadlines(id, row, until, taker));
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
