package id.patuh.web;

import id.patuh.store.ReasonedException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.boot.convert.DurationStyle;

/** The server cannot be started as its settings have it. */
public final class SettingException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    SettingException(String reason, Map<String, String> details) {
        super(reason, details);
    }

    /**
     * Holds a setting to its bounds.
     *
     * @param setting its key
     * @param written as people write it
     * @throws SettingException if it is less than {@code least}, or more than {@code most}
     */
    public static <T extends Comparable<T>> void hold(String setting, T written, T least, T most) {
        if (written.compareTo(least) < 0 || written.compareTo(most) > 0) {
            throw new SettingException(
                    "server-setting-out-of-bounds",
                    Map.of("setting", setting, "value", shown(written), "least", shown(least), "most", shown(most)));
        }
    }

    private static String shown(Object value) {
        return value instanceof Duration length
                ? DurationStyle.SIMPLE.print(length, ChronoUnit.SECONDS)
                : value.toString();
    }
}
