package id.patuh.ruleset;

import id.patuh.law.TimeLimit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a parameter, whose unit says what it must be ({@code src/docs/rules.md} lists the units). The bounds keep out
 * what has no meaning at all, not what is merely unusual.
 */
final class ParameterValue {

    // "0 to 1", "between 0 and 1"
    private static final Pattern RANGE = Pattern.compile("(between )?(\\d+) (?:to|and) (\\d+)");

    private final String unit;
    private final Object value;
    private final String key;
    private final YamlProblems problems;

    private ParameterValue(String unit, Object value, String key, YamlProblems problems) {
        this.unit = unit == null ? "number" : unit;
        this.value = value;
        this.key = key;
        this.problems = problems;
    }

    /**
     * The value as parameters keep it: a number, a text or a list of texts.
     *
     * @param key where it stands
     */
    static Object read(String unit, Object value, String key, YamlProblems problems) {
        return new ParameterValue(unit, value, key, problems).read();
    }

    private Object read() {
        if (unit.equals("words")) {
            return words();
        }
        if (unit.equals("limit")) {
            if (TimeLimit.parse(value.toString()).isEmpty()) {
                problems.add(key, "not-limit");
            }
            return value.toString();
        }
        return unit.contains(":") ? choice() : number();
    }

    private Object words() {
        if (!(value instanceof List<?> list)) {
            problems.add(key, "not-list");
            return List.of();
        }
        for (int i = 0; i < list.size(); i++) {
            if (String.valueOf(list.get(i)).isBlank()) {
                problems.add(key + "[" + (i + 1) + "]", "item-empty");
            }
        }
        return list.stream().map(String::valueOf).toList();
    }

    private Object choice() {
        boolean named =
                Arrays.stream(unit.split(";")).anyMatch(choice -> choice.strip().startsWith(value + ":"));
        if (!named) {
            problems.add(key, "choice-unknown", Map.of("choices", unit));
        }
        return value.toString();
    }

    private Object number() {
        if (!(value instanceof Number)) {
            problems.add(key, "not-number");
            return BigDecimal.ZERO;
        }
        BigDecimal number = new BigDecimal(value.toString());
        Matcher range = RANGE.matcher(unit);
        if (range.matches()) {
            boolean open = range.group(1) != null;
            BigDecimal most = new BigDecimal(range.group(3));
            if (number.compareTo(new BigDecimal(range.group(2))) <= 0
                    || number.compareTo(most) > 0
                    || open && number.compareTo(most) == 0) {
                problems.add(
                        key,
                        open ? "not-between" : "not-above",
                        Map.of("lower", range.group(2), "upper", range.group(3)));
            }
        } else if (unit.equals("number")) {
            if (number.signum() <= 0) {
                problems.add(key, "not-positive");
            }
        } else if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            // Every other unit names what is counted.
            problems.add(key, "not-whole-number");
        } else if (number.signum() <= 0) {
            problems.add(key, "below-minimum", Map.of("minimum", "1"));
        }
        return number;
    }
}
