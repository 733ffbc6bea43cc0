package id.patuh.ledger.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The surveys of a unit and service, in the order of their periods.
 *
 * @param unit the unit, or the region, as its last survey spells it; may be null
 * @param service as its last survey spells it; null where none is named
 * @param together whether they are several surveys of each period taken together
 * @param surveys in order; those without a period stand last
 */
public record SurveySeries(String unit, String service, boolean together, List<SurveyLine> surveys) {

    public SurveySeries {
        surveys = List.copyOf(surveys);
    }

    /**
     * Surveys that follow each other under one regulation: figures of different ones are made of other unsur, and make no
     * line together.
     *
     * @param regulation id of the regulation; null where none is known
     */
    public record Part(String regulation, List<SurveyLine> surveys) {

        public Part {
            surveys = List.copyOf(surveys);
        }
    }

    /** Its surveys, cut wherever the regulation changes. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= surveys.size(); i++) {
            if (i == surveys.size() || !Objects.equals(regulation(i), regulation(begin))) {
                parts.add(new Part(regulation(begin), surveys.subList(begin, i)));
                begin = i;
            }
        }
        return parts;
    }

    private String regulation(int at) {
        return surveys.get(at).grade().regulation();
    }
}
