package id.patuh.intake;

import id.patuh.intake.HeaderSearch.Line;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The objects of a JSON text as rows of a table that is headed by their keys: those of the first list of objects, or those
 * that stand one after the other. A key within another object is written {@code outer.inner}; a list of texts is one cell.
 * The text is read twice, since any object may bring a new key.
 */
final class JsonRecords {

    /** The row of the header, which stands nowhere in the text. */
    static final int HEADER = 0;

    private static final int MOST_KEYS = 1_000;
    private static final int MOST_LEVELS = 5;

    private final SourceFile file;
    private final Reading reading;
    private final Layout layout;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private boolean tooManyKeys;

    /** How the objects stand in the text. */
    private enum Layout {
        /** In a list, which may stand within an object. */
        LIST,
        /** Each on a line of its own. */
        LINES,
        /** One after the other. */
        VALUES
    }

    /** Takes what the text holds. */
    private interface Records {

        /** @param number the object's line or its position, from 1 */
        void take(Object value, int number) throws Unreadable;

        /** A line that is no JSON. */
        default void broken(int number, String text, Unreadable problem) {}
    }

    private JsonRecords(SourceFile file, Reading reading) throws IOException {
        this.file = file;
        this.reading = reading;
        this.layout = layout();
    }

    /** Whether a text that begins with the character is JSON. */
    static boolean begins(int character) {
        return character == '{' || character == '[';
    }

    /** The objects of a file, of which the keys are known then. */
    static JsonRecords of(SourceFile file, Reading reading) throws IOException, Unreadable {
        JsonRecords records = new JsonRecords(file, reading);
        records.scan((value, number) -> {
            if (value instanceof JsonTree.Members object) {
                records.note("", object);
            }
        });
        return records;
    }

    /** The keys of all objects, in the order in which they occur first. */
    List<String> keys() {
        return List.copyOf(columns.keySet());
    }

    /** Hands the objects on as the rows of a table. */
    void read(Table table) throws IOException, Unreadable {
        if (tooManyKeys) {
            throw new Unreadable("columns-too-many", "limit", "" + MOST_KEYS);
        }
        if (!columns.isEmpty()) {
            table.row(new Line(keys(), HEADER), HEADER);
        }
        try {
            Unreadable broken = scan(new Records() {
                @Override
                public void take(Object value, int number) throws Unreadable {
                    row(table, value, number);
                }

                @Override
                public void broken(int number, String text, Unreadable problem) {
                    reading.reject(number, null, text, problem);
                    table.lose(number, text);
                }
            });
            if (broken != null) {
                reading.reject(null, null, null, broken);
                table.breakOff();
            }
        } catch (IOException e) {
            table.breakOff();
            throw e;
        }
        table.end();
    }

    private void row(Table table, Object value, int number) throws Unreadable {
        String[] cells = new String[columns.size()];
        Arrays.fill(cells, "");
        if (!(value instanceof JsonTree.Members object)) {
            reading.reject(number, null, JsonRow.shown(value), new Unreadable("type-wrong", "expected", "{…}"));
            table.lose(number, JsonRow.shown(value));
        } else if (fill(cells, "", object, number)) {
            table.row(new Line(Arrays.asList(cells), number), number);
        } else {
            table.lose(number, String.join(" ", cells));
        }
    }

    /** Puts an object's values in their columns; whether each has one of its own. */
    private boolean fill(String[] cells, String prefix, JsonTree.Members object, int number) {
        boolean whole = true;
        for (JsonTree.Member member : object.all()) {
            String key = prefix + member.key();
            if (member.value() instanceof JsonTree.Members inner) {
                whole &= fill(cells, key + ".", inner, number);
            } else if (member.value() != null) {
                int column = columns.get(key);
                if (!cells[column].isEmpty()) {
                    reading.reject(number, key, JsonRow.shown(member.value()), "key-duplicate");
                    whole = false;
                }
                cells[column] = text(member.value());
            }
        }
        return whole;
    }

    private static String text(Object value) {
        if (!(value instanceof List<?> items)) {
            return JsonRow.shown(value);
        }
        return String.join("; ", items.stream().map(JsonRow::shown).toList());
    }

    private void note(String prefix, JsonTree.Members object) {
        for (JsonTree.Member member : object.all()) {
            String key = prefix + member.key();
            if (member.value() instanceof JsonTree.Members inner) {
                note(key + ".", inner);
            } else if (columns.size() < MOST_KEYS) {
                columns.putIfAbsent(key, columns.size());
            } else {
                tooManyKeys |= !columns.containsKey(key);
            }
        }
    }

    /** Reads the text; gives why it breaks off, or null where it is whole. */
    private Unreadable scan(Records records) throws IOException, Unreadable {
        if (layout == Layout.LINES) {
            scanLines(records);
            return null;
        }
        try (Reader text = file.open();
                JsonParser parser = JsonTree.parser(text)) {
            JsonToken token = layout == Layout.LIST ? toList(parser) : parser.nextToken();
            for (int number = 1; token != null && token != JsonToken.END_ARRAY; number++) {
                records.take(JsonTree.read(parser), number);
                token = parser.nextToken();
            }
            while (token != null) {
                token = parser.nextToken();
            }
            return null;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return JsonReader.problem(e);
        }
    }

    private void scanLines(Records records) throws IOException, Unreadable {
        try (Lines lines = new Lines(file.open())) {
            while (lines.next()) {
                if (lines.tooLong()) {
                    records.broken(
                            lines.number(), null, new Unreadable("line-too-long", "limit", "" + Lines.MAX_LENGTH));
                    continue;
                }
                try (JsonParser parser = JsonTree.parser(lines.text())) {
                    parser.nextToken();
                    Object value = JsonTree.read(parser);
                    if (parser.nextToken() == null) {
                        records.take(value, lines.number());
                    } else {
                        broken(records, lines, JsonReader.brokenAt(parser.currentTokenLocation()));
                    }
                } catch (JacksonException e) {
                    broken(records, lines, JsonReader.problem(e));
                }
            }
        }
    }

    private static void broken(Records records, Lines lines, Unreadable problem) {
        problem.details().computeIfPresent("line", (k, v) -> "" + lines.number());
        records.broken(lines.number(), lines.text(), problem);
    }

    private Layout layout() throws IOException {
        try (Lines lines = new Lines(file.open())) {
            if (lines.next() && !lines.tooLong() && isWholeObject(lines.text()) && lines.next()) {
                return Layout.LINES;
            }
        }
        boolean whole = false;
        try (Reader text = file.open();
                JsonParser parser = JsonTree.parser(text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                parser.skipChildren();
                whole = true;
                if (parser.nextToken() != null) {
                    return Layout.VALUES;
                }
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            // What follows a whole object is meant to be another one; a text that breaks off may yet hold a list.
            return whole ? Layout.VALUES : Layout.LIST;
        }
        return hasList() ? Layout.LIST : Layout.VALUES;
    }

    private static boolean isWholeObject(String line) {
        try (JsonParser parser = JsonTree.parser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private boolean hasList() throws IOException {
        try (Reader text = file.open();
                JsonParser parser = JsonTree.parser(text)) {
            return toList(parser) != null;
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return true;
        }
    }

    /** Goes to the first item of the text's own list or, within an object, of the first list of objects; null if none. */
    private static JsonToken toList(JsonParser parser) {
        JsonToken before = parser.nextToken();
        if (before == JsonToken.START_ARRAY) {
            return parser.nextToken();
        }
        int depth = 1;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && before == JsonToken.START_ARRAY && depth <= MOST_LEVELS) {
                return token;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            before = token;
        }
        return null;
    }
}
