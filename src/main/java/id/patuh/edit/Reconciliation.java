package id.patuh.edit;

import id.patuh.engine.RuleProblem;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.SheetFile;
import id.patuh.intake.SheetFile.Cell;
import id.patuh.ruleset.RuleEdit;
import id.patuh.ruleset.RuleItem;
import id.patuh.ruleset.RuleItem.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells what somebody changed in one table since it was given out, and makes edits of it. What others changed meanwhile
 * stays; a cell that both changed is a conflict.
 */
final class Reconciliation {

    private static final String REMOVE = "remove";
    private static final String ENABLED = "enabled";

    /** Of boundaries between grades. */
    private static final int DECIMALS = 2;

    private final FilledTable filled;
    private final EditTable now;
    private final Map<String, Map<String, String>> origin;
    private final RuleTables tables;
    private final Map<String, EditTable.Row> nowById = new HashMap<>();

    private final List<RuleEdit> edits = new ArrayList<>();
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Map<RuleItem, SheetFile.Row> rows = new HashMap<>();
    private RuleItem lastPolicy;

    private final StepOrder order;

    /** A cell that was changed. */
    private record Change(EditColumn column, Object value) {}

    Reconciliation(FilledTable filled, Origin origin, RuleTables tables) {
        this.filled = filled;
        this.now = tables.tables().get(filled.kind());
        this.origin = origin.rows(filled.kind());
        this.tables = tables;
        this.lastPolicy = tables.lastPolicy();
        this.order = new StepOrder(filled, now);
        now.rows().forEach(row -> nowById.put(row.id(), row));
    }

