package id.patuh.ledger.trend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was told of grades, put together. */
final class GradeHistory {

    private GradeHistory() {}

    /** The last that was told of each, but for what is no longer there; single surveys first. */
    static List<ToldGrade> latest(List<ToldGrade> told) {
        Map<String, ToldGrade> latest = new LinkedHashMap<>();
        told.forEach(each -> latest.put(each.graded(), each));
        latest.values().removeIf(ToldGrade::isWithdrawn);
        return Stream.concat(
                        latest.values().stream().filter(ToldGrade::isOfSurvey),
                        latest.values().stream().filter(each -> !each.isOfSurvey()))
                .toList();
    }
}
