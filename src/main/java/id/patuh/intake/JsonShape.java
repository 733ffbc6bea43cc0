package id.patuh.intake;

import id.patuh.wording.Wording;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How a JSON text is laid out, as far as its first keys tell. */
enum JsonShape {
    /** One object with named lists. */
    DOCUMENT,
    /** A list of activities. */
    LIST,
    /** Activities, one a line. */
    LINES,
    /** Activities one after the other, spread over several lines. */
    VALUES,
    /** An event log about objects (OCEL 2.0). */
    OCEL;

    static final Set<String> SECTIONS = Set.of("activities", "surveys", "followups");
    private static final Set<String> OCEL_ONLY = Set.of("objecttypes", "eventtypes");
    private static final Set<String> OCEL_LISTS = Set.of("objects", "events");
    private static final Set<String> OCEL_1 = Set.of("oceleventlog", "ocelgloballog", "ocelevents", "ocelobjects");
    private static final Set<String> REQUIRED = Set.of("case", "step", "start");
    private static final int LINES_TRIED = 20;
    private static final int KEYS_NAMED = 20;

    static JsonShape of(SourceFile file) throws IOException, Unreadable {
        Set<String> keys = new LinkedHashSet<>();
        JacksonException broken = null;
        boolean list = false;
        try (Reader text = file.open();
                JsonParser parser = JsonTree.parser(text)) {
            JsonToken token = parser.nextToken();
            list = token == JsonToken.START_ARRAY;
            if (list) {
                token = parser.nextToken();
            }
            if (token == JsonToken.START_OBJECT) {
                keys(parser, keys);
            }
        } catch (JacksonException e) {
            broken = e;
        }
        if (!list && keys.stream().map(Wording::key).anyMatch(SECTIONS::contains)) {
            return DOCUMENT;
        }
        if (!list && ocel(keys)) {
            return OCEL;
        }
        if (!list && keys.stream().map(Wording::key).anyMatch(OCEL_1::contains)) {
            throw new Unreadable("ocel-version");
        }
        boolean activity = activity(keys);
        if (list && activity) {
            return LIST;
        }
        boolean lines = !list && lines(file, keys);
        if (activity || activity(keys)) {
            return lines ? LINES : VALUES;
        }
        if (broken != null) {
            throw JsonReader.problem(broken);
        }
        throw new Unreadable(
                "content-unrecognised",
                "found",
                String.join(", ", keys.stream().limit(KEYS_NAMED).toList()));
    }

    /** Whether the text is a document of named lists or an event log about objects. */
    static boolean isDocument(SourceFile file) throws IOException {
        try {
            JsonShape shape = of(file);
            return shape == DOCUMENT || shape == OCEL;
        } catch (Unreadable e) {
            return false;
        }
    }

    private static boolean ocel(Set<String> keys) {
        Set<String> plain = keys.stream().map(Wording::key).collect(Collectors.toSet());
        return plain.stream().anyMatch(OCEL_ONLY::contains) || plain.containsAll(OCEL_LISTS);
    }

    private static boolean activity(Set<String> keys) {
        return keys.stream().map(Fields.ACTIVITY::field).anyMatch(f -> f != null && REQUIRED.contains(f));
    }

    /** Gathers the keys of an object, up to one that decides. */
    private static void keys(JsonParser parser, Set<String> keys) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            keys.add(parser.currentName());
            String key = Wording.key(parser.currentName());
            if (SECTIONS.contains(key) || OCEL_ONLY.contains(key)) {
                return;
            }
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /** Whether one of the first lines is an object by itself; its keys are gathered too. */
    private static boolean lines(SourceFile file, Set<String> keys) throws IOException {
        boolean found = false;
        try (Lines lines = new Lines(file.open())) {
            for (int i = 0; i < LINES_TRIED && !lines.tooLong() && lines.next(); i++) {
                try (JsonParser parser = JsonTree.parser(lines.text())) {
                    if (parser.nextToken() == JsonToken.START_OBJECT) {
                        Set<String> own = new LinkedHashSet<>();
                        keys(parser, own);
                        found |= activity(own);
                        keys.addAll(own);
                    }
                } catch (JacksonException e) {
                    // A broken line says nothing; the next one may.
                    continue;
                }
            }
        }
        return found;
    }
}
