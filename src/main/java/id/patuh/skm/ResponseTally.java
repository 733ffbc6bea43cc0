package id.patuh.skm;

import id.patuh.skm.Respondents.Repetition;
import id.patuh.violation.Evidence;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The responses to one survey, added up. Blank questionnaires are no responses; of several questionnaires with one
 * respondent's name the first counts. What could not be read is counted beside the rest, so that figures can say how far
 * they are certain.
 */
final class ResponseTally {

    /** Fewer rows may be alike by chance. */
    private static final int FEWEST_ROWS_TWICE = 5;

    private static final int FEWEST_BEYOND = 3;
    /** One answer of so many may be a slip. */
    private static final int MOST_SLIPS = 20;

    private final Regulation regulation;
    private final List<Repetition> repetitions;
    private final ScoreSum[] sums;
    private final List<List<Evidence>> outOfRange = new ArrayList<>();
    private final int[] unreadable;
    private final Map<String, Integer> groups = new HashMap<>();
    /** By table how many rows it has, and the sum of their hashes in whatever order. */
    private final Map<SourceTable, long[]> rowsOf = new IdentityHashMap<>();

    private final boolean lostRest;
    private long answers;
    private long beyond;
    private int respondents;
    private int uniform;
    private int varied;
    private int lost;
    private boolean identified;
    private final boolean manyTables;

    /**
     * @param regulation whose unsur and scale count; null when none is known: then only respondents are counted
     * @param counts in the order of the input
     * @param lostRows rows that could not be read, beside those counted
     * @param lostRest whether there may be any number more of them
     */
    ResponseTally(
            Regulation regulation,
            List<ResponseCount> counts,
            List<Repetition> repetitions,
            int lostRows,
            boolean lostRest) {
        this.regulation = regulation;
        this.repetitions = repetitions;
        this.lostRest = lostRest;
        this.lost = lostRows;
        int unsur = regulation == null ? 0 : regulation.unsur().size();
        sums = new ScoreSum[unsur];
        unreadable = new int[unsur];
        for (int i = 0; i < unsur; i++) {
            sums[i] = new ScoreSum();
            outOfRange.add(new ArrayList<>());
        }
        counts.forEach(this::add);
        manyTables = counts.stream().map(c -> c.first().table()).distinct().count() > 1;
    }

    private void add(ResponseCount count) {
        SourceTable table = count.first().table();
        lost += count.lost();
        respondents += count.respondents();
        identified |= count.roster().identified;
        if (count.respondents() > 0) {
            long[] rows = rowsOf.computeIfAbsent(table, t -> new long[2]);
            rows[0] += count.respondents();
            rows[1] += count.rowsHash();
        }
        count.groups().forEach((group, members) -> groups.merge(group, members, Integer::sum));
        if (regulation != null) {
            add(count.on(regulation), count.survey().unsurKeys());
        }
    }

    private void add(ScaleCount scored, List<UnsurLabel> columns) {
        uniform += scored.uniform();
        varied += scored.varied();
        for (ScaleCount.Column column : scored.unsur()) {
            int i = regulation
                    .meantBy(columns.get(column.first()))
                    .map(regulation.unsur()::indexOf)
                    .orElseThrow();
            sums[i].add(column.count().sum());
            unreadable[i] += column.count().unreadable;
            answers += column.count().answers();
            beyond += column.count().beyond();
            outOfRange.get(i).addAll(column.outOfRange());
        }
    }

    /** Distinct respondents that could be read. */
    int respondents() {
        return respondents;
    }

    /** How many respondents there may be at most, with rows that could not be read. */
    int mostRespondents() {
        return lostRest ? Integer.MAX_VALUE : respondents + lost;
    }

    /** Rows that could not be read. */
    int lost() {
        return lost;
    }

    /** Whether any score, alone or with its row, could not be read. */
    boolean hasLostScores() {
        return lost > 0 || lostRest || Arrays.stream(unreadable).anyMatch(n -> n > 0);
    }

    /** Whether any respondent is told apart by a name or number. */
    boolean identified() {
        return identified;
    }

    /** Respondents by normalised group; empty when no group is recorded. */
    Map<String, Integer> groups() {
        return groups;
    }

    /** Respondents who gave one and the same score to every unsur they answered, at least two. */
    int uniform() {
        return uniform;
    }

    /** Whether no respondent, as far as could be read, gave different scores. */
    boolean mayBeUniform() {
        return varied == 0;
    }

    List<Repetition> repetitions() {
        return repetitions;
    }

    /**
     * Whether so many answers lie above the scale that they are no slips: on a scale of five what lies within it means
     * something else, too.
     */
    boolean isOffScale() {
        return beyond >= FEWEST_BEYOND && beyond * MOST_SLIPS >= answers;
    }

    /**
     * Whether the rows of one table are those of another, or of all others, once more: months and a sheet that brings
     * them together.
     */
    boolean isGatheredTwice() {
        long[] all = new long[2];
        Map<List<Long>, Integer> same = new HashMap<>();
        for (long[] rows : rowsOf.values()) {
            all[0] += rows[0];
            all[1] += rows[1];
            same.merge(List.of(rows[0], rows[1]), 1, Integer::sum);
        }
        return rowsOf.values().stream()
                .filter(rows -> rows[0] >= FEWEST_ROWS_TWICE)
                .anyMatch(rows ->
                        same.get(List.of(rows[0], rows[1])) > 1 || rows[0] * 2 == all[0] && rows[1] * 2 == all[1]);
    }

    /** Scores of an unsur that are none on the regulation's scale; they count nowhere. */
    List<Evidence> outOfRange(int unsur) {
        return outOfRange.get(unsur);
    }

    /**
     * The mean of an unsur by its place in the official order, or null when no score of it could be read. With scores that
     * could not be read it may lie anywhere where these can take it.
     */
    Measure mean(int unsur) {
        BigFraction mean = sums[unsur].mean();
        if (mean == null) {
            return null;
        }
        BigFraction least = Exact.of(regulation.min());
        BigFraction most = Exact.of(regulation.max());
        if (lostRest) {
            return new Measure(mean, least, most, true);
        }
        int missing = lost + unreadable[unsur];
        return missing == 0
                ? Measure.exactly(mean)
                : new Measure(mean, sums[unsur].meanWith(missing, least), sums[unsur].meanWith(missing, most), true);
    }

    /**
     * The sum of an unsur's scores; null where it need not be the one printed under its rows: some were not counted, or
     * stand in another table.
     */
    BigFraction sum(int unsur) {
        boolean whole = !hasLostScores(unsur)
                && !manyTables
                && repetitions.isEmpty()
                && outOfRange.get(unsur).isEmpty();
        return whole ? sums[unsur].total() : null;
    }

    /** Whether scores of the unsur could not be read. */
    boolean hasLostScores(int unsur) {
        return lost > 0 || lostRest || unreadable[unsur] > 0;
    }
}
