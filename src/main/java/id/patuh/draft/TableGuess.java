package id.patuh.draft;

import id.patuh.intake.TableSample;
import id.patuh.mapping.Transition;
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
        times = at < 0
                ? new TimeGuess(List.of())
                : times(table.rows().subList(at + 1, table.rows().size()));
        byHeaders();
        bySop();
        if (fields.containsKey("step")) {
            steps = new StepGuess(fields.get("step").counts.keySet(), sops, sop());
        } else {
            stepByValues();
        }
        caseByValues();
        if (isPaired()) {
            timeOfEvents();
        } else {
            timesByValues();
        }
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

    /** Whether rows are events that begin or end activities. */
    boolean isPaired() {
        return lifecycle != null && fields.get("transition") == lifecycle;
    }

    /** The fields without which no row can be read. */
    List<String> needed() {
        return List.of("case", "step", isPaired() ? "time" : "start");
    }

    /** How many rows have most of the columns filled. */
    int rows() {
        return columns.stream().mapToInt(c -> c.values.size()).max().orElse(0);
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

    /** How times are written; those of a date and a time of day in two columns are one. */
    private TimeGuess times(List<TableSample.Row> rows) {
        TimeGuess single = new TimeGuess(columns.stream().map(c -> c.values).toList());
        for (int i = 0; i < columns.size(); i++) {
            if (single.dates().contains(i)) {
                columns.get(i).clock = clockOf(i, single);
            }
        }
        return columns.stream().allMatch(c -> c.clock == null)
                ? single
                : new TimeGuess(columns.stream()
                        .map(c -> c.clock == null ? c.values : joined(c, rows))
                        .toList());
    }

    /** The times of day that stand right of dates, before any other times. */
    private ColumnGuess clockOf(int date, TimeGuess single) {
        for (int i = date + 1; i < columns.size() && !single.columns().contains(i); i++) {
            if (columns.get(i).isClock()) {
                return columns.get(i);
            }
        }
        return null;
    }

    private static List<String> joined(ColumnGuess date, List<TableSample.Row> rows) {
        return rows.stream()
                .filter(row -> !row.cell(date.position).isEmpty())
                .map(row -> (row.cell(date.position) + " " + row.cell(date.clock.position)).strip())
                .toList();
    }

    private void byHeaders() {
        for (String field : List.of("case", "sop", "step", "start", "end", "decision")) {
            put(field, best(field));
        }
        lifecycle = best("lifecycle");
        boolean marksStarts =
                lifecycle != null && lifecycle.counts.keySet().stream().anyMatch(this::starts);
        boolean marksEnds =
                lifecycle != null && lifecycle.counts.keySet().stream().anyMatch(this::completes);
        boolean sure = lifecycle != null && Wording.key(lifecycle.header).startsWith("lifecycle");
        if (marksStarts || sure && !marksEnds && !lifecycle.counts.isEmpty()) {
            fields.put("transition", lifecycle);
            put("instance", best("instance"));
        } else if (!marksEnds) {
            lifecycle = null;
        }
        PLAIN_FIELDS.forEach(field -> put(field, best(field)));
        decisionByValues();
    }

    private boolean starts(String value) {
        return TransitionGuess.of(value) == Transition.START;
    }

    private boolean completes(String value) {
        return TransitionGuess.of(value) == Transition.COMPLETE;
    }

    /** What is headed as an output may as well be the outcome of an approval. */
    private void decisionByValues() {
        if (fields.containsKey("decision")) {
            return;
        }
        columns.stream()
                .filter(c -> isFree(c) || c == fields.get("outputs"))
                .filter(c -> ColumnGuess.rank("outputs", c.header) >= 0 && DecisionGuess.are(c.counts.keySet()))
                .findFirst()
                .ifPresent(c -> {
                    fields.values().remove(c);
                    fields.put("decision", c);
                    put("outputs", best("outputs"));
                    notes.doubt("decision.by-values", "column", c.header);
                });
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

    /** Of an event only one time is of interest; another may tell when its activity began. */
    private void timeOfEvents() {
        ColumnGuess time = fields.containsKey("end") ? fields.remove("end") : fields.remove("start");
        if (time == null) {
            time = columns.stream()
                    .filter(c -> isTime(c) && isFree(c))
                    .findFirst()
                    .orElse(null);
            if (time != null) {
                notes.doubt("time.by-values", "field", "time", "column", time.header);
            }
        }
        put("time", time);
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
        for (String field : needed()) {
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
        if (isPaired() && lifecycle.counts.keySet().stream().anyMatch(TransitionGuess::isForeign)) {
            notes.doubt("transition", "column", lifecycle.header);
        } else if (lifecycle != null
                && !isPaired()
                && !lifecycle.counts.keySet().stream().allMatch(this::completes)) {
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
