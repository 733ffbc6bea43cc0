package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.TestDatabase;
import id.patuh.web.access.Open;
import id.patuh.web.access.Requires;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the server answers at, with every role: made of its own table of addresses. */
class AccessTest {

    private static final String PASSWORD = "kuda baterai benar";

    private static RunningServer server;
    private static final Map<Role, WebClient> CLIENTS = new EnumMap<>(Role.class);

    @BeforeAll
    static void start() {
        server = new RunningServer(TestDatabase.H2).settled();
        for (Role role : Role.values()) {
            server.add(role.word(), PASSWORD, EnumSet.of(role), Reach.EVERYWHERE);
            CLIENTS.put(role, WebClient.signedIn(server, role.word(), PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** An address, by what it is asked with and what its method says of who may ask. */
    record Address(String method, String path, boolean files, Method handler) {

        HttpResponse<String> askedBy(WebClient client, String token) {
            return askedBy(client, token, example());
        }

        HttpResponse<String> askedBy(WebClient client, String token, String example) {
            return files ? client.postFile(example, "a.csv", "case", token) : client.send(method, example, token);
        }

        boolean isOfPrograms() {
            return path.startsWith(Description.PREFIX);
        }

        Requires requires() {
            return handler.getAnnotation(Requires.class);
        }

        Open open() {
            return handler.getAnnotation(Open.class);
        }

        /** A path that nothing need be at. */
        String example() {
            return path.replace("{ending}", "json").replace("{number}", "1").replaceAll("\\{[^}]+}", "x");
        }
    }

    /** Those for people; what is for programs is looked at by {@link ApiAccessTest}. */
    private static List<Address> addresses() {
        return addresses(server).stream()
                .filter(address -> !address.isOfPrograms())
                .toList();
    }

    /** All of them. */
    static List<Address> addresses(RunningServer server) {
        List<Address> addresses = new ArrayList<>();
        server.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, handler) -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String path : new TreeSet<>(mapping.getPatternValues())) {
                if (methods.isEmpty()) {
                    addresses.add(new Address("GET", path, false, handler.getMethod()));
                }
                boolean files = !mapping.getConsumesCondition().isEmpty();
                methods.forEach(method -> addresses.add(new Address(method.name(), path, files, handler.getMethod())));
            }
        });
        addresses.removeIf(address -> address.path().equals("/error"));
        return addresses;
    }

    @Test
    void everyAddressSaysWhoMayAsk() {
        assertThat(addresses()).hasSizeGreaterThan(10).allSatisfy(address -> {
            boolean open = address.open() != null;
            boolean requires = address.requires() != null;
            assertThat(open ^ requires).as(address.toString()).isTrue();
        });
    }

    @Test
    void whoeverIsNotSignedInComesToThePageToSignIn() {
        for (Address address : addresses()) {
            if (address.open() == null || address.open().value() != Open.To.EVERYBODY) {
                WebClient stranger = new WebClient(server);
                HttpResponse<String> answer = stranger.send(address.method(), address.example(), stranger.token());
                assertThat(answer.statusCode()).as(address.toString()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location"))
                        .as(address.toString())
                        .hasValueSatisfying(location -> assertThat(location).contains("/login"));
            }
        }
    }

    @Test
    void everyRoleGetsWhatItMayAndNothingElse() {
        CLIENTS.forEach((role, client) -> {
            String token = client.token();
            for (Address address : addresses()) {
                if (address.requires() != null) {
                    Permission permission = address.requires().value();
                    int status = address.askedBy(client, token).statusCode();
                    if (role.permissions().contains(permission)) {
                        assertThat(status).as("%s %s", role, address).isNotIn(401, 403, 500);
                    } else {
                        // Files of whoever may hand none in are not even read.
                        boolean unread = address.files() && !role.permissions().contains(Permission.CHECK);
                        assertThat(status).as("%s %s", role, address).isEqualTo(unread ? 302 : 403);
                    }
                }
            }
        });
    }

    /** What changes anything asks for a token that no other site knows. */
    @Test
    void forgedRequestsAreRefused() {
        WebClient admin = WebClient.signedIn(server, RunningServer.NAME, RunningServer.PASSWORD);
        for (Address address : addresses()) {
            if (!address.method().equals("GET")) {
                assertThat(address.askedBy(admin, null).statusCode())
                        .as(address.toString())
                        .isEqualTo(403);
            }
        }
    }
}
