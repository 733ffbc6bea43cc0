package id.patuh.law;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.law.CalendarDefinition.Hours;
import id.patuh.law.CalendarDefinition.Season;
import id.patuh.law.CalendarDefinition.Week;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were worked out by hand on a wall calendar. The first column says what the case is about. */
class WorkingCalendarTest {

    private static final WorkingCalendar ASN = new WorkingCalendar(asn());
    private static final WorkingCalendar BERLIN = new WorkingCalendar(new CalendarDefinition(
            "berlin", ZoneId.of("Europe/Berlin"), asn().week(), List.of(), Map.of(), null, null));

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource({
        "within an interval,                    Mon 2026-01-05T08:00, 1 jam,    Mon 2026-01-05T09:00",
        "over the break,                        Mon 2026-01-05T11:30, 1 jam,    Mon 2026-01-05T13:30",
        "used up at the break,                  Mon 2026-01-05T11:00, 60 menit, Mon 2026-01-05T12:00",
        "used up at closing time,               Mon 2026-01-05T15:00, 1 jam,    Mon 2026-01-05T16:00",
        "over closing time,                     Mon 2026-01-05T15:30, 1 jam,    Tue 2026-01-06T08:00",
        "12:00 sharp is outside,                Mon 2026-01-05T12:00, 30 menit, Mon 2026-01-05T13:30",
        "16:00 sharp is outside,                Mon 2026-01-05T16:00, 1 menit,  Tue 2026-01-06T07:31",
        "before opening time,                   Mon 2026-01-05T05:00, 30 menit, Mon 2026-01-05T08:00",
        "8 jam are more than a day,             Mon 2026-01-05T07:30, 8 jam,    Tue 2026-01-06T08:00",
        "24 jam are 3.2 days,                   Mon 2026-01-05T07:30, 24 jam,   Thu 2026-01-08T09:00",
        "37.5 hours a week,                     Mon 2026-01-05T07:30, 2250 menit, Fri 2026-01-09T16:30",
        "over the Friday break,                 Fri 2026-01-09T11:00, 1 jam,    Fri 2026-01-09T13:30",
        "within the Friday break,               Fri 2026-01-09T12:15, 2 jam,    Fri 2026-01-09T15:00",
        "Friday closes at 16:30,                Fri 2026-01-09T16:00, 30 menit, Fri 2026-01-09T16:30",
        "over the weekend,                      Fri 2026-01-09T16:00, 1 jam,    Mon 2026-01-12T08:00",
        "on the weekend,                        Sat 2026-01-10T10:00, 1 jam,    Mon 2026-01-12T08:30",
        "over a holiday,                        Thu 2026-01-15T15:30, 1 jam,    Mon 2026-01-19T08:00",
        "over cuti bersama and holiday,         Fri 2026-02-13T16:00, 1 jam,    Wed 2026-02-18T08:00",
        "into Ramadan,                          Wed 2026-02-18T15:30, 1 jam,    Thu 2026-02-19T08:30",
        "Ramadan opens at 08:00,                Thu 2026-02-19T07:30, 15 menit, Thu 2026-02-19T08:15",
        "Ramadan break is half an hour,         Thu 2026-02-19T11:45, 30 menit, Thu 2026-02-19T12:45",
        "Ramadan Friday closes at 15:30,        Fri 2026-02-20T15:00, 1 jam,    Mon 2026-02-23T08:30",
        "out of Ramadan 2026 over Idulfitri,    Tue 2026-03-17T14:30, 1 jam,    Wed 2026-03-25T08:00",
        "out of Ramadan 2025 over Idulfitri,    Thu 2025-03-27T14:30, 1 jam,    Tue 2025-04-08T08:00",
        "out of Ramadan 2024 over Idulfitri,    Fri 2024-04-05T15:00, 45 menit, Tue 2024-04-16T07:45",
        "next day,                              Mon 2026-01-05T09:00, 1 hari,   Tue 2026-01-06T09:00",
        "days over the weekend,                 Thu 2026-01-08T14:00, 2 hari,   Mon 2026-01-12T14:00",
        "days from after hours,                 Fri 2026-01-09T17:00, 1 hari,   Tue 2026-01-13T07:30",
        "days from closing time sharp,          Fri 2026-01-09T16:30, 1 hari,   Tue 2026-01-13T07:30",
        "days from the weekend,                 Sat 2026-01-10T10:00, 3 hari,   Thu 2026-01-15T07:30",
        "days over a holiday,                   Thu 2026-01-15T09:00, 1 hari,   Mon 2026-01-19T09:00",
        "days over cuti bersama,                Thu 2026-02-12T10:00, 2 hari,   Wed 2026-02-18T10:00",
        "cuti bersama decreed late,             Fri 2025-08-15T10:00, 1 hari,   Tue 2025-08-19T10:00",
        "days over Idulfitri,                   Tue 2026-03-17T09:00, 3 hari,   Fri 2026-03-27T09:00",
        "same time after Ramadan's hours,       Wed 2026-02-18T15:45, 1 hari,   Thu 2026-02-19T15:45",
        "same time in the Friday break,         Mon 2026-01-05T11:45, 4 hari,   Fri 2026-01-09T11:45",
        "a week,                                Mon 2026-01-05T10:00, 1 minggu, Mon 2026-01-12T10:00",
        "a week with a holiday,                 Mon 2026-01-12T10:00, 1 minggu, Tue 2026-01-20T10:00",
        "three weeks with a holiday,            Mon 2026-01-05T08:00, 3 minggu, Tue 2026-01-27T08:00",
        "a month,                               Mon 2026-01-05T10:00, 1 bulan,  Thu 2026-02-05T10:00",
        "a month from the 31st,                 Fri 2025-01-31T09:00, 1 bulan,  Fri 2025-02-28T09:00",
        "a month from the 31st in a leap year,  Wed 2024-01-31T09:00, 1 bulan,  Thu 2024-02-29T09:00",
        "a month to cuti bersama,               Tue 2026-01-20T15:30, 2 bulan,  Wed 2026-03-25T15:30",
        "a month to a holiday,                  Wed 2026-04-01T10:00, 1 bulan,  Mon 2026-05-04T10:00",
        "a month from the weekend,              Sat 2026-02-28T09:00, 1 bulan,  Thu 2026-04-02T08:00",
        "the 31st cut to a Saturday,            Wed 2025-12-31T14:00, 2 bulan,  Mon 2026-03-02T14:00",
        "first covered moment,                  Mon 2024-01-01T00:00, 1 jam,    Tue 2024-01-02T08:30",
        "before the coverage,                   Sun 2023-12-31T23:59, 1 jam,    unknown",
        "used up as the coverage ends,          Thu 2026-12-31T15:00, 1 jam,    Thu 2026-12-31T16:00",
        "a minute past the coverage,            Thu 2026-12-31T15:00, 61 menit, unknown",
        "starts after the last interval,        Thu 2026-12-31T16:00, 1 menit,  unknown",
        "to the last covered day,               Wed 2026-12-30T09:00, 1 hari,   Thu 2026-12-31T09:00",
        "a day past the coverage,               Thu 2026-12-31T09:00, 1 hari,   unknown",
        "a month to the last covered day,       Mon 2026-11-30T09:00, 1 bulan,  Wed 2026-12-30T09:00",
        "a month past the coverage,             Tue 2026-12-01T10:00, 1 bulan,  unknown",
        "the greatest limit,                    Mon 2026-01-05T09:00, 2147483647 minggu, unknown",
        "the greatest month limit,              Mon 2026-01-05T09:00, 2147483647 bulan, unknown"
    })
    void dueOnTheWorkingClock(String about, String start, String limit, String due) {
        assertThat(ASN.due(jakarta(start), limit(limit), Clock.WORKING)).isEqualTo(jakarta(due));
    }

    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource({
        "hours over the weekend,    Fri 2026-01-09T16:00, 24 jam,   Sat 2026-01-10T16:00",
        "minutes over midnight,     Fri 2026-01-09T23:00, 90 menit, Sat 2026-01-10T00:30",
        "days from the weekend,     Sat 2026-01-10T02:00, 3 hari,   Tue 2026-01-13T02:00",
        "a month from the 31st,     Fri 2025-01-31T23:00, 1 bulan,  Fri 2025-02-28T23:00",
        "a week past the coverage,  Wed 2026-12-30T10:00, 1 minggu, Wed 2027-01-06T10:00",
        "days before the coverage,  Thu 2023-06-01T10:00, 14 hari,  Thu 2023-06-15T10:00"
    })
    void dueOnTheElapsedClock(String about, String start, String limit, String due) {
        assertThat(ASN.due(jakarta(start), limit(limit), Clock.ELAPSED)).isEqualTo(jakarta(due));
    }

