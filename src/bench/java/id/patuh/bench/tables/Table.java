package id.patuh.bench.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of texts, kept as a file with tabs between the cells. */
public final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
        lines.add(String.join("\t", columns));
    }

    /** Adds a row; nothing stands for null. */
    Table add(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            String text = cell == null ? "" : cell.toString();
            if (text.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("not for a table: " + text);
            }
            row.add(text);
        }
        lines.add(String.join("\t", row));
        return this;
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    /** The rows of a file, by column. */
    public static List<Map<String, String>> read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.get(0).split("\t");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
