package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.intake.ImportedSop.Extra;
import id.patuh.sop.Sop;
import java.util.List;

/** The rows of the sheet that says what the official layout of an SOP has no place for. */
final class SopExtraRows {

    private final SopImport target;
    private final Grid grid;
    private final List<String> headers;

    private SopExtraRows(SopImport target, Grid grid, List<String> headers) {
        this.target = target;
        this.grid = grid;
        this.headers = headers;
    }

    /** Reads such a sheet; false when the grid is none. */
    static boolean read(Grid grid, SopImport target, List<Extra> extras) {
        for (int i = 0; i < grid.rows().size(); i++) {
            List<String> cells = grid.rows().get(i).cells();
            if (cells.contains(Extra.KEY_HEADER) && cells.contains(Extra.VALUE_HEADER)) {
                SopExtraRows rows = new SopExtraRows(target, grid, cells);
                grid.rows().subList(i + 1, grid.rows().size()).forEach(row -> rows.row(row, extras));
                return true;
            }
        }
        return false;
    }

    private void row(Line row, List<Extra> extras) {
        String key = cell(row, Extra.KEY_HEADER);
        String value = cell(row, Extra.VALUE_HEADER);
        String step = cell(row, Extra.STEP_HEADER);
        Integer no = Sop.stepNumber(step);
        if (step != null && no == null) {
            reject(row, Extra.STEP_HEADER, step, "step-number-unreadable");
        } else if (key == null || value == null) {
            reject(row, key == null ? Extra.KEY_HEADER : Extra.VALUE_HEADER, null, "value-missing");
        } else {
            String shown = cell(row, Extra.SHOWN_HEADER);
            extras.add(new Extra(no, key, value, shown, target.path(), grid.name(), row.number()));
        }
    }

    private void reject(Line row, String header, String value, String reason) {
        target.reject(grid.name(), row.number(), header, value, new Unreadable(reason));
    }

    private String cell(Line row, String header) {
        int column = headers.indexOf(header);
        String text = column < 0 ? null : row.cell(column);
        return text == null || text.isBlank() ? null : text;
    }
}
