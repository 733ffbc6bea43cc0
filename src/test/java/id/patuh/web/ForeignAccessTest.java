package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.Tokens;
import id.patuh.store.TestDatabase;
import id.patuh.web.AccessTest.Address;
import id.patuh.web.access.Requires;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every address that names a unit, a check or a token, asked by every role that is bound to another unit, for a unit that is
 * there, and for checks and tokens of somebody else: made of the server's own table of addresses.
 */
class ForeignAccessTest {

    private static final String PASSWORD = "kuda baterai benar";
    private static final String OWN = "Dinas A";
    private static final String FOREIGN = "Dinas B";
    private static final Path LOG = Path.of("sample-data", "b276", "violations.csv");

    private RunningServer server;
    private List<String> codes;
    private long token;

    @ParameterizedTest
    @EnumSource
    void whatIsOfOthersIsNotThere(TestDatabase database) throws Exception {
        try (RunningServer running = new RunningServer(database).settled()) {
            server = running;
            codes = List.of(server.checked(LOG), server.checkedFor(FOREIGN, LOG));
            ApiClient.of(server);
            token = server.bean(Tokens.class).of(RunningServer.NAME).get(0).number();
            List<Address> all = AccessTest.addresses(server);
            assertThat(all)
                    .filteredOn(address -> address.path().contains("{code}"))
                    .hasSizeGreaterThan(10);
            // Pages find what they show in the same way as programs do: on one database that is enough.
            List<Address> addresses = all.stream()
                    .filter(address -> database == TestDatabase.H2 || address.isOfPrograms())
                    .toList();
            for (Role role : Role.values()) {
                asks(role, addresses);
            }
        }
    }

    private void asks(Role role, List<Address> addresses) {
        server.add(role.word(), PASSWORD, EnumSet.of(role), Reach.over(Set.of(OWN)));
        Account account = server.bean(Accounts.class).get(role.word());
        WebClient browser = WebClient.signedIn(server, role.word(), PASSWORD);
        String forged = browser.token();
        EnumSet<Permission> permissions = EnumSet.noneOf(Permission.class);
        EnumSet.allOf(Permission.class).stream().filter(account.rights()::may).forEach(permissions::add);
        ApiClient program =
                permissions.isEmpty() ? null : ApiClient.of(server, role.word(), permissions, Reach.over(Set.of(OWN)));
        for (Address address : addresses) {
            for (String path : paths(address)) {
                boolean may = address.requires() == null
                        || permissions.contains(address.requires().value());
                if (!address.isOfPrograms()) {
                    int status = address.askedBy(browser, forged, path).statusCode();
                    // Files of whoever may hand none in are not even read.
                    boolean unread = address.files() && !permissions.contains(Permission.CHECK);
                    assertThat(status).as("%s %s %s", role, address, path).isEqualTo(may ? 404 : unread ? 302 : 403);
                } else if (program != null) {
                    assertThat(asked(program, address, path))
                            .as("%s %s %s", role, address, path)
                            .isEqualTo(may ? "not-found" : "forbidden");
                }
            }
        }
    }

    private static String asked(ApiClient program, Address address, String path) {
        if (path.endsWith("/outcomes") && address.method().equals("POST")) {
            return program.postFiles(path, Map.of("a.csv", new byte[] {'x'}), Map.of())
                    .problem();
        }
        return address.method().equals("GET")
                ? program.get(path).problem()
                : program.send(
                                address.method(),
                                path,
                                BodyPublishers.ofString("{}"),
                                "Content-Type",
                                "application/json")
                        .problem();
    }

    /** What it is asked for that is somebody else's; none where it names nothing that is anybody's. */
    private List<String> paths(Address address) {
        String path = address.path().replace("{ending}", "json");
        if (path.contains("{" + Requires.SCOPE + "}")) {
            return List.of(filled(path.replace("{scope}", FOREIGN.replace(" ", "%20"))));
        }
        if (path.contains("{code}")) {
            return codes.stream()
                    .map(code -> filled(path.replace("{code}", code)))
                    .toList();
        }
        return path.contains("/tokens/{number}") && !path.startsWith("/accounts")
                ? List.of(path.replace("{number}", Long.toString(token)))
                : List.of();
    }

    private static String filled(String path) {
        return path.replaceAll("\\{[^}]+}", "1");
    }
}