    /** Summer time in Berlin: from 2026-03-29, 02:00 becoming 03:00, to 2026-10-25, 03:00 becoming 02:00. */
    @ParameterizedTest(name = "{0}: {1} + {2}")
    @CsvSource({
        "a day of 23 hours,         2026-03-28T12:00+01:00, 1 hari,   2026-03-29T12:00+02:00",
        "24 hours are 24 hours,     2026-03-28T12:00+01:00, 24 jam,   2026-03-29T13:00+02:00",
        "to a skipped time,         2026-03-28T02:30+01:00, 1 hari,   2026-03-29T03:30+02:00",
        "a week to summer time,     2026-03-22T12:00+01:00, 1 minggu, 2026-03-29T12:00+02:00",
        "months to summer time,     2026-01-31T12:00+01:00, 2 bulan,  2026-03-31T12:00+02:00",
        "a day of 25 hours,         2026-10-24T12:00+02:00, 1 hari,   2026-10-25T12:00+01:00",
        "24 hours end at 11,        2026-10-24T12:00+02:00, 24 jam,   2026-10-25T11:00+01:00",
        "to a repeated time,        2026-10-24T02:30+02:00, 1 hari,   2026-10-25T02:30+02:00",
        "to it from winter,         2026-01-25T02:30+01:00, 9 bulan,  2026-10-25T02:30+01:00",
        "from its second time,      2026-10-25T02:30+01:00, 1 hari,   2026-10-26T02:30+01:00",
        "summer beyond the tables,  2150-07-01T12:00+02:00, 1 bulan,  2150-08-01T12:00+02:00",
        "winter beyond the tables,  2150-07-01T12:00+02:00, 6 bulan,  2151-01-01T12:00+01:00"
    })
    void elapsedDaysKeepTheWallClockTime(String about, String start, String limit, String due) {
        assertThat(Instant.ofEpochMilli(BERLIN.due(offset(start), limit(limit), Clock.ELAPSED)))
                .isEqualTo(Instant.ofEpochMilli(offset(due)));
    }

