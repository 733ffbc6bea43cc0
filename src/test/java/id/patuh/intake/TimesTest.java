package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private final Times times = new Times(Sample.JAKARTA, false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-03-03T08:30:00+07:00     | 2025-03-03T01:30:00Z
            2025-03-03T08:30:00+0700      | 2025-03-03T01:30:00Z
            2025-03-03 08:30:00 +07       | 2025-03-03T01:30:00Z
            2025-03-03T08:30:00-03:30     | 2025-03-03T12:00:00Z
            2025-03-03T08:30Z             | 2025-03-03T08:30:00Z
            2025-03-03t08:30:00.1234z     | 2025-03-03T08:30:00.123Z
            2025-03-03T08:30:00,5         | 2025-03-03T01:30:00.500Z
            2025-03-03 08:30              | 2025-03-03T01:30:00Z
            2025-03-03  08:30:15          | 2025-03-03T01:30:15Z
            2025/03/03 08:30:15           | 2025-03-03T01:30:15Z
            03/04/2025 08:30              | 2025-04-03T01:30:00Z
            3/4/2025 8.30                 | 2025-04-03T01:30:00Z
            3/4/2025, 08.30.15            | 2025-04-03T01:30:15Z
            03-04-2025 08:30 WIB          | 2025-04-03T01:30:00Z
            03-04-2025 08:30 WIT          | 2025-04-02T23:30:00Z
            2019/11/03 01:11:19.000       | 2019-11-02T18:11:19Z
            2011-10-11 13:45:40.276000+02:00 | 2011-10-11T11:45:40.276Z
            2011-10-11T13:45:40.276000001Z | 2011-10-11T13:45:40.276Z
            3 Maret 2026 09:00            | 2026-03-03T02:00:00Z
            03-Mar-2026 09.00             | 2026-03-03T02:00:00Z
            Selasa, 3 Maret 2026 pukul 09.00 WITA | 2026-03-03T01:00:00Z
            3 Agt 2026, pkl. 9:00         | 2026-08-03T02:00:00Z
            Jum'at, 06/03/2026 09:00      | 2026-03-06T02:00:00Z
            2025-03-03 08:30 PM           | 2025-03-03T13:30:00Z
            06/11/2026 pukul 09.00 WIB    | 2026-11-06T02:00:00Z
            06.11.2026 09:00              | 2026-11-06T02:00:00Z
            06.11.2026 09.00.15           | 2026-11-06T02:00:15Z
            2026-11-06 9:00 AM            | 2026-11-06T02:00:00Z
            06/11/2026 12:30 am           | 2026-11-05T17:30:00Z
            06/11/2026, 12.30 p.m.        | 2026-11-06T05:30:00Z
            6 November 2026 1:05:09 PM    | 2026-11-06T06:05:09Z
            29/02/2024 00:00              | 2024-02-28T17:00:00Z
            1970-01-01T00:00:00+07:00     | 1969-12-31T17:00:00Z
            """)
    void readsTimes(String text, String instant) throws Unreadable {
        assertThat(Instant.ofEpochMilli(times.parse(text))).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31/02/2025 08:30           | time-unreadable
            29/02/2025 08:30           | time-unreadable
            2025-03-03T24:00           | time-unreadable
            2025-03-03T08:60           | time-unreadable
            2025-03-03T08:30:60        | time-unreadable
            2025-03-03T8:3             | time-unreadable
            2025-03-03T08:30:00+19:00  | time-unreadable
            2025-03-03T08:30:00 EST    | time-unreadable
            2025-03-03T08:30:00.       | time-unreadable
            2025-03-03 08:30 XM        | time-unreadable
            2025-03/03 08:30           | time-unreadable
            03/04/25 08:30             | time-unreadable
            20250303T083000            | time-unreadable
            2025-03-0308:30            | time-unreadable
            45719.35                   | time-unreadable
            ?                          | time-unreadable
            3 Smarch 2026 09:00        | time-unreadable
            3 Maret 20261 09:00        | time-unreadable
            31 Februari 2026 09:00     | time-unreadable
            Maret 2026 09:00           | time-unreadable
            3 Maret 2026               | time-without-clock
            3 Maret 1969 09:00         | time-unreadable
            kemarin                    | time-unreadable
            06/11/2026 13:00 PM        | time-unreadable
            06/11/2026 0:30 AM         | time-unreadable
            06/11/26 09:00             | time-unreadable
            06.11.2026                 | time-unreadable
            pukul 09.00                | time-unreadable
            AM                         | time-unreadable
            2025-03-03                 | time-without-clock
            3/4/2025                   | time-without-clock
            1969-12-31 08:30           | year-out-of-range
            2200-01-01 08:30           | year-out-of-range
            """)
    void refusesWhatIsNoTime(String text, String reason) {
        assertThatThrownBy(() -> times.parse(text))
                .isInstanceOf(Unreadable.class)
                .hasMessage(reason);
    }

    @Test
    void knowsWhenTheClockIsSet() throws Unreadable {
        Times newYork = new Times(ZoneId.of("America/New_York"), false);
        assertThatThrownBy(() -> newYork.parse("2026-03-08 02:30")).hasMessage("time-skipped");
        assertThat(Instant.ofEpochMilli(newYork.parse("2026-11-01 01:10")))
                .isEqualTo(Instant.parse("2026-11-01T05:10:00Z"));
        assertThat(Instant.ofEpochMilli(newYork.later())).isEqualTo(Instant.parse("2026-11-01T06:10:00Z"));
        assertThat(newYork.parse("2026-11-01 03:10")).isEqualTo(newYork.later());
    }
}
