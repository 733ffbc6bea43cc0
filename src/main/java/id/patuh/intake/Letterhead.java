package id.patuh.intake;

import id.patuh.skm.Period;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rows above a table say of all that stands in it: "Unit Pelayanan : Dinas X", one a row. */
final class Letterhead {

    private static final Pattern LABELLED = Pattern.compile("([^:]{2,60}?)\\s*:\\s*(\\S.*)", Pattern.DOTALL);

    private static final int LONGEST_TITLE = 120;
    private static final Set<String> PERIODS = Set.of("period", "month", "quarter", "semester", "year");
    /** The year of a law is no period. */
    private static final Pattern CITES =
            Pattern.compile("(?i)\\b(?:nomor|no\\b|peraturan|permen\\w*|perpres|keputusan|kepmen\\w*|undang|uu\\b)");

    private static final Pattern NAMED = Pattern.compile("(?i)triwulan|tw|semester|smt");

    /** Labels of what may be a title, or the agency that a unit is one of. */
    private static final Set<String> VAGUE = Set.of("sop", "opd", "instansi", "perangkatdaerah");

    private Letterhead() {}

    /**
     * The fields that rows name.
     *
     * @param label as written
     * @param value as written
     * @param row the row's number
     */
    record Entry(String label, String value, int row) {

        private boolean isVague() {
            return VAGUE.contains(Wording.key(label));
        }

        /** Whether it is headed as a unit, as agencies are not. */
        boolean namesUnit() {
            return Wording.key(label).startsWith("unit");
        }
    }

    /**
     * The fields that rows above a survey name; where no label gives the period a title may: "HASIL SKM TRIWULAN II TAHUN
     * 2026".
     */
    static Map<String, Entry> above(List<HeaderSearch.Line> rows, Fields fields) {
        Map<String, Entry> entries = read(rows, fields);
        Entry title = entries.keySet().stream().anyMatch(PERIODS::contains) ? null : title(rows);
        if (title != null) {
            entries.put("period", title);
        }
        return entries;
    }

    /** The narrowest period in a title; null where none stands, or two of which none is within the other. */
    private static Entry title(List<HeaderSearch.Line> rows) {
        Entry found = null;
        Period narrowest = null;
        for (HeaderSearch.Line row : rows) {
            for (String text : texts(row)) {
                boolean title =
                        text.length() <= LONGEST_TITLE && !CITES.matcher(text).find();
                String named = title && text.chars().anyMatch(Character::isLetter) ? Periods.within(text) : null;
                Period period = Periods.orNull(named);
                if (period == null || narrowest != null && isWithin(narrowest, period)) {
                    continue;
                }
                if (narrowest != null && !isWithin(period, narrowest)) {
                    return null;
                }
                narrowest = period;
                found = new Entry("Periode", named, row.number());
            }
        }
        return found;
    }

    private static boolean isWithin(Period inner, Period outer) {
        return !inner.start().isBefore(outer.start()) && !inner.end().isAfter(outer.end());
    }

    /** By field; of two that name one field the first counts, or the one with the clearer label. */
    static Map<String, Entry> read(List<HeaderSearch.Line> rows, Fields fields) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (HeaderSearch.Line row : rows) {
            read(row, fields, entries);
        }
        return entries;
    }

    /**
     * The period that the rows name in one ("Periode : Juni 2026") or in parts ("Triwulan : II", "Tahun : 2026"); null
     * when they name none.
     */
    static Entry period(Map<String, Entry> entries) {
        Entry whole = entries.get("period");
        Entry part = entries.getOrDefault("month", entries.getOrDefault("quarter", entries.get("semester")));
        Entry year = entries.get("year");
        if (whole != null || part == null) {
            return whole == null ? year : whole;
        }
        boolean named =
                part == entries.get("month") || NAMED.matcher(part.value()).find();
        String value = named ? part.value() : part.label() + " " + part.value();
        boolean complete = year == null || part.value().matches(".*\\d{4}.*");
        return new Entry(part.label(), complete ? value : value + " " + year.value(), part.row());
    }

    /** A label and its value stand in one cell, or in two, between which a colon may take one of its own. */
    private static void read(HeaderSearch.Line row, Fields fields, Map<String, Entry> entries) {
        List<String> texts = texts(row);
        for (int i = 0; i < texts.size(); i++) {
            Matcher labelled = LABELLED.matcher(texts.get(i));
            String label = texts.get(i).replaceFirst("\\s*:$", "");
            if (labelled.matches()) {
                put(labelled.group(1), labelled.group(2), row, fields, entries);
            } else if (i + 1 < texts.size()
                    && (i == 0 || isLabel(texts.get(i)) || texts.get(i + 1).startsWith(":"))
                    && fields.field(label) != null
                    && !LABELLED.matcher(texts.get(i + 1)).matches()) {
                put(label, texts.get(++i).replaceFirst("^:\\s*", ""), row, fields, entries);
            }
        }
    }

    private static List<String> texts(HeaderSearch.Line row) {
        List<String> texts = new ArrayList<>();
        for (String cell : row.cells()) {
            String text = cell.strip();
            int last = texts.size() - 1;
            if (text.equals(":") && last >= 0) {
                texts.set(last, texts.get(last) + ":");
            } else if (cell.startsWith(" ") && last >= 0 && texts.get(last).length() > 1 && !text.isEmpty()) {
                // The comma of a sentence in a text that is separated by commas.
                texts.set(last, texts.get(last) + ", " + text);
            } else if (!text.isEmpty() && !text.equals(":")) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static boolean isLabel(String text) {
        return text.endsWith(":");
    }

    private static void put(
            String label, String value, HeaderSearch.Line row, Fields fields, Map<String, Entry> entries) {
        String field = value.isBlank() ? null : fields.field(label.strip());
        if (field != null) {
            Entry entry = new Entry(label.strip(), value.strip(), row.number());
            entries.merge(field, entry, (first, second) -> first.isVague() && !second.isVague() ? second : first);
        }
    }
}
