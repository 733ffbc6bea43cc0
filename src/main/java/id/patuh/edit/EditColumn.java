package id.patuh.edit;

import id.patuh.ruleset.RuleItem.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A column of a table that managers change.
 *
 * @param key the field of an item that it shows, or a name of its own
 * @param type what its cells mean; of values of parameters it depends on the parameter
 * @param use who fills it in
 * @param width in characters
 */
public record EditColumn(String key, CellType type, Use use, int width) {

    /** Where a step stands among the others. */
    static final String ORDER = "order";
    /** Whether a row is to be taken away. */
    static final String ACTION = "action";
    /** The value of a parameter. */
    static final String VALUE = "value";

    static final String SENTENCE = "sentence";

    /** Who fills in a column. */
    public enum Use {
        /** Nobody: it explains. */
        SHOWN,
        /** Whoever adds a row. */
        NAMED,
        /** Anybody. */
        CHANGED
    }

    private static final Map<Kind, List<EditColumn>> COLUMNS = Map.of(
            Kind.PARAMETER,
            List.of(
                    named("key", 26),
                    shown("title", 34),
                    shown("unit", 16),
                    changed("from", CellType.DATE, 12),
                    changed("until", CellType.DATE, 12),
                    changed(VALUE, CellType.TEXT, 26),
                    changed("basis", CellType.CHOICE, 26),
                    changed("confirmed", CellType.YES_NO, 12),
                    changed("note", CellType.TEXT, 26),
                    changed(ACTION, CellType.CHOICE, 9),
                    shown("rules", 26),
                    shown(SENTENCE, 70)),
            Kind.GRADE,
            List.of(
                    shown("regulation", 24),
                    changed("grade", CellType.TEXT, 8),
                    changed("label", CellType.TEXT, 16),
                    changed("from", CellType.NUMBER, 10),
                    changed("until", CellType.NUMBER, 10),
                    changed("basis", CellType.CHOICE, 32),
                    shown("rules", 22),
                    shown(SENTENCE, 50)),
            Kind.SOP,
            List.of(
                    shown("id", 14),
                    changed("title", CellType.TEXT, 44),
                    changed("in_force", CellType.DATE, 12),
                    changed("until", CellType.DATE, 12),
                    changed("revised", CellType.DATE, 12),
                    changed("clock", CellType.CHOICE, 14),
                    changed("calendar", CellType.CHOICE, 10),
                    changed("survey.min_respondents", CellType.NUMBER, 12),
                    changed("survey.groups", CellType.LIST, 30),
                    shown(SENTENCE, 50)),
            Kind.STEP,
            List.of(
                    named("sop", 12),
                    changed(ORDER, CellType.NUMBER, 8),
                    changed("no", CellType.NUMBER, 8),
                    changed("title", CellType.TEXT, 38),
                    changed("executor", CellType.LIST, 20),
                    changed("executor_inferred", CellType.YES_NO, 13),
                    changed("inputs", CellType.LIST, 28),
                    changed("within", CellType.TEXT, 14),
                    changed("deadline_from", CellType.CHOICE, 13),
                    changed("outputs", CellType.LIST, 28),
                    changed("after", CellType.NUMBERS, 9),
                    changed("optional", CellType.YES_NO, 9),
                    changed("optional_reason", CellType.TEXT, 22),
                    changed("decision.approve", CellType.NUMBER, 9),
                    changed("decision.revise", CellType.NUMBER, 9),
                    changed("decision.inferred", CellType.YES_NO, 13),
                    changed("clock", CellType.CHOICE, 12),
                    changed("note", CellType.TEXT, 18),
                    changed(ACTION, CellType.CHOICE, 9),
                    shown("rules", 34),
                    shown(SENTENCE, 50)),
            Kind.POLICY,
            List.of(
                    shown("rule", 26),
                    shown("title", 36),
                    shown(SENTENCE, 60),
                    shown("declared", 12),
                    changed("enabled", CellType.YES_NO, 8),
                    changed("severity", CellType.CHOICE, 12),
                    changed("why", CellType.TEXT, 34),
                    changed("basis", CellType.CHOICE, 28)));

    /** The columns of the table of a kind. */
    static List<EditColumn> of(Kind kind) {
        return COLUMNS.get(kind);
    }

    /** The cells in which something may be changed. */
    static Stream<EditColumn> changed(Kind kind) {
        return of(kind).stream().filter(column -> column.use() == Use.CHANGED);
    }

    private static EditColumn shown(String key, int width) {
        return new EditColumn(key, CellType.TEXT, Use.SHOWN, width);
    }

    private static EditColumn named(String key, int width) {
        return new EditColumn(key, CellType.CHOICE, Use.NAMED, width);
    }

    private static EditColumn changed(String key, CellType type, int width) {
        return new EditColumn(key, type, Use.CHANGED, width);
    }
}
