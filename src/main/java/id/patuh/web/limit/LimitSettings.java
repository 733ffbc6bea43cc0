package id.patuh.web.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the configuration says under {@code patuh.limits}.
 *
 * @param requestsPerAddress how many requests of one address may be under way; a whole office may have one
 * @param slowAfter for how long nothing is asked of how fast a request is sent
 * @param slowestPerSecond how much of it must then have come each second, on the average
 * @param waitingPerAccount how many submissions of an account may wait to be checked
 * @param waitingSizePerAccount how large their files may be in all
 * @param trialsKept after how long a trial is removed with its files
 */
@ConfigurationProperties("patuh.limits")
public record LimitSettings(
        @DefaultValue("80") int requestsPerAddress,
        @DefaultValue("20s") Duration slowAfter,
        @DefaultValue("2KB") DataSize slowestPerSecond,
        @DefaultValue("50") int waitingPerAccount,
        @DefaultValue("2GB") DataSize waitingSizePerAccount,
        @DefaultValue("30d") Duration trialsKept) {}
