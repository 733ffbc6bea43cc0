package id.patuh.intake;

import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.UnsurLabel;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Surveys of a JSON document: published results and responses. */
final class JsonSurveyReader {

    private final FileFacts facts;

    JsonSurveyReader(FileFacts facts) {
        this.facts = facts;
    }

    void read(JsonNode survey, int position) {
        SourceTable table = new SourceTable(facts.path, null);
        SourceRow row = JsonReader.row(
                table,
                position,
                flat(survey),
                key -> facts.reject(position, key, null, "key-unknown"),
                "survey",
                "unit",
                "service",
                "sop",
                "regulation",
                "period_start",
                "period_end",
                "respondents",
                "population",
                "weight",
                "ikm",
                "grade",
                "priorities",
                "published",
                "responses");
        Cells cells = new Cells(row, facts);
        cells.required("survey");
        JsonNode responses = survey.get("responses");
        Map<UnsurLabel, List<String>> questions = questions(responses);
        SurveyHeader header =
                new SurveyCells().header(cells, SurveyCells.baseName(facts.path), List.copyOf(questions.keySet()));
        if (survey.has("published")) {
            published(survey.get("published"), cells, header, row);
        } else if (cells.rejected()) {
            facts.row(InputFile.Kind.SURVEY, true);
        }
        if (responses != null && !cells.rejected()) {
            responses(responses, header, questions);
        }
    }

    /** The object with the keys of its parts drawn up to its own level, under the names of the table's columns. */
    private static JsonNode flat(JsonNode survey) {
        ObjectNode flat = JsonReader.MAPPER.createObjectNode();
        survey.properties().forEach(property -> {
            JsonNode value = property.getValue();
            switch (property.getKey()) {
                case "id" -> flat.set("survey", value);
                case "period" -> {
                    flat.set("period_start", value.path("start"));
                    flat.set("period_end", value.path("end"));
                }
                case "published" ->
                    value.properties().forEach(p -> {
                        if (!p.getKey().equals("elements")) {
                            flat.set(p.getKey(), p.getValue());
                        }
                    });
                case "responses" -> {}
                default -> flat.set(property.getKey(), value);
            }
        });
        flat.properties().removeIf(p -> p.getValue().isMissingNode());
        return flat;
    }

    private void published(JsonNode published, Cells cells, SurveyHeader header, SourceRow row) {
        var weight = cells.decimal("weight");
        var ikm = cells.decimal("ikm");
        String grade = Grades.read(cells, "grade");
        List<PublishedResult.Element> elements = new ArrayList<>();
        SourceTable table = new SourceTable(facts.path, null);
        int position = 0;
        for (JsonNode element : published.path("elements")) {
            position++;
            int number = position;
            SourceRow elementRow = JsonReader.row(
                    table,
                    number,
                    element,
                    key -> facts.reject(number, key, null, "key-unknown"),
                    "code",
                    "name",
                    "mean",
                    "weighted",
                    "grade");
            element(elementRow, elements);
        }
        boolean rejected = cells.rejected();
        if (!rejected) {
            facts.all.published.add(
                    new PublishedResult(header, weight, ikm, grade, cells.list("priorities"), elements, row));
        }
        facts.row(InputFile.Kind.PUBLISHED_RESULT, rejected);
    }

    private void element(SourceRow row, List<PublishedResult.Element> elements) {
        Cells cells = new Cells(row, facts);
        String name = cells.text("name");
        String code = cells.text("code");
        if (name == null && code == null) {
            cells.required("name");
        }
        var mean = cells.decimal("mean");
        if (cells.text("mean") == null) {
            cells.required("mean");
        }
        var weighted = cells.decimal("weighted");
        String grade = Grades.read(cells, "grade");
        if (!cells.rejected()) {
            UnsurLabel named = name == null ? null : label(name);
            UnsurLabel label = code == null
                    ? named
                    : new UnsurLabel(
                            code.strip().toUpperCase(java.util.Locale.ROOT), named == null ? null : named.name());
            elements.add(new PublishedResult.Element(label, mean, weighted, grade, row));
        }
        facts.row(InputFile.Kind.PUBLISHED_RESULT, cells.rejected());
    }

    private UnsurLabel label(String name) {
        return facts.all.regulations.label(name).orElseGet(() -> new UnsurLabel(null, name));
    }

    private Map<UnsurLabel, List<String>> questions(JsonNode responses) {
        Map<UnsurLabel, List<String>> questions = new LinkedHashMap<>();
        if (responses != null) {
            for (JsonNode response : responses) {
                response.path("scores").propertyNames().forEach(name -> {
                    UnsurLabel label = label(name);
                    questions.computeIfAbsent(label, l -> List.of(label.key()));
                });
            }
        }
        return questions;
    }

    private void responses(JsonNode responses, SurveyHeader header, Map<UnsurLabel, List<String>> questions) {
        SourceTable table = new SourceTable(facts.path, null);
        int respondent = table.add("respondent", "respondent");
        int group = table.add("group", "group");
        Map<String, Integer> columns = new LinkedHashMap<>();
        questions.keySet().forEach(label -> columns.put(label.key(), table.add(label.key(), label.key())));
        ResponseReader reader = new ResponseReader(facts, questions, header);
        int position = 0;
        for (JsonNode response : responses) {
            position++;
            String[] values = new String[table.width()];
            values[respondent] = JsonReader.text(response.get("respondent"));
            values[group] = JsonReader.text(response.get("group"));
            response.path("scores")
                    .properties()
                    .forEach(score ->
                            values[columns.get(label(score.getKey()).key())] = JsonReader.text(score.getValue()));
            reader.accept(new SourceRow(table, position, values));
        }
    }
}
