package id.patuh.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rows above a table say of all that stands in it: "Unit Pelayanan : Dinas X", one a row. */
final class Letterhead {

    private static final Pattern LABELLED = Pattern.compile("([^:]{2,60}?)\\s*:\\s*(\\S.*)", Pattern.DOTALL);

    private static final Pattern NAMED = Pattern.compile("(?i)triwulan|tw|semester|smt");

    private Letterhead() {}

    /**
     * The fields that rows name.
     *
     * @param label as written
     * @param value as written
     * @param row the row's number
     */
    record Entry(String label, String value, int row) {}

    /** By field; of two rows that name one field the first counts. */
    static Map<String, Entry> read(List<HeaderSearch.Line> rows, Fields fields) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (HeaderSearch.Line row : rows) {
            Entry entry = entry(row);
            String field = entry == null ? null : fields.field(entry.label());
            if (field != null) {
                entries.putIfAbsent(field, entry);
            }
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

    private static Entry entry(HeaderSearch.Line row) {
        List<String> texts = new ArrayList<>();
        for (String cell : row.cells()) {
            String text = cell.strip();
            if (text.isEmpty() || text.equals(":")) {
                continue;
            }
            // The comma of a sentence in a text that is separated by commas.
            if (cell.startsWith(" ")
                    && !texts.isEmpty()
                    && texts.get(texts.size() - 1).length() > 1) {
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + ", " + text);
            } else {
                texts.add(text);
            }
        }
        if (texts.isEmpty()) {
            return null;
        }
        Matcher labelled = LABELLED.matcher(texts.get(0));
        if (labelled.matches()) {
            return new Entry(labelled.group(1).strip(), labelled.group(2).strip(), row.number());
        }
        if (texts.size() < 2) {
            return null;
        }
        String label = texts.get(0).replaceFirst("\\s*:$", "");
        String value = texts.get(1).replaceFirst("^:\\s*", "");
        return value.isEmpty() ? null : new Entry(label, value, row.number());
    }
}
