package id.patuh.skm;

import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The facts that one survey lacks. */
final class Gaps {

    private final Subject subject;
    private final String path;
    private final LocalDate day;
    private final List<MissingFact> found = new ArrayList<>();

    /** @param day the day whose law judges the survey */
    Gaps(Subject subject, String path, LocalDate day) {
        this.day = day;
        this.subject = subject;
        this.path = path;
    }

    void add(String need) {
        add(need, Map.of());
    }

    void add(String need, Map<String, Object> details) {
        found.add(new MissingFact(need, subject, path, details));
    }

    void addIf(boolean missing, String need) {
        if (missing) {
            add(need);
        }
    }

    /** Passes a parameter's value on, and notes where none is in force. */
    <T> T parameter(String key, T value) {
        if (Objects.isNull(value)) {
            add("parameter:" + key, Map.of("day", day));
        }
        return value;
    }

    boolean has(String need) {
        return found.stream().anyMatch(fact -> fact.need().equals(need));
    }

    List<MissingFact> found() {
        return found;
    }
}
