package id.patuh.web.limit;

import id.patuh.web.SettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the configuration says under {@value #KEYS}.
 *
 * @param requestsPerAddress how many requests of one address may be under way; a whole office may have one
 * @param slowAfter for how long nothing is asked of how fast a request is sent
 * @param slowestPerSecond how much of it must then have come each second, on the average
 * @param waitingPerAccount how many submissions of an account may wait to be checked
 * @param waitingSizePerAccount how large their files may be in all
 * @param arriving how large the requests with files may be in all that are under way
 * @param arrivingPerAccount the same of one account
 * @param diskKeptFree what files that are handed in never fill of the disk that they come to
 * @param trialsKept after how long a trial is removed with its files
 */
@ConfigurationProperties(value = LimitSettings.KEYS, ignoreUnknownFields = false)
public record LimitSettings(
        @DefaultValue("80") int requestsPerAddress,
        @DefaultValue("20s") Duration slowAfter,
        @DefaultValue("2KB") DataSize slowestPerSecond,
        @DefaultValue("50") int waitingPerAccount,
        @DefaultValue("2GB") DataSize waitingSizePerAccount,
        @DefaultValue("2GB") DataSize arriving,
        @DefaultValue("1GB") DataSize arrivingPerAccount,
        @DefaultValue("512MB") DataSize diskKeptFree,
        @DefaultValue("30d") Duration trialsKept) {

    static final String KEYS = "patuh.limits";

    private static final int MANY = 1_000_000;
    private static final DataSize BYTE = DataSize.ofBytes(1);
    private static final DataSize HUGE = DataSize.ofTerabytes(1000);

    public LimitSettings {
        hold("requests-per-address", requestsPerAddress, 1, MANY);
        hold("slow-after", slowAfter, Duration.ofSeconds(1), Duration.ofHours(1));
        hold("slowest-per-second", slowestPerSecond, BYTE, DataSize.ofMegabytes(1));
        hold("waiting-per-account", waitingPerAccount, 1, MANY);
        hold("waiting-size-per-account", waitingSizePerAccount, BYTE, HUGE);
        hold("arriving", arriving, BYTE, HUGE);
        hold("arriving-per-account", arrivingPerAccount, BYTE, HUGE);
        hold("disk-kept-free", diskKeptFree, DataSize.ofBytes(0), HUGE);
        hold("trials-kept", trialsKept, Duration.ofDays(1), Duration.ofDays(MANY));
    }

    private static <T extends Comparable<T>> void hold(String key, T value, T least, T most) {
        SettingException.hold(KEYS + "." + key, value, least, most);
    }
}
