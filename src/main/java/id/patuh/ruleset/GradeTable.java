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
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A decision table that gives grades, read as its authors see it: rows, and cells under headings. */
final class GradeTable {

    /** How many decimals an index has when it is compared with the boundaries. */
    static final int DECIMALS = 2;

    private final String file;
    private final List<RuleProblem> problems = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();

    /** A table's title, kinds, patterns, templates and headings. */
    private static final int HEAD_ROWS = 5;

    /** That a cell is no letter with its label. */
    static final String NO_PAIR = "grade-unreadable-pair";

    private static final String NAME = "NAME";
    private static final String TABLE = "RuleTable";
    private static final String PATTERN = "$g : GradeQuery...";

    /** What may stand above the tables of a file, by its first cell; null where the second says what it likes. */
    private static final Map<String, String> HEAD =
            Map.of("RuleSet", "rules.skm.grades", "Import", "id.patuh.skm.GradeQuery", "Notes", "", "", "");

    /** Words, in any cell: nothing that means something in the language of rules. */
    private static final Allowed WORDS = new Allowed("[\\p{L}\\p{Nd} .,:/()–-]", "A-Z a-z 0-9 . , : / ( ) -");

    private static final Allowed KEYS = new Allowed("[a-z0-9./-]", "a-z 0-9 . / -");

    /** Characters that a cell may hold. */
    private record Allowed(Pattern pattern, String text) {

        Allowed(String pattern, String text) {
            this(Pattern.compile(pattern), text);
        }

