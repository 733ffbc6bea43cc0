package id.patuh.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an event log in XES (IEEE 1849) as a stream, one trace in memory at a time. Where the text breaks off or is
 * broken, everything before it has been read.
 */
final class XesReader {

    private static final int MAX_ITEMS = 1_000;

    private final Reading reading;
    private final InputFile.Kind forced;
    private final ActivityFields activities;
    private final EventLog log;
    private final Attributes ofLog = new Attributes();
    private XmlCursor xml;
    private TraceEvents events;
    private int emptyTraces;
    private int firstEmpty;

    /** Takes an attribute: its key, its text, and its items where it is a list. */
    @FunctionalInterface
    private interface Taker {
        void take(String key, String text, List<String> items);
    }

    XesReader(Reading reading, InputFile.Kind forced, ActivityFields activities) {
        this.reading = reading;
        this.forced = forced;
        this.activities = activities;
        this.log = new EventLog(reading, activities, EventKeys.NAME, EventKeys.NAME, EventKeys.TIME);
    }

    void read(SourceFile file) throws IOException, Unreadable {
        try (XmlCursor cursor = new XmlCursor(file)) {
            xml = cursor;
            xml.root();
            if (!xml.name().equals("log")) {
                throw new Unreadable("format-not-read", "format", "XML");
            }
            if (forced != null && forced != InputFile.Kind.ACTIVITY_LOG) {
                throw new Unreadable(
                        "kind-differs", "found", InputFile.Kind.ACTIVITY_LOG.word(), "wanted", forced.word());
            }
            reading.found(InputFile.Kind.ACTIVITY_LOG);
            try {
                log();
                if (emptyTraces > 0) {
                    reading.note("traces-empty", Map.of("count", "" + emptyTraces, "first", "" + firstEmpty));
                }
                log.end();
                xml.end();
            } catch (IOException | Unreadable e) {
                activities.lose(reading.path, null, null);
                throw e;
            }
        }
    }

    private void log() throws IOException, Unreadable {
        while (child()) {
            switch (xml.name()) {
                case "trace" -> trace();
                case "classifier" -> classifier();
                default ->
                    attribute((key, text, items) -> {
                        if (key != null) {
                            put(ofLog, log.keys().ofLog(key), text, items);
                        }
                    });
            }
        }
    }

    private boolean child() throws IOException, Unreadable {
        boolean more = xml.child();
        if (xml.hasText()) {
            reading.reject(xml.line(), null, null, "text-stray");
            xml.forgetText();
        }
        return more;
    }

    private void classifier() throws IOException, Unreadable {
        String keys = xml.attribute("keys");
        if (keys != null && !"trace".equals(xml.attribute("scope"))) {
            log.classifiers().add(keys, log.keys());
        }
        skip();
    }

    private void trace() throws IOException, Unreadable {
        int line = xml.line();
        Attributes ofTrace = new Attributes();
        events = new TraceEvents(activities);
        boolean broken = true;
        boolean text = false;
        boolean anyEvent = false;
        try {
            xml.forgetText();
            while (xml.child()) {
                text |= xml.hasText();
                if (xml.name().equals("event")) {
                    anyEvent = true;
                    event(ofTrace);
                    xml.forgetText();
                } else {
                    attribute((key, value, items) -> {
                        EventKeys.Meaning meaning =
                                key == null ? null : log.keys().ofTrace(key);
                        if (isBroken(line, key, value, meaning)) {
                            ofTrace.contradict();
                        } else {
                            put(ofTrace, meaning, value, items);
                        }
                    });
                }
            }
            if (text || xml.hasText()) {
                reading.reject(line, null, null, "text-stray");
                ofTrace.contradict();
            }
            broken = false;
        } finally {
            if (broken || anyEvent || ofTrace.contradicts()) {
                end(ofTrace, line, broken);
            } else {
                events = null;
                firstEmpty = emptyTraces++ == 0 ? line : firstEmpty;
            }
        }
    }

    private void end(Attributes ofTrace, int line, boolean broken) {
        Lifecycle lifecycle = new Lifecycle();
        events.pairIn(lifecycle);
        if (ofTrace.text(EventField.CASE) != null && !ofTrace.contradicts()) {
            lifecycle.end(broken, work -> log.read(work, ofTrace, ofLog));
        } else if (!broken) {
            if (!ofTrace.contradicts()) {
                reading.reject(line, EventKeys.NAME, null, "trace-nameless");
            }
            activities.lose(reading.path, line, null);
            lifecycle.end(false, log::readNameless);
        }
        events = null;
    }

    private void event(Attributes ofTrace) throws IOException, Unreadable {
        LogEvent event = log.event(xml.line());
        xml.forgetText();
        while (xml.child()) {
            attribute((key, text, items) -> {
                if (isBroken(
                        event.row(), key, text, key == null ? null : log.keys().ofEvent(key))) {
                    event.doubt();
                } else {
                    log.add(event, key, text, items);
                }
            });
        }
        if (xml.hasText()) {
            reading.reject(event.row(), null, null, "text-stray");
            event.doubt();
        }
        log.pass(event);
        events.add(event, log.tells(event, ofTrace, ofLog));
    }

    /** Reads the attribute that has begun, or passes over whatever else has. */
    private void attribute(Taker taker) throws IOException, Unreadable {
        String key = xml.key();
        String text = xml.value();
        switch (xml.name()) {
            case "global", "extension", "classifier", "event", "trace" -> {
                misplaced();
                skip();
            }
            case "list", "container" -> {
                List<String> items = items();
                taker.take(key, String.join("; ", items), items);
            }
            default -> {
                // Whatever its type is called: string, date, int, float, boolean, id.
                skip();
                if (key != null || text != null) {
                    taker.take(key, text, null);
                }
            }
        }
    }

    /** Whether an attribute lacks what makes it one, which is rejected. */
    private boolean isBroken(int row, String key, String text, EventKeys.Meaning meaning) {
        boolean broken = key == null || text == null && meaning != null;
        if (broken) {
            reading.reject(row, key, text, "attribute-broken");
        }
        return broken;
    }

    /** The items of the list that has begun: what stands in its {@code values}, else all that stands in it. */
    private List<String> items() throws IOException, Unreadable {
        List<String> direct = new ArrayList<>();
        List<String> values = null;
        while (xml.child()) {
            if (xml.name().equals("values")) {
                values = items();
            } else {
                if (xml.value() != null) {
                    direct.add(xml.value());
                }
                misplaced();
                skip();
            }
            if (direct.size() > MAX_ITEMS) {
                throw xml.limit();
            }
        }
        return List.copyOf(values == null ? direct : values);
    }

    /** Goes to the end of the element that has begun. */
    private void skip() throws IOException, Unreadable {
        while (xml.child()) {
            misplaced();
            skip();
        }
    }

    /** Rejects the element that has begun if it is an event or a trace: it stands where none can be read. */
    private void misplaced() {
        if (xml.name().equals("event") || xml.name().equals("trace")) {
            int line = xml.line();
            reading.reject(line, null, null, "event-misplaced");
            reading.count(InputFile.Kind.ACTIVITY_LOG, false);
            activities.lose(reading.path, line, null);
            if (events != null) {
                events.lose();
            }
        }
    }

    private void put(Attributes place, EventKeys.Meaning meaning, String text, List<String> items) {
        if (meaning == null || items != null) {
            return;
        }
        String other = place.put(meaning, text, null);
        if (meaning.key().equals(other)) {
            reading.reject(xml.line(), other, text, "key-duplicate");
            place.contradict();
        }
    }
}
