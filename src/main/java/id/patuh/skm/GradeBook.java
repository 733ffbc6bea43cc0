package id.patuh.skm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every grade that has to be looked up for one run, each once. */
final class GradeBook {

    private final Map<Key, GradeQuery> queries = new LinkedHashMap<>();

    private record Key(String regulation, BigDecimal index) {}

    /** The grades that figures on the scale 25 to 100 may have; nulls among them are left out. */
    Grading grading(Regulation regulation, Measure... figures) {
        List<Grading.Span> spans = new ArrayList<>();
        for (Measure figure : figures) {
            if (figure != null) {
                spans.add(new Grading.Span(
                        query(regulation, figure.lowestIndex()), query(regulation, figure.highestIndex())));
            }
        }
        return new Grading(spans);
    }

    List<GradeQuery> queries() {
        return List.copyOf(queries.values());
    }

    private GradeQuery query(Regulation regulation, BigDecimal index) {
        return queries.computeIfAbsent(
                new Key(regulation.id(), index), key -> new GradeQuery(key.regulation(), key.index()));
    }
}
