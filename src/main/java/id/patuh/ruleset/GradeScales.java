package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import id.patuh.ruleset.GradeTable.Band;
import id.patuh.skm.Regulation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whether the grade tables give every index on the scale of every regulation exactly one grade. */
final class GradeScales {

    private static final BigDecimal HIGHEST = new BigDecimal("100.00");
    private static final BigDecimal STEP = BigDecimal.ONE.movePointLeft(GradeTable.DECIMALS);

    /** Best first (contract, section 1). */
    private static final List<String> LETTERS = List.of("A", "B", "C", "D");

    private final Folder<Regulation> regulations;
    private final List<RuleProblem> problems;

    GradeScales(Folder<Regulation> regulations, List<RuleProblem> problems) {
        this.regulations = regulations;
        this.problems = problems;
    }

    /**
     * Adds what is wrong with the tables taken together.
     *
     * @param citable whether a legal basis is known
     */
    void check(List<GradeTable> tables, Predicate<String> citable) {
        List<Band> bands = tables.stream().flatMap(t -> t.bands().stream()).toList();
        boolean sound = tables.stream().allMatch(t -> t.problems().isEmpty());
        for (Band band : bands) {
            String id = band.regulation().value();
            if (find(id) == null && !regulations.isBroken(id)) {
                problems.add(band.regulation().problem("regulation-unknown", Map.of()));
                sound = false;
            }
            if (!citable.test(band.basis().value())) {
                problems.add(band.basis().problem("basis-unknown", Map.of()));
            }
        }
        // A row that cannot be read may be the very one that a scale lacks.
        if (sound) {
            for (Folder.Entry<Regulation> entry : regulations.entries()) {
                List<Band> own = bands.stream()
                        .filter(b -> b.regulation().value().equals(entry.value().id()))
                        .sorted(Comparator.comparing(Band::lowest).thenComparing(Band::highest))
                        .toList();
                if (own.isEmpty()) {
                    problems.add(entry.file().problem("regulation", "grades-absent", Map.of()));
                } else if (covers(lowest(entry.value()), own)) {
                    checkLetters(own);
                }
            }
        }
    }

    private Regulation find(String id) {
        return regulations.values().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The index of the lowest score, rounded as indices are. */
    private static BigDecimal lowest(Regulation regulation) {
        return regulation.min().multiply(HIGHEST).divide(regulation.max(), GradeTable.DECIMALS, RoundingMode.HALF_UP);
    }

    private boolean covers(BigDecimal lowest, List<Band> bands) {
        int before = problems.size();
        Band first = bands.get(0);
        if (first.lowest().compareTo(lowest) < 0) {
            outside(first.from(), lowest);
        } else {
            gap(lowest, first.lowest(), first.from());
        }
        Band below = first;
        for (Band band : bands.subList(1, bands.size())) {
            if (band.lowest().compareTo(below.highest()) <= 0) {
                problems.add(band.from()
                        .problem(
                                "grades-overlap",
                                Map.of(
                                        "from",
                                        band.lowest().toString(),
                                        "until",
                                        band.highest().min(below.highest()).toString(),
                                        "other",
                                        Integer.toString(below.from().row()))));
            } else {
                gap(below.highest().add(STEP), band.lowest(), band.from());
            }
            below = band.highest().compareTo(below.highest()) > 0 ? band : below;
        }
        if (below.highest().compareTo(HIGHEST) > 0) {
            outside(below.until(), lowest);
        } else {
            gap(below.highest().add(STEP), HIGHEST.add(STEP), below.until());
        }
        return problems.size() == before;
    }

    /** Complains, at the cell of a boundary, if anything lies between where a band should begin and where one does. */
    private void gap(BigDecimal expected, BigDecimal actual, GradeTable.Cell at) {
        if (expected.compareTo(actual) < 0) {
            problems.add(at.problem(
                    "grades-gap",
                    Map.of(
                            "from",
                            expected.toString(),
                            "until",
                            actual.subtract(STEP).toString())));
        }
    }

    private void outside(GradeTable.Cell at, BigDecimal lowest) {
        problems.add(at.problem("boundary-outside", Map.of("from", lowest.toString(), "until", HIGHEST.toString())));
    }

    /** From the top of the scale down the letters follow each other. */
    private void checkLetters(List<Band> bands) {
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(bands.size() - 1 - i);
            String expected = i < LETTERS.size() ? LETTERS.get(i) : "-";
            if (!band.letter().equals(expected)) {
                problems.add(band.grade()
                        .problem(
                                "grade-out-of-order",
                                Map.of("expected", expected, "letters", String.join(", ", LETTERS))));
                return;
            }
        }
    }
}
