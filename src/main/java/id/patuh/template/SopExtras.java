package id.patuh.template;

import id.patuh.intake.ImportedSop.Extra;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.SopYamlWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * The sheet of what an SOP says that its official table does not: whatever the table, read back, gives otherwise. Each
 * value stands there as SOP files have it.
 */
final class SopExtras {

    static final String NAME = "Tambahan";

    /** Keys that the official layout has a place for. */
    private static final Set<String> ON_SHEET = Set.of(
            "number",
            "title",
            "agency",
            "unit",
            "created",
            "revised",
            "in_force",
            "ratified",
            "legal_basis",
            "related",
            "equipment",
            "warnings",
            "records",
            "qualifications",
            "roles",
            "purpose",
            "scope",
            "executor",
            "inputs",
            "within",
            "outputs",
            "note",
            "decision",
            "optional");

    private static final String NOTHING = SopYamlWriter.line(null);

    private SopExtras() {}

    /**
     * A value to be written.
     *
     * @param step its step's number, or null
     * @param shown what the table gives, or null where it has no place for it
     */
    record Row(Integer step, String key, String value, String shown) {}

    /** Where a definition differs from what the table gives. */
    static List<Row> between(Map<String, Object> wanted, Map<String, Object> read) {
        List<Row> rows = new ArrayList<>();
        compare(null, wanted, read, rows);
        Map<Object, Map<String, Object>> steps = stepsByNumber(read);
        stepsByNumber(wanted)
                .forEach((no, keys) -> compare((Integer) no, keys, steps.getOrDefault(no, Map.of()), rows));
        return rows;
    }

    private static void compare(Integer step, Map<String, Object> wanted, Map<String, Object> read, List<Row> rows) {
        Set<String> keys = new LinkedHashSet<>(wanted.keySet());
        keys.addAll(read.keySet());
        keys.removeAll(Set.of("steps", "no"));
        for (String key : keys) {
            String value = SopYamlWriter.line(wanted.get(key));
            String shown = SopYamlWriter.line(read.get(key));
            if (!value.equals(shown)) {
                rows.add(new Row(step, key, value, ON_SHEET.contains(key) ? shown : null));
            }
        }
    }

    static void write(Book book, List<Row> rows) {
        Sheet sheet = book.sheet(NAME);
        int[] widths = {16, 24, 70, 50, 60};
        for (int c = 0; c < widths.length; c++) {
            book.width(sheet, c, widths[c]);
        }
        book.put(sheet, 0, 0, book.word("sop.extras"), Look.TITLE);
        book.put(sheet, 1, 0, book.word("sop.extras.note"), Look.SUBTITLE);
        List<String> headers = List.of(
                Extra.STEP_HEADER,
                Extra.KEY_HEADER,
                Extra.VALUE_HEADER,
                Extra.SHOWN_HEADER,
                book.word("guide.meaning"));
        int line = 3;
        for (int c = 0; c < headers.size(); c++) {
            book.put(sheet, line, c, headers.get(c), Look.HEADER);
        }
        for (Row row : rows) {
            line++;
            book.put(sheet, line, 0, row.step(), Look.CENTRED);
            book.put(sheet, line, 1, row.key(), Look.CELL);
            book.put(sheet, line, 2, row.value(), Look.CELL);
            book.put(sheet, line, 3, row.shown(), Look.CELL);
            book.put(sheet, line, 4, book.meaning(row.step() == null ? row.key() : "step." + row.key()), Look.CELL);
            RowHeight.fit(sheet, line);
        }
        sheet.createFreezePane(0, 4);
        book.printLayout(sheet, true, 3, 3);
    }

    /**
     * The definition with what the extras say.
     *
     * @param outdated gets the extras that the table contradicts by now: the table holds
     * @param unreadable gets what is no value of its key, and why
     * @param language of the reasons
     */
    static Map<String, Object> apply(
            Map<String, Object> read,
            List<Extra> extras,
            List<Extra> outdated,
            BiConsumer<Extra, String> unreadable,
            Language language) {
        Map<String, Object> definition = new LinkedHashMap<>(read);
        List<Object> steps = new ArrayList<>();
        Map<Object, Map<String, Object>> byNumber = new HashMap<>();
        stepsByNumber(read).forEach((no, keys) -> {
            Map<String, Object> copy = new LinkedHashMap<>(keys);
            steps.add(copy);
            byNumber.put(no, copy);
        });
        definition.replace("steps", steps);
        for (Extra extra : extras) {
            Map<String, Object> keys = extra.step() == null ? definition : byNumber.get(extra.step());
            if (keys == null
                    || extra.shown() != null && !extra.shown().equals(SopYamlWriter.line(keys.get(extra.key())))) {
                outdated.add(extra);
                continue;
            }
            if (!SopYamlWriter.isKey(extra.key(), extra.step() != null)) {
                unreadable.accept(extra, extra.key() + "?");
                continue;
            }
            try {
                if (extra.value().equals(NOTHING)) {
                    keys.remove(extra.key());
                } else {
                    keys.put(extra.key(), SopYamlWriter.value(extra.key(), extra.value()));
                }
            } catch (RuleSetException e) {
                unreadable.accept(extra, Reasons.of(e.problems().get(0), language));
            }
        }
        return definition;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Map<String, Object>> stepsByNumber(Map<String, Object> definition) {
        Map<Object, Map<String, Object>> byNumber = new LinkedHashMap<>();
        if (definition.get("steps") instanceof List<?> steps) {
            for (Object step : steps) {
                Map<String, Object> keys = (Map<String, Object>) step;
                byNumber.put(keys.get("no"), keys);
            }
        }
        return byNumber;
    }
}
