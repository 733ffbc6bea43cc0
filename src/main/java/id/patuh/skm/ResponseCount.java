package id.patuh.skm;

import id.patuh.violation.SourceRow;
import id.patuh.wording.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The responses to one survey in one table, counted while they are read. Since only all rows of a survey tell its
 * regulation, they are counted on each scale that any regulation would score them by; these hardly ever are two.
 */
final class ResponseCount {

    private final SurveyHeader survey;
    private final SourceRow first;
    private final Roster roster;
    private final int[] keyHashes;
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
        respondents++;
        int hash = 0;
        for (int i = 0; i < answers.length; i++) {
            hash += keyHashes[i] ^ answers[i].hashCode();
        }
        rowsHash += mixed(hash);
        if (response.group() != null) {
            groups.computeIfAbsent(response.group(), g -> new int[1])[0]++;
        }
        for (ScaleCount scale : scales) {
            scale.add(answers, response.row());
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
        return byScale.get(Scale.of(regulation, survey.unsurKeys()));
    }
}
