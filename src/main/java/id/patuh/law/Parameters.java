package id.patuh.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All parameters of a rule set. */
public final class Parameters {

    private final Map<String, Parameter> byKey = new HashMap<>();

    public Parameters(Collection<Parameter> parameters) {
        parameters.forEach(p -> byKey.put(p.key(), p));
    }

    /** Every parameter, by key. */
    public List<Parameter> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Parameter::key))
                .toList();
    }

    /** The parameter with this key. */
    public Optional<Parameter> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The parameters as they stood on a day. */
    public InForce on(LocalDate day) {
        return new InForce(day);
    }

    /** The parameters as they stood on one day. Every reading is null where no value was in force. */
    public final class InForce {

        private final LocalDate day;

        private InForce(LocalDate day) {
            this.day = day;
        }

        /** The day. */
        public LocalDate day() {
            return day;
        }

        /** The value with its basis, or null. */
        public Parameter.Value value(String key) {
            return find(key).flatMap(p -> p.on(day)).orElse(null);
        }

        /** Keys that begin so and have a value in force, in order. */
        public List<String> keys(String prefix) {
            return byKey.keySet().stream()
                    .filter(key -> key.startsWith(prefix) && value(key) != null)
                    .sorted()
                    .toList();
        }

        /** A whole number. */
        public Integer count(String key) {
            BigDecimal number = decimal(key);
            return number == null ? null : number.intValueExact();
        }

        /** A number, exactly as the rule set writes it. */
        public BigDecimal decimal(String key) {
            return (BigDecimal) plain(key);
        }

        /** A text. */
        public String text(String key) {
            return (String) plain(key);
        }

        /** A list of words. */
        @SuppressWarnings("unchecked")
        public List<String> words(String key) {
            return (List<String>) plain(key);
        }

        /** A time limit, written as in SOPs. */
        public TimeLimit limit(String key) {
            String text = text(key);
            return text == null ? null : TimeLimit.parse(text).orElseThrow();
        }

        private Object plain(String key) {
            Parameter.Value value = value(key);
            return value == null ? null : value.value();
        }
    }
}
