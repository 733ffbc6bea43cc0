package id.patuh.draft;

import id.patuh.intake.TableSample;
import id.patuh.mapping.Column;
import java.util.Collection;
import java.util.List;

/** The columns of a table as its first rows show them: the header where it seems to stand, and what stands below it. */
public final class SampledColumns {

    private static final String PLACE = "#\\d+";

    private final int headerRow;
    private final List<String> headers;
    private final List<TableSample.Row> rows;

    /** @param table the first rows of a table, titles above its header among them */
    public SampledColumns(TableSample table) {
        int at = HeaderGuess.of(table.rows());
        this.headerRow = at < 0 ? 0 : table.rows().get(at).number();
        this.headers = at < 0
                ? List.of()
                : table.rows().get(at).cells().stream().map(String::strip).toList();
        this.rows =
                at < 0 ? List.of() : table.rows().subList(at + 1, table.rows().size());
    }

    /** The row of the header as the file counts it, from 1; 0 for the keys of JSON objects, and where there is no header. */
    public int headerRow() {
        return headerRow;
    }

    /** What heads the columns, in their order; empty texts where nothing does. */
    public List<String> headers() {
        return headers;
    }

    /** The rows below the header. */
    public List<TableSample.Row> rows() {
        return rows;
    }

    /** Different values of a column, the first of them first, without blanks. */
    public List<String> values(int column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** How a mapping names a column: by its header or, where that names no column or several, by its place. */
    public String reference(int column) {
        String header = headers.get(column);
        boolean names = !header.isEmpty()
                && !header.matches(PLACE)
                && new Column(header).among(headers).size() == 1;
        return names ? header : "#" + (column + 1);
    }

    /** The positions of columns that a mapping names, from 0; those that are not there, or several times, are left out. */
    List<Integer> positions(Collection<Column> columns) {
        return columns.stream()
                .map(column -> column.among(headers))
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0))
                .toList();
    }
}
