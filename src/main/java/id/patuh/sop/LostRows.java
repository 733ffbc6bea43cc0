package id.patuh.sop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows that could not be read, asked to which cases they may belong. Immutable. */
public final class LostRows {

    /** A unit's name is normalised, so that this is none. */
    private static final String ANY = "*";

    private final UnaryOperator<String> sopOf;
    private final UnaryOperator<String> unitOf;
    private final Map<String, List<Row>> anyCase;
    private final Map<List<String>, LostActivity> byCase = new HashMap<>();
    private final Map<String, List<Row>> maybeOfCase = new HashMap<>();

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
                anyCase.computeIfAbsent(row.path(), path -> new ArrayList<>()).add(row(row));
            } else {
                add(row);
            }
        }
    }

    private LostRows(LostRows some) {
        this.sopOf = some.sopOf;
        this.unitOf = some.unitOf;
        this.anyCase = some.anyCase;
        this.byCase.putAll(some.byCase);
        this.maybeOfCase.putAll(some.maybeOfCase);
    }

    /** These and others, all of which tell their case. */
    public LostRows and(List<LostActivity> ofCases) {
        if (ofCases.isEmpty()) {
            return this;
        }
        LostRows all = new LostRows(this);
        ofCases.forEach(all::add);
        return all;
    }

    /**
     * These and others, which do not tell their case: they may belong to cases of one number alone, of those with rows in
     * their file.
     *
     * @param untold by the case number
     */
    public LostRows andMaybe(Map<String, List<LostActivity>> untold) {
        if (untold.isEmpty()) {
            return this;
        }
        LostRows all = new LostRows(this);
        untold.forEach((caseId, rows) ->
                all.maybeOfCase.put(caseId, rows.stream().map(all::row).toList()));
        return all;
    }

    boolean isEmpty() {
        return byCase.isEmpty() && anyCase.isEmpty() && maybeOfCase.isEmpty();
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

    /** A row that may belong to the case, as to others, which has rows in some files; null when there is none. */
    LostActivity among(Collection<String> paths, String sop, String unit, String caseId) {
        return Stream.concat(
                        paths.stream().flatMap(path -> anyCase.getOrDefault(path, List.of()).stream()),
                        maybeOfCase.getOrDefault(caseId, List.of()).stream()
                                .filter(row -> paths.contains(row.lost.path())))
                .filter(row -> row.sop.isEmpty() || row.sop.equals(sop))
                .filter(row -> row.unit.isEmpty() || unit.isEmpty() || row.unit.equals(unit))
                .map(Row::lost)
                .findFirst()
                .orElse(null);
    }

    private Row row(LostActivity lost) {
        return new Row(lost, sopName(lost), unitName(lost));
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