    @ParameterizedTest(name = "{0}: due {1}, end {2}")
    @CsvSource({
        "exactly on the limit,              Mon 2026-01-05T15:00, Mon 2026-01-05T15:00, 0",
        "before the limit,                  Mon 2026-01-05T15:00, Mon 2026-01-05T14:00, 0",
        "a minute late,                     Mon 2026-01-05T15:00, Mon 2026-01-05T15:01, 1",
        "in the break,                      Mon 2026-01-05T12:00, Mon 2026-01-05T12:59, 0",
        "after the break,                   Mon 2026-01-05T12:00, Mon 2026-01-05T13:10, 10",
        "after hours,                       Mon 2026-01-05T16:00, Mon 2026-01-05T20:00, 0",
        "at the next working moment,        Mon 2026-01-05T16:00, Tue 2026-01-06T07:30, 0",
        "a minute into the next day,        Mon 2026-01-05T16:00, Tue 2026-01-06T07:31, 1",
        "over the weekend,                  Fri 2026-01-09T16:30, Mon 2026-01-12T07:30, 0",
        "a week,                            Mon 2026-01-05T00:00, Mon 2026-01-12T00:00, 2250",
        "a week with a holiday,             Mon 2026-01-12T00:00, Mon 2026-01-19T00:00, 1800",
        "a Ramadan week,                    Mon 2026-02-23T00:00, Mon 2026-03-02T00:00, 1950",
        "into Ramadan,                      Wed 2026-02-18T15:00, Thu 2026-02-19T09:00, 120",
        "due after Ramadan's hours,         Thu 2026-02-19T15:45, Fri 2026-02-20T08:00, 0",
        "last covered evening,              Thu 2026-12-31T16:00, Thu 2026-12-31T23:00, 0",
        "to the end of the coverage,        Thu 2026-12-31T15:00, Fri 2027-01-01T00:00, 60",
        "late before the coverage ended,    Thu 2026-12-31T15:00, Mon 2027-01-04T09:00, 60",
        "not known to be late by then,      Thu 2026-12-31T16:00, Mon 2027-01-04T09:00, unknown",
        "from before the coverage,          Sun 2023-12-31T23:59, Tue 2024-01-02T10:00, unknown",
        "in time outside the coverage,      Mon 2027-03-01T10:00, Fri 2027-02-26T10:00, 0"
    })
    void overrunOnTheWorkingClock(String about, String due, String end, String minutes) {
        long expected = minutes.equals("unknown") ? WorkingCalendar.UNKNOWN : Long.parseLong(minutes) * 60_000;

        assertThat(ASN.overrun(jakarta(due), jakarta(end), Clock.WORKING)).isEqualTo(expected);
        if (jakarta(end) <= jakarta("Fri 2027-01-01T00:00")) {
            assertThat(ASN.workingMillis(jakarta(due), jakarta(end))).isEqualTo(expected);
        }
    }

