package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML to records: strict, so that a misspelt key is an error and not a default. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Yaml() {}

    static <T> T read(String file, String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new RuleSetException(List.of(new RuleProblem(file, 0, "the file is empty")));
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw problem(file, lineOf(text, e.getPropertyName()), "unknown key " + e.getPropertyName());
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw problem(file, at == null ? 0 : Math.max(at.getLineNr(), 0), reason(e));
        }
    }

    private static String reason(JacksonException e) {
        if (e instanceof InvalidFormatException format) {
            return "\"" + format.getValue() + "\" is no " + noun(format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            String key = e.getPath().isEmpty()
                    ? null
                    : e.getPath().get(e.getPath().size() - 1).getPropertyName();
            return (key == null ? "here" : key) + " ought to be a " + noun(mismatch.getTargetType());
        }
        // The parser draws a picture of the place over several lines; of its own names none helps.
        return "no YAML: "
                + e.getOriginalMessage()
                        .strip()
                        .replaceAll("\\s*\\R\\s*\\^?\\s*", " ")
                        .replaceFirst(" in reader, line \\d+, column \\d+:", ":");
    }

    private static String noun(Class<?> type) {
        if (type == LocalDate.class) {
            return "date like 2025-12-31";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class) {
            return "number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "list";
        }
        return type == String.class ? "text" : "group of keys";
    }

    private static RuleSetException problem(String file, int line, String reason) {
        return new RuleSetException(List.of(new RuleProblem(file, line, reason)));
    }

    /** Records are filled at the end of their object, which is where the parser then stands. */
    private static int lineOf(String text, String key) {
        Pattern keyed = Pattern.compile("(?:^|[\\s{,\"])" + Pattern.quote(key) + "\"?\\s*:");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (keyed.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return 0;
    }
}
