package id.patuh.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A single value that a regulation, an SOP or the rule set's own policy sets, as it changed over time.
 *
 * @param key as in {@code skm/minimum-respondents}
 * @param title what it is, by language
 * @param unit of the value, or null
 * @param values by the day they take effect, earliest first
 */
public record Parameter(String key, Map<String, String> title, String unit, List<Value> values) {

    public Parameter {
        title = Map.copyOf(title);
        values = List.copyOf(values);
    }

    /**
     * A value and the time it holds.
     *
     * @param from first day
     * @param until last day, or null; a later value ends it too
     * @param value a number, a text or a list of texts
     * @param basis {@code source/clause} that sets it
     * @param confirmed whether that was read in an official text
     * @param note or null
     */
    public record Value(LocalDate from, LocalDate until, Object value, String basis, boolean confirmed, String note) {}

    /** The value in force on the day. */
    public Optional<Value> on(LocalDate day) {
        return values.stream()
                .filter(v -> !day.isBefore(v.from()) && (v.until() == null || !day.isAfter(v.until())))
                .reduce((a, b) -> b);
    }
}