    @Test
    void overrunOnTheElapsedClockIsTheTimeBetween() {
        long friday = jakarta("Fri 2026-01-09T16:00");
        long saturday = jakarta("Sat 2026-01-10T16:00");

        assertThat(ASN.overrun(friday, saturday, Clock.ELAPSED)).isEqualTo(24 * 60 * 60_000L);
        assertThat(ASN.overrun(friday, friday, Clock.ELAPSED)).isZero();
        assertThat(ASN.overrun(saturday, friday, Clock.ELAPSED)).isZero();
    }

    @Test
    void unknownStaysUnknown() {
        long unknown = WorkingCalendar.UNKNOWN;
        long known = jakarta("Mon 2026-01-05T09:00");

        assertThat(ASN.nextWorkingMoment(unknown)).isEqualTo(unknown);
        assertThat(ASN.workingMillis(unknown, known)).isEqualTo(unknown);
        for (Clock clock : Clock.values()) {
            assertThat(ASN.due(unknown, limit("1 jam"), clock)).isEqualTo(unknown);
            assertThat(ASN.overrun(unknown, known, clock)).isEqualTo(unknown);
            assertThat(ASN.overrun(known, unknown, clock)).isEqualTo(unknown);
        }
    }

    @Test
    void monthNeedsTheNextWorkingDayToBeCovered() {
        CalendarDefinition asn = asn();
        WorkingCalendar untilFriday = new WorkingCalendar(new CalendarDefinition(
                "short",
                asn.zone(),
                asn.week(),
                asn.seasons(),
                asn.holidays(),
                asn.coverageFrom(),
                LocalDate.of(2026, 3, 20)));
        long start = jakarta("Tue 2026-01-20T09:00");

        // Cuti bersama: covered, but the working day after it is not.
        assertThat(untilFriday.due(start, limit("2 bulan"), Clock.WORKING)).isEqualTo(WorkingCalendar.UNKNOWN);
    }

