package id.patuh.intake;

import id.patuh.intake.InputFile.Kind;
import id.patuh.mapping.Transition;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.io.IOException;
import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads JSON as a stream; where the text breaks off or is broken, everything before it has been read. */
final class JsonReader {

    private final Reading reading;
    private final Kind forced;
    private final ActivityFields activities;
    private final JsonSurveys surveys;
    private final JsonFollowUps followUps;
    private final SourceTable activityTable;
    private boolean inActivities;

    JsonReader(Reading reading, Kind forced, Labels labels, ActivityFields activities) {
        this.reading = reading;
        this.forced = forced;
        this.activities = activities;
        this.surveys = new JsonSurveys(reading, labels);
        this.followUps = new JsonFollowUps(reading);
        this.activityTable = new SourceTable(reading.path, null);
    }

    void read(SourceFile file) throws IOException, Unreadable {
        JsonShape shape = JsonShape.of(file);
        if (shape != JsonShape.DOCUMENT && refused(Kind.ACTIVITY_LOG)) {
            return;
        }
        if (shape == JsonShape.OCEL) {
            new OcelReader(reading, activities).read(file);
            return;
        }
        if (shape == JsonShape.LINES) {
            lines(file);
            return;
        }
        try (Reader text = file.open();
                JsonParser parser = JsonTree.parser(text)) {
            parser.nextToken();
            switch (shape) {
                case DOCUMENT -> document(parser);
                case LIST -> activities(parser);
                default -> values(parser);
            }
            if (parser.nextToken() != null) {
                reading.reject(null, null, null, brokenAt(parser.currentTokenLocation()));
            }
        } catch (JacksonIOException e) {
            breakOff();
            throw e.getCause();
        } catch (JacksonException e) {
            reading.reject(null, null, null, problem(e));
            breakOff();
        }
    }

    /** Reads a file of one activity a line, whatever stands in its first one. */
    void readLines(SourceFile file) throws IOException {
        if (!refused(Kind.ACTIVITY_LOG)) {
            lines(file);
        }
    }

    private void breakOff() {
        if (inActivities) {
            activities.lose(reading.path, null, null);
        }
    }

    /** Why and where a text breaks off. */
    static Unreadable problem(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return new Unreadable("json-limit", "depth", "" + JsonTree.MAX_DEPTH, "length", "" + CsvRow.MAX_CELL);
        }
        return brokenAt(e.getLocation());
    }

    static Unreadable brokenAt(TokenStreamLocation at) {
        return new Unreadable("json-broken", "line", "" + at.getLineNr(), "column", "" + at.getColumnNr());
    }

    private void document(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            String section = Wording.key(key);
            if (!JsonShape.SECTIONS.contains(section)) {
                String shown = value.isStructEnd() || value.isStructStart() ? null : parser.getString();
                reading.reject(null, key, shown, "key-unknown");
                parser.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                reading.reject(null, key, JsonRow.shown(JsonTree.read(parser)), "type-wrong", "expected", "[{…}]");
            } else if (refusedSection(section)) {
                parser.skipChildren();
            } else {
                section(section, parser);
            }
        }
    }

    private void section(String section, JsonParser parser) {
        switch (section) {
            case "activities" -> activities(parser);
            case "surveys" -> surveys.read(parser);
            default -> followUps.read(parser);
        }
    }

    private boolean refusedSection(String section) {
        return switch (section) {
            case "activities" -> refused(Kind.ACTIVITY_LOG);
            case "surveys" -> forced != Kind.PUBLISHED_RESULT && refused(Kind.SURVEY);
            default -> refused(Kind.FOLLOW_UP);
        };
    }

    private boolean refused(Kind found) {
        if (forced == null || forced == found) {
            return false;
        }
        reading.reject(null, null, null, "kind-differs", "found", found.word(), "wanted", forced.word());
        return true;
    }

    private void activities(JsonParser parser) {
        reading.found(Kind.ACTIVITY_LOG);
        inActivities = true;
        for (int position = 1; parser.nextToken() != JsonToken.END_ARRAY; position++) {
            activity(JsonTree.read(parser), position);
        }
        inActivities = false;
    }

    private void values(JsonParser parser) {
        reading.found(Kind.ACTIVITY_LOG);
        inActivities = true;
        for (int position = 1; parser.currentToken() != null; position++) {
            activity(JsonTree.read(parser), position);
            parser.nextToken();
        }
    }

    private void lines(SourceFile file) throws IOException {
        reading.found(Kind.ACTIVITY_LOG);
        try (Lines lines = new Lines(file.open())) {
            while (lines.next()) {
                line(lines);
            }
        } catch (IOException e) {
            activities.lose(reading.path, null, null);
            throw e;
        }
    }

    private void line(Lines lines) {
        if (lines.tooLong()) {
            reading.reject(lines.number(), null, null, "line-too-long", "limit", "" + Lines.MAX_LENGTH);
            lose(lines.number(), null);
            return;
        }
        Object value;
        try (JsonParser parser = JsonTree.parser(lines.text())) {
            parser.nextToken();
            value = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                broken(lines, brokenAt(parser.currentTokenLocation()));
                return;
            }
        } catch (JacksonException e) {
            broken(lines, problem(e));
            return;
        }
        activity(value, lines.number());
    }

    private void broken(Lines lines, Unreadable problem) {
        problem.details().computeIfPresent("line", (k, v) -> "" + lines.number());
        reading.reject(lines.number(), null, lines.text(), problem);
        lose(lines.number(), lines.text());
    }

    private void lose(int row, String text) {
        reading.count(Kind.ACTIVITY_LOG, false);
        activities.lose(reading.path, row, text);
    }

    private void activity(Object value, int position) {
        JsonRow row = new JsonRow(reading, activityTable, position);
        if (!(value instanceof JsonTree.Members members)) {
            row.reject(null, JsonRow.shown(value), "type-wrong", "expected", "{…}");
            lose(position, JsonRow.shown(value));
            return;
        }
        row.add(members, Fields.ACTIVITY);
        refuseEvents(members, row);
        var activity = activities.read(row.cells());
        if (activity != null) {
            reading.target.activities.add(activity);
        }
        reading.count(Kind.ACTIVITY_LOG, activity != null);
    }

    /** An object that begins or ends an activity is none by itself. */
    private static void refuseEvents(JsonTree.Members members, JsonRow row) {
        boolean ended = members.all().stream().anyMatch(m -> "end".equals(Fields.ACTIVITY.field(m.key())));
        for (JsonTree.Member member : members.all()) {
            if (Fields.isTransition(member.key()) && member.value() instanceof JsonTree.Scalar word) {
                boolean whole = Words.notRecorded(word.text()) || Transition.of(word.text()) == Transition.COMPLETE;
                if (!whole || !ended) {
                    row.reject(member.key(), word.text(), "events-unmapped");
                }
            }
        }
    }
}
