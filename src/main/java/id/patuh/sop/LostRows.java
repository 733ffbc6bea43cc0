package id.patuh.sop;

import id.patuh.wording.Mentions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Rows that could not be read, asked to which cases they may belong. */
final class LostRows {

    /** A unit's name is normalised, so that this is none. */
    private static final String ANY = "*";

    private final UnaryOperator<String> sopOf;
    private final UnaryOperator<String> unitOf;
    private final Map<List<String>, LostActivity> byCase = new HashMap<>();
    private final Map<String, List<LostActivity>> anyCase = new HashMap<>();

    /**
     * @param sopOf gives SOPs that are cited differently one name; the empty text for null
     * @param unitOf the same for units
     */
    LostRows(List<LostActivity> lost, UnaryOperator<String> sopOf, UnaryOperator<String> unitOf) {
        this.sopOf = sopOf;
        this.unitOf = unitOf;
        for (LostActivity row : lost) {
            if (row.caseId() == null) {
                anyCase.computeIfAbsent(row.path(), path -> new ArrayList<>()).add(row);
            } else {
                add(row);
            }
        }
    }

    /**
     * Rows that could not be split into cells may still show a case's number; then they are of such cases only.
     *
     * @param caseIds the numbers of all cases of a file
     */
    void narrow(Map<String, Set<String>> caseIds) {
        anyCase.forEach((path, rows) -> {
            Mentions mentions = new Mentions(caseIds.getOrDefault(path, Set.of()));
            rows.removeIf(row -> {
                Set<String> shown = mentions.in(row.text());
                shown.forEach(id -> add(new LostActivity(id, row.sop(), row.unit(), null, path, row.row())));
                return !shown.isEmpty();
            });
        });
    }

    boolean isEmpty() {
        return byCase.isEmpty() && anyCase.isEmpty();
    }

    /** Files that hold rows of which the case is not known. */
    Collection<String> paths() {
        return anyCase.keySet();
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
            for (LostActivity row : anyCase.getOrDefault(path, List.of())) {
                String rowSop = sopOf.apply(row.sop());
                String rowUnit = unitOf.apply(row.unit());
                if ((rowSop.isEmpty() || rowSop.equals(sop))
                        && (rowUnit.isEmpty() || unit.isEmpty() || rowUnit.equals(unit))) {
                    return row;
                }
            }
        }
        return null;
    }

    private void add(LostActivity row) {
        String sop = sopOf.apply(row.sop());
        byCase.putIfAbsent(List.of(sop, unitOf.apply(row.unit()), row.caseId()), row);
        byCase.putIfAbsent(List.of(sop, ANY, row.caseId()), row);
    }
}
