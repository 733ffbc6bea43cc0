package id.patuh.draft;

import id.patuh.intake.TableSample;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which columns of a foreign table are which fields of an activity log: by headers first, then by values. */
final class TableGuess {

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final List<String> PLAIN_FIELDS = List.of("person", "role", "unit", "inputs", "outputs", "note");

    private final Sops sops;
    private final Sop demanded;
    private final Notes notes;
    private final Map<String, ColumnGuess> fields = new LinkedHashMap<>();
    private final List<ColumnGuess> columns = new ArrayList<>();
    private final int headerRow;
    private final TimeGuess times;
    private StepGuess steps;
    private ColumnGuess lifecycle;

    /** @param demanded the SOP that the user names, or null */
    TableGuess(TableSample table, Sops sops, Sop demanded, Notes notes) {
        this.sops = sops;
        this.demanded = demanded;
        this.notes = notes;
        int at = HeaderGuess.of(table.rows());
        headerRow = at < 0 ? 0 : table.rows().get(at).number();
        if (at >= 0) {
            readColumns(table.rows(), at);
        }
        times = new TimeGuess(columns.stream().map(c -> c.values).toList());
        byHeaders();
        bySop();
        if (fields.containsKey("step")) {
            steps = new StepGuess(fields.get("step").counts.keySet(), sops, sop());
        } else {
            stepByValues();
        }
        caseByValues();
        timesByValues();
        collectDoubts();
    }

    /** The columns by field, in the order in which they were found. */
    Map<String, ColumnGuess> fields() {
        return fields;
    }

    List<ColumnGuess> columns() {
        return columns;
    }

    TimeGuess times() {
        return times;
    }

    /** The row of the header, from 1. */
    int headerRow() {
        return headerRow;
    }

    /** The column that tells starts from completions, or null. */
    ColumnGuess lifecycle() {
        return lifecycle;
    }

    /** Whether nothing names a step: each column of times may be one. */
    boolean isUnfolded() {
        return !fields.containsKey("step") && columns.stream().anyMatch(this::isTime);
    }

    boolean isTime(ColumnGuess column) {
        return times.columns().contains(columns.indexOf(column));
    }

    /** The only SOP that the user or the table names, or whose titles the table holds; null where there is none. */
    Sop sop() {
        ColumnGuess column = fields.get("sop");
        if (demanded == null && column != null) {
            return column.counts.size() != 1
                    ? null
                    : sops.find(column.counts.keySet().iterator().next(), LATEST)
                            .orElse(null);
        }
        return demanded != null || steps == null || steps.named() == 0 ? demanded : steps.sop();
    }

    /** The names of steps that the SOP does not have; none where it is not known which SOP it is. */
    Map<String, StepGuess.Guess> translations() {
        return steps == null || sop() == null ? Map.of() : steps.translations();
    }

    /** A column most of whose values are titles of an SOP's steps. */
    private void stepByValues() {
        for (ColumnGuess column : columns) {
            if (isFree(column) && !column.counts.isEmpty()) {
                StepGuess guess = new StepGuess(column.counts.keySet(), sops, sop());
                if (guess.named() * 2 > column.counts.size()) {
                    fields.put("step", column);
                    steps = guess;
                    notes.doubt(
                            "step.by-values",
                            "column",
                            column.header,
                            "sop",
                            guess.sop().id());
                    return;
                }
            }
        }
    }

    private void readColumns(List<TableSample.Row> rows, int at) {
        List<String> headers = rows.get(at).cells();
        for (int i = 0; i < headers.size(); i++) {
            ColumnGuess column = new ColumnGuess(i, headers.get(i).strip());
            for (TableSample.Row row : rows.subList(at + 1, rows.size())) {
                column.add(row.cell(i));
            }
            if (!column.header.isEmpty() || !column.values.isEmpty()) {
                columns.add(column);
            }
        }
    }

    private void byHeaders() {
        for (String field : List.of("case", "sop", "step", "start", "end", "decision")) {
            put(field, best(field));
        }
        lifecycle = best("lifecycle");
        PLAIN_FIELDS.forEach(field -> put(field, best(field)));
    }

