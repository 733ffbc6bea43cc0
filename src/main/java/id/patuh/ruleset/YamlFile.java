package id.patuh.ruleset;

import id.patuh.engine.RuleProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.util.TokenBuffer;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML file with the place of every key in it, so that whatever is found wrong with its content later can still be named
 * by line and column. Keys are written with the keys around them, positions in lists from 1: {@code steps[3].within}.
 */
public final class YamlFile {

    private static final YAMLMapper TOKENS = new YAMLMapper();
    private static final int VALUE_SHOWN = 60;

    /** Written out: a number of a billion digits is soon written with an exponent, and never worked out. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9_]*\\.?[0-9_]*");

    private final String file;
    private final String text;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final List<RuleProblem> problems = new ArrayList<>();
    private final TokenBuffer tokens = new TokenBuffer(ObjectWriteContext.empty(), false);

    /** Where a key's value stands, and the value if it is a single one. */
    private record Place(int line, int column, String value, Shape shape) {}

    private enum Shape {
        NOTHING,
        SINGLE,
        LIST,
        MAPPING
    }

    /** Reads as far as the text is YAML; {@link #problems} has what is wrong with its form. */
    public YamlFile(String file, String text) {
        this.file = file;
        this.text = text;
        try (JsonParser parser = TOKENS.createParser(text)) {
            scan((YAMLParser) parser);
        } catch (JacksonException e) {
            problems.add(broken(e));
        }
    }

    /** What is wrong with the file's form as YAML; without any the content can be read. */
    public List<RuleProblem> problems() {
        return List.copyOf(problems);
    }

    String name() {
        return file;
    }

    /** The content once more, which is not parsed again. */
    TokenBuffer tokens() {
        return tokens;
    }

    String text() {
        return text;
    }

    /** Whether the file has the key. */
    boolean has(String key) {
        return places.containsKey(key);
    }

    /** The names of the keys that stand directly below the key. */
    List<String> names(String key) {
        return List.copyOf(names.getOrDefault(key, List.of()));
    }

    /** The single value that stands at the key; also where the file breaks off further down. */
    Optional<String> value(String key) {
        return Optional.ofNullable(places.get(key)).map(Place::value);
    }

    /** Whether the key is there and nothing stands behind it. */
    boolean isEmpty(String key) {
        return isA(Shape.NOTHING, key);
    }

    /** Whether a list stands at the key. */
    boolean isList(String key) {
        return isA(Shape.LIST, key);
    }

    /** Whether keys with their values stand below the key. */
    boolean isMapping(String key) {
        return isA(Shape.MAPPING, key);
    }

    private boolean isA(Shape shape, String key) {
        return places.containsKey(key) && places.get(key).shape() == shape;
    }

    /** A problem with what stands at the key, or, where nothing does, with what should hold it. */
    RuleProblem problem(String key, String reason, Map<String, String> details) {
        Place place = places.get(key);
        String around = key;
        while (place == null && !around.isEmpty()) {
            around = around.substring(0, Math.max(0, Math.max(around.lastIndexOf('.'), around.lastIndexOf('['))));
            place = places.get(around);
        }
        String value = place == null || !around.equals(key) ? null : shown(place.value());
        return new RuleProblem(
                file,
                place == null ? 1 : place.line(),
                place == null ? 1 : place.column(),
                key.isEmpty() ? null : key,
                value,
                reason,
                details);
    }

    /** The key at which the parser stands. */
    static String key(JsonParser parser) {
        TokenStreamContext context = parser.streamReadContext();
        JsonToken token = parser.currentToken();
        // A list or a mapping that has just begun is already the context; its own place is around it.
        return key(token != null && token.isStructStart() ? context.getParent() : context);
    }

    private static String key(TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String around = key(context.getParent());
        if (context.inArray()) {
            return around + "[" + (context.getCurrentIndex() + 1) + "]";
        }
        String name = context.currentName();
        return name == null ? around : around.isEmpty() ? name : around + "." + name;
    }

    private void scan(YAMLParser parser) {
        int depth = 0;
        String repeated = null;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            tokens.copyCurrentEvent(parser);
            if (depth == 0 && !places.isEmpty()) {
                problems.add(at(parser, "yaml-documents", Map.of()));
                return;
            }
            String key = key(parser);
            if (token == JsonToken.PROPERTY_NAME) {
                Place first = places.get(key);
                boolean within = repeated != null && key.startsWith(repeated);
                if (first != null && !within) {
                    repeated = key;
                    problems.add(at(parser, "key-repeated", Map.of("first", Integer.toString(first.line()))));
                }
                names.computeIfAbsent(key(parser.streamReadContext().getParent()), k -> new ArrayList<>())
                        .add(parser.currentName());
            }
            if (!token.isStructEnd()) {
                note(parser, token, key);
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        if (places.isEmpty()) {
            problems.add(RuleProblem.of(file, "yaml-empty", Map.of()));
        }
    }

    private void note(YAMLParser parser, JsonToken token, String key) {
        if (parser.isCurrentAlias()) {
            problems.add(at(parser, "yaml-alias", Map.of()));
        }
        if (token == JsonToken.VALUE_NULL && parser.streamReadContext().inArray()) {
            problems.add(at(parser, "item-empty", Map.of()));
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT
                && !DECIMAL.matcher(parser.getString()).matches()) {
            problems.add(at(parser, "number-not-plain", Map.of()));
        }
        Shape shape = shape(token);
        Place known = places.get(key);
        if (token.isStructStart() && known != null) {
            // A list or a mapping stands where its key does, though it may begin on the next line.
            places.put(key, new Place(known.line(), known.column(), null, shape));
        } else {
            TokenStreamLocation location = parser.currentTokenLocation();
            String value = shape == Shape.SINGLE ? parser.getString() : null;
            places.put(key, new Place(location.getLineNr(), location.getColumnNr(), value, shape));
        }
    }

    private static Shape shape(JsonToken token) {
        if (token.isStructStart()) {
            return token == JsonToken.START_ARRAY ? Shape.LIST : Shape.MAPPING;
        }
        return token.isScalarValue() && token != JsonToken.VALUE_NULL ? Shape.SINGLE : Shape.NOTHING;
    }

    private RuleProblem at(JsonParser parser, String reason, Map<String, String> details) {
        TokenStreamLocation location = parser.currentTokenLocation();
        String key = key(parser);
        return new RuleProblem(
                file, location.getLineNr(), location.getColumnNr(), key.isEmpty() ? null : key, null, reason, details);
    }

    private RuleProblem broken(JacksonException e) {
        if (!(e.getCause() instanceof MarkedYamlEngineException marked)) {
            String why = e.getCause() instanceof ReaderException ? "yaml-binary" : "yaml-large";
            return RuleProblem.of(file, why, Map.of());
        }
        Optional<Mark> mark = marked.getProblemMark();
        int line = mark.map(Mark::getLine).orElse(-1) + 1;
        int column = mark.map(Mark::getColumn).orElse(-1) + 1;
        String problem = String.valueOf(marked.getProblem());
        String reason = problem.contains("(TAB)")
                ? "yaml-tab"
                : problem.matches(".*(?:expected ',' or|end of stream|stream end).*") ? "yaml-unclosed" : "yaml-broken";
        String around =
                text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
        return new RuleProblem(file, line, column, null, shown(around), reason, Map.of("problem", problem));
    }

    private static String shown(String value) {
        return value == null || value.length() <= VALUE_SHOWN ? value : value.substring(0, VALUE_SHOWN - 3) + "...";
    }
}
