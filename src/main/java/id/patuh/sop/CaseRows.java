package id.patuh.sop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rows of one case. Units number their cases on their own, so that the unit is part of a case's identity: two units that
 * did the same step under one number have two cases. Units that share the steps among them have handed one case on. A row
 * without a unit belongs to the case of the only unit with its number.
 */
final class CaseRows {

    /** Rows equal in both times stay in the input's order. */
    static final Comparator<ActivityRecord> BY_TIME = (one, other) -> {
        int byStart = Long.compare(one.start(), other.start());
        return byStart != 0 ? byStart : Long.compare(one.end(), other.end());
    };

    /** One name for every way of citing the SOP. */
    final String sop;

    final String caseId;

    /** Those of one run are part of the list that was given; not to be changed. */
    List<ActivityRecord> rows = List.of();

    private int runs;

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
        int until;
        for (int from = 0; from < records.size(); from = until) {
            ActivityRecord first = records.get(from);
            String sop = sopOf.apply(first.sop());
            until = from + 1;
            // Rows of a case mostly stand together.
            while (until < records.size() && isSame(first, sop, records.get(until), sopOf)) {
                until++;
            }
            Key number = new Key(sop, "", first.caseId());
            String unit = unitOf.apply(first.unit());
            Key key = shared.contains(number) ? new Key(sop, unit, first.caseId()) : number;
            cases.computeIfAbsent(key, CaseRows::new).add(records.subList(from, until), unit);
        }
        return cases.values();
    }

    /** Whether two rows have the same case number, SOP and, as it is written, unit. */
    private static boolean isSame(
            ActivityRecord one, String sopOfOne, ActivityRecord other, UnaryOperator<String> sopOf) {
        return one.caseId().equals(other.caseId())
                && Objects.equals(one.unit(), other.unit())
                && (one.sop() == other.sop() || sopOfOne.equals(sopOf.apply(other.sop())));
    }

    /** @param some rows of the same unit */
    private void add(List<ActivityRecord> some, String unitOfRows) {
        if (rows.isEmpty()) {
            rows = some;
        } else {
            if (runs == 1) {
                rows = new ArrayList<>(rows);
            }
            rows.addAll(some);
        }
        runs++;
        if (some.get(0).unit() != null) {
            ofSeveralUnits |= unit != null && !unit.equals(unitOfRows);
            unit = unitOfRows;
        }
    }

    /** The rows by time. */
    List<ActivityRecord> inOrder() {
        for (int i = 1; i < rows.size(); i++) {
            if (BY_TIME.compare(rows.get(i - 1), rows.get(i)) > 0) {
                List<ActivityRecord> ordered = new ArrayList<>(rows);
                ordered.sort(BY_TIME);
                return ordered;
            }
        }
        return rows;
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
