package id.patuh.intake;

import id.patuh.wording.Wording;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value in memory: {@code null}, a {@link Scalar}, a {@link Members} or a {@link List} of values. Numbers keep
 * their digits, and keys that occur twice occur twice.
 */
final class JsonTree {

    static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(CsvRow.MAX_CELL)
                    .build())
            .build();

    private JsonTree() {}

    /**
     * A text, a number or a truth value.
     *
     * @param text as written, without quotation marks
     * @param truth whether it is {@code true} or {@code false}
     */
    record Scalar(String text, boolean truth) {}

    /** A key and its value. */
    record Member(String key, Object value) {}

    /** An object's keys and values in order. */
    record Members(List<Member> all) {

        Members() {
            this(new ArrayList<>());
        }

        /** The value of the first such key; null when there is none, or it is null. */
        Object get(String key) {
            return all.stream()
                    .filter(m -> Wording.key(m.key).equals(key))
                    .findFirst()
                    .map(Member::value)
                    .orElse(null);
        }
    }

    static JsonParser parser(Reader text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** The value that the parser's current token begins. */
    static Object read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Members members = new Members();
                fill(members, parser);
                yield members;
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                fill(items, parser);
                yield items;
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(parser.getString(), true);
            default -> new Scalar(parser.getString(), false);
        };
    }

    /**
     * Reads the object that the parser has begun. If the text breaks off, the object keeps what was complete, and of its
     * lists the items that were.
     */
    static void fill(Members members, JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                List<Object> items = new ArrayList<>();
                members.all.add(new Member(key, items));
                fill(items, parser);
            } else {
                members.all.add(new Member(key, read(parser)));
            }
        }
    }

    private static void fill(List<Object> items, JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
    }
}
