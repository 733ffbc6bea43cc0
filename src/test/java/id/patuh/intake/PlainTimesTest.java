package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.junit.jupiter.api.Test;

/** Moments in the plain spelling mean what the platform's parser makes of them, and nothing else is taken for one. */
class PlainTimesTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final PlainTimes times = new PlainTimes(JAKARTA);

    @Test
    void everyByteCounts() {
        for (String moment : new String[] {"2026-11-20 08:30", "2024-02-29 23:59", "1999-12-31 00:00"}) {
            for (int place = 0; place < moment.length(); place++) {
                for (int b = 0; b < 256; b++) {
                    byte[] bytes = ("x" + moment + "x").getBytes(StandardCharsets.ISO_8859_1);
                    bytes[1 + place] = (byte) b;
                    String text = new String(bytes, 1, moment.length(), StandardCharsets.ISO_8859_1);

                    long found = times.parse(bytes, 1, 1 + moment.length());

                    assertThat(found).as(text).isEqualTo(meant(text));
                    assertThat(times.parse(text)).as(text).isEqualTo(found);
                    if (found != PlainTimes.OTHER) {
                        assertThat(times.text(found)).isEqualTo(text);
                    }
                }
            }
        }
    }

    @Test
    void anyOtherLengthIsNone() {
        byte[] bytes = "2026-11-20 08:30:00".getBytes(StandardCharsets.US_ASCII);
        for (int to = 0; to <= bytes.length; to++) {
            assertThat(times.parse(bytes, 0, to) == PlainTimes.OTHER).isEqualTo(to != "2026-11-20 08:30".length());
        }
    }

    /** On days on which the clock is set a text may mean two moments or none. */
    @Test
    void daysOnWhichTheClockIsSetAreLeft() {
        PlainTimes berlin = new PlainTimes(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.parse("2026-03-29 12:00")).isEqualTo(PlainTimes.OTHER);
        assertThat(berlin.parse("2026-03-28 12:00")).isEqualTo(PlainTimes.OTHER);
        assertThat(berlin.parse("2026-03-30 12:00")).isEqualTo(at("2026-03-30 12:00", ZoneId.of("Europe/Berlin")));
    }

    private static long meant(String text) {
        try {
            long at = at(text, JAKARTA);
            int year = Integer.parseInt(text.substring(0, 4));
            return year < Times.FIRST_YEAR || year > Times.LAST_YEAR ? PlainTimes.OTHER : at;
        } catch (DateTimeException e) {
            return PlainTimes.OTHER;
        }
    }

    private static long at(String text, ZoneId zone) {
        return LocalDateTime.parse(text, STRICT).atZone(zone).toInstant().toEpochMilli();
    }
}
