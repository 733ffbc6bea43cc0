package id.patuh.edit;

import id.patuh.ruleset.RuleItem;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleSetEditor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table of what can be changed.
 *
 * @param rows in the order of the files
 * @param choices what may be chosen in the cells of a column, by its key, as cells show it
 */
public record EditTable(Kind kind, List<Row> rows, Map<String, List<String>> choices) {

    /** Begins the heading of the column that says which row of which table a row is, in every language. */
    static final String ID = "id:";

    /**
     * A row.
     *
     * @param item what it shows; of a rule that the policy does not mention, what the policy would have of it
     * @param cells texts by key of their column, blank ones left out
     * @param valueType what the value of a parameter is; else text
     */
    public record Row(RuleItem item, Map<String, String> cells, CellType valueType) {

        /**
         * The row of an item.
         *
         * @param explained cells that are no fields of the item, or are not shown as the files have them
         * @param editor which has the fields; null where the item is not there yet
         */
        static Row of(
                RuleItem item, CellType valueType, Map<String, String> explained, RuleSetEditor editor, Texts texts) {
            Map<String, String> cells = new LinkedHashMap<>(explained);
            Row row = new Row(item, cells, valueType);
            if (editor != null) {
                EditColumn.changed(item.kind())
                        .filter(column -> !cells.containsKey(column.key()))
                        .filter(column -> !column.key().equals(EditColumn.ACTION))
                        .forEach(column -> cells.put(
                                column.key(), row.type(column).show(editor.value(item, column.key()), texts)));
            }
            cells.values().removeIf(String::isEmpty);
            return row;
        }

        /** The text of a cell, never null. */
        public String cell(EditColumn column) {
            return cells.getOrDefault(column.key(), "");
        }

        /** What the cells of a column mean in this row. */
        public CellType type(EditColumn column) {
            return column.key().equals(EditColumn.VALUE) ? valueType : column.type();
        }

        /** What names the row among all rows of all tables. */
        public String id() {
            return item.file() + "#" + item.name();
        }
    }

    /** Its columns, but for the last one, which holds the {@link Row#id}. */
    public List<EditColumn> columns() {
        return EditColumn.of(kind);
    }

    /** The heading of the column that holds the {@link Row#id}. */
    public String idHeading() {
        return ID + Texts.word(kind);
    }
}
