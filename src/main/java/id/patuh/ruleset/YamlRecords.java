package id.patuh.ruleset;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** YAML to records: strict, so that a misspelt key is an error and not a default. Everything wrong is found at once. */
final class YamlRecords {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // Checked beforehand: Jackson comes to them late, when it no longer knows where they stood.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // Else a time of day behind a date would be dropped unseen.
            .withConfigOverride(LocalDate.class, dates -> dates.setFormat(JsonFormat.Value.forLeniency(false)))
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
        checkKeys(file, "", type, problems);
        try {
            T value = MAPPER.readerFor(type)
                    .withHandler(new Strict(problems))
                    .readValue(file.tokens().asParser());
            if (problems.isEmpty()) {
                return value;
            }
        } catch (JacksonException e) {
            readOn(file, type, e, problems);
        }
        throw new RuleSetException(problems.found());
    }

    /** Finds what else is wrong, by leaving out what cannot be read and reading again. */
    private static void readOn(YamlFile file, Class<?> type, JacksonException fault, YamlProblems problems) {
        ObjectReader reader = MAPPER.readerFor(type).withHandler(new Strict(problems));
        JsonNode content = MAPPER.readTree(file.tokens().asParser());
        Set<String> leftOut = new HashSet<>();
        JacksonException next = fault;
        while (next != null && leftOut.add(key(next))) {
            problems.add(key(next), reason(file, next));
            leaveOut(next, content);
            try {
                reader.readValue(MAPPER.treeAsTokens(content));
                next = null;
            } catch (JacksonException e) {
                next = e;
            }
        }
    }

    private static void leaveOut(JacksonException fault, JsonNode content) {
        JsonNode around = null;
        JsonNode at = content;
        for (JacksonException.Reference part : fault.getPath()) {
            around = at;
            at = part.getPropertyName() == null ? at.path(part.getIndex()) : at.path(part.getPropertyName());
        }
        if (around instanceof ObjectNode mapping) {
            String name = fault.getPath().get(fault.getPath().size() - 1).getPropertyName();
            mapping.set(name, isUndecided(fault) ? BooleanNode.FALSE : NullNode.instance);
        } else if (around instanceof ArrayNode list) {
            list.setNull(fault.getPath().get(fault.getPath().size() - 1).getIndex());
        }
    }

    /** Truth values without a default are those that every author has to decide. */
    private static boolean isUndecided(JacksonException e) {
        return e instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null
                && mismatch.getTargetType().isPrimitive();
    }

    /** Notes what does not fit and reads on as if nothing stood there. */
    private static final class Strict extends DeserializationProblemHandler {

        private final YamlProblems problems;

        Strict(YamlProblems problems) {
            this.problems = problems;
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

    /** Whether the records know every key at and below the given one. */
    private static void checkKeys(YamlFile file, String key, Type type, YamlProblems problems) {
        if (type instanceof ParameterizedType container) {
            Type[] of = container.getActualTypeArguments();
            for (int i = 1; file.has(key + "[" + i + "]"); i++) {
                checkKeys(file, key + "[" + i + "]", of[0], problems);
            }
            file.names(key).forEach(name -> checkKeys(file, key + "." + name, of[of.length - 1], problems));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            Map<String, Type> known = new LinkedHashMap<>();
            for (RecordComponent component : record.getRecordComponents()) {
                known.put(name(component), component.getGenericType());
            }
            for (String name : file.names(key)) {
                String below = key.isEmpty() ? name : key + "." + name;
                if (known.containsKey(name)) {
                    checkKeys(file, below, known.get(name), problems);
                } else {
                    problems.addUnknown(below, name, known.keySet());
                }
            }
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named != null
                ? named.value()
                : component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
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
        return isUndecided(e) && !file.has(key(e)) ? "key-absent" : expected(type);
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
