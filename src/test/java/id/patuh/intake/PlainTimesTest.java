package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments are read of bytes as of texts, and written as they were read. */
class PlainTimesTest {

    private static final int TEXTS = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Jakarta", "Europe/Berlin", "Pacific/Apia", "Africa/Monrovia"})
    void bytesAndTextsMeanTheSame(String zone) {
        PlainTimes times = new PlainTimes(ZoneId.of(zone));
        Random random = new Random(1);
        int moments = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            byte[] bytes = Arrays.copyOf(("," + text).getBytes(StandardCharsets.US_ASCII), 40);

            long moment = times.parse(bytes, 1, text.length() + 1);

            assertThat(moment).as(text).isEqualTo(times.parse(text));
            if (moment != PlainTimes.OTHER) {
                assertThat(times.text(moment)).isEqualTo(text);
                moments++;
            }
        }
        assertThat(moments).isBetween(TEXTS / 10, TEXTS * 9 / 10);
    }

    /** Mostly a moment but for a place or two. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder(String.format(
                "%04d-%02d-%02d %02d:%02d",
                1969 + random.nextInt(232),
                random.nextInt(14),
                random.nextInt(33),
                random.nextInt(25),
                random.nextInt(61)));
        if (random.nextBoolean()) {
            // Beside the figures stand a slash and a colon.
            char other = (char) (random.nextBoolean() ? random.nextInt(128) : '/' + random.nextInt(12));
            text.setCharAt(random.nextInt(text.length()), other);
        }
        if (random.nextInt(20) == 0) {
            text.insert(random.nextInt(text.length() + 1), ' ');
        }
        return text.toString();
    }
}
