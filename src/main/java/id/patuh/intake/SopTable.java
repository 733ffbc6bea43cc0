package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.HeaderSearch.Line;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Sop;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/** The rows of the table of an SOP. A step may take several rows, of which the first has its number. */
final class SopTable {

    private static final int MOST_ROWS = 5_000;
    /** More than a cell of a spreadsheet takes. */
    private static final int LONGEST_CELL = 1 << 15;

    private static final Set<String> DECISIONS = Set.of("\u25c6", "\u25c7", "\u25ca", "\u2666", "\u25c8", "\u2756");
    private static final Set<String> ACTIONS = Set.of("\u25a0", "\u25a1", "\u25aa", "\u25ac", "\u25ad", "\u25cb");
    /** Arrows and lines that lead from one executor to the next. */
    private static final Pattern FLOW = Pattern.compile("[\\s\u2190-\u21ff\u2500-\u257f\u2b05-\u2b0d]+");

    private static final Pattern OPTIONAL = Pattern.compile("\\b(?:jika|bila|apabila) diperlukan\\b");

    private final SopImport target;
    private final SopHeader header;
    private final String sheet;
    private final Map<String, Integer> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private Map<String, Object> step;
    private final Set<String> executors = new LinkedHashSet<>();
    private Row above;

    private record Row(String sheet, Line line) {}

    SopTable(SopImport target, SopHeader header, Grid grid) throws Unreadable {
        this.target = target;
        this.header = header;
        this.sheet = grid.name();
        this.columns = new HashMap<>(header.columns());
        add(grid.name(), grid.rows().subList(header.bottom() + 1, grid.rows().size()));
    }

    /** Takes the rows of a grid that goes on with this table, as on another page; false when it is another table. */
    boolean goesOn(Grid grid) throws Unreadable {
        Line first = grid.rows().get(0);
        boolean isStep = number(first) != null && cell(first, "title") != null && first.size() <= header.width();
        if (!isStep && !header.isRepeatedBy(first)) {
            return false;
        }
        add(grid.name(), grid.rows());
        return true;
    }

    private void add(String sheet, List<Line> lines) throws Unreadable {
        if (rows.size() + lines.size() > MOST_ROWS) {
            throw new Unreadable("rows-too-many", "limit", "" + MOST_ROWS);
        }
        for (Line line : lines) {
            if (line.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
                Unreadable problem = new Unreadable("cell-too-long", "limit", "" + LONGEST_CELL);
                target.reject(sheet, line.number(), null, null, problem);
            } else if (!Words.marksExample(line) && !header.isRepeatedBy(line)) {
                rows.add(new Row(sheet, line));
            }
        }
    }

    /** Adds roles and steps to the definition of the SOP; gives how many rows stand below the table. */
    int addTo(Map<String, Object> definition) {
        shiftOutput();
        if (!header.namesRoles()) {
            header.roles().values().stream().filter(role -> !role.isEmpty()).forEach(roles::add);
        }
        int end = end();
        rows.subList(0, end).forEach(this::row);
        if (!roles.isEmpty()) {
            definition.put("roles", List.copyOf(roles));
        }
        if (steps.isEmpty()) {
            target.reject(sheet, null, null, null, new Unreadable("rows-none"));
        } else {
            definition.put("steps", steps);
            infer();
        }
        return rows.size() - end;
    }

    /** Where the column headed as output is empty, the data stand in one beside the time. */
    private void shiftOutput() {
        Integer headed = columns.get("outputs");
        int beside = columns.get("within") + 1;
        if (headed != null && headed > beside && isEmpty(headed) && !isEmpty(beside)) {
            columns.put("outputs", beside);
            columns.put("note", headed);
            target.remark(null, null, "sop-output-shifted");
        }
    }

    private boolean isEmpty(int column) {
        return rows.stream().allMatch(row -> Words.notRecorded(row.line().cell(column)));
    }

