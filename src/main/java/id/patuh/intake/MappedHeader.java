package id.patuh.intake;

import id.patuh.mapping.Column;
import id.patuh.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the columns of a mapping stand in a table. */
final class MappedHeader {

    private final Mapping mapping;
    private final List<String> headers;
    private final Map<Column, Integer> positions = new HashMap<>();
    private final List<Column> missing = new ArrayList<>();
    private final List<Column> doubled = new ArrayList<>();

    private MappedHeader(Mapping mapping, List<String> headers) {
        this.mapping = mapping;
        this.headers = headers;
    }

    /** Looks for a mapping's columns in a row. */
    static MappedHeader of(Mapping mapping, List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        MappedHeader header = new MappedHeader(mapping, cells.subList(0, width));
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

    /** Whether a row stands among those at the top that a mapping does not look at. */
    static boolean isPassedOver(Mapping mapping, int number) {
        return number != JsonRecords.HEADER && number <= mapping.skippedRows();
    }

    /** Whether each column stands there once. */
    boolean isComplete() {
        return missing.isEmpty() && doubled.isEmpty();
    }

    /** Whether each column that is read stands there once, and no column that the mapping does not know. */
    boolean isWhole() {
        return isComplete() && unknown().isEmpty();
    }

    /** The headers that the mapping neither reads nor knows as not needed. */
    List<String> unknown() {
        Set<Integer> known = new HashSet<>();
        mapping.columns().forEach(column -> known.addAll(column.among(headers)));
        mapping.ignored().forEach(column -> known.addAll(column.among(headers)));
        return IntStream.range(0, headers.size())
                .filter(i -> !known.contains(i) && !headers.get(i).isBlank())
                .mapToObj(headers::get)
                .toList();
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