    private void put(String field, ColumnGuess column) {
        if (column != null) {
            fields.put(field, column);
        }
    }

    /** The column whose header is the most usual one for a field; times must look like times. */
    private ColumnGuess best(String field) {
        boolean time = field.equals("start") || field.equals("end");
        return columns.stream()
                .filter(c -> !fields.containsValue(c) && ColumnGuess.rank(field, c.header) >= 0)
                .filter(c -> time == isTime(c) || c.values.isEmpty())
                .min(Comparator.comparingInt(c -> ColumnGuess.rank(field, c.header)))
                .orElse(null);
    }

    private void bySop() {
        if (!fields.containsKey("sop") && demanded == null) {
            columns.stream()
                    .filter(c -> isFree(c)
                            && !c.counts.isEmpty()
                            && c.counts.keySet().stream().allMatch(this::citesSop))
                    .findFirst()
                    .ifPresent(c -> fields.put("sop", c));
        }
    }

    private boolean citesSop(String value) {
        return sops.find(value, LATEST).isPresent();
    }

    private boolean isFree(ColumnGuess column) {
        return !fields.containsValue(column) && column != lifecycle;
    }

    /** A column of codes: filled in every row, with digits, best of all with several rows each. */
    private void caseByValues() {
        if (fields.containsKey("case")) {
            return;
        }
        int most = columns.stream().mapToInt(c -> c.values.size()).max().orElse(0);
        columns.stream()
                .filter(c -> isFree(c) && !isTime(c) && c.values.size() == most && most > 0)
                .filter(c -> c.counts.keySet().stream().allMatch(v -> v.matches("(?=.*\\d)\\S{1,40}")))
                .min(Comparator.comparingInt(c -> c.counts.size() > 1 && c.counts.size() < c.values.size() ? 0 : 1))
                .ifPresent(c -> {
                    fields.put("case", c);
                    notes.doubt("case.by-values", "column", c.header);
                });
    }

    private void timesByValues() {
        List<ColumnGuess> left = new ArrayList<>(
                columns.stream().filter(c -> isTime(c) && isFree(c)).toList());
        boolean single = fields.containsKey("start") != fields.containsKey("end");
        for (String field : List.of("start", "end")) {
            if (!fields.containsKey(field) && !left.isEmpty() && !(single && left.size() > 1)) {
                ColumnGuess column = left.remove(0);
                fields.put(field, column);
                notes.doubt("time.by-values", "field", field, "column", column.header);
            }
        }
        if (!left.isEmpty() && fields.containsKey("step")) {
            notes.doubt(
                    "times.left", "columns", left.stream().map(c -> c.header).collect(Collectors.joining(", ")));
        }
        if (!fields.containsKey("step")) {
            return;
        }
        if (fields.containsKey("start") != fields.containsKey("end")) {
            String known = fields.containsKey("start") ? "start" : "end";
            fields.put(known.equals("start") ? "end" : "start", fields.get(known));
            notes.doubt("times.one", "column", fields.get(known).header);
        }
    }

    private void collectDoubts() {
        for (String field : List.of("case", "step", "start")) {
            if (!fields.containsKey(field)) {
                notes.doubt("field.none", "field", field);
            }
        }
        if (!fields.containsKey("sop") && demanded == null) {
            notes.doubt(sop() == null ? "sop.none" : "sop.by-titles", "sop", sop() == null ? "" : sop().id());
        }
        if (times.isAmbiguous()) {
            notes.doubt("times.ambiguous");
        }
        if (times.isContradictory()) {
            notes.doubt("times.contradictory");
        }
        if (times.isDateOnly()) {
            notes.doubt("times.date-only");
        }
        if (lifecycle != null && !lifecycle.isComplete()) {
            notes.doubt("lifecycle", "column", lifecycle.header, "values", String.join(", ", lifecycle.shown()));
        }
        if (!translations().isEmpty()) {
            notes.doubt("step.translations", "count", "" + translations().size());
        }
        Set<String> seen = new TreeSet<>();
        for (ColumnGuess column : columns) {
            if (!column.header.isEmpty() && !seen.add(Wording.key(column.header))) {
                notes.doubt("column.doubled", "column", column.header);
            }
        }
    }
}
