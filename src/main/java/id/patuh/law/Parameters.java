package id.patuh.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** All parameters of a rule set; immutable, and shared by all threads. */
public final class Parameters {

    private final Map<String, Parameter> byKey = new HashMap<>();

    /** The days, as epoch days, on which a value begins or no longer holds. */
    private final long[] changes;

    /** What holds before the first of them, and from each on. */
    private final InForce[] inForce;

    public Parameters(Collection<Parameter> parameters) {
        parameters.forEach(p -> byKey.put(p.key(), p));
        changes = byKey.values().stream()
                .flatMap(p -> p.values().stream())
                .flatMapToLong(Parameters::changes)
                .sorted()
                .distinct()
                .toArray();
        inForce = new InForce[changes.length + 1];
        inForce[0] = new InForce(Map.of());
        for (int i = 0; i < changes.length; i++) {
            inForce[i + 1] = new InForce(valuesOn(LocalDate.ofEpochDay(changes[i])));
        }
    }

    private static LongStream changes(Parameter.Value value) {
        long from = value.from().toEpochDay();
        return value.until() == null
                ? LongStream.of(from)
                : LongStream.of(from, value.until().toEpochDay() + 1);
    }

    private Map<String, Parameter.Value> valuesOn(LocalDate day) {
        Map<String, Parameter.Value> values = new HashMap<>();
        byKey.forEach((key, parameter) -> parameter.on(day).ifPresent(value -> values.put(key, value)));
        return values;
    }

    /** Every parameter, by key. */
    public List<Parameter> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Parameter::key))
                .toList();
    }

    /** These parameters, of which some are taken from elsewhere. */
    public Parameters with(Collection<Parameter> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<String, Parameter> all = new HashMap<>(byKey);
        others.forEach(p -> all.put(p.key(), p));
        return new Parameters(all.values());
    }

    /** The parameter with this key. */
    public Optional<Parameter> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The parameters as they stood on a day; the same object for all days between two changes. */
    public InForce on(LocalDate day) {
        return on(day.toEpochDay());
    }

    /** The parameters as they stood on an epoch day. */
    public InForce on(long epochDay) {
        int i = changes.length;
        // Most days come after the last change.
        while (i > 0 && epochDay < changes[i - 1]) {
            i--;
        }
        return inForce[i];
    }

    /** The parameters as they stood on some days. Every reading is null where no value was in force. */
    public static final class InForce {

        private final Map<String, Parameter.Value> values;

        private InForce(Map<String, Parameter.Value> values) {
            this.values = values;
        }

        /** The value with its basis, or null. */
        public Parameter.Value value(String key) {
            return values.get(key);
        }

        /** Keys that begin so and have a value in force, in order. */
        public List<String> keys(String prefix) {
            return values.keySet().stream()
                    .filter(key -> key.startsWith(prefix))
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
