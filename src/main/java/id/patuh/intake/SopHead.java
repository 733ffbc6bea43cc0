package id.patuh.intake;

import id.patuh.intake.DocumentBlock.Grid;
import id.patuh.intake.DocumentBlock.Prose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the parts of what stands above the table of an SOP. A label heads what stands beside it and below it, in its own
 * column and those right of it, until another label takes these columns; what no label heads is the letterhead. In prose,
 * where a converter wrote the labels of two columns first, the contents follow beginning with that of the last label.
 */
final class SopHead {

    /** What no label heads. */
    static final String LETTERHEAD = "letterhead";

    private static final Label NONE = new Label(LETTERHEAD, null);
    private static final Set<String> LISTS =
            Set.of("legal_basis", "qualifications", "related", "equipment", "warnings", "records");
    private static final Pattern LABELLED = Pattern.compile("([^:]{2,45}?)\\s*:\\s*(.*)");
    private static final Pattern FIRST = Pattern.compile("1[.)]?\\s+\\S.*");

    private final SopImport target;
    private final Map<String, List<Entry>> parts = new HashMap<>();
    private final TreeMap<Integer, Label> byColumn = new TreeMap<>();
    private final Deque<Label> waiting = new ArrayDeque<>();
    private String caption;

    /** A label as it is written, and the part that it heads. */
    private record Label(String part, String text) {}

    /**
     * What a cell, or a line of prose, says of a part.
     *
     * @param label as it is written, or null
     * @param sheet where it stands, as {@link DocumentBlock.Grid} names it
     */
    record Entry(String label, String text, String sheet, int row) {}

    SopHead(SopImport target) {
        this.target = target;
    }

    /** Takes a line of prose. */
    void line(Prose line) {
        Label open = label(0);
        boolean empty = !parts.containsKey(open.part());
        if (labelIn(line.text()) != null) {
            if (empty && LISTS.contains(open.part())) {
                waiting.push(open);
            }
        } else if (!empty && !waiting.isEmpty() && FIRST.matcher(line.text()).matches()) {
            head(0, waiting.pop());
        }
        row(null, new HeaderSearch.Line(List.of(line.text()), line.place()));
    }

    /** Takes the rows of a table. */
    void grid(Grid grid) {
        grid.rows().forEach(row -> row(grid.name(), row));
        waiting.clear();
    }

    private void row(String sheet, HeaderSearch.Line row) {
        List<String> filled =
                row.cells().stream().filter(text -> !text.isBlank()).toList();
        if (filled.size() == 1 && labelIn(filled.get(0)) == null) {
            caption = filled.get(0).strip();
        }
        for (int c = 0; c < row.size(); c++) {
            List<String> lines = new ArrayList<>();
            for (String line : row.cell(c).lines().toList()) {
                Label label = labelIn(line);
                if (label == null) {
                    lines.add(line);
                } else {
                    add(c, lines, sheet, row.number());
                    lines = new ArrayList<>(List.of(line.substring(label.text().length())));
                    head(c, label);
                }
            }
            add(c, lines, sheet, row.number());
        }
    }

    private void add(int column, List<String> lines, String sheet, int row) {
        String text = String.join("\n", lines).strip();
        text = text.startsWith(":") ? text.substring(1).strip() : text;
        Label label = label(column);
        List<Entry> entries = parts.getOrDefault(label.part(), new ArrayList<>());
        // What is merged over rows stands in each of them.
        if (!text.isEmpty()
                && (entries.isEmpty() || !entries.get(entries.size() - 1).text().equals(text))) {
            entries.add(new Entry(label.text(), text, sheet, row));
            parts.put(label.part(), entries);
        }
    }

    private Label label(int column) {
        Map.Entry<Integer, Label> left = byColumn.floorEntry(column);
        return left == null ? NONE : left.getValue();
    }

    private void head(int column, Label label) {
        byColumn.tailMap(column, true).clear();
        byColumn.put(column, label);
    }

    /** The label that a line is, or begins with; null for none. */
    private static Label labelIn(String line) {
        Matcher labelled = LABELLED.matcher(line);
        String label = labelled.matches() ? labelled.group(1) : line;
        String part = Fields.SOP_HEAD.field(label);
        return part == null ? null : new Label(part, label);
    }

    /** Adds what was found to the definition of the SOP. */
    void addTo(Map<String, Object> definition) {
        new SopIdentity(target, parts, caption).addTo(definition);
    }
}
