package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
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
            // The parser draws a picture of the place over several lines.
            String reason = e.getOriginalMessage().strip().replaceAll("\\s*\\R\\s*\\^?\\s*", " ");
            throw problem(file, at == null ? 0 : Math.max(at.getLineNr(), 0), reason);
        }
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
