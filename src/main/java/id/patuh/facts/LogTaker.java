package id.patuh.facts;

import id.patuh.check.CaseVisitor;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.sop.SharedNumbers;
import id.patuh.sop.SharedNumbers.Joined;
import id.patuh.sop.SharedNumbers.Verdict;
import id.patuh.sop.Sops;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stores the cases of a log, as far as they are not stored already, and settles which version of each counts. */
final class LogTaker implements CaseVisitor {

    private static final int MOST_ROWS = 5_000;

    private final FactTables tables;
    private final FactReader reader;
    private final long scope;
    private final long fileId;
    private final Instant at;
    private final LogWords words;
    private final FactHashes hashes;
    private final SharedNumbers numbers;

    private List<ActivityRecord> rows = List.of();
    private List<LostActivity> lost = List.of();
    private int rowsWaiting;
    /** By key. */
    private final Map<String, CaseFacts> waiting = new LinkedHashMap<>();

    private final List<Object[]> newVersions = new ArrayList<>();
    private final List<Object[]> newCases = new ArrayList<>();
    private final List<Object[]> changedCases = new ArrayList<>();

    private final TakenCases taken = new TakenCases();
    private long versions;

    /** An exception of the database on its way through whoever shows the cases. */
    static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(SQLException cause) {
            super(cause);
        }

