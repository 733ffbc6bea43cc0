package id.patuh.ledger.trend;

import id.patuh.check.Grade;
import id.patuh.skm.AbsentSurvey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run tells of grades that was not known. Whatever is no longer there of a survey, for that it was purged or is not
 * read as it was, changes no grade: the last one that was told with all of it stays. For one run.
 */
final class GradeMoves {

    private final Map<String, Grade> known;
    private final Map<String, Grade> now;
    private final Collection<AbsentSurvey> absent;
    /** Surveys whose last grade stays for that. */
    private final List<Grade> stale = new ArrayList<>();
    /** Units that surveys are of; others that have grades are regions. */
    private final Set<String> units = new HashSet<>();

    /**
     * Of a run.
     *
     * @param known the grades until now by what tables know them by
     * @param grades those that it gives
     * @param absent what is not there any more
     */
    GradeMoves(Map<String, Grade> known, List<Grade> grades, Collection<AbsentSurvey> absent) {
        this.known = known;
        this.now = Graded.byKey(grades);
        this.absent = absent;
        known.forEach((key, grade) -> {
            if (isOfSurvey(grade) && isAbsent(grade, hasIndex(now.get(key)))) {
                stale.add(grade);
            }
        });
        known.values().forEach(this::noteUnit);
        grades.forEach(this::noteUnit);
    }

    private void noteUnit(Grade grade) {
        if (isOfSurvey(grade)) {
            units.add(Graded.unit(grade));
        }
    }

    /** By what tables know it by: the grade from now on; null where there is no such survey any more. */
    Map<String, Grade> all() {
        Map<String, Grade> moves = new LinkedHashMap<>();
        now.forEach((key, grade) -> {
            if (!grade.equals(known.get(key)) && !isHindered(grade, hasIndex(grade))) {
                moves.put(key, grade);
            }
        });
        known.forEach((key, grade) -> {
            if (!now.containsKey(key) && !isHindered(grade, false)) {
                moves.put(key, null);
            }
        });
        return moves;
    }

    /** Whether something that it depends on is not there any more. */
    private boolean isHindered(Grade grade, boolean indexed) {
        return isOfSurvey(grade) ? isAbsent(grade, indexed) : isPartStale(grade);
    }

    /** @param indexed whether there is an index: it is made of the responses, where these are still there */
    private boolean isAbsent(Grade survey, boolean indexed) {
        return absent.stream()
                .filter(each -> each.responses() || !indexed)
                .anyMatch(each -> each.survey().agreesWith(Graded.survey(survey)));
    }

    /** Which units a region has is not told. */
    private boolean isPartStale(Grade together) {
        boolean ofRegion = !units.contains(Graded.unit(together));
        return stale.stream()
                .filter(part -> Objects.equals(part.period(), together.period()))
                .anyMatch(part -> ofRegion || Graded.unit(part).equals(Graded.unit(together)));
    }

    private static boolean isOfSurvey(Grade grade) {
        return grade.aggregation() == null;
    }

    private static boolean hasIndex(Grade grade) {
        return grade != null && grade.ikm() != null;
    }
}
