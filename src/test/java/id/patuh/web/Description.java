package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the frozen file says of the API; holds answers to it. */
final class Description {

    static final String PREFIX = "/api/v1";

    private static final JsonNode FILE = file();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Description() {}

    /**
     * Something that may be asked for.
     *
     * @param method in capitals
     * @param path with names of variables in braces
     */
    record Operation(String method, String path, JsonNode told) {

        private boolean isAt(String askedMethod, String asked) {
            String pattern = path.endsWith("/files/{path}") ? path.replace("{path}", "§") : path;
            String regex = Pattern.quote(pattern)
                    .replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q")
                    .replace("§", "\\E.+\\Q");
            return method.equals(askedMethod) && asked.matches(regex);
        }

        private long variables() {
            return path.chars().filter(sign -> sign == '{').count();
        }
    }

    private static JsonNode file() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(Path.of("src/main/resources/id/patuh/web/api/openapi.json")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode root() {
        return FILE;
    }

    static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        FILE.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> operations.add(
                                new Operation(method.getKey().toUpperCase(), path.getKey(), method.getValue()))));
        return operations;
    }

    /** Fails where an answer is another one than the file says. */
    static void hold(String method, String address, ApiClient.Answer answer) {
        String path = address.replaceFirst("\\?.*", "").replaceFirst("^" + PREFIX, "");
        JsonNode response = operations().stream()
                .filter(operation -> operation.isAt(method, path))
                .min(java.util.Comparator.comparing(Operation::variables))
                .map(operation -> response(operation, answer.status()))
                .orElse(problem());
        if (answer.status() == 304) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s %s: %s", method, address, type)
                .isFalse();
        if (type.endsWith("json")) {
            assertThat(schema(content.get("schema")).validate(answer.json()))
                    .as("%s %s: %s", method, address, answer.body())
                    .isEmpty();
        }
    }

    private static JsonNode response(Operation operation, int status) {
        JsonNode told = operation.told().get("responses").path(Integer.toString(status));
        return told.isMissingNode() ? problem() : told;
    }

    private static JsonNode problem() {
        return FILE.at("/components/responses/Problem");
    }

    private static Schema schema(JsonNode told) {
        return SCHEMAS.computeIfAbsent(told, schema -> {
            ObjectNode whole = (ObjectNode) schema.deepCopy();
            whole.set("components", FILE.get("components"));
            return REGISTRY.getSchema(whole);
        });
    }
}
