package id.patuh.ruleset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML to records: strict, so that a misspelt key is an error and not a default. Everything wrong is found at once. */
final class YamlRecords {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private YamlRecords() {}

    /**
     * The file's content.
     *
     * @throws RuleSetException if it is no YAML, or its keys or values are not those of the type
     */
    static <T> T read(YamlFile file, Class<T> type) {
        if (!file.problems().isEmpty()) {
            throw new RuleSetException(file.problems());
        }
        YamlProblems problems = new YamlProblems(file);
        try {
            T value = MAPPER.readerFor(type).withHandler(new Strict(problems)).readValue(file.text());
            if (problems.isEmpty()) {
                return value;
            }
        } catch (JacksonException e) {
            problems.add(key(e), reason(file, e));
        }
        throw new RuleSetException(problems.found());
    }

    /** Notes what does not fit and reads on as if nothing stood there. */
    private static final class Strict extends DeserializationProblemHandler {

        private final YamlProblems problems;

        Strict(YamlProblems problems) {
            this.problems = problems;
        }

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                ValueDeserializer<?> deserializer,
                Object target,
                String name) {
            Collection<String> known = new ArrayList<>();
            deserializer.getKnownPropertyNames().forEach(k -> known.add(k.toString()));
            String key = YamlFile.key(parser);
            Nearest.to(name, known)
                    .ifPresentOrElse(
                            near -> problems.add(key, "key-misspelt", Map.of("near", near)),
                            () -> problems.add(key, "key-unrecognised", Map.of("known", String.join(", ", known))));
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String message) {
            problems.add(YamlFile.key(context.getParser()), expected(type));
            return null;
        }

        @Override
        public Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
            problems.add(YamlFile.key(parser), expected(type.getRawClass()));
            parser.skipChildren();
            return null;
        }
    }

    private static String key(JacksonException e) {
        StringBuilder key = new StringBuilder();
        for (JacksonException.Reference part : e.getPath()) {
            if (part.getPropertyName() == null) {
                key.append('[').append(part.getIndex() + 1).append(']');
            } else {
                key.append(key.length() == 0 ? "" : ".").append(part.getPropertyName());
            }
        }
        return key.toString();
    }

    private static String reason(YamlFile file, JacksonException e) {
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        // Truth values without a default are those that every author has to decide.
        return type != null && type.isPrimitive() && !file.has(key(e)) ? "key-absent" : expected(type);
    }

    private static String expected(Class<?> type) {
        if (type == null || type == Integer.class || type == int.class) {
            return "not-whole-number";
        }
        if (type == BigDecimal.class) {
            return "not-number";
        }
        if (type == LocalDate.class) {
            return "not-date";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "not-boolean";
        }
        if (type == String.class) {
            return "not-text";
        }
        return Collection.class.isAssignableFrom(type) ? "not-list" : "not-mapping";
    }
}
