package id.patuh.web.api;

import id.patuh.web.access.ApiPaths;
import id.patuh.web.access.Open;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API for people: made of the file that programs read, in words of both languages. */
@Controller
class ApiPageController {

    private final Map<String, List<Operation>> operations;

    ApiPageController(OpenApi api) {
        this.operations = operations(JsonMapper.shared().readTree(api.bytes()));
    }

    /**
     * Something that programs may ask for.
     *
     * @param id by which texts name it
     * @param permission null where none is needed
     */
    public record Operation(String id, String method, String path, String permission, List<Parameter> parameters) {}

    /**
     * A value that it is asked with.
     *
     * @param name by which texts name it, too
     * @param values the words that it may be; empty where it is none of some words
     */
    public record Parameter(String name, List<String> values) {}

    private static Map<String, List<Operation>> operations(JsonNode file) {
        Map<String, List<Operation>> operations = new LinkedHashMap<>();
        file.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> operations
                                .computeIfAbsent(
                                        method.getValue().get("tags").get(0).stringValue(), tag -> new ArrayList<>())
                                .add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode told) {
        List<Parameter> parameters = new ArrayList<>();
        told.path("parameters")
                .forEach(each -> parameters.add(parameter(each.get("name").stringValue(), each.get("schema"))));
        told.path("requestBody")
                .path("content")
                .path("multipart/form-data")
                .path("schema")
                .path("properties")
                .propertyStream()
                .forEach(field -> parameters.add(parameter(field.getKey(), field.getValue())));
        return new Operation(
                told.get("operationId").stringValue(),
                method.toUpperCase(Locale.ROOT),
                ApiPaths.V1 + path,
                told.path("x-permission").stringValue(null),
                parameters);
    }

    private static Parameter parameter(String name, JsonNode schema) {
        List<String> values = new ArrayList<>();
        JsonNode one = schema.path("type").stringValue("").equals("array") ? schema.path("items") : schema;
        one.path("enum").forEach(value -> values.add(value.stringValue()));
        return new Parameter(name, values);
    }

    @GetMapping(ApiPaths.PAGE)
    @Open(Open.To.SIGNED_IN)
    String show(Model model) {
        model.addAttribute("operations", operations);
        model.addAttribute("problems", ProblemType.values());
        model.addAttribute("file", ApiPaths.V1 + "/" + OpenApi.FILE);
        return "api";
    }
}