    /** Reads all rows. */
    Reconciliation run() {
        rejected.addAll(filled.rejected());
        if (!rejected.isEmpty()) {
            return this;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (SheetFile.Row row : filled.rows()) {
            String id = filled.id(row).text().strip();
            if (!isSound(row)) {
                seen.putIfAbsent(id, row.number());
            } else if (id.isEmpty()) {
                added(row);
            } else if (!origin.containsKey(id)) {
                rejected.add(filled.problem(row, "edit-row-unknown", Map.of("id", id)));
            } else if (seen.putIfAbsent(id, row.number()) != null) {
                rejected.add(filled.problem(row, "edit-row-repeated", Map.of("first", "" + seen.get(id))));
            } else {
                known(row, id);
            }
        }
        origin.keySet().stream()
                .filter(id -> !seen.containsKey(id) && nowById.containsKey(id))
                .forEach(id -> rejected.add(filled.problemOfTable(id, "edit-row-absent", Map.of())));
        order.arrange(edits, original());
        rejected.addAll(order.rejected());
        return this;
    }

    /** The items that there are, in the order in which they were given out. */
    private List<RuleItem> original() {
        return origin.keySet().stream()
                .map(nowById::get)
                .filter(Objects::nonNull)
                .map(EditTable.Row::item)
                .toList();
    }

    List<RuleEdit> edits() {
        return edits;
    }

    List<RejectedRow> rejected() {
        return rejected;
    }

    /** The number of the row that an item has here; null where it has none. */
    Integer row(RuleItem item) {
        return rows.containsKey(item) ? rows.get(item).number() : null;
    }

    /** Something wrong with what was filled in for a field of an item; null where the item has no row here. */
    RejectedRow problem(RuleItem item, String field, String reason, Map<String, String> details) {
        SheetFile.Row row = rows.get(item);
        return row == null ? null : filled.problem(row, column(item.kind(), field), reason, details);
    }

    /** Something wrong with an item; what is no column of the table is named as its file names it. */
    RejectedRow problem(RuleItem item, String field, RuleProblem cause, Map<String, String> details) {
        SheetFile.Row row = rows.get(item);
        return row == null || field == null || column(item.kind(), field) != null
                ? problem(item, field, cause.reason(), details)
                : filled.problem(row, cause.key(), cause.value(), cause.reason(), details);
    }

    private static EditColumn column(Kind kind, String field) {
        return EditColumn.of(kind).stream()
                .filter(column -> column.key().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** Formulas and merged cells say one thing and may mean another; errors say nothing. */
    private boolean isSound(SheetFile.Row row) {
        int before = rejected.size();
        if (row.merged()) {
            rejected.add(filled.problem(row, "edit-cells-merged", Map.of()));
        }
        for (EditColumn column : now.columns()) {
            check(filled.cell(row, column), row, column);
        }
        check(filled.id(row), row, null);
        return rejected.size() == before;
    }

    private void check(Cell cell, SheetFile.Row row, EditColumn column) {
        if (cell.formula()) {
            rejected.add(filled.problem(row, column, "edit-cell-formula", Map.of()));
        } else if (cell.fault() != null) {
            rejected.add(filled.problem(
                    row, column, cell.fault().reason(), cell.fault().details()));
        }
    }

    private void known(SheetFile.Row row, String id) {
        EditTable.Row current = nowById.get(id);
        Map<String, String> base = origin.get(id);
        List<Change> changes = new ArrayList<>();
        int before = rejected.size();
        for (EditColumn column : now.columns()) {
            change(row, column, base, current, changes);
        }
        if (current == null) {
            if (!changes.isEmpty()) {
                rejected.add(filled.problem(row, "edit-row-gone", Map.of()));
            }
            return;
        }
        rows.put(current.item(), row);
        boolean removed = changes.stream().anyMatch(c -> c.column().key().equals(EditColumn.ACTION));
        if (removed) {
            remove(row, current, base);
        } else if (rejected.size() == before) {
            edit(row, current, changes);
        }
        if (!removed && now.kind() == Kind.STEP) {
            order.place(row, current.item(), null);
        }
    }

    private void change(
            SheetFile.Row row,
            EditColumn column,
            Map<String, String> base,
            EditTable.Row current,
            List<Change> changes) {
        if (!filled.has(column)) {
            return;
        }
        Cell cell = filled.cell(row, column);
        CellType type = current == null ? column.type() : current.type(column);
        Object wanted = type.read(cell.text());
        String was = base.getOrDefault(column.key(), "");
        if (Objects.equals(wanted, type.read(was))) {
            return;
        }
        String is = current == null ? was : current.cell(column);
        boolean ordering = column.key().equals(EditColumn.ORDER);
        boolean fixed = column.use() != EditColumn.Use.CHANGED || column.key().equals(ENABLED) && was.isEmpty();
        if (fixed) {
            rejected.add(filled.problem(row, column, "edit-cell-fixed", Map.of("was", was)));
        } else if (column.key().equals(EditColumn.ACTION) && !REMOVE.equals(wanted)) {
            rejected.add(filled.problem(
                    row,
                    column,
                    "edit-action-unknown",
                    Map.of("known", tables.texts().choice(REMOVE))));
        } else if (!ordering && !Objects.equals(type.read(is), type.read(was))) {
            if (!Objects.equals(wanted, type.read(is))) {
                rejected.add(
                        filled.problem(row, column, "edit-cell-conflict", Map.of("was", shown(was), "now", shown(is))));
            }
        } else if (isReadable(row, column, cell, type) && !ordering) {
            changes.add(new Change(column, wanted));
        }
    }

    private static String shown(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private boolean isReadable(SheetFile.Row row, EditColumn column, Cell cell, CellType type) {
        if (!cell.number() && type.isAmbiguous(cell.text())) {
            rejected.add(filled.problem(row, column, "edit-number-ambiguous", Map.of()));
            return false;
        }
        return true;
    }

    private void remove(SheetFile.Row row, EditTable.Row current, Map<String, String> base) {
        boolean same = EditColumn.changed(now.kind())
                .filter(column -> !column.key().equals(EditColumn.ORDER))
                .allMatch(column -> Objects.equals(
                        current.type(column).read(current.cell(column)),
                        current.type(column).read(base.getOrDefault(column.key(), ""))));
        if (same) {
            edits.add(new RuleEdit.Remove(current.item()));
        } else {
            rejected.add(filled.problem(row, "edit-row-conflict", Map.of()));
        }
    }

    private void edit(SheetFile.Row row, EditTable.Row current, List<Change> changes) {
        if (now.kind() == Kind.POLICY) {
            if (!changes.isEmpty()) {
                policy(row, current, changes);
            }
            return;
        }
        for (Change change : changes) {
            Object value = change.value() instanceof BigDecimal number && now.kind() == Kind.GRADE
                    ? boundary(number)
                    : change.value();
            edits.add(new RuleEdit.Set(current.item(), change.column().key(), value));
        }
    }

    /** A boundary as tables write it. */
    private static String boundary(BigDecimal number) {
        return (number.scale() < DECIMALS ? number.setScale(DECIMALS) : number).toPlainString();
    }

    /** An entry that says nothing any more goes; one that begins to say something comes. */
    private void policy(SheetFile.Row row, EditTable.Row current, List<Change> changes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> before = new LinkedHashMap<>();
        EditColumn.changed(Kind.POLICY).forEach(column -> {
            put(before, column, column.type().read(current.cell(column)));
            put(fields, column, column.type().read(filled.cell(row, column).text()));
        });
        // What others changed meanwhile stands in the current row.
        before.keySet().stream()
                .filter(key -> !isChanged(changes, key))
                .forEach(key -> fields.put(key, before.get(key)));
        fields.keySet().removeIf(key -> !before.containsKey(key) && !isChanged(changes, key));
        if (before.isEmpty() && fields.isEmpty()) {
            return;
        }
        if (before.isEmpty()) {
            fields.put("rule", PolicyRows.ruleOf(current.item()));
            String declared = current.item().name().replaceAll("^\\S+ ?", "");
            if (!declared.isEmpty()) {
                fields.put("declared", declared);
            }
            edits.add(new RuleEdit.Add(current.item(), lastPolicy, fields));
            lastPolicy = current.item();
        } else if (!fields.containsKey(ENABLED) && !fields.containsKey("severity")) {
            edits.add(new RuleEdit.Remove(current.item()));
        } else {
            for (Change change : changes) {
                String key = change.column().key();
                edits.add(new RuleEdit.Set(current.item(), key, fields.get(key)));
            }
        }
    }

    private static boolean isChanged(List<Change> changes, String key) {
        return changes.stream().anyMatch(change -> change.column().key().equals(key));
    }

    /** That a rule is in force goes without saying. */
    private static void put(Map<String, Object> fields, EditColumn column, Object value) {
        if (value != null && !value.equals(true)) {
            fields.put(column.key(), value);
        }
    }

    private void added(SheetFile.Row row) {
        List<EditColumn> said = now.columns().stream()
                .filter(column -> column.use() != EditColumn.Use.SHOWN)
                .filter(column -> column.type().read(filled.cell(row, column).text()) != null)
                .toList();
        if (said.isEmpty()) {
            return;
        }
        EditColumn naming = now.columns().get(0);
        if (naming.use() != EditColumn.Use.NAMED) {
            rejected.add(filled.problem(row, "edit-rows-fixed", Map.of()));
            return;
        }
        String name = filled.cell(row, naming).text().strip();
        String file = now.kind() == Kind.STEP
                ? tables.fileOfSop(name).orElse(null)
                : tables.fileOfParameter(name).orElse(null);
        if (file == null) {
            rejected.add(filled.problem(row, naming, "edit-name-unknown", Map.of()));
            return;
        }
        RuleItem item = new RuleItem(now.kind(), file, "+" + row.number());
        rows.put(item, row);
        Map<String, Object> fields = new LinkedHashMap<>();
        int before = rejected.size();
        for (EditColumn column : said) {
            CellType type = column.key().equals(EditColumn.VALUE) ? tables.valueTypeOf(file) : column.type();
            Cell cell = filled.cell(row, column);
            if (column.key().equals(EditColumn.ACTION)) {
                rejected.add(filled.problem(row, column, "edit-action-needless", Map.of()));
            } else if (column.use() == EditColumn.Use.CHANGED
                    && !column.key().equals(EditColumn.ORDER)
                    && isReadable(row, column, cell, type)) {
                fields.put(column.key(), type.read(cell.text()));
            }
        }
        if (rejected.size() == before && now.kind() == Kind.STEP) {
            order.place(row, item, fields);
        } else if (rejected.size() == before) {
            edits.add(new RuleEdit.Add(item, valueBefore(item, String.valueOf(fields.get("from"))), fields));
        }
    }

    /** The value below which a new one stands: the last of those that hold from an earlier day on. */
    private RuleItem valueBefore(RuleItem item, String from) {
        RuleItem before = null;
        for (EditTable.Row row : now.rows()) {
            if (row.item().file().equals(item.file()) && row.item().name().compareTo(from) < 0) {
                before = row.item();
            }
        }
        return before;
    }
}
