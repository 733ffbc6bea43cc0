package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.wording.Wording;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of the table of an SOP, which takes up to three rows where its cells are grouped: number, activity, a column
 * for each role, requirements, time, output, remark.
 *
 * @param top its first row, as an index
 * @param bottom its last row
 * @param columns the columns by field; those of the roles aside
 * @param roles what heads the columns of the executors, by column; blank where nothing does
 * @param heads what heads each of the other columns, nearest above its cells
 * @param rows its rows, as letters and digits
 */
record SopHeader(
        int top,
        int bottom,
        Map<String, Integer> columns,
        Map<Integer, String> roles,
        Map<Integer, String> heads,
        Set<String> rows) {

    private static final int MOST_ROWS = 3;
    private static final int LONGEST = 80;
    private static final String ROLES = "roles";

    /** The first header among the rows, or null. */
    static SopHeader find(List<Line> rows) {
        for (int top = 0; top < rows.size(); top++) {
            int end = fields(rows.get(top)).containsKey("title") ? Math.min(rows.size(), top + MOST_ROWS) : top;
            for (int bottom = top; bottom < end; bottom++) {
                SopHeader header = of(rows, top, bottom);
                if (header != null) {
                    return header;
                }
            }
        }
        return null;
    }

    private static SopHeader of(List<Line> rows, int top, int bottom) {
        Line low = rows.get(bottom);
        Map<String, Integer> columns = fields(low);
        int end = List.of("inputs", "within", "outputs").stream()
                .mapToInt(field -> columns.getOrDefault(field, Integer.MAX_VALUE))
                .min()
                .getAsInt();
        boolean complete =
                columns.containsKey("within") && (columns.containsKey("inputs") || columns.containsKey("outputs"));
        Set<String> keys = new HashSet<>();
        Map<Integer, String> heads = new HashMap<>();
        for (Line row : rows.subList(top, bottom + 1)) {
            fields(row).forEach(columns::putIfAbsent);
            keys.add(key(row));
            for (int c = 0; c < row.size(); c++) {
                heads.merge(c, SopLists.inOneLine(row.cell(c)), (above, own) -> own.isEmpty() ? above : own);
            }
        }
        int title = columns.get("title");
        if (!complete || title + 1 >= end) {
            return null;
        }
        Map<Integer, String> roles = new LinkedHashMap<>();
        for (int c = title + 1; c < end; c++) {
            // What stands above several columns is the heading of all roles.
            boolean only = end == title + 2;
            roles.put(c, only ? heads.get(c) : SopLists.inOneLine(low.cell(c)));
        }
        return new SopHeader(top, bottom, columns, roles, heads, keys);
    }

    /** How many columns it heads. */
    int width() {
        return heads.size();
    }

    private static Map<String, Integer> fields(Line row) {
        Map<String, Integer> fields = new HashMap<>();
        for (int c = 0; c < row.size(); c++) {
            String field = row.cell(c).length() > LONGEST ? null : Fields.SOP_ROW.field(row.cell(c));
            if (field != null) {
                fields.putIfAbsent(field, c);
            }
        }
        return fields;
    }

    private static String key(Line row) {
        return Wording.key(String.join("", row.cells()));
    }

    /** Whether a row repeats one of the header, as on another page, or numbers the columns. */
    boolean isRepeatedBy(Line row) {
        return rows.contains(key(row)) || HeaderSearch.numbersColumns(row);
    }

    /** Whether one column names the executors in words instead of one column a role. */
    boolean namesRoles() {
        return roles.size() == 1 && ROLES.equals(Fields.SOP_ROW.field(String.join("", roles.values())));
    }
}
