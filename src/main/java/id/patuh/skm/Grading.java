package id.patuh.skm;

import java.util.List;
import java.util.TreeSet;

/**
 * The grades that a figure may have. Can be read once the decision tables have answered.
 *
 * @param spans ranges of the index, any of which may be the true one
 */
record Grading(List<Span> spans) {

    /** A range of the index by the grades of its ends. */
    record Span(GradeQuery low, GradeQuery high) {}

    /** The possible grades, best first; empty where the tables give none. Between the ends lies every letter between. */
    List<String> candidates() {
        TreeSet<String> letters = new TreeSet<>();
        for (Span span : spans) {
            String worst = span.low().getGrade();
            String best = span.high().getGrade();
            if (worst == null || best == null) {
                return List.of();
            }
            for (char c = best.charAt(0); c <= worst.charAt(0); c++) {
                letters.add(String.valueOf(c));
            }
        }
        return List.copyOf(letters);
    }

    /**
     * The possible grades against which a printed one is held. Where scores could not be read, that several are possible
     * says nothing about the print: then they are given only if the printed grade is none of them.
     */
    List<String> certain(String printed, boolean uncertain) {
        List<String> candidates = candidates();
        return uncertain && (printed == null || candidates.contains(printed)) ? List.of() : candidates;
    }

    /** The grade, or null where several are possible or none is. */
    String grade() {
        List<String> candidates = candidates();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }
}
