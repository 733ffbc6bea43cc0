package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Sop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of an official SOP table. A step may take several rows, of which the first has its number. */
final class SopSteps {

    private static final Set<String> DECISION_MARKS = Set.of("\u25c6", "\u25c7", "\u25ca", "\u2666", "\u25c8");
    private static final int LEAST_NUMBERED = 5;

    private final Reading reading;
    private final String sheet;
    private final SopHeader header;
    private final List<Object> steps = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> roles = new java.util.LinkedHashSet<>();
    private Map<String, Object> step;

    SopSteps(Reading reading, String sheet, SopHeader header) {
        this.reading = reading;
        this.sheet = sheet;
        this.header = header;
        if (!header.namesRoles()) {
            header.roleNames().stream().filter(name -> !name.isEmpty()).forEach(roles::add);
        }
    }

    void addTo(Map<String, Object> definition, List<Line> rows) {
        for (int r = header.bottom() + 1; r < rows.size(); r++) {
            Line row = rows.get(r);
            if (!Words.marksExample(row) && !(r == header.bottom() + 1 && numbersColumns(row))) {
                row(row);
            }
        }
        if (!roles.isEmpty()) {
            definition.put("roles", List.copyOf(roles));
        }
        if (steps.isEmpty()) {
            reading.reject(sheet, null, null, null, new Unreadable("rows-none"));
        } else {
            definition.put("steps", steps);
        }
    }

    private static boolean numbersColumns(Line row) {
        List<String> cells = row.cells().stream().filter(c -> !c.isBlank()).toList();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).replaceAll("[()\\s.]", "").equals("" + (i + 1))) {
                return false;
            }
        }
        return cells.size() >= LEAST_NUMBERED;
    }

    private void row(Line row) {
        String number = cell(row, header.number());
        String title = cell(row, header.title());
        Integer no = Sop.stepNumber(number);
        boolean same = step != null && (number == null || step.get("no").equals(no));
        if (same && (title == null || title.equals(step.get("title")))) {
            add(row);
        } else if (no == null) {
            reject(row, number == null ? header.title() : header.number(), "step-number-unreadable");
        } else if (!numbers.add(no)) {
            reject(row, header.number(), "step-number-twice");
        } else {
            step = new LinkedHashMap<>();
            steps.add(step);
            step.put("no", no);
            put("title", title);
            add(row);
        }
    }

    private void add(Line row) {
        executors(row);
        put("inputs", items(row, header.inputs(), "inputs"));
        String within = cell(row, header.within());
        if (TimeLimit.isBroken(within)) {
            reject(row, header.within(), "sop-limit-unreadable");
        } else if (!Words.notRecorded(within)) {
            step.putIfAbsent("within", within);
        }
        put("outputs", items(row, header.outputs(), "outputs"));
        put("note", cell(row, header.note()));
    }

    private void executors(Line row) {
        List<Object> executors = new ArrayList<>(known("executor"));
        for (int i = 0; i < header.roles().size(); i++) {
            String mark = cell(row, header.roles().get(i));
            String role = header.roleNames().get(i);
            if (mark == null) {
                continue;
            }
            if (header.namesRoles()) {
                SopTableReader.items(mark).stream()
                        .filter(e -> !executors.contains(e))
                        .forEach(executors::add);
                SopTableReader.items(mark).forEach(roles::add);
            } else if (role.isEmpty()) {
                reject(row, header.roles().get(i), "role-missing");
            } else if (DECISION_MARKS.contains(mark) || FollowUpTables.isTick(mark)) {
                if (DECISION_MARKS.contains(mark)) {
                    step.put("decision", Map.of());
                }
                if (!executors.contains(role)) {
                    executors.add(role);
                }
            } else {
                reject(row, header.roles().get(i), "tick-unreadable");
            }
        }
        put("executor", executors);
    }

    private List<Object> items(Line row, int column, String key) {
        List<String> own = SopTableReader.items(cell(row, column));
        List<Object> items = new ArrayList<>(known(key));
        // Cells merged over the rows of a step say the same in each.
        if (!items.containsAll(own)) {
            items.addAll(own);
        }
        return items;
    }

    private List<?> known(String key) {
        return step.get(key) instanceof List<?> list ? list : List.of();
    }

    private void put(String key, Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            step.put(key, value);
        }
    }

    private static String cell(Line row, int column) {
        String text = column < 0 ? null : row.cell(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void reject(Line row, int column, String reason) {
        String role = header.roles().contains(column)
                ? header.roleNames().get(header.roles().indexOf(column))
                : "";
        String name = !role.isEmpty()
                ? role
                : column == header.number() ? "No" : column == header.within() ? "Waktu" : letter(column);
        reading.reject(sheet, row.number(), name, cell(row, column), new Unreadable(reason));
    }

    private static String letter(int column) {
        return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    }
}
