package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The header of an official SOP table, which takes two rows where its cells are grouped.
 *
 * @param top its first row, as an index
 * @param bottom its last row
 * @param number column of the steps' numbers
 * @param title column of what is done
 * @param roles columns of the executors
 * @param roleNames what heads them
 * @param inputs column of kelengkapan; -1 for none, as all that follow
 * @param within column of waktu
 * @param outputs column of output
 * @param note column of keterangan
 */
record SopHeader(
        int top,
        int bottom,
        int number,
        int title,
        List<Integer> roles,
        List<String> roleNames,
        int inputs,
        int within,
        int outputs,
        int note) {

    private static final Set<String> TITLE = Set.of(
            "uraiankegiatan",
            "uraian",
            "kegiatan",
            "aktivitas",
            "aktifitas",
            "uraianaktivitas",
            "uraianprosedur",
            "uraiankegiatanprosedur",
            "prosedur");
    private static final Set<String> NUMBER = Set.of("no", "nomor");
    private static final Set<String> INPUTS =
            Set.of("kelengkapan", "persyaratan", "perlengkapan", "persyaratankelengkapan", "persyaratanperlengkapan");
    private static final Set<String> WITHIN = Set.of("waktu");
    private static final Set<String> OUTPUTS = Set.of("output", "keluaran", "hasil");
    private static final Set<String> NOTE = Set.of("keterangan", "ket");
    private static final int MOST_ROWS = 3;

    /** Whether one column names the executors in words instead of one column a role. */
    boolean namesRoles() {
        return roleNames.size() == 1 && SopTableReader.key(roleNames.get(0)).equals("pelaksana");
    }

    /** The first header among the rows, or null. */
    static SopHeader find(List<Line> rows) {
        for (int top = 0; top < rows.size(); top++) {
            int title = column(rows.get(top), TITLE);
            for (int bottom = top; title >= 0 && bottom < Math.min(rows.size(), top + MOST_ROWS); bottom++) {
                SopHeader header = of(rows, top, bottom, title);
                if (header != null) {
                    return header;
                }
            }
        }
        return null;
    }

    private static SopHeader of(List<Line> rows, int top, int bottom, int title) {
        Line low = rows.get(bottom);
        int inputs = column(low, INPUTS);
        int outputs = column(low, OUTPUTS);
        int within = column(low, WITHIN);
        if (inputs < 0 && outputs < 0 || within < 0) {
            return null;
        }
        int end = within;
        end = inputs < 0 ? end : Math.min(end, inputs);
        end = outputs < 0 ? end : Math.min(end, outputs);
        List<Integer> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int c = title + 1; c < end; c++) {
            String name = low.cell(c) == null ? "" : low.cell(c).strip();
            columns.add(c);
            names.add(name);
        }
        int note = -1;
        int number = -1;
        for (int r = top; r <= bottom; r++) {
            note = note < 0 ? column(rows.get(r), NOTE) : note;
            number = number < 0 ? column(rows.get(r), NUMBER) : number;
        }
        return new SopHeader(top, bottom, number, title, columns, names, inputs, within, outputs, note);
    }

    private static int column(Line row, Set<String> keys) {
        for (int c = 0; c < row.size(); c++) {
            if (keys.contains(SopTableReader.key(row.cell(c)))) {
                return c;
            }
        }
        return -1;
    }
}
