package id.patuh.sop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rows that could not be read, asked to which cases they may belong. Immutable. */
public final class LostRows {

    /** A unit's name is normalised, so that this is none. */
    private static final String ANY = "*";

    private final UnaryOperator<String> sopOf;
    private final UnaryOperator<String> unitOf;
    private final Map<String, List<Row>> anyCase;
    private final Map<List<String>, LostActivity> byCase = new HashMap<>();

    private record Row(LostActivity lost, String sop, String unit) {}

    /**
     * @param lost in the order of the input
     * @param sopOf gives SOPs that are cited differently one name
     * @param unitOf the same for units
     */
    public LostRows(List<LostActivity> lost, UnaryOperator<String> sopOf, UnaryOperator<String> unitOf) {
        this.sopOf = sopOf;
        this.unitOf = unitOf;
        this.anyCase = new HashMap<>();
        for (LostActivity row : lost) {
            if (row.caseId() == null) {
                anyCase.computeIfAbsent(row.path(), path -> new ArrayList<>())
                        .add(new Row(row, sopName(row), unitName(row)));
            } else {
                add(row);
            }
        }
    }

    private LostRows(LostRows some, List<LostActivity> ofCases) {
        this.sopOf = some.sopOf;
        this.unitOf = some.unitOf;
        this.anyCase = some.anyCase;
        this.byCase.putAll(some.byCase);
        ofCases.forEach(this::add);
    }

    /** These and others, all of which tell their case. */
    public LostRows and(List<LostActivity> ofCases) {
        return ofCases.isEmpty() ? this : new LostRows(this, ofCases);
    }

    boolean isEmpty() {
        return byCase.isEmpty() && anyCase.isEmpty();
    }

    /** A row that belongs to the case, or null. */
    LostActivity of(String sop, String unit, String caseId) {
        // A row without an SOP or a unit may belong to any case of its number.
        for (String rowSop : List.of(sop, "")) {
            for (String rowUnit : List.of(unit, unit.isEmpty() ? ANY : "")) {
                LostActivity row = byCase.get(List.of(rowSop, rowUnit, caseId));
                if (row != null) {
                    return row;
                }
            }
        }
        return null;
    }

    /** A row that may belong to any case of an SOP and a unit that has rows in one of the files; null when there is none. */
    LostActivity among(Collection<String> paths, String sop, String unit) {
        for (String path : paths) {
            for (Row row : anyCase.getOrDefault(path, List.of())) {
                if ((row.sop.isEmpty() || row.sop.equals(sop))
                        && (row.unit.isEmpty() || unit.isEmpty() || row.unit.equals(unit))) {
                    return row.lost;
                }
            }
        }
        return null;
    }

    private void add(LostActivity row) {
        byCase.putIfAbsent(List.of(sopName(row), unitName(row), row.caseId()), row);
        byCase.putIfAbsent(List.of(sopName(row), ANY, row.caseId()), row);
    }

    private String sopName(LostActivity row) {
        return row.sop() == null ? "" : sopOf.apply(row.sop());
    }

    private String unitName(LostActivity row) {
        return row.unit() == null ? "" : unitOf.apply(row.unit());
    }
}