    /**
     * Where the table ends. Signatures may stand below its last step, and names of officials are not kept: what follows a
     * blank row, stands alone in its row or comes with the number of an official is not read.
     */
    private int end() {
        int last = rows.size() - 1;
        while (last >= 0 && number(rows.get(last).line()) == null) {
            last--;
        }
        int end = last + 1;
        boolean signed = rows.subList(end, rows.size()).stream()
                .flatMap(row -> row.line().cells().stream())
                .anyMatch(SopIdentity::namesOfficial);
        while (!signed && end < rows.size() && (end == 0 || goesOn(rows.get(end), rows.get(end - 1)))) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(Row row, Row above) {
        return row.line().number() == above.line().number() + 1
                && row.line().cells().stream().filter(cell -> !cell.isBlank()).count() > 1;
    }

    private void row(Row row) {
        String title = text(row.line(), "title");
        boolean numbered = cell(row.line(), "no") != null;
        Integer no = number(row.line());
        boolean same = step != null && (!numbered || step.get("no").equals(no));
        if (same && (title == null || title.equals(step.get("title")))) {
            add(row);
            return;
        }
        step = null;
        if (no == null) {
            reject(row, columns.get(numbered ? "no" : "title"), "step-number-unreadable");
        } else if (!numbers.add(no)) {
            reject(row, columns.get("no"), "step-number-twice");
        } else {
            step = new LinkedHashMap<>();
            above = null;
            executors.clear();
            steps.add(step);
            step.put("no", no);
            put("title", title);
            add(row);
        }
    }

    private void add(Row row) {
        executors(row);
        addDocuments("inputs", row);
        String within = text(row.line(), "within");
        if (TimeLimit.isBroken(within)) {
            reject(row, columns.get("within"), "sop-limit-unreadable");
        } else if (within != null) {
            step.putIfAbsent("within", within);
        }
        addDocuments("outputs", row);
        put("note", text(row.line(), "note"));
        above = row;
    }

    private void executors(Row row) {
        header.roles().forEach((column, role) -> {
            String mark = row.line().cell(column);
            mark = mark == null ? "" : FLOW.matcher(mark).replaceAll(" ").strip();
            if (Words.notRecorded(mark) || FollowUpTables.isEmptyBox(mark)) {
                return;
            }
            if (header.namesRoles()) {
                List<String> named = SopLists.items(row.line().cell(column));
                executors.addAll(named);
                roles.addAll(named);
            } else if (role.isEmpty()) {
                reject(row, column, "role-missing");
            } else if (DECISIONS.contains(mark)) {
                step.put("decision", true);
                executors.add(role);
            } else if (ACTIONS.contains(mark) || FollowUpTables.isTick(mark)) {
                executors.add(role);
            } else {
                reject(row, column, "tick-unreadable");
            }
        });
        put("executor", List.copyOf(executors));
    }

    /** A cell merged over rows of a step says the same in each of them. */
    private void addDocuments(String key, Row row) {
        String cell = cell(row.line(), key);
        if (cell != null && !(above != null && cell.equals(cell(above.line(), key)))) {
            documents(key).addAll(SopLists.documents(cell));
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> documents(String key) {
        return (List<String>) step.computeIfAbsent(key, k -> new ArrayList<String>());
    }

    private void put(String key, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            step.put(key, value);
        }
    }

    /** What the wording of the steps and their order say beside the cells. */
    private void infer() {
        for (int i = 0; i < steps.size(); i++) {
            step = steps.get(i);
            Integer no = (Integer) step.get("no");
            String title = (String) step.getOrDefault("title", "");
            if (step.get("within") instanceof String within
                    && TimeLimit.parse(within).isEmpty()) {
                target.remark(no, "deadline_from", "sop-time-unmeasurable");
            }
            if (OPTIONAL.matcher(Wording.normalise(title)).find()) {
                put("optional", true);
                target.remark(no, "optional", "sop-optional");
            }
            if (step.containsKey("decision") || SopLists.offersRefusal(title)) {
                // SOPs do not print where a decision leads.
                Map<String, Object> decision = new LinkedHashMap<>();
                if (i + 1 < steps.size()) {
                    decision.put("approve", steps.get(i + 1).get("no"));
                }
                if (i > 0) {
                    decision.put("revise", steps.get(i - 1).get("no"));
                }
                decision.put("inferred", true);
                put("decision", decision);
                target.remark(no, "decision", "sop-decision-inferred");
            }
        }
        if (steps.stream().noneMatch(s -> s.containsKey("executor"))) {
            target.remark(null, null, "sop-marks-lost");
        }
    }

    private Integer number(Line row) {
        return Sop.stepNumber(cell(row, "no"));
    }

    private String text(Line row, String field) {
        String cell = cell(row, field);
        return cell == null ? null : SopLists.inOneLine(cell);
    }

    private String cell(Line row, String field) {
        Integer column = columns.get(field);
        String text = column == null ? null : row.cell(column);
        return Words.notRecorded(text) ? null : text.strip();
    }

    private void reject(Row row, int column, String reason) {
        String head = header.heads().getOrDefault(column, CellReference.convertNumToColString(column));
        String value = row.line().cell(column);
        target.reject(
                row.sheet(),
                row.line().number(),
                head,
                value == null || value.isBlank() ? null : value.strip(),
                new Unreadable(reason));
    }
}
