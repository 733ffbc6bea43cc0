package id.patuh.ruleset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.patuh.engine.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision table that gives grades, read as its authors see it: rows, and cells under headings. */
final class GradeTable {

    /** How many decimals an index has when it is compared with the boundaries. */
    static final int DECIMALS = 2;

    private final String file;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();

    /** What a column of the table is for, as its line of templates says it. */
    private enum Column {
        REGULATION("regulation == \"$param\""),
        FROM("index >= $1B"),
        UNTIL("index <= $1B"),
        GRADE("$g.grade(\"$1\", \"$2\");"),
        BASIS("basis($param)");

        private final String template;

        Column(String template) {
            this.template = template;
        }

        private boolean has(String cell) {
            return squeezed(cell).equals(squeezed(template));
        }

        private static String squeezed(String text) {
            return text.replaceAll("\\s", "").replace("$param", "$1");
        }
    }

    /**
     * A cell as spreadsheets name it, with the heading of its column.
     *
     * @param row the line that it begins in, from 1
     * @param column from 0
     */
    record Cell(String file, int row, int column, String name, String value) {

        /** The same cell with another value. */
        Cell holding(String other) {
            return new Cell(file, row, column, name, other);
        }

        RuleProblem problem(String reason, Map<String, String> details) {
            return new RuleProblem(file, row, 0, name, value.isEmpty() ? null : value, reason, details);
        }
    }

    /** A row: the indices from a boundary to another, both included, that have a grade. */
    record Band(Cell regulation, Cell from, Cell until, Cell grade, Cell basis) {

        BigDecimal lowest() {
            return new BigDecimal(from.value()).setScale(DECIMALS);
        }

        BigDecimal highest() {
            return new BigDecimal(until.value()).setScale(DECIMALS);
        }

        String letter() {
            return grade.value().split(",")[0].strip();
        }
    }

    private GradeTable(String file) {
        this.file = file;
    }

    /** The table, or empty where the file's tables give no grades. */
    static Optional<GradeTable> read(String file, String text) {
        GradeTable table = new GradeTable(file);
        if (!text.contains(".grade(")) {
            return Optional.empty();
        }
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(rows::add);
            table.readAll(rows);
        } catch (CsvParseException e) {
            table.problems.add(
                    RuleProblem.of(file, "table-unreadable", Map.of("message", String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return Optional.of(table);
    }

    /** What is wrong with its cells; with any the bands are incomplete. */
    List<RuleProblem> problems() {
        return List.copyOf(problems);
    }

    List<Band> bands() {
        return List.copyOf(bands);
    }

    /** Below each line that names a table stand its kinds, patterns, templates and headings of columns, then its rows. */
    private void readAll(List<CsvRecord> rows) {
        for (int i = 0; i + 4 < rows.size(); i++) {
            if (rows.get(i).getField(0).startsWith("RuleTable")) {
                int end = i + 5;
                while (end < rows.size() && !rows.get(end).getField(0).startsWith("RuleTable")) {
                    end++;
                }
                readOne(rows.get(i + 3), rows.get(i + 4), rows.subList(i + 5, end));
            }
        }
    }

    private void readOne(CsvRecord templates, CsvRecord headings, List<CsvRecord> rows) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            for (int i = 0; i < templates.getFieldCount(); i++) {
                if (column.has(templates.getField(i))) {
                    columns.put(column, i);
                }
            }
            if (!columns.containsKey(column)) {
                problems.add(RuleProblem.at(
                        file,
                        (int) templates.getStartingLineNumber(),
                        "grade-column-absent",
                        Map.of("template", column.template)));
            }
        }
        if (columns.size() == Column.values().length) {
            rows.stream()
                    .filter(row -> row.getFields().stream().anyMatch(field -> !field.isBlank()))
                    .forEach(row -> readRow(row, headings, columns));
        }
    }

    private void readRow(CsvRecord row, CsvRecord headings, Map<Column, Integer> columns) {
        Map<Column, Cell> cells = new EnumMap<>(Column.class);
        columns.forEach((column, i) -> cells.put(column, cell(row, headings, i)));
        Band band = new Band(
                cells.get(Column.REGULATION),
                cells.get(Column.FROM),
                cells.get(Column.UNTIL),
                cells.get(Column.GRADE),
                cells.get(Column.BASIS));
        int before = problems.size();
        for (Cell cell : cells.values()) {
            // For the rule engine an empty cell sets no condition at all.
            if (cell.value().isEmpty()) {
                problems.add(cell.problem("cell-empty", Map.of()));
            }
        }
        checkBoundary(band.from());
        checkBoundary(band.until());
        if (!band.grade().value().isEmpty()
                && Arrays.stream(band.grade().value().split(",", -1))
                                .filter(part -> !part.isBlank())
                                .count()
                        != 2) {
            problems.add(band.grade().problem("grade-unreadable-pair", Map.of()));
        }
        if (problems.size() == before) {
            if (band.lowest().compareTo(band.highest()) > 0) {
                problems.add(band.from()
                        .problem(
                                "boundaries-reversed",
                                Map.of("until", band.until().value())));
            }
            bands.add(band);
        }
    }

    private Cell cell(CsvRecord row, CsvRecord headings, int column) {
        int line = (int) row.getStartingLineNumber();
        String heading = column < headings.getFieldCount() ? headings.getField(column) : "";
        String value = column < row.getFieldCount() ? row.getField(column).strip() : "";
        return new Cell(file, line, column, ((char) ('A' + column) + "" + line + " " + heading).strip(), value);
    }

    private void checkBoundary(Cell cell) {
        if (cell.value().isEmpty()) {
            return;
        }
        if (!cell.value().matches("\\d{1,3}(\\.\\d+)?")) {
            problems.add(cell.problem("boundary-unreadable", Map.of()));
        } else if (new BigDecimal(cell.value()).stripTrailingZeros().scale() > DECIMALS) {
            problems.add(cell.problem("boundary-too-fine", Map.of("decimals", Integer.toString(DECIMALS))));
        }
    }
}
