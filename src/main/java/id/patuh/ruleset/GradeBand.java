package id.patuh.ruleset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The indices that have a grade.
 *
 * @param letter A to D
 * @param label what the regulation calls it
 * @param from the least index, with two decimals
 * @param until the greatest, with two decimals
 */
public record GradeBand(String letter, String label, BigDecimal from, BigDecimal until) {

    /** Those of sound tables, of each regulation from the lowest. */
    static Map<String, List<GradeBand>> byRegulation(List<GradeTable> tables) {
        Map<String, List<GradeBand>> grades = new TreeMap<>();
        for (GradeTable table : tables) {
            for (GradeTable.Band band : table.bands()) {
                grades.computeIfAbsent(band.regulation().value(), regulation -> new ArrayList<>())
                        .add(new GradeBand(band.letter(), band.label(), band.lowest(), band.highest()));
            }
        }
        grades.values().forEach(bands -> bands.sort(Comparator.comparing(GradeBand::from)));
        return grades;
    }
}