        SQLException thrown() {
            return (SQLException) getCause();
        }
    }

    /**
     * @param fileId of the file, which stands in the tables already
     * @param at when it is taken
     * @param lostAnywhere rows of it that could not be read and do not tell their case
     * @param sops under which it was read
     */
    LogTaker(
            FactTables tables,
            FactReader reader,
            long scope,
            long fileId,
            Instant at,
            List<LostActivity> lostAnywhere,
            Sops sops) {
        this.tables = tables;
        this.reader = reader;
        this.scope = scope;
        this.fileId = fileId;
        this.at = at;
        this.words = new LogWords(lostAnywhere);
        this.hashes = new FactHashes(lostAnywhere);
        this.numbers = new SharedNumbers(sops, hashes::ofRows);
    }

    @Override
    public void beginCase() {
        endCase();
        if (waiting.size() == FactTables.MOST_NAMED || rowsWaiting >= MOST_ROWS) {
            try {
                store();
            } catch (SQLException e) {
                throw new Failure(e);
            }
        }
        rows = new ArrayList<>();
        lost = List.of();
    }

    @Override
    public void lose(LostActivity row) {
        if (lost.isEmpty()) {
            lost = new ArrayList<>();
        }
        lost.add(row);
    }

    @Override
    public void loseAlone(LostActivity row) {
        boolean same = rows.isEmpty() && !lost.isEmpty() && lost.get(0).caseId().equals(row.caseId());
        if (!same) {
            beginCase();
        }
        lose(row);
    }

    @Override
    public void add(ActivityRecord row) {
        rows.add(row);
        taken.activity();
    }

    /** Stores the last cases and what all of them share. */
    Taking end(FileToTake file, List<SurveyPart> replaced) throws SQLException {
        endCase();
        store();
        if (versions > 0) {
            tables.addLog(fileId, words.seal(fileId));
        }
        return taken.taking(file, replaced);
    }

    private void endCase() {
        if (!rows.isEmpty() || !lost.isEmpty()) {
            CaseFacts facts = new CaseFacts(rows, lost);
            waiting.put(CaseKey.of(facts.caseId()), facts);
            rowsWaiting += rows.size();
        }
    }

    private void store() throws SQLException {
        Map<String, List<CaseVersion>> known = tables.versions(scope, waiting.keySet());
        Map<String, CaseVersion> differing = new LinkedHashMap<>();
        waiting.forEach((key, facts) -> {
            CaseVersion own = own(facts, known.getOrDefault(key, List.of()));
            if (!known.containsKey(key)) {
                begin(key, own, facts);
            } else if (current(key, known.get(key)).hash().equals(own.hash())) {
                confirm(key, own, known.get(key));
            } else {
                differing.put(key, own);
            }
        });
        settle(differing, known);
        tables.addVersions(newVersions);
        tables.addCases(newCases);
        tables.changeCases(changedCases);
        List.of(newVersions, newCases, changedCases).forEach(List::clear);
        waiting.clear();
        rowsWaiting = 0;
    }

    /** The version that these facts are: one that is known, or the next. */
    private CaseVersion own(CaseFacts facts, List<CaseVersion> known) {
        String hash = hashes.of(facts);
        int next = 1;
        int number = 0;
        for (CaseVersion version : known) {
            next = Math.max(next, version.number() + 1);
            // The rows of one that was purged are new again, unless it counts.
            boolean same = hash.equals(version.hash()) && (version.counts() || !version.purged());
            number = same ? version.number() : number;
        }
        return new CaseVersion(number == 0 ? next : number, false, false, false, hash);
    }

    private static CaseVersion current(String key, List<CaseVersion> known) {
        return known.stream().filter(CaseVersion::counts).findFirst().orElseThrow(() -> FactsException.missing(key));
    }

    private void settle(Map<String, CaseVersion> differing, Map<String, List<CaseVersion>> known) throws SQLException {
        for (StoredFacts stored : reader.current(scope, differing.keySet())) {
            String key = stored.key();
            CaseFacts facts = waiting.get(key);
            if (stored.isPurged() || facts.rows().isEmpty()) {
                settleUncompared(differing.get(key), facts, known.get(key), stored);
            } else {
                settle(differing.get(key), facts, known.get(key), stored);
            }
        }
    }

    /** Of what is gone only the number of rows is known. */
    private void settleUncompared(CaseVersion own, CaseFacts facts, List<CaseVersion> known, StoredFacts counting) {
        if (facts.rows().size() >= counting.activities()) {
            addIfNew(own, facts, known);
            change(own, counting);
        } else {
            if (!counting.isPurged()) {
                addIfNew(own, facts, known);
            }
            passOver(own, facts, known, counting);
        }
    }

    private void settle(CaseVersion own, CaseFacts facts, List<CaseVersion> known, StoredFacts counting) {
        Joined joined = numbers.join(
                counting.facts().rows(), counting.lost(), facts.rows(), words.lostAnywhere(), at.toEpochMilli());
        if (joined.others()) {
            taken.shared(facts);
        }
        if (joined.countsAnew()) {
            changeTo(joined, own, facts, known, counting);
        } else if (joined.verdicts().contains(Verdict.LESS)) {
            addIfNew(own, facts, known);
            passOver(own, facts, known, counting);
        } else {
            taken.unchanged();
        }
    }

    private void changeTo(
            Joined joined, CaseVersion ownOfLog, CaseFacts facts, List<CaseVersion> known, StoredFacts counting) {
        CaseFacts all = facts;
        CaseVersion own = ownOfLog;
        if (joined.older()) {
            all = new CaseFacts(
                    joined.rows(),
                    Stream.concat(facts.lost().stream(), joined.lost().stream()).toList());
            own = own(all, known);
        }
        if (current(counting.key(), known).hash().equals(own.hash())) {
            confirm(counting.key(), own, known);
            return;
        }
        addIfNew(own, all, known);
        change(own, counting);
        if (joined.verdicts().contains(Verdict.PARTIAL)) {
            taken.partial(facts);
        }
        if (joined.verdicts().contains(Verdict.LESS)) {
            taken.passedOver(facts);
        }
    }

    private void change(CaseVersion own, StoredFacts before) {
        changedCases.add(new Object[] {own.number(), null, scope, before.key()});
        taken.changed();
    }

    /** Nothing is known of a case of which no row could be read. */
    private void begin(String key, CaseVersion own, CaseFacts facts) {
        if (!facts.rows().isEmpty()) {
            addVersion(key, own, facts);
            newCases.add(new Object[] {scope, key, own.number()});
            taken.added();
        }
    }

    /** What a log between the two could not be read of is settled by now. */
    private void confirm(String key, CaseVersion own, List<CaseVersion> known) {
        taken.unchanged();
        if (known.stream().anyMatch(CaseVersion::doubts)) {
            changedCases.add(new Object[] {own.number(), null, scope, key});
        }
    }

    /** What could not be read of these facts may be what those that count lack. */
    private void passOver(CaseVersion own, CaseFacts facts, List<CaseVersion> known, StoredFacts counting) {
        taken.passedOver(facts);
        boolean whole = facts.lost().isEmpty() && words.lostAnywhere().isEmpty();
        if (whole || counting.isPurged()) {
            return;
        }
        taken.doubted(facts);
        if (known.stream().noneMatch(version -> version.doubts() && version.number() == own.number())) {
            changedCases.add(new Object[] {counting.version(), own.number(), scope, counting.key()});
        }
    }

    private void addIfNew(CaseVersion own, CaseFacts facts, List<CaseVersion> known) {
        if (known.stream().noneMatch(version -> version.number() == own.number())) {
            addVersion(CaseKey.of(facts.caseId()), own, facts);
        }
    }

    private void addVersion(String key, CaseVersion own, CaseFacts facts) {
        versions++;
        newVersions.add(new Object[] {
            scope, key, own.number(), fileId, facts.rows().size(), own.hash(), words.seal(fileId, key, facts)
        });
    }
}
