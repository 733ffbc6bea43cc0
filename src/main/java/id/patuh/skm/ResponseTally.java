package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The responses to one survey, counted while they are read. Of a respondent only the name is kept. Blank questionnaires
 * are no responses; of several questionnaires with one respondent's name the first counts. What could not be read is
 * counted beside the rest, so that figures can say how far they are certain.
 */
final class ResponseTally {

    private static final Pattern COUNTED = Pattern.compile("0*(\\d{1,9})(?:[.,]0+)?");

    /** Fewer rows may be alike by chance. */
    private static final int FEWEST_ROWS_TWICE = 5;

    private static final int FEWEST_BEYOND = 3;
    /** One answer of so many may be a slip. */
    private static final int MOST_SLIPS = 20;

    private final Regulation regulation;
    private final ScoreSum[] sums;
    private final BigDecimal[] rowSums;
    private final int[] rowAnswers;
    private final List<List<Evidence>> outOfRange = new ArrayList<>();
    private final Map<String, Integer> unsurByKey = new HashMap<>();
    private final Map<String, Place> firstSeen = new HashMap<>();
    private final Map<String, Repetition> repetitions = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    /** By table how many rows it has, and the sum of their hashes in whatever order. */
    private final Map<SourceTable, long[]> rowsOf = new IdentityHashMap<>();

    private final int[] unreadable;
    private int answers;
    private int beyond;
    private int respondents;
    private int uniform;
    private int varied;
    private int lost;
    private boolean lostRest;
    private SourceTable table;
    private boolean manyTables;

    /** Where a respondent first stood. */
    private record Place(SourceTable table, int row, String name) {
        Evidence evidence() {
            return new Evidence(table.path(), table.sheet(), row, table.header("respondent"), name);
        }
    }

    /** A respondent who stands there more than once. */
    record Repetition(String respondent, List<Evidence> cells) {}

    /** @param regulation whose unsur and scale count; null when none is known: then only respondents are counted */
    ResponseTally(Regulation regulation) {
        this.regulation = regulation;
        int unsur = regulation == null ? 0 : regulation.unsur().size();
        sums = new ScoreSum[unsur];
        rowSums = new BigDecimal[unsur];
        rowAnswers = new int[unsur];
        unreadable = new int[unsur];
        for (int i = 0; i < unsur; i++) {
            sums[i] = new ScoreSum();
            outOfRange.add(new ArrayList<>());
        }
    }

    void add(ResponseRecord response) {
        manyTables |= table != null && table != response.row().table();
        table = response.row().table();
        boolean empty = response.scores().values().stream().allMatch(List::isEmpty);
        if (empty && !response.unreadable().isEmpty()) {
            lost++;
            return;
        }
        if (empty || isRepeated(response)) {
            return;
        }
        respondents++;
        long[] rows = rowsOf.computeIfAbsent(table, t -> new long[2]);
        rows[0]++;
        rows[1] += mixed(response.scores().hashCode());
        String group = Wording.normalise(response.group());
        if (!group.isEmpty()) {
            groups.merge(group, 1, Integer::sum);
        }
        if (regulation != null) {
            score(response);
        }
    }

    /**
     * Counts rows that could not be read.
     *
     * @param rest whether there may be any number more of them
     */
    void lose(int rows, boolean rest) {
        lost += rows;
        lostRest |= rest;
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
        return !firstSeen.isEmpty();
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
        return List.copyOf(repetitions.values());
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

    /** Spreads hashes, so that sums of different rows differ. */
    private static long mixed(int hash) {
        long mixed = (hash + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
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

    private boolean isRepeated(ResponseRecord response) {
        String key = Wording.normalise(response.respondent());
        if (key.isEmpty()) {
            return false;
        }
        SourceRow row = response.row();
        if (isRunningNumber(response.respondent(), row)) {
            key = row.table().path()
                    + '\n'
                    + row.table().sheet()
                    + '\n'
                    + row.table().headerRow()
                    + '\n'
                    + key;
        }
        Place first = firstSeen.putIfAbsent(key, new Place(row.table(), row.number(), response.respondent()));
        if (first == null) {
            return false;
        }
        repetitions
                .computeIfAbsent(key, k -> new Repetition(first.name(), new ArrayList<>(List.of(first.evidence()))))
                .cells()
                .add(row.cell("respondent"));
        return true;
    }

    /** Whether the respondent is only counted: such a number tells nobody of one table from those of another. */
    private static boolean isRunningNumber(String respondent, SourceRow row) {
        Matcher number = COUNTED.matcher(respondent.strip());
        return number.matches() && Integer.parseInt(number.group(1)) <= row.number();
    }

    private void score(ResponseRecord response) {
        BigDecimal same = null;
        boolean alike = true;
        boolean partial = false;
        for (UnsurLabel label : response.survey().unsurKeys()) {
            String key = label.key();
            List<BigDecimal> answers = response.scores().get(key);
            int unsur = answers == null ? -1 : unsurOf(label, key);
            if (unsur >= 0 && response.unreadable().contains(key)) {
                unreadable[unsur]++;
                partial = true;
                continue;
            }
            for (int i = 0; unsur >= 0 && i < answers.size(); i++) {
                BigDecimal answer = answers.get(i);
                this.answers++;
                beyond += answer.compareTo(regulation.max()) > 0 ? 1 : 0;
                if (answer.compareTo(regulation.min()) < 0 || answer.compareTo(regulation.max()) > 0) {
                    outOfRange.get(unsur).add(cell(response.row(), key, i));
                } else {
                    rowSums[unsur] = rowAnswers[unsur]++ == 0 ? answer : rowSums[unsur].add(answer);
                    same = same == null ? answer : same;
                    alike &= same.compareTo(answer) == 0;
                }
            }
        }
        int answered = 0;
        for (int i = 0; i < sums.length; i++) {
            if (rowAnswers[i] > 0) {
                sums[i].add(rowSums[i], rowAnswers[i]);
                rowAnswers[i] = 0;
                answered++;
            }
        }
        if (alike && answered > 1 && !partial) {
            uniform++;
        } else if (!alike || !partial) {
            varied++;
        }
    }

    private int unsurOf(UnsurLabel label, String key) {
        return unsurByKey.computeIfAbsent(key, k -> {
            Optional<Unsur> meant = regulation.meantBy(label);
            return meant.map(regulation.unsur()::indexOf).orElse(-1);
        });
    }

    /** The cell of an answer; blank questions were left out of the list, so the i-th cell that is filled. */
    private static Evidence cell(SourceRow row, String key, int index) {
        int filled = -1;
        for (int question = 1; row.table().has(key + "#" + question); question++) {
            String value = row.value(key + "#" + question);
            if (value != null && !value.isBlank() && ++filled == index) {
                return row.cell(key + "#" + question);
            }
        }
        return row.cell(key);
    }
}
