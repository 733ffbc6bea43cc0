package id.patuh.ledger.trend;

import id.patuh.skm.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was told of grades, put together. */
final class GradeHistory {

    private static final Comparator<Period> BY_END =
            Comparator.comparing(Period::end).thenComparing(Period::start);
    private static final Comparator<SurveyLine> BY_TIME = Comparator.comparing(
                    SurveyLine::period, Comparator.nullsLast(BY_END))
            .thenComparing(line -> line.grade().survey(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(line -> line.told().graded());

    private GradeHistory() {}

    /** Which surveys make a series; those taken together stand after others of the unit. */
    private record Key(String unit, boolean together, String service) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::unit).thenComparing(Key::together).thenComparing(Key::service);

        static Key of(ToldGrade told) {
            return new Key(
                    Graded.unit(told.grade()),
                    !told.isOfSurvey(),
                    Graded.survey(told.grade()).service());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The last that was told of each, but for what is no longer there; single surveys first. */
    static List<ToldGrade> latest(List<ToldGrade> told) {
        List<ToldGrade> latest = lines(told).stream()
                .filter(line -> line.withdrawn() == null)
                .map(SurveyLine::told)
                .toList();
        return Stream.concat(
                        latest.stream().filter(ToldGrade::isOfSurvey),
                        latest.stream().filter(each -> !each.isOfSurvey()))
                .toList();
    }

    /** All by unit and service, in the order of their periods; also what is no longer there. */
    static List<SurveySeries> series(List<ToldGrade> told) {
        Map<Key, List<SurveyLine>> series = new TreeMap<>();
        for (SurveyLine line : lines(told)) {
            series.computeIfAbsent(Key.of(line.told()), key -> new ArrayList<>())
                    .add(line);
        }
        return series.entrySet().stream()
                .map(each -> series(each.getKey(), each.getValue()))
                .toList();
    }

    private static SurveySeries series(Key key, List<SurveyLine> lines) {
        lines.sort(BY_TIME);
        SurveyLine last = lines.get(lines.size() - 1);
        return new SurveySeries(last.grade().unit(), last.grade().service(), key.together(), lines);
    }

    /** In the order in which each was first told. */
    private static List<SurveyLine> lines(List<ToldGrade> told) {
        Map<String, List<ToldGrade>> byGraded = new LinkedHashMap<>();
        told.forEach(each -> byGraded.computeIfAbsent(each.graded(), graded -> new ArrayList<>())
                .add(each));
        return byGraded.values().stream().map(GradeHistory::line).toList();
    }

    private static SurveyLine line(List<ToldGrade> told) {
        ToldGrade end = told.get(told.size() - 1);
        List<ToldGrade> grades =
                told.stream().filter(each -> !each.isWithdrawn()).toList();
        int last = grades.size() - 1;
        List<ToldGrade> corrected = IntStream.range(0, last)
                .filter(i -> !grades.get(i).grade().isSameAs(grades.get(i + 1).grade()))
                .mapToObj(grades::get)
                .toList();
        return new SurveyLine(grades.get(last), corrected, end.isWithdrawn() ? end.run() : null);
    }
}
