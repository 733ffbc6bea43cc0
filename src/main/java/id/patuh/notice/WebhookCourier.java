package id.patuh.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts messages to programs, signed as the Standard Webhooks have it. One may come twice, with the same id: whoever takes it
 * is to leave the second aside.
 */
public final class WebhookCourier implements Courier {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    /** However long the other side wants to be left alone. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final int GONE = 410;

    private final Function<String, Optional<Endpoint>> endpoints;
    private final Clock clock;
    private final Duration answering;
    private final HttpClient client;

    /**
     * The courier to all endpoints.
     *
     * @param endpoints where a recipient takes messages, by name; empty for whom settings no longer know, or give none
     * @param answering how long the answer may take
     */
    public WebhookCourier(Function<String, Optional<Endpoint>> endpoints, Clock clock, Duration answering) {
        this.endpoints = endpoints;
        this.clock = clock;
        this.answering = answering;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public Outcome deliver(Parcel parcel, HandOver handOver) {
        Optional<Endpoint> endpoint = endpoints.apply(parcel.recipient());
        if (endpoint.isEmpty()) {
            return Outcome.Refused.of("recipient-unknown", null);
        }
        try {
            HttpResponse<InputStream> answer =
                    client.send(request(parcel, endpoint.get()), HttpResponse.BodyHandlers.ofInputStream());
            // What it says beyond its status is not read, however much it is.
            answer.body().close();
            return outcome(answer);
        } catch (IOException e) {
            return Outcome.Deferred.of("webhook-unreachable", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.Deferred.of("webhook-unreachable", null);
        }
    }

    private HttpRequest request(Parcel parcel, Endpoint endpoint) {
        String body = ((Content.Payload) parcel.content()).json();
        String id = "msg_" + parcel.messageId();
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(URI.create(endpoint.url()))
                .timeout(answering)
                .header("Content-Type", "application/json")
                .header("User-Agent", "patuh")
                .header("Idempotency-Key", id)
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + sign(endpoint.key(), id + "." + timestamp + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private static String sign(byte[] key, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome outcome(HttpResponse<?> answer) {
        int status = answer.statusCode();
        String code = Integer.toString(status);
        if (status >= 200 && status < 300) {
            return new Outcome.Sent();
        }
        if (status == GONE) {
            return Outcome.Refused.of("webhook-gone", code);
        }
        Duration pause =
                answer.headers().firstValue("Retry-After").map(this::pause).orElse(Duration.ZERO);
        return new Outcome.Deferred(new Failure("webhook-status", code), pause);
    }

    /** @param retryAfter seconds, or a date */
    private Duration pause(String retryAfter) {
        String text = retryAfter.strip();
        Duration pause = Duration.ZERO;
        if (SECONDS.matcher(text).matches()) {
            pause = Duration.ofSeconds(Long.parseLong(text));
        } else {
            try {
                Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                pause = Duration.between(clock.instant(), until);
            } catch (DateTimeException e) {
                // It cannot be understood: the usual pause.
            }
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
