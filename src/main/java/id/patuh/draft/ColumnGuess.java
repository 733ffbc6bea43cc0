package id.patuh.draft;

import id.patuh.intake.Intake;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column of a foreign table: its header, its values, and the fields that headers like it mean elsewhere. */
final class ColumnGuess {

    private static final ResourceBundle HEADERS = ResourceBundle.getBundle("id.patuh.draft.headers");
    private static final Map<String, Map<String, Integer>> RANKS = new HashMap<>();

    private static final Pattern COPIED = Pattern.compile("(?i)(?:case:|\\(case\\)[_ ]?)(.+)");
    private static final Pattern NESTED = Pattern.compile("\\S+\\.(\\S+)");
    private static final Pattern CLOCK =
            Pattern.compile("(?:[01]?\\d|2[0-3])[:.][0-5]\\d(?:[:.][0-5]\\d)?(?: ?[AaPp][Mm])?");
    private static final Set<String> OF_CASES = Set.of("sop", "unit", "note");
    private static final int SHOWN = 3;
    private static final int LONGEST_SHOWN = 40;

    final int position;
    final String header;
    final List<String> values = new ArrayList<>();
    final Map<String, Integer> counts = new LinkedHashMap<>();
    /** The column with the time of day where this one holds dates only; else null. */
    ColumnGuess clock;

    ColumnGuess(int position, String header) {
        this.position = position;
        this.header = header;
    }

    void add(String value) {
        if (!value.isEmpty()) {
            values.add(value);
            counts.merge(value, 1, Integer::sum);
        }
    }

    /** The first of its values, shortened. */
    List<String> shown() {
        return counts.keySet().stream()
                .limit(SHOWN)
                .map(v -> v.length() > LONGEST_SHOWN ? v.substring(0, LONGEST_SHOWN) + "…" : v)
                .toList();
    }

    /** Whether it holds times of day and nothing else. */
    boolean isClock() {
        return !values.isEmpty()
                && counts.keySet().stream().allMatch(v -> CLOCK.matcher(v).matches());
    }

    /** How usual the header is for a field, from 0; -1 where it is not. */
    static int rank(String field, String header) {
        String own = own(field, header);
        Integer rank = RANKS.computeIfAbsent(field, ColumnGuess::ranks).get(Wording.key(own));
        if (rank != null) {
            return rank;
        }
        return field.equals(Intake.activityField(own)) ? 1_000 : -1;
    }

    /** A header without what stands around it: tools copy what a case says onto its events, JSON nests keys. */
    private static String own(String field, String header) {
        Matcher copied = COPIED.matcher(header);
        if (copied.matches() && OF_CASES.contains(field)) {
            return copied.group(1);
        }
        Matcher nested = NESTED.matcher(header);
        return nested.matches() ? nested.group(1) : header;
    }

    /** Whether the header means any field. */
    static boolean isKnown(String header) {
        return Intake.activityField(header) != null
                || HEADERS.keySet().stream().anyMatch(field -> rank(field, header) >= 0);
    }

    private static Map<String, Integer> ranks(String field) {
        Map<String, Integer> ranks = new HashMap<>();
        try {
            Arrays.stream(HEADERS.getString(field).split(","))
                    .forEach(h -> ranks.putIfAbsent(Wording.key(h), ranks.size()));
        } catch (MissingResourceException e) {
            return Map.of();
        }
        return ranks;
    }
}
