package id.patuh.intake;

import id.patuh.intake.InputFile.Kind;
import id.patuh.skm.LostResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.SourceTable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads surveys: published results, responses or both. */
final class JsonSurveys {

    private final Reading reading;
    private final Labels labels;
    private final SurveyFields surveys;
    private final SourceTable surveyTable;

    JsonSurveys(Reading reading, Labels labels) {
        this.reading = reading;
        this.labels = labels;
        this.surveys = new SurveyFields(reading.baseName());
        this.surveyTable = new SourceTable(reading.path, "surveys");
    }

    /** Reads the list that the parser has begun. */
    void read(JsonParser parser) {
        int position = 1;
        for (; parser.nextToken() != JsonToken.END_ARRAY; position++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                notAnObject(JsonTree.read(parser), position, Kind.SURVEY);
                continue;
            }
            JsonTree.Members survey = new JsonTree.Members();
            try {
                JsonTree.fill(survey, parser);
            } catch (JacksonException e) {
                if (survey.get("responses") != null) {
                    survey(survey, position, true);
                }
                throw e;
            }
            survey(survey, position, false);
        }
        if (position == 1) {
            reading.found(Kind.SURVEY);
        }
    }

    /** @param broken whether the text breaks off within the survey */
    private void survey(JsonTree.Members survey, int position, boolean broken) {
        Object figures = survey.get("published");
        Object responses = survey.get("responses");
        JsonRow row = new JsonRow(reading, surveyTable, position).add(survey, Fields.SURVEY_OBJECT);
        JsonPeriod.add(row, survey.get("period"));
        if (figures instanceof JsonTree.Members members) {
            row.add(members, Fields.PUBLISHED_OBJECT);
        } else if (figures != null) {
            row.reject("published", JsonRow.shown(figures), "type-wrong", "expected", "{…}");
        }
        if (responses != null && !(responses instanceof List)) {
            row.reject("responses", JsonRow.shown(responses), "type-wrong", "expected", "[{…}]");
        }
        Cells cells = row.cells();
        SurveyHeader header = surveys.read(cells, List.of());
        // A survey of which only the frame is known is a result that publishes nothing.
        if (figures != null || responses == null) {
            reading.count(Kind.PUBLISHED_RESULT, published(header, figures, cells));
        }
        if (responses instanceof List<?> list) {
            responses(list, header, !cells.failed(), listOf(cells, "responses"));
        }
        if (broken || responses != null && !(responses instanceof List)) {
            reading.target.responses.lose(new LostResponse(header, cells.row(), reading.path, true));
        }
    }

    /** Reads the figures; with any of them unreadable the result is none, as for {@link PublishedRows}. */
    private boolean published(SurveyHeader header, Object figures, Cells cells) {
        var weight = cells.read("weight", Numbers::decimal);
        var ikm = cells.read("ikm", Numbers::decimal);
        var grade = cells.read("grade", Words::grade);
        Object listed = figures instanceof JsonTree.Members members ? members.get("elements") : null;
        PublishedLines lines = new PublishedLines(labels);
        if (listed instanceof List<?> list) {
            lines(list, lines, listOf(cells, "published.elements"));
        } else if (listed != null) {
            cells.reject("elements", new Unreadable("type-wrong", "expected", "[{…}]"));
        }
        if (!lines.isReadable()) {
            reading.reject(null, null, null, "result-incomplete", "survey", header.id());
        }
        boolean used = lines.isReadable() && !cells.failed();
        reading.target.publish(
                used
                        ? new PublishedResult(
                                header,
                                weight,
                                ikm,
                                grade,
                                cells.list("priorities"),
                                lines.elements(),
                                lines.hasStrange(),
                                cells.row())
                        : PublishedResult.unread(header, cells.row()));
        return used;
    }

    private void lines(List<?> list, PublishedLines lines, SourceTable table) {
        for (int i = 0; i < list.size(); i++) {
            JsonRow row = new JsonRow(reading, table, i + 1);
            if (list.get(i) instanceof JsonTree.Members members) {
                lines.add(row.add(members, Fields.ELEMENT_OBJECT).cells());
            } else {
                row.reject("elements", JsonRow.shown(list.get(i)), "type-wrong", "expected", "{…}");
                lines.lose();
            }
        }
    }

    private void responses(List<?> list, SurveyHeader header, boolean usable, SourceTable table) {
        reading.found(Kind.SURVEY);
        ScoreColumns scores = new ScoreColumns(scoreKeys(list), labels, (second, first) -> {
            if (reading.first("score " + second)) {
                reading.reject(null, second, null, "column-duplicate", "first", first);
            }
        });
        SurveyHeader ofResponses = surveys.share(header, scores.unsur());
        for (int i = 0; i < list.size(); i++) {
            JsonRow row = new JsonRow(reading, table, i + 1);
            if (!(list.get(i) instanceof JsonTree.Members members)) {
                row.reject(null, JsonRow.shown(list.get(i)), "type-wrong", "expected", "{…}");
                reading.count(Kind.SURVEY, false);
                reading.target.responses.lose(
                        new LostResponse(ofResponses, row.cells().row(), reading.path, false));
                continue;
            }
            row.addKnown(members, Fields.RESPONSE_OBJECT);
            scores(row, members.get("scores"), scores);
            Cells cells = row.cells();
            reading.count(Kind.SURVEY, ResponseRows.read(cells, ofResponses, usable, scores, reading));
        }
    }

    private void scores(JsonRow row, Object listed, ScoreColumns scores) {
        if (listed instanceof JsonTree.Members members) {
            for (JsonTree.Member score : members.all()) {
                String field = scores.field(score.key());
                if (field != null) {
                    row.add(field, score.key(), score.value(), false);
                } else if (labels.scored(score.key()).isEmpty() && reading.first("score " + score.key())) {
                    reading.reject(null, score.key(), JsonRow.shown(score.value()), "unsur-unknown");
                }
            }
        } else if (listed != null) {
            row.reject("scores", JsonRow.shown(listed), "type-wrong", "expected", "{…}");
        }
    }

    private static List<String> scoreKeys(List<?> responses) {
        Set<String> keys = new LinkedHashSet<>();
        for (Object response : responses) {
            if (response instanceof JsonTree.Members members
                    && members.get("scores") instanceof JsonTree.Members scores) {
                scores.all().forEach(s -> keys.add(s.key()));
            }
        }
        return List.copyOf(keys);
    }

    /** The place of a list within a survey; positions count from 1, as rows do. */
    private SourceTable listOf(Cells survey, String list) {
        return new SourceTable(reading.path, "surveys[" + survey.row().number() + "]." + list);
    }

    private void notAnObject(Object value, int position, Kind kind) {
        reading.reject(position, null, JsonRow.shown(value), "type-wrong", "expected", "{…}");
        reading.count(kind, false);
    }
}
