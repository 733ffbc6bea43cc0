package id.patuh.web.access;

import id.patuh.web.SettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the configuration says under {@value #KEYS}.
 *
 * @param requestsPerMinute how often a token may ask
 */
@ConfigurationProperties(value = ApiSettings.KEYS, ignoreUnknownFields = false)
record ApiSettings(@DefaultValue("600") int requestsPerMinute) {

    static final String KEYS = "patuh.api";
    private static final int MOST_REQUESTS = 1_000_000;

    ApiSettings {
        SettingException.hold(KEYS + ".requests-per-minute", requestsPerMinute, 1, MOST_REQUESTS);
    }
}
