package id.patuh.facts;

import id.patuh.check.CaseVisitor;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores the cases of a log, as far as they are not stored already, and settles which version of each counts. */
final class LogTaker implements CaseVisitor {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_NAMED = 20;

    private final FactTables tables;
    private final FactReader reader;
    private final long scope;
    private final long fileId;
    private final Instant at;
    private final LogWords words;
    private final FactHashes hashes;

    private List<ActivityRecord> rows = List.of();
    private List<LostActivity> lost = List.of();
    private int rowsWaiting;
    /** By key. */
    private final Map<String, CaseFacts> waiting = new LinkedHashMap<>();

    private final List<Object[]> newVersions = new ArrayList<>();
    private final List<Object[]> newCases = new ArrayList<>();
    private final List<Object[]> changedCases = new ArrayList<>();

    private long activities;
    private long versions;
    private long added;
    private long changed;
    private long unchanged;
    private final Noted passedOver = new Noted();
    private final Noted doubted = new Noted();
    private final Noted partial = new Noted();

    /** Cases, and the numbers of the first of them. */
    private static final class Noted {

        private long cases;
        private final List<String> first = new ArrayList<>();

        void add(CaseFacts facts) {
            cases++;
            if (first.size() < MOST_NAMED) {
                first.add(facts.caseId());
            }
        }

        Taking.Cases taken() {
            return new Taking.Cases(cases, first);
        }
    }

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
     */
    LogTaker(
            FactTables tables,
            FactReader reader,
            long scope,
            long fileId,
            Instant at,
            List<LostActivity> lostAnywhere) {
        this.tables = tables;
        this.reader = reader;
        this.scope = scope;
        this.fileId = fileId;
        this.at = at;
        this.words = new LogWords(lostAnywhere);
        this.hashes = new FactHashes(lostAnywhere);
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
        activities++;
    }

    /** Stores the last cases and what all of them share. */
    Taking end(FileToTake file, List<SurveyPart> replaced) throws SQLException {
        endCase();
        store();
        if (versions > 0) {
            tables.addLog(fileId, words.seal(fileId));
        }
        return new Taking(
                file.hasFacts() ? Taking.Outcome.TAKEN : Taking.Outcome.WITHOUT_FACTS,
                activities,
                added,
                changed,
                unchanged,
                passedOver.taken(),
                doubted.taken(),
                partial.taken(),
                file.parts(),
                replaced,
                file.read());
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
            } else if (current(key, known).hash().equals(own.hash())) {
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

    private static CaseVersion current(String key, Map<String, List<CaseVersion>> known) {
        return known.get(key).stream()
                .filter(CaseVersion::counts)
                .findFirst()
                .orElseThrow(() -> FactsException.missing(key));
    }

    private void settle(Map<String, CaseVersion> differing, Map<String, List<CaseVersion>> known) throws SQLException {
        for (StoredFacts stored : reader.current(scope, differing.keySet())) {
            String key = stored.key();
            CaseVersion own = differing.get(key);
            CaseFacts facts = waiting.get(key);
            boolean less = stored.exceeds(facts, at);
            boolean isNew = known.get(key).stream().noneMatch(version -> version.number() == own.number());
            if (isNew && !(less && stored.isPurged())) {
                addVersion(key, own, facts);
            }
            if (less) {
                passOver(own, facts, known.get(key), stored);
            } else {
                change(own, facts, stored);
            }
        }
    }

    private void change(CaseVersion own, CaseFacts facts, StoredFacts before) {
        changedCases.add(new Object[] {own.number(), null, scope, before.key()});
        changed++;
        if (!before.isPurged() && facts.lacksAnyOf(before.facts(), at)) {
            partial.add(facts);
        }
    }

    /** Nothing is known of a case of which no row could be read. */
    private void begin(String key, CaseVersion own, CaseFacts facts) {
        if (!facts.rows().isEmpty()) {
            addVersion(key, own, facts);
            newCases.add(new Object[] {scope, key, own.number()});
            added++;
        }
    }

    /** What a log between the two could not be read of is settled by now. */
    private void confirm(String key, CaseVersion own, List<CaseVersion> known) {
        unchanged++;
        if (known.stream().anyMatch(CaseVersion::doubts)) {
            changedCases.add(new Object[] {own.number(), null, scope, key});
        }
    }

    /** What could not be read of these facts may be what those that count lack. */
    private void passOver(CaseVersion own, CaseFacts facts, List<CaseVersion> known, StoredFacts counting) {
        passedOver.add(facts);
        boolean whole = facts.lost().isEmpty() && words.lostAnywhere().isEmpty();
        if (whole || counting.isPurged()) {
            return;
        }
        doubted.add(facts);
        if (known.stream().noneMatch(version -> version.doubts() && version.number() == own.number())) {
            changedCases.add(new Object[] {counting.version(), own.number(), scope, counting.key()});
        }
    }

    private void addVersion(String key, CaseVersion own, CaseFacts facts) {
        versions++;
        newVersions.add(new Object[] {
            scope, key, own.number(), fileId, facts.rows().size(), own.hash(), words.seal(fileId, key, facts)
        });
    }
}
