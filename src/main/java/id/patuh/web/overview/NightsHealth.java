package id.patuh.web.overview;

import id.patuh.nightly.Night;
import id.patuh.nightly.NightBook;
import id.patuh.nightly.NightSettings;
import id.patuh.store.Store;
import id.patuh.web.ServeSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells whoever watches the server how the nights of units do. */
@Component("nights")
class NightsHealth implements HealthIndicator, MeterBinder {

    /** A night may take some hours; whoever waits longer for it has to look. */
    private static final Duration TOO_LATE = Duration.ofHours(6);

    private final NightBook book;
    private final NightSettings settings;
    private final Clock clock;

    NightsHealth(Store store, ServeSettings settings, Clock clock) {
        this.book = new NightBook(store);
        this.settings = settings.nights();
        this.clock = clock;
    }

    /** Down where the last night of a unit failed, or the next one has been due for too long. */
    @Override
    public Health health() {
        Instant now = clock.instant();
        Health.Builder health = Health.up();
        for (Night last : book.lasts()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("night", last.date().toString());
            told.put("asOf", last.asOf().toString());
            told.put("stage", last.stage().word());
            Duration late = late(last, now);
            if (late != null) {
                told.put("lateSeconds", late.toSeconds());
            }
            health.withDetail(last.scope(), told);
            if (isFailed(last) || late != null && late.compareTo(TOO_LATE) > 0) {
                health.down();
            }
        }
        return health.build();
    }

    private static boolean isFailed(Night night) {
        return night.stage() == Night.Stage.FAILED;
    }

    /** Null where nobody said when nights are. */
    private Duration late(Night last, Instant now) {
        return settings == null ? null : settings.late(last, now);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "patuh.nights.failed",
                        () -> book.lasts().stream()
                                .filter(NightsHealth::isFailed)
                                .count())
                .description("Units whose last night failed")
                .register(registry);
        Gauge.builder("patuh.nights.last", this::oldest)
                .baseUnit("seconds")
                .description("Moment of the last night of the unit whose last one is longest ago, since 1970")
                .register(registry);
        if (settings != null) {
            Gauge.builder("patuh.nights.late", this::latest)
                    .baseUnit("seconds")
                    .description("For how long the night has been due of the unit that waits longest")
                    .register(registry);
        }
    }

    private double oldest() {
        return book.lasts().stream()
                .mapToDouble(night -> night.asOf().getEpochSecond())
                .min()
                .orElse(Double.NaN);
    }

    private double latest() {
        Instant now = clock.instant();
        List<Night> lasts = book.lasts();
        return lasts.stream()
                .mapToDouble(night -> settings.late(night, now).toSeconds())
                .max()
                .orElse(0);
    }
}
