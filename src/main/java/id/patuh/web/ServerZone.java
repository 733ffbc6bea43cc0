package id.patuh.web;

import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The zone of what pages show, and of days and times that users name without one. */
final class ServerZone {

    /** Of the command line, too. */
    private static final ZoneId USUAL = ZoneId.of("Asia/Jakarta");

    private ServerZone() {}

    /** That of the settings; unless they say, that of nights: whoever sets these up elsewhere in the country reads there, too. */
    static ZoneId of(Environment environment) {
        Binder settings = Binder.get(environment);
        return settings.bind("patuh.zone", ZoneId.class)
                .orElseGet(
                        () -> settings.bind("patuh.nightly.zone", ZoneId.class).orElse(USUAL));
    }
}
