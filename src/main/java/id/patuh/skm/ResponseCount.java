package id.patuh.skm;

import id.patuh.violation.SourceRow;
import id.patuh.wording.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The responses to one survey in one table, counted while they are read. Since only all rows of a survey tell its
 * regulation, they are counted on each scale that any regulation would score them by; these hardly ever are two.
 */
final class ResponseCount {

    private static final int FIGURES = Answers.HIGHEST_FIGURE + 1;

    private final SurveyHeader survey;
    private final SourceRow first;
    private final Roster roster;
    private final int[] keyHashes;
    /** Respondents by column and the figure that is their answer, who were not given on to the scales. */
    private final int[] byFigure;

    private final int[] figureHashes;
    /** A bit for each figure that every scale takes. */
    private final int taken;

    private final byte[] figures;
    private final Map<Scale, ScaleCount> byScale = new LinkedHashMap<>();
    private final ScaleCount[] scales;
    /** By group as written. */
    private final Map<String, int[]> groups = new HashMap<>();

    private int respondents;
    private int lost;
    private long rowsHash;

    /**
     * @param survey what the first row says
     * @param regulations of which any may be the survey's
     */
    ResponseCount(SurveyHeader survey, SourceRow first, Roster roster, Regulations regulations) {
        this.survey = survey;
        this.first = first;
        this.roster = roster;
        List<UnsurLabel> columns = survey.unsurKeys();
        this.keyHashes =
                columns.stream().mapToInt(label -> label.key().hashCode()).toArray();
        for (Regulation regulation : regulations.all()) {
            byScale.computeIfAbsent(Scale.of(regulation, columns), scale -> new ScaleCount(scale, columns));
        }
        this.scales = byScale.values().toArray(ScaleCount[]::new);
        this.figures = new byte[columns.size()];
        this.byFigure = new int[columns.size() * FIGURES];
        this.figureHashes = IntStream.range(0, byFigure.length)
                .map(i -> keyHashes[i / FIGURES] ^ Answers.of(i % FIGURES).hashCode())
                .toArray();
        this.taken = IntStream.range(0, FIGURES)
                .filter(figure -> byScale.values().stream().allMatch(s -> s.takesFigure(figure)))
                .map(figure -> 1 << figure)
                .sum();
    }

    /** Whether a row is no response: nothing was answered, or what was cannot be read, which is counted as lost. */
    boolean isBlank(ResponseRecord response) {
        boolean unreadable = false;
        for (Answers answers : response.answers()) {
            if (!answers.given().isEmpty()) {
                return false;
            }
            unreadable |= answers.unreadable();
        }
        lost += unreadable ? 1 : 0;
        return true;
    }

    /** Counts a respondent. */
    void add(ResponseRecord response) {
        Answers[] answers = response.answers();
        int met = met(answers);
        if (takes(met)) {
            addFigures(figures, met, response.group());
            return;
        }
        int hash = 0;
        for (int i = 0; i < answers.length; i++) {
            hash += keyHashes[i] ^ answers[i].hashCode();
        }
        add(hash, response.group());
        for (ScaleCount scale : scales) {
            scale.add(answers, response.row());
        }
    }

    /** A bit for each figure among the answers, which are kept; -1 where others are among them. */
    private int met(Answers[] answers) {
        int met = 0;
        for (int i = 0; i < answers.length; i++) {
            int figure = answers[i].figure();
            if (figure < 0) {
                return -1;
            }
            figures[i] = (byte) figure;
            met |= 1 << figure;
        }
        return met;
    }

    /** Whether figures can be counted without their row. @param met a bit for each */
    boolean takes(int met) {
        return (met & ~taken) == 0;
    }

    /**
     * Counts a respondent by figures that are taken.
     *
     * @param answers at least one besides 0
     * @param met a bit for each
     */
    void addFigures(byte[] answers, int met, String group) {
        int hash = 0;
        for (int i = 0; i < answers.length; i++) {
            int at = FIGURES * i + answers[i];
            byFigure[at]++;
            hash += figureHashes[at];
        }
        add(hash, group);
        for (ScaleCount scale : scales) {
            if (scale.isOfAll()) {
                scale.compare(met, answered(answers, met));
            } else {
                scale.compare(answers);
            }
        }
    }

    /** @param met as above; mostly nothing is left out */
    private static int answered(byte[] answers, int met) {
        int answered = answers.length;
        for (int i = 0; i < answers.length && (met & 1) != 0; i++) {
            answered -= answers[i] == 0 ? 1 : 0;
        }
        return answered;
    }

    private void add(int hash, String group) {
        respondents++;
        rowsHash += mixed(hash);
        if (group != null) {
            groups.computeIfAbsent(group, g -> new int[1])[0]++;
        }
    }

    /** Spreads hashes, so that sums of different rows differ. */
    private static long mixed(int hash) {
        long mixed = (hash + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** What the first row says of the survey. */
    SurveyHeader survey() {
        return survey;
    }

    SourceRow first() {
        return first;
    }

    /** Who answered. */
    Roster roster() {
        return roster;
    }

    /** Distinct respondents that could be read. */
    int respondents() {
        return respondents;
    }

    /** Rows of which no answer could be read. */
    int lost() {
        return lost;
    }

    /** The sum of the hashes of the rows, in whatever order. */
    long rowsHash() {
        return rowsHash;
    }

    /** Respondents by normalised group. */
    Map<String, Integer> groups() {
        Map<String, Integer> normalised = new HashMap<>();
        groups.forEach((group, count) -> normalised.merge(Wording.normalise(group), count[0], Integer::sum));
        normalised.remove("");
        return normalised;
    }

    /** What was counted on a regulation's scale. */
    ScaleCount on(Regulation regulation) {
        giveFigures();
        return byScale.get(Scale.of(regulation, survey.unsurKeys()));
    }

    private void giveFigures() {
        for (int i = 0; i < byFigure.length; i++) {
            if (i % FIGURES > 0 && byFigure[i] > 0) {
                for (ScaleCount scale : scales) {
                    scale.add(i / FIGURES, i % FIGURES, byFigure[i]);
                }
            }
            byFigure[i] = 0;
        }
    }
}
