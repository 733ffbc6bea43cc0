package id.patuh.intake;

import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON documents and lines, read object by object, so that all before a break is kept. */
final class JsonReader {

    private static final int TEXT_LIMIT = 1 << 20;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(TEXT_LIMIT)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            // Numbers keep the decimals they were printed with.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final FileFacts facts;
    private final SourceTable activities;
    private final ActivityReader activityReader;
    private final Set<String> unknownKeys = new HashSet<>();

    JsonReader(FileFacts facts) {
        this.facts = facts;
        this.activities = new SourceTable(facts.path, null);
        this.activityReader = new ActivityReader(facts);
    }

    /** Whether a line is a complete object that is no document of the contract. */
    static boolean isActivityObject(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            return node.isObject() && !node.has("activities") && !node.has("surveys") && !node.has("followUps");
        } catch (JacksonException e) {
            return false;
        }
    }

    /** A document: an object with lists of the contract, or a list of activities. */
    void read(Reader text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                facts.kind(InputFile.Kind.ACTIVITY_LOG);
                readList(parser, new Objects(this::activity));
            } else {
                readDocument(parser);
            }
        } catch (JacksonException e) {
            reject(e, 0);
        }
    }

    private void readDocument(JsonParser parser) {
        JsonSurveyReader surveys = new JsonSurveyReader(facts);
        JsonFollowUpReader followUps = new JsonFollowUpReader(facts);
        boolean any = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            Objects reader = switch (key) {
                case "activities" -> new Objects(this::activity);
                case "surveys" -> new Objects(surveys::read);
                case "followUps" -> new Objects(followUps::read);
                default -> null;
            };
            if (reader == null) {
                facts.reject(null, key, null, "key-unknown");
                parser.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                facts.reject(null, key, null, "list-expected");
                parser.skipChildren();
            } else {
                any = true;
                if (key.equals("activities")) {
                    facts.kind(InputFile.Kind.ACTIVITY_LOG);
                }
                readList(parser, reader);
            }
        }
        if (!any) {
            facts.rejectFile("kind-unknown-json");
        }
    }

    /** Numbers the objects of a list from 1. */
    private static final class Objects {

        private final Reading reading;
        private int position;

        @FunctionalInterface
        interface Reading {
            void read(JsonNode object, int position);
        }

        Objects(Reading reading) {
            this.reading = reading;
        }

        int next() {
            return ++position;
        }
    }

    private void readList(JsonParser parser, Objects objects) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                return;
            }
            int position = objects.next();
            JsonNode node = parser.readValueAsTree();
            if (node.isObject()) {
                objects.reading.read(node, position);
            } else {
                facts.reject(position, null, shown(node), "object-expected");
            }
        }
    }

    /** NDJSON: an activity a line. */
    void readLines(BufferedReader text) throws IOException {
        facts.kind(InputFile.Kind.ACTIVITY_LOG);
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    JsonNode node = MAPPER.readTree(line);
                    if (node.isObject()) {
                        activity(node, number);
                    } else {
                        facts.reject(number, null, shown(node), "object-expected");
                        facts.row(InputFile.Kind.ACTIVITY_LOG, true);
                    }
                } catch (JacksonException e) {
                    reject(e, number);
                    facts.row(InputFile.Kind.ACTIVITY_LOG, true);
                }
            }
        }
    }

    private void activity(JsonNode node, int position) {
        String[] values = new String[activities.width() + node.size()];
        Iterator<String> keys = node.propertyNames().iterator();
        while (keys.hasNext()) {
            String key = keys.next();
            String field = Headers.ACTIVITY.field(key);
            if (field == null) {
                if (unknownKeys.add(key)) {
                    facts.reject(position, key, null, "column-unknown");
                }
            } else {
                int column = activities.column(field);
                values[column >= 0 ? column : activities.add(field, key)] = text(node.get(key));
            }
        }
        activityReader.read(new SourceRow(activities, position, values));
    }

    /** A value as a cell would hold it: lists joined by semicolons. */
    static String text(JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            StringBuilder joined = new StringBuilder();
            for (JsonNode entry : node) {
                joined.append(joined.isEmpty() ? "" : "; ").append(text(entry));
            }
            return joined.toString();
        }
        return node.isNumber() && !node.isIntegralNumber()
                ? node.decimalValue().toPlainString()
                : node.isObject() ? node.toString() : node.asString();
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 100 ? text.substring(0, 97) + "..." : text;
    }

    private void reject(JacksonException e, int line) {
        TokenStreamLocation at = e.getLocation();
        String cause = e.getOriginalMessage().lines().findFirst().orElse("");
        facts.reject(
                line > 0 ? Integer.valueOf(line) : at == null ? null : Integer.valueOf(at.getLineNr()),
                null,
                null,
                "json-broken",
                "column",
                at == null ? "?" : Integer.toString(at.getColumnNr()),
                "cause",
                cause);
    }

    /** Reads the properties of an object as the cells of a row. */
    static SourceRow row(SourceTable table, int position, JsonNode object, Consumer<String> unknown, String... fields) {
        String[] values = new String[table.width() + fields.length];
        for (String field : fields) {
            if (object.has(field)) {
                int column = table.column(field);
                values[column >= 0 ? column : table.add(field, field)] = text(object.get(field));
            }
        }
        Set<String> known = Set.of(fields);
        object.propertyNames().forEach(key -> {
            if (!known.contains(key)) {
                unknown.accept(key);
            }
        });
        return new SourceRow(table, position, values);
    }
}