        /** The first character of the cell that is none of them; null when all are. */
        String refused(String cell) {
            return cell.codePoints()
                    .mapToObj(Character::toString)
                    .filter(character -> !pattern.matcher(character).matches())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What a column of the table is for, as the lines above its heading say it, and what its cells may hold. */
    private enum Column {
        REGULATION("CONDITION", PATTERN, "regulation == \"$param\"", KEYS),
        FROM("CONDITION", PATTERN, "index >= $1B", null),
        UNTIL("CONDITION", PATTERN, "index <= $1B", null),
        GRADE("ACTION", "", "$g.grade(\"$1\", \"$2\");", WORDS),
        BASIS("METADATA", "", "basis($param)", KEYS);

        private final String kind;
        private final String pattern;
        private final String template;
        /** Null of boundaries, which must be numbers anyway. */
        private final Allowed allowed;

        Column(String kind, String pattern, String template, Allowed allowed) {
            this.kind = kind;
            this.pattern = pattern;
            this.template = template;
            this.allowed = allowed;
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

        /** This cell if both stand in one place, else the other one. */
        private Cell inPlaceOf(Cell other) {
            return column == other.column ? this : other;
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

        String label() {
            return grade.value().substring(grade.value().indexOf(',') + 1).strip();
        }

        /** The cell that holds a field; letter and label stand in one. */
        Cell cell(String field) {
            return switch (field) {
                case "regulation" -> regulation;
                case "from" -> from;
                case "until" -> until;
                case "basis" -> basis;
                default -> grade;
            };
        }

        /** What a field holds. */
        String value(String field) {
            return switch (field) {
                case "grade" -> letter();
                case "label" -> label();
                default -> cell(field).value();
            };
        }

        /** The cell of a field once the field holds another value. */
        Cell cellWith(String field, String value) {
            String text = cell(field).value();
            int comma = text.indexOf(',');
            return cell(field)
                    .holding(
                            switch (field) {
                                case "grade" -> value + text.substring(comma);
                                case "label" -> text.substring(0, comma + 1) + value;
                                default -> value;
                            });
        }

        /** The same row with another cell in the place of its own one. */
        Band with(Cell now) {
            return new Band(
                    now.inPlaceOf(regulation),
                    now.inPlaceOf(from),
                    now.inPlaceOf(until),
                    now.inPlaceOf(grade),
                    now.inPlaceOf(basis));
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

    /** Every other line than those of the tables' heads and rows is one of the few that may stand above them. */
    private void checkAbove(CsvRecord row) {
        String first = row.getField(0).strip();
        String expected = HEAD.get(first);
        String second = row.getFieldCount() > 1 ? row.getField(1).strip() : "";
        if (expected == null || !expected.isEmpty() && !second.equals(expected)) {
            refuseHead(
                    row,
                    expected == null
                            ? String.join(", ", new TreeSet<>(HEAD.keySet())).strip()
                            : expected);
        }
        checkWords(row);
    }

    private void checkWords(CsvRecord row) {
        for (int i = 0; i < row.getFieldCount(); i++) {
            checkCharacters(cell(row, i, ""), WORDS);
        }
    }

    private void refuseHead(CsvRecord row, String expected) {
        problems.add(RuleProblem.at(
                file, (int) row.getStartingLineNumber(), "table-head-refused", Map.of("expected", expected)));
    }

    private void checkCharacters(Cell cell, Allowed allowed) {
        String refused = allowed.refused(cell.value());
        if (refused != null) {
            problems.add(cell.problem("cell-refused", Map.of("character", refused, "allowed", allowed.text())));
        }
    }

    /** Below each line that names a table stand its kinds, patterns, templates and headings of columns, then its rows. */
    private void readAll(List<CsvRecord> rows) {
        int i = 0;
        for (; i < rows.size() && !isTable(rows.get(i)); i++) {
            checkAbove(rows.get(i));
        }
        while (i < rows.size()) {
            int end = i + 1;
            while (end < rows.size() && !isTable(rows.get(end))) {
                end++;
            }
            checkWords(rows.get(i));
            if (end - i < HEAD_ROWS) {
                refuseHead(rows.get(i), String.join(", ", NAME, "CONDITION", "ACTION", "METADATA"));
            } else {
                readOne(rows.subList(i + 1, i + HEAD_ROWS), rows.subList(i + HEAD_ROWS, end));
            }
            i = end;
        }
    }

    private static boolean isTable(CsvRecord row) {
        return row.getField(0).strip().startsWith(TABLE);
    }

    private void readOne(List<CsvRecord> head, List<CsvRecord> rows) {
        CsvRecord templates = head.get(2);
        CsvRecord headings = head.get(3);
        checkWords(headings);
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
            checkHead(head, columns);
            rows.stream()
                    .filter(row -> row.getFields().stream().anyMatch(field -> !field.isBlank()))
                    .forEach(row -> readRow(row, headings, columns));
        }
    }

    /** The columns are those of a grade table and the names of its rules, and no others. */
    private void checkHead(List<CsvRecord> head, Map<Column, Integer> columns) {
        int width = head.stream().mapToInt(CsvRecord::getFieldCount).max().orElse(0);
        String[][] expected = new String[3][width];
        for (String[] row : expected) {
            Arrays.fill(row, "");
        }
        expected[0][0] = columns.containsValue(0) ? "" : NAME;
        columns.forEach((column, i) -> {
            expected[0][i] = column.kind;
            expected[1][i] = column.pattern;
            expected[2][i] = column.template;
        });
        for (int row = 0; row < expected.length; row++) {
            List<String> fields = head.get(row).getFields();
            for (int i = 0; i < width; i++) {
                String field = i < fields.size() ? fields.get(i) : "";
                if (!Column.squeezed(field).equals(Column.squeezed(expected[row][i]))) {
                    refuseHead(head.get(row), String.join(" | ", expected[row]));
                    break;
                }
            }
        }
    }

    private void readRow(CsvRecord row, CsvRecord headings, Map<Column, Integer> columns) {
        Map<Column, Cell> cells = new EnumMap<>(Column.class);
        columns.forEach((column, i) -> cells.put(column, cell(row, headings, i)));
        int before = problems.size();
        for (int i = 0; i < row.getFieldCount(); i++) {
            if (!columns.containsValue(i)) {
                checkCharacters(cell(row, headings, i), WORDS);
            }
        }
        cells.forEach((column, cell) -> {
            if (column.allowed != null) {
                checkCharacters(cell, column.allowed);
            }
        });
        Band band = new Band(
                cells.get(Column.REGULATION),
                cells.get(Column.FROM),
                cells.get(Column.UNTIL),
                cells.get(Column.GRADE),
                cells.get(Column.BASIS));
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
            problems.add(band.grade().problem(NO_PAIR, Map.of()));
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
        return cell(row, column, column < headings.getFieldCount() ? headings.getField(column) : "");
    }

    private Cell cell(CsvRecord row, int column, String heading) {
        int line = (int) row.getStartingLineNumber();
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
