package id.patuh.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that cannot be are told where the server is started: none starts it half, and none is passed over. */
class SettingsTest {

    @TempDir
    private static Path folder;

    private static Store store;

    @BeforeAll
    static void open() {
        store = Store.open(TestDatabase.H2.newUrl());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patuh.limits.requests-per-address: 0 | patuh.limits.requests-per-address: 0 is not from 1 to 1000000.",
                "patuh.limits: {slow-after: -3s} | patuh.limits.slow-after: -3s is not from 1s to 3600s.",
                "patuh.limits: {trials-kept: 1h} | patuh.limits.trials-kept: 3600s is not from 86400s",
                "patuh.limits: {requests-per-address: banyak} | patuh.yaml:1:38): \"banyak\" cannot be read.",
                "patuh.limits: {waiting-size-per-account: 99999999999999999GB} | waiting-size-per-account",
                "patuh.limits: {request-per-address: 10} | patuh.limits.request-per-address",
                "patuh.limit.requests-per-address: 10 | patuh.limit.requests-per-address",
                "patuh.api.requests-per-minute: 0 | patuh.api.requests-per-minute: 0 is not",
                "patuh.api.requests-per-minute: abc | \"abc\" cannot be read",
                "server.servlet.context-path: /patuh | server.servlet.context-path",
                "management.server.port: 22222222 | management.server.port: 22222222 is not",
                "spring.servlet.multipart.max-request-size: 100GB | spring.servlet.multipart.max-request-size",
                "server.forward-headers-strategy: nativ | \"nativ\" cannot be read",
                "patuh.zone: Asia/Bandung | patuh.zone (patuh.yaml:1:13): \"Asia/Bandung\" cannot be read",
                "patuh.nightly: {zone: Asia/Bandung} | \"Asia/Bandung\" cannot be read",
                "server.address: 203.0.113.9 | cannot be started",
                "server.ssl: {certificate: /none.pem, certificate-private-key: /none.key} | /none.pem"
            })
    void badOnesAreRefusedWithTheirName(String line, String told) throws IOException {
        Path config = Files.writeString(folder.resolve("patuh.yaml"), line + "\n");
        // What the command line says beats the file; here the file is to say the port of health and metrics.
        ServeSettings settings =
                new ServeSettings(null, line.startsWith("management") ? 1 : 0, config, null, "test", null);
        SettingException refused = catchThrowableOfType(
                SettingException.class,
                () -> RunningServer.serve(store, settings).close());
        assertThat(refused).as(line).isNotNull();
        assertThat(Reasons.text(refused.reason(), refused.details(), Language.EN))
                .contains(told);
    }

    /** Where nothing else is said, pages are read where nights are judged. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patuh.api.requests-per-minute: 100 | WIB (Asia/Jakarta)",
                "patuh.zone: Asia/Makassar | WITA (Asia/Makassar)",
                "patuh: {zone: Asia/Jayapura, nightly: {zone: Asia/Makassar}} | WIT (Asia/Jayapura)",
                "patuh.nightly: {zone: Asia/Makassar} | WITA (Asia/Makassar)"
            })
    void pagesSayInWhichZoneTheyAre(String line, String zone) throws Exception {
        Path config = Files.writeString(folder.resolve("patuh.yaml"), line + "\n");
        try (WebServer server = RunningServer.serve(store, new ServeSettings(null, 0, config, null, "test", null))) {
            HttpRequest asked = HttpRequest.newBuilder(URI.create(server.address() + "/login"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(asked, BodyHandlers.ofString())
                            .body())
                    .contains("Waktu dalam " + zone + ", ");
        }
    }
}
