package id.patuh.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ledger.followup.Nightly;
import id.patuh.nightly.NightSettings;
import id.patuh.nightly.WrittenSettings;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.web.ServeSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class NightsHealthTest {

    @TempDir
    private Path folder;

    private Store store;
    private NightSettings settings;

    private NightsHealth at(Instant now) {
        ServeSettings serve = new ServeSettings(null, 0, null, null, "test", settings);
        return new NightsHealth(store, serve, Clock.fixed(now, settings.zone()));
    }

    private double metric(String name, Instant now) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        at(now).bindTo(registry);
        return registry.get(name).gauge().value();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhenTheLastNightOfEachUnitWasAndHowLateTheNextOneIs(TestDatabase database) throws Exception {
        try (Store opened = Store.open(database.newUrl())) {
            store = opened;
            settings = WrittenSettings.of(folder);
            assertThat(at(Instant.now()).health().getStatus()).isEqualTo(Status.UP);
            Nightly nights = new Nightly(store, folder);
            nights.drop("log.csv", "case,sop,step\nK-1,B276,1\n");
            LocalDate date = LocalDate.of(2026, 11, 20);
            nights.until(date);
            Instant next = settings.asOf(date.plusDays(1));
            Health beside = at(next.plus(Duration.ofHours(5))).health();
            assertThat(beside.getStatus()).isEqualTo(Status.UP);
            assertThat(beside.getDetails().get(Nightly.SCOPE))
                    .isEqualTo(Map.of(
                            "night",
                            "2026-11-20",
                            "asOf",
                            settings.asOf(date).toString(),
                            "stage",
                            "completed",
                            "lateSeconds",
                            18_000L));
            Instant later = next.plus(Duration.ofHours(7));
            assertThat(at(later).health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(metric("patuh.nights.late", later)).isEqualTo(25_200);
            assertThat(metric("patuh.nights.failed", later)).isZero();
            store.write(transaction ->
                    transaction.change("UPDATE night SET stage = 'failed', problem = 'x', run_id = NULL"));
            assertThat(at(next).health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(metric("patuh.nights.failed", next)).isEqualTo(1);
        }
    }
}
