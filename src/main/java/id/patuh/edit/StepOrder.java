package id.patuh.edit;

import id.patuh.intake.RejectedRow;
import id.patuh.intake.SheetFile;
import id.patuh.ruleset.RuleEdit;
import id.patuh.ruleset.RuleItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The order that the rows of a table of steps ask for, by the numbers in their column and not by where they stand. */
final class StepOrder {

    private final FilledTable filled;
    private final EditTable now;
    /** By the file of the SOP. */
    private final Map<String, List<Placed>> steps = new TreeMap<>();

    private final List<RejectedRow> rejected = new ArrayList<>();

    /**
     * A step with the place that its row asks for.
     *
     * @param fields of a new step; null of one that there is
     */
    private record Placed(SheetFile.Row row, RuleItem item, BigDecimal order, Map<String, Object> fields) {}

    StepOrder(FilledTable filled, EditTable now) {
        this.filled = filled;
        this.now = now;
    }

    /** What cannot be put in order. */
    List<RejectedRow> rejected() {
        return rejected;
    }

    /**
     * Takes note of a step that stays or comes.
     *
     * @param fields of a new step; null of one that there is
     */
    void place(SheetFile.Row row, RuleItem item, Map<String, Object> fields) {
        EditColumn column = now.columns().stream()
                .filter(c -> c.key().equals(EditColumn.ORDER))
                .findFirst()
                .orElseThrow();
        if (CellType.NUMBER.read(filled.cell(row, column).text()) instanceof BigDecimal order) {
            List<Placed> placed = steps.computeIfAbsent(item.file(), file -> new ArrayList<>());
            if (placed.stream().anyMatch(p -> p.order().equals(order))) {
                rejected.add(filled.problem(row, column, "edit-order-repeated", Map.of()));
            }
            placed.add(new Placed(row, item, order, fields));
        } else {
            rejected.add(filled.problem(row, column, "edit-order-unreadable", Map.of()));
        }
    }

    /**
     * Adds what puts the steps in order, and new ones among them.
     *
     * @param edits which have told already what is removed
     * @param original the steps in the order in which they were given out
     */
    void arrange(List<RuleEdit> edits, List<RuleItem> original) {
        steps.forEach((file, unsorted) -> {
            List<Placed> placed = unsorted.stream()
                    .sorted(Comparator.comparing(Placed::order))
                    .toList();
            List<RuleItem> wanted = placed.stream()
                    .filter(p -> p.fields() == null)
                    .map(Placed::item)
                    .toList();
            List<RuleItem> current = now.rows().stream()
                    .map(EditTable.Row::item)
                    .filter(item -> item.file().equals(file))
                    .collect(Collectors.toCollection(ArrayList::new));
            List<RuleItem> before = original.stream().filter(wanted::contains).toList();
            boolean moved = !wanted.equals(before);
            if (moved
                    && !before.equals(current.stream().filter(wanted::contains).toList())) {
                rejected.add(filled.problem(placed.get(0).row(), "edit-order-conflict", Map.of()));
            } else {
                edits.stream()
                        .filter(RuleEdit.Remove.class::isInstance)
                        .map(RuleEdit::item)
                        .forEach(current::remove);
                arrange(placed, current, moved, edits);
            }
        });
    }

    private static void arrange(List<Placed> placed, List<RuleItem> current, boolean moved, List<RuleEdit> edits) {
        RuleItem above = null;
        for (Placed step : placed) {
            RuleItem item = step.item();
            if (step.fields() != null) {
                edits.add(new RuleEdit.Add(item, above, step.fields()));
                current.add(current.indexOf(above) + 1, item);
            } else if (moved && current.indexOf(item) != current.indexOf(above) + 1) {
                current.remove(item);
                edits.add(new RuleEdit.Move(item, above));
                current.add(current.indexOf(above) + 1, item);
            }
            above = item;
        }
    }
}
