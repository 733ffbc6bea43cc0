package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.skm.Period;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the letterhead of a table, and those above it on its sheet, say of every row that does not say otherwise. */
final class LetterheadConstants {

    /** What a letterhead says of all that stands on its sheet, also of matrices that have their own below it. */
    private static final Set<String> OF_THE_WHOLE =
            Set.of("unit", "period", "month", "quarter", "semester", "year", "regulation", "sop");

    /** What together names the period. */
    private static final Set<String> PERIOD = Set.of("period", "month", "quarter", "semester", "year");

    private final TablePlace place;
    private final SourceTable table;
    private Map<String, Letterhead.Entry> entries;
    private final Map<Integer, String> constants = new HashMap<>();
    private final Map<Integer, Overruled> overruled = new HashMap<>();

    /**
     * @param table gets a column for each constant that has none
     * @param above what holds for the table above, by field
     */
    LetterheadConstants(TablePlace place, SourceTable table, Map<String, Letterhead.Entry> above) {
        this.place = place;
        this.table = table;
        this.entries = above;
    }

    /** Adds what stands above a table of responses or published results. */
    void addSurvey(List<Line> titles) {
        Map<String, Letterhead.Entry> own = Letterhead.above(titles, Fields.SURVEY_HEAD);
        Map<String, Letterhead.Entry> all = new LinkedHashMap<>(own);
        boolean dated = own.keySet().stream().anyMatch(PERIOD::contains);
        entries.forEach((field, entry) -> {
            boolean other = dated && PERIOD.contains(field) && !field.equals("year");
            if (own.isEmpty() || OF_THE_WHOLE.contains(field) && !other) {
                all.putIfAbsent(field, entry);
            }
        });
        entries = all;
        Letterhead.Entry period = Letterhead.period(all);
        if (period != null) {
            period(period);
        }
        all.forEach((field, entry) -> {
            if (!PERIOD.contains(field) && !table.has(field)) {
                constant(field, entry);
            }
        });
    }

    /** Adds what stands above a log, which holds for the logs below it too. */
    void addLog(List<Line> titles) {
        Map<String, Letterhead.Entry> all = new LinkedHashMap<>(Letterhead.read(titles, Fields.ACTIVITY_HEAD));
        entries.forEach(all::putIfAbsent);
        entries = all;
        all.forEach((field, entry) -> {
            boolean ofSop = field.equals("sop");
            // What is called SOP may be its title.
            if (ofSop
                    && Wording.key(entry.label()).equals("sop")
                    && !place.activities().knowsSop(entry.value())) {
                return;
            }
            if (!table.has(field)) {
                constant(field, entry.label(), entry.value());
            } else if (ofSop || entry.namesUnit()) {
                overruled.put(
                        table.column(field),
                        new Overruled(
                                entry, table.header(field), ofSop ? this::sameSop : LetterheadConstants::sameUnit));
            }
        });
    }

    /** What holds for the table, by field, also where its rows say otherwise. */
    Map<String, Letterhead.Entry> entries() {
        return entries;
    }

    /** Whether rows say all by themselves. */
    boolean isEmpty() {
        return constants.isEmpty() && overruled.isEmpty();
    }

    /** Adds to the values of a row what it does not say itself. */
    void fill(String[] values, int row) {
        constants.forEach((column, value) -> values[column] = value);
        overruled.forEach((column, head) -> values[column] = head.over(values[column], row));
    }

    /** Says how many rows said otherwise. */
    void noteOverruled() {
        overruled.values().forEach(head -> head.note(place));
    }

    private boolean sameSop(String cited, String other) {
        return place.activities().canonicalSop(cited).equals(place.activities().canonicalSop(other));
    }

    private static boolean sameUnit(String name, String other) {
        return Wording.key(name).equals(Wording.key(other));
    }

    private void period(Letterhead.Entry entry) {
        if (table.has("period_start") || table.has("period_end")) {
            return;
        }
        try {
            Period period = Periods.parse(entry.value());
            constant("period_start", entry.label(), period.start().toString());
            constant("period_end", entry.label(), period.end().toString());
        } catch (Unreadable e) {
            place.reject(entry.row(), entry.label(), entry.value(), e);
        }
    }

    /** A value that cannot be read is rejected where it stands: it takes no row along. */
    private void constant(String field, Letterhead.Entry entry) {
        try {
            String value = switch (field) {
                case "population", "respondents" -> "" + Numbers.people(entry.value());
                case "period_start", "period_end" -> {
                    Dates.parse(entry.value());
                    yield entry.value();
                }
                default -> entry.value();
            };
            constant(field, entry.label(), value);
        } catch (Unreadable e) {
            place.reject(entry.row(), entry.label(), entry.value(), e);
        }
    }

    private void constant(String field, String label, String value) {
        constants.put(table.add(field, label), value);
    }
}
