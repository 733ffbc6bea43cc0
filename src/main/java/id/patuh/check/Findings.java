package id.patuh.check;

import id.patuh.violation.Fingerprint;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts violations into the order of the report and gives them their fingerprints. */
final class Findings {

    private static final Comparator<Violation> ORDER = Comparator.<Violation, String>comparing(
                    v -> text(v.subject().unit()))
            .thenComparing(v -> text(v.subject().sop()))
            .thenComparing(v -> text(v.subject().caseId()))
            .thenComparing(v -> text(v.subject().survey()))
            .thenComparingInt(v -> number(v.subject().step()))
            .thenComparing(part(Subject::step))
            .thenComparingInt(v -> v.subject().round() == null ? 0 : v.subject().round())
            .thenComparing(Violation::severity)
            .thenComparing(Violation::rule)
            .thenComparing(part(Subject::constraint))
            .thenComparing(part(Subject::element));

    private final Map<Long, List<Violation>> batches = new TreeMap<>();

    /** Takes the violations of a batch. */
    synchronized void add(long batch, List<Violation> violations) {
        if (!violations.isEmpty()) {
            batches.computeIfAbsent(batch, b -> new ArrayList<>()).addAll(violations);
        }
    }

    /** All violations, by batch. */
    List<Violation> violations() {
        return batches.values().stream().flatMap(List::stream).toList();
    }

    static List<Finding> of(List<Violation> violations) {
        List<Violation> sorted = new ArrayList<>(violations);
        sorted.sort(ORDER);
        Map<String, Integer> occurrences = new HashMap<>();
        List<Finding> findings = new ArrayList<>(sorted.size());
        for (Violation violation : sorted) {
            String first = Fingerprint.of(violation.rule(), violation.subject(), 1);
            int occurrence = occurrences.merge(first, 1, Integer::sum);
            findings.add(new Finding(
                    occurrence == 1 ? first : Fingerprint.of(violation.rule(), violation.subject(), occurrence),
                    violation));
        }
        return findings;
    }

    private static Function<Violation, String> part(Function<Subject, String> of) {
        return v -> text(of.apply(v.subject()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static int number(String step) {
        return step != null && step.matches("\\d{1,9}") ? Integer.parseInt(step) : 0;
    }
}
