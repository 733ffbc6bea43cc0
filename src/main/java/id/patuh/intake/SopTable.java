package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of an SOP: number, activity, a column for each role, requirements, time, output, remark. Its head takes two
 * rows, the lower of which names the roles.
 */
final class SopTable {

    private final SopImport target;
    private final Map<String, Integer> columns;
    private final List<String> roles = new ArrayList<>();
    private final List<Integer> roleColumns = new ArrayList<>();
    private final int width;
    private final List<Line> above;
    private final List<Line> rows = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    private SopTable(SopImport target, List<Line> above, Line upper, Line lower, Map<String, Integer> columns) {
        this.target = target;
        this.above = above;
        this.columns = columns;
        this.width = Math.max(upper.size(), lower.size());
        for (int i = columns.get("title") + 1; i < columns.get("inputs"); i++) {
            String role = lower.cell(i);
            if (role != null && !role.isBlank()) {
                roles.add(role);
                roleColumns.add(i);
            }
        }
    }

    /** The table that a grid holds; null when it holds none. */
    static SopTable of(Grid grid, SopImport target) {
        List<Line> lines = grid.rows().stream().map(Grid::flat).toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Map<String, Integer> columns = columns(lines.get(i), lines.get(i + 1));
            if (columns != null) {
                SopTable table =
                        new SopTable(target, grid.rows().subList(0, i), lines.get(i), lines.get(i + 1), columns);
                lines.subList(i + 2, lines.size()).forEach(row -> table.add(row, grid));
                table.shiftOutput();
                return table;
            }
        }
        return null;
    }

    /** Takes the rows of a grid that goes on with this table on another page; false when it is another table. */
    boolean goesOn(Grid grid) {
        List<Line> lines = grid.rows().stream().map(Grid::flat).toList();
        boolean repeats = lines.size() > 1 && columns(lines.get(0), lines.get(1)) != null;
        if (!repeats && (lines.get(0).size() != width || !isStep(lines.get(0)))) {
            return false;
        }
        lines.subList(repeats ? 2 : 0, lines.size()).forEach(row -> add(row, grid));
        return true;
    }

    /** The rows of the grid above the table's head. */
    List<Line> above() {
        return above;
    }

    List<String> roles() {
        return roles;
    }

    /** The steps, as they stand in the rows. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Line row = rows.get(i);
            Integer no = Sop.stepNumber(row.cell(columns.get("no")));
            if (no == null || !numbers.add(no)) {
                target.reject(
                        sheets.get(i),
                        row.number(),
                        String.join(" | ", row.cells()),
                        new Unreadable(no == null ? "sop-row-unnumbered" : "sop-row-duplicate"));
            } else {
                Step above = steps.isEmpty() ? null : steps.get(steps.size() - 1);
                steps.add(step(no, steps.size(), row, above));
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            steps.set(i, withTargets(steps, i));
        }
        if (steps.stream().allMatch(s -> s.executor().isEmpty())) {
            target.remark(null, "sop-marks-lost");
        }
        return steps;
    }

    private void add(Line row, Grid grid) {
        rows.add(row);
        sheets.add(grid.name());
    }

    private boolean isStep(Line row) {
        return Sop.stepNumber(row.cell(columns.get("no"))) != null;
    }

    private static Map<String, Integer> columns(Line upper, Line lower) {
        Map<String, Integer> columns = new HashMap<>();
        for (Line line : List.of(lower, upper)) {
            for (int i = 0; i < line.size(); i++) {
                String field = Fields.SOP_ROW.field(line.cell(i));
                if (field != null) {
                    columns.putIfAbsent(field, i);
                }
            }
        }
        boolean known = columns.keySet().containsAll(Set.of("no", "title", "within", "inputs", "outputs"));
        return known && columns.get("title") < columns.get("inputs") ? columns : null;
    }

    /** Where the column headed as output is empty, the data stand in one beside the time that nothing heads. */
    private void shiftOutput() {
        int headed = columns.get("outputs");
        int beside = columns.get("within") + 1;
        if (headed > beside && isEmpty(headed) && !isEmpty(beside)) {
            columns.put("outputs", beside);
            columns.put("note", headed);
            target.remark(null, "sop-output-shifted");
        }
    }

    private boolean isEmpty(int column) {
        return rows.stream().allMatch(row -> Words.notRecorded(row.cell(column)));
    }

    private String cell(Line row, String field) {
        Integer column = columns.get(field);
        String text = column == null ? null : row.cell(column);
        return Words.notRecorded(text) ? null : text.strip();
    }

    private Step step(int no, int position, Line row, Step above) {
        String title = SopLists.inOneLine(cell(row, "title"));
        String within = cell(row, "within");
        TimeLimit limit = TimeLimit.parse(within).orElse(null);
        if (within != null && limit == null) {
            target.remark(no, "sop-time-unmeasurable");
        }
        boolean optional =
                title != null && Wording.normalise(title).matches(".*\\b(?:jika|bila|apabila) diperlukan\\b.*");
        if (optional) {
            target.remark(no, "sop-optional");
        }
        List<String> executor = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            if (!Words.notRecorded(row.cell(roleColumns.get(i)))) {
                executor.add(roles.get(i));
            }
        }
        return new Step(
                no,
                position,
                title == null ? "" : title,
                executor,
                false,
                SopLists.documents(cell(row, "inputs")),
                within,
                limit,
                null,
                SopLists.documents(cell(row, "outputs")),
                above == null ? List.of() : List.of(above.no()),
                optional,
                SopLists.offersRefusal(title) ? new Step.Decision(null, null, true) : null,
                Clock.WORKING,
                cell(row, "note"));
    }

    /** SOPs do not print where a decision leads: an approval to the next row, a refusal back to the one before. */
    private Step withTargets(List<Step> steps, int i) {
        Step s = steps.get(i);
        if (s.decision() == null) {
            return s;
        }
        Step.Decision decision = new Step.Decision(
                i + 1 < steps.size() ? steps.get(i + 1).no() : null,
                i > 0 ? steps.get(i - 1).no() : null,
                true);
        target.remark(s.no(), "sop-decision-inferred");
        return new Step(
                s.no(),
                s.position(),
                s.title(),
                s.executor(),
                s.executorInferred(),
                s.inputs(),
                s.within(),
                s.limit(),
                s.deadlineFrom(),
                s.outputs(),
                s.after(),
                s.optional(),
                decision,
                s.clock(),
                s.note());
    }
}