    @Test
    void datesAreWorkingDaysOnlyWhereTheyAreCovered() {
        assertThat(ASN.isWorkingDay(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(ASN.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(ASN.covers(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(ASN.covers(LocalDate.of(2023, 12, 31))).isFalse();
        assertThat(ASN.covers(LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(ASN.isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
        assertThat(BERLIN.covers(LocalDate.of(2100, 12, 31))).isTrue();
        assertThat(BERLIN.covers(LocalDate.of(2101, 1, 1))).isFalse();
    }

    @Test
    void coverageIsCutToTheYearsThatAreWorkedOut() {
        CalendarDefinition asn = asn();
        WorkingCalendar forEver = new WorkingCalendar(new CalendarDefinition(
                "for-ever",
                asn.zone(),
                asn.week(),
                List.of(),
                Map.of(),
                LocalDate.of(1, 1, 1),
                LocalDate.of(9999, 12, 31)));

        assertThat(forEver.nextWorkingMoment(jakarta("Thu 1970-01-01T00:00")))
                .isEqualTo(jakarta("Thu 1970-01-01T07:30"));
        assertThat(forEver.nextWorkingMoment(jakarta("Wed 1969-12-31T09:00"))).isEqualTo(WorkingCalendar.UNKNOWN);
        assertThat(forEver.due(jakarta("Fri 2100-12-31T16:00"), limit("30 menit"), Clock.WORKING))
                .isEqualTo(jakarta("Fri 2100-12-31T16:30"));
        assertThat(forEver.due(jakarta("Fri 2100-12-31T16:00"), limit("31 menit"), Clock.WORKING))
                .isEqualTo(WorkingCalendar.UNKNOWN);
    }

    @Test
    void workingDayLastsSevenAndAHalfHours() {
        assertThat(ASN.workingMillisPerDay()).isEqualTo(27_000_000);
    }

    @Test
    void roundTheClockServiceWorksThroughDaysOfTwentyThreeAndTwentyFiveHours() {
        EnumMap<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, hours("00:00-00:00"));
        }
        WorkingCalendar always = new WorkingCalendar(new CalendarDefinition(
                "24-7", ZoneId.of("Europe/Berlin"), new Week(days), List.of(), Map.of(), null, null));

        for (String day : List.of("2026-03-29T00:00+01:00", "2026-10-25T00:00+02:00")) {
            long start = offset(day);
            assertThat(always.nextWorkingMoment(start)).isEqualTo(start);
            assertThat(always.due(start, limit("100 jam"), Clock.WORKING)).isEqualTo(start + 100 * 3_600_000L);
            assertThat(always.workingMillis(start, start + 100 * 3_600_000L)).isEqualTo(100 * 3_600_000L);
        }
        assertThat(always.workingMillisPerDay()).isEqualTo(24 * 3_600_000L);
    }

    /** Perpres 21/2023, Ramadan as announced, weekday holidays and cuti bersama of the SKB for 2024 to 2026. */
    static CalendarDefinition asn() {
        Week ordinary = week("07:30-12:00 13:00-16:00", "07:30-11:30 13:00-16:30");
        Week ramadan = week("08:00-12:00 12:30-15:00", "08:00-11:30 12:30-15:30");
        Map<LocalDate, String> holidays = new TreeMap<>();
        Stream.of(
                        "2024-01-01 2024-02-08 2024-02-09 2024-03-11 2024-03-12 2024-03-29 2024-04-08 2024-04-09",
                        "2024-04-10 2024-04-11 2024-04-12 2024-04-15 2024-05-01 2024-05-09 2024-05-10 2024-05-23",
                        "2024-05-24 2024-06-17 2024-06-18 2024-09-16 2024-12-25 2024-12-26",
                        "2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-03-28 2025-03-31 2025-04-01 2025-04-02",
                        "2025-04-03 2025-04-04 2025-04-07 2025-04-18 2025-05-01 2025-05-12 2025-05-13 2025-05-29",
                        "2025-05-30 2025-06-06 2025-06-09 2025-06-27 2025-08-18 2025-09-05 2025-12-25 2025-12-26",
                        "2026-01-01 2026-01-16 2026-02-16 2026-02-17 2026-03-18 2026-03-19 2026-03-20 2026-03-23",
                        "2026-03-24 2026-04-03 2026-05-01 2026-05-14 2026-05-15 2026-05-27 2026-05-28 2026-06-01",
                        "2026-06-16 2026-08-17 2026-08-25 2026-12-24 2026-12-25")
                .flatMap(line -> Stream.of(line.split(" ")))
                .forEach(date -> holidays.put(LocalDate.parse(date), "Libur atau cuti bersama"));
        return new CalendarDefinition(
                "asn",
                ZoneId.of("Asia/Jakarta"),
                ordinary,
                List.of(
                        new Season(LocalDate.of(2024, 3, 12), LocalDate.of(2024, 4, 9), ramadan),
                        new Season(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 30), ramadan),
                        new Season(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 20), ramadan)),
                holidays,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2026, 12, 31));
    }

    private static Week week(String mondayToThursday, String friday) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY)) {
            days.put(day, hours(mondayToThursday));
        }
        days.put(FRIDAY, hours(friday));
        return new Week(days);
    }

    static List<Hours> hours(String text) {
        return Stream.of(text.split(" "))
                .map(hours -> hours.split("-"))
                .map(bounds -> new Hours(LocalTime.parse(bounds[0]), LocalTime.parse(bounds[1])))
                .toList();
    }

    private static TimeLimit limit(String text) {
        return TimeLimit.parse(text).orElseThrow();
    }

    /** Reads "Mon 2026-01-05T08:00" and holds the day of the week against the date. */
    private static long jakarta(String text) {
        if (text.equals("unknown")) {
            return WorkingCalendar.UNKNOWN;
        }
        LocalDateTime local = LocalDateTime.parse(text.substring(4));
        assertThat(local.getDayOfWeek().name()).startsWithIgnoringCase(text.substring(0, 3));
        return local.atZone(ZoneId.of("Asia/Jakarta")).toInstant().toEpochMilli();
    }

    private static long offset(String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    @Test
    void everyMomentHasItsLocalDate() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            // From 1900 to past the last year that is tabled.
            long moment = random.nextLong(-2_208_988_800_000L, 4_500_000_000_000L);
            for (WorkingCalendar calendar : List.of(ASN, BERLIN)) {
                assertThat(calendar.epochDay(moment))
                        .isEqualTo(LocalDate.ofInstant(Instant.ofEpochMilli(moment), calendar.zone())
                                .toEpochDay());
            }
        }
    }
}
