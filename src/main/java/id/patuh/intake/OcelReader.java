package id.patuh.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Reads an event log about objects (OCEL 2.0, JSON). Its objects and events stand in any order and may fill gigabytes,
 * so the text is streamed three times rather than kept as a tree: for the objects, for which of them can be the cases,
 * and for the events.
 */
final class OcelReader {

    private final Reading reading;
    private final ActivityFields activities;
    private final EventLog log;
    private final OcelCases cases;
    private final Attributes ofLog = new Attributes();
    private final Map<String, Lifecycle> lifecycles = new LinkedHashMap<>();
    private final Set<Lifecycle> sinceDoubt = new LinkedHashSet<>();
    private boolean doubted;
    private int position;

    OcelReader(Reading reading, ActivityFields activities) {
        this.reading = reading;
        this.activities = activities;
        this.log = new EventLog(reading, activities, "relationships", "type", "time");
        this.cases = new OcelCases(log.keys());
    }

    void read(SourceFile file) throws IOException, Unreadable {
        reading.found(InputFile.Kind.ACTIVITY_LOG);
        List<Object> found = new ArrayList<>();
        scan(file, "objects", value -> {
            if (value instanceof JsonTree.Members object) {
                cases.add(object);
            }
        });
        Unreadable broken = scan(file, "events", value -> {
            if (found.isEmpty()) {
                found.add(value);
            }
            if (value instanceof JsonTree.Members event) {
                cases.narrow(event);
            }
        });
        if (broken != null) {
            reading.reject(null, null, null, broken);
            activities.lose(reading.path, null, null);
        }
        if (!found.isEmpty()) {
            events(file, broken != null);
        } else if (broken == null) {
            throw new Unreadable("log-empty");
        }
    }

    private void events(SourceFile file, boolean broken) throws IOException, Unreadable {
        if (broken && cases.isUntold()) {
            return;
        }
        cases.decide();
        scan(file, "events", this::event);
        lifecycles.forEach((caseId, lifecycle) -> {
            Attributes ofCase = cases.attributes(caseId);
            lifecycle.end(broken, work -> log.read(work, ofCase, ofLog));
        });
        log.end();
    }

    private void event(Object value) {
        position++;
        if (!(value instanceof JsonTree.Members members)) {
            lose(null, JsonRow.shown(value), new Unreadable("type-wrong", "expected", "{…}"));
            return;
        }
        LogEvent event = log.event(position);
        for (JsonTree.Member member : members.all()) {
            EventField field = switch (member.key()) {
                case "type" -> EventField.STEP;
                case "time" -> EventField.TIME;
                default -> null;
            };
            if (field != null) {
                log.add(event, new EventKeys.Meaning(member.key(), field, 0), OcelCases.text(member.value()), null);
            }
        }
        OcelCases.members(members.get("attributes")).forEach(attribute -> attribute(event, attribute));
        String unknown = cases.unknown(members);
        String caseId = cases.caseOf(members);
        if (unknown != null) {
            lose("relationships", unknown, new Unreadable("object-unknown"));
        } else if (caseId == null) {
            lose("relationships", null, new Unreadable("value-missing"));
        } else {
            add(event, caseId);
        }
    }

    private void attribute(LogEvent event, JsonTree.Members attribute) {
        String name = OcelCases.text(attribute.get("name"));
        if (name == null) {
            return;
        }
        Object value = attribute.get("value");
        if (value instanceof List<?> list) {
            List<String> items =
                    list.stream().map(OcelCases::text).filter(t -> t != null).toList();
            log.add(event, name, String.join("; ", items), items);
        } else {
            log.add(event, name, OcelCases.text(value), null);
        }
    }

    private void add(LogEvent event, String caseId) {
        Attributes ofCase = cases.attributes(caseId);
        Lifecycle lifecycle = lifecycles.get(caseId);
        if (lifecycle == null) {
            lifecycle = new Lifecycle();
            lifecycles.put(caseId, lifecycle);
            if (doubted) {
                lifecycle.doubt();
            }
        }
        log.pass(event);
        lifecycle.add(event, log.tells(event, ofCase, ofLog));
        lifecycle.drain(work -> log.read(work, ofCase, ofLog));
        sinceDoubt.add(lifecycle);
    }

    /** Rejects an event that may be of any case, and so may have begun or ended anything. */
    private void lose(String key, String value, Unreadable problem) {
        reading.reject(position, key, value, problem);
        reading.count(InputFile.Kind.ACTIVITY_LOG, false);
        activities.lose(reading.path, position, null);
        sinceDoubt.forEach(Lifecycle::doubt);
        sinceDoubt.clear();
        doubted = true;
    }

    /** Gives each value of one of the document's lists; returns why the text breaks off, or null. */
    private static Unreadable scan(SourceFile file, String section, Consumer<Object> taker) throws IOException {
        try (Reader text = file.open();
                JsonParser parser = JsonTree.parser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!section.equals(key) || value != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    taker.accept(JsonTree.read(parser));
                }
            }
            return parser.nextToken() == null ? null : JsonReader.brokenAt(parser.currentTokenLocation());
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            return JsonReader.problem(e);
        }
    }
}
