package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.report.Language;
import id.patuh.store.TestDatabase;
import id.patuh.web.AccessTest.Address;
import id.patuh.web.ApiClient.Answer;
import id.patuh.web.access.Requires;
import id.patuh.web.api.ProblemType;
import java.lang.reflect.Parameter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Every address for programs with a token of every role, and beside what the frozen file says of it. */
class ApiAccessTest {

    private static final String OWN = "Dinas A";
    private static final String FOREIGN = "Dinas B";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static List<Address> addresses() {
        return AccessTest.addresses(server).stream()
                .filter(Address::isOfPrograms)
                .toList();
    }

    private static Answer ask(ApiClient client, Address address, String scope) {
        String path =
                address.path().replace("{scope}", scope.replace(" ", "%20")).replaceAll("\\{[^}]+}", "1");
        if (address.method().equals("GET")) {
            return client.get(path);
        }
        if (!address.method().equals("POST")) {
            return client.send(
                    address.method(), path, BodyPublishers.ofString("{}"), "Content-Type", "application/json");
        }
        return path.endsWith("/checks") || path.endsWith("/outcomes")
                ? client.postFiles(path, Map.of("a.csv", new byte[] {'x'}), Map.of())
                : client.postJson(path, "{}");
    }

    @Test
    void whoeverSendsNoTokenIsToldSo() {
        ApiClient stranger = new ApiClient(server, null);
        for (Address address : addresses()) {
            if (address.requires() != null) {
                assertThat(ask(stranger, address, OWN).problem())
                        .as(address.toString())
                        .isEqualTo("unauthorized");
            }
        }
    }

    @Test
    void everyRoleGetsWhatItMayInItsUnitsAndNothingElse() {
        for (Role role : Role.values()) {
            ApiClient client = ApiClient.ofNew(server, role.word(), role, Reach.over(Set.of(OWN)));
            for (Address address : addresses()) {
                if (address.requires() != null) {
                    boolean may = role.permissions().contains(address.requires().value());
                    String own = ask(client, address, OWN).problem();
                    if (may) {
                        assertThat(own)
                                .as("%s %s", role, address)
                                .isNotIn("unauthorized", "forbidden", "internal-error");
                    } else {
                        assertThat(own).as("%s %s", role, address).isEqualTo("forbidden");
                    }
                    if (may && address.path().contains("{" + Requires.SCOPE + "}")) {
                        assertThat(ask(client, address, FOREIGN).problem())
                                .as("%s %s of a foreign unit", role, address)
                                .isEqualTo("not-found");
                    }
                }
            }
        }
    }

    /** Neither the file nor the addresses change alone. */
    @Test
    void theFileSaysWhatThereIs() {
        Set<String> told = new TreeSet<>();
        for (Description.Operation operation : Description.operations()) {
            JsonNode permission = operation.told().get("x-permission");
            told.add(String.join(
                    " ",
                    operation.method(),
                    operation.path(),
                    permission == null ? "-" : permission.stringValue(),
                    names(operation.told()).toString()));
        }
        Set<String> there = new TreeSet<>();
        for (Address address : addresses()) {
            String path = address.path().substring(Description.PREFIX.length()).replace("{*", "{");
            String permission = address.requires() == null
                    ? "-"
                    : address.requires().value().word();
            there.add(String.join(
                    " ", address.method(), path, permission, names(address).toString()));
        }
        assertThat(told).isEqualTo(there);
    }

    /** Of parameters, headers and fields of forms; those of paths stand in these. */
    private static Set<String> names(JsonNode told) {
        Set<String> names = new TreeSet<>();
        told.path("parameters").forEach(parameter -> {
            if (!parameter.get("in").stringValue().equals("path")) {
                names.add(parameter.get("name").stringValue());
            }
        });
        told.at("/requestBody/content/multipart~1form-data/schema/properties")
                .propertyStream()
                .forEach(field -> names.add(field.getKey()));
        return names;
    }

    private static Set<String> names(Address address) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : address.handler().getParameters()) {
            RequestParam value = parameter.getAnnotation(RequestParam.class);
            RequestHeader header = parameter.getAnnotation(RequestHeader.class);
            Stream.of(value == null ? null : value.name(), header == null ? null : header.name())
                    .filter(name -> name != null)
                    .forEach(name -> names.add(name.isEmpty() ? parameter.getName() : name));
        }
        return names;
    }

    /** So that whatever is added to an answer has to be said in the file. */
    @Test
    void schemasLeaveNothingOpenUnlessTheyNameNoProperties() {
        JsonNode schemas = Description.root().at("/components/schemas");
        schemas.propertyStream().forEach(schema -> closed(schema.getKey(), schema.getValue()));
    }

    private static void closed(String name, JsonNode schema) {
        if (schema.has("properties")) {
            assertThat(schema.has("additionalProperties")).as(name).isTrue();
        }
        schema.forEach(part -> closed(name, part));
    }

    @Test
    void theTextsOfThePageSayWhatTheFileSays() {
        ResourceBundle texts = Language.EN.texts("id.patuh.web.texts");
        for (Description.Operation operation : Description.operations()) {
            assertThat(texts.getString(
                            "api.op." + operation.told().get("operationId").stringValue()))
                    .isEqualTo(operation.told().get("summary").stringValue());
            operation
                    .told()
                    .path("parameters")
                    .forEach(parameter -> assertThat(texts.getString(
                                    "api.param." + parameter.get("name").stringValue()))
                            .isEqualTo(parameter.get("description").stringValue()));
        }
        JsonNode types = Description.root().at("/components/schemas/Problem/properties/type/enum");
        assertThat(types.valueStream().map(type -> type.stringValue()))
                .containsExactlyElementsOf(Arrays.stream(ProblemType.values())
                        .map(type -> "/api#" + type.word())
                        .toList());
    }
}
