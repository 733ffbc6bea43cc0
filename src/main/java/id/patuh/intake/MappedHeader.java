package id.patuh.intake;

import id.patuh.mapping.Column;
import id.patuh.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the columns of a mapping stand in a table. */
final class MappedHeader {

    private final List<String> headers;
    private final Map<Column, Integer> positions = new HashMap<>();
    private final List<Column> missing = new ArrayList<>();
    private final List<Column> doubled = new ArrayList<>();

    private MappedHeader(List<String> headers) {
        this.headers = headers;
    }

    /** Looks for a mapping's columns in a row. */
    static MappedHeader of(Mapping mapping, List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        MappedHeader header = new MappedHeader(cells.subList(0, width));
        for (Column column : mapping.columns()) {
            List<Integer> found = column.among(header.headers);
            if (found.size() == 1) {
                header.positions.put(column, found.get(0));
            } else {
                (found.isEmpty() ? header.missing : header.doubled).add(column);
            }
        }
        return header;
    }

    /** Whether each column stands there once. */
    boolean isComplete() {
        return missing.isEmpty() && doubled.isEmpty();
    }

    /** How many of the columns stand there. */
    int known() {
        return positions.size() + doubled.size();
    }

    List<Column> missing() {
        return missing;
    }

    List<Column> doubled() {
        return doubled;
    }

    List<String> headers() {
        return headers;
    }

    /** A column's header as the file spells it. */
    String headerOf(Column column) {
        return headers.get(position(column));
    }

    /** What stands in a row's column, stripped; null where nothing does. */
    String cell(TableRow row, Column column) {
        String cell = row.cell(row.origin(position(column)));
        return cell == null || cell.isBlank() ? null : cell.strip();
    }

    private int position(Column column) {
        Integer known = positions.get(column);
        return known == null ? column.among(headers).get(0) : known;
    }
}
