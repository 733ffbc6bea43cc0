package id.patuh.sop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rows of one case. Units number their cases on their own, so that the unit is part of a case's identity: two units that
 * did the same step under one number have two cases. Units that share the steps among them have handed one case on. A row
 * without a unit belongs to the case of the only unit with its number.
 */
final class CaseRows {

    /** One name for every way of citing the SOP. */
    final String sop;

    final String caseId;
    final List<ActivityRecord> rows = new ArrayList<>();

    /** Normalised; null as long as no row names one. */
    private String unit;

    private boolean ofSeveralUnits;

    /** @param unit normalised, where the number alone does not tell the case; else empty */
    private record Key(String sop, String unit, String caseId) {}

    private CaseRows(Key key) {
        this.sop = key.sop();
        this.caseId = key.caseId();
    }

    /**
     * The cases, in the order of their first rows.
     *
     * @param sopOf gives SOPs that are cited differently one name; the empty text for null
     * @param unitOf the same for units
     */
    static Collection<CaseRows> of(
            List<ActivityRecord> records, UnaryOperator<String> sopOf, UnaryOperator<String> unitOf) {
        Collection<CaseRows> numbers = group(records, sopOf, unitOf, Set.of());
        Set<Key> shared = new HashSet<>();
        for (CaseRows number : numbers) {
            if (number.ofSeveralUnits && number.repeatsStepElsewhere(unitOf)) {
                shared.add(new Key(number.sop, "", number.caseId));
            }
        }
        return shared.isEmpty() ? numbers : group(records, sopOf, unitOf, shared);
    }

    /** @param shared numbers that units use for cases of their own */
    private static Collection<CaseRows> group(
            List<ActivityRecord> records, UnaryOperator<String> sopOf, UnaryOperator<String> unitOf, Set<Key> shared) {
        Map<Key, CaseRows> cases = new LinkedHashMap<>();
        CaseRows latest = null;
        for (ActivityRecord row : records) {
            String sop = sopOf.apply(row.sop());
            String unit = unitOf.apply(row.unit());
            // Rows of a case mostly stand together.
            if (latest == null || !shared.isEmpty() || !latest.has(sop, row.caseId())) {
                Key number = new Key(sop, "", row.caseId());
                Key key = shared.contains(number) ? new Key(sop, unit, row.caseId()) : number;
                latest = cases.computeIfAbsent(key, CaseRows::new);
            }
            latest.add(row, unit);
        }
        return cases.values();
    }

    private boolean has(String sopOfRow, String caseIdOfRow) {
        return caseId.equals(caseIdOfRow) && sop.equals(sopOfRow);
    }

    private void add(ActivityRecord row, String unitOfRow) {
        rows.add(row);
        if (row.unit() != null) {
            ofSeveralUnits |= unit != null && !unit.equals(unitOfRow);
            unit = unitOfRow;
        }
    }

    /** Whether two units did one step. */
    private boolean repeatsStepElsewhere(UnaryOperator<String> unitOf) {
        Map<String, String> unitOfStep = new HashMap<>();
        for (ActivityRecord row : rows) {
            if (row.unit() != null) {
                String own = unitOf.apply(row.unit());
                if (!unitOfStep.computeIfAbsent(row.step(), step -> own).equals(own)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The unit, normalised; empty where none is named or several have handed the case on. */
    String unit() {
        return unit == null || ofSeveralUnits ? "" : unit;
    }
}
