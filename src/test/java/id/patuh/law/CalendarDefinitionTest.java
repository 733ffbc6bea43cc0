package id.patuh.law;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.patuh.law.CalendarDefinition.Hours;
import id.patuh.law.CalendarDefinition.Season;
import id.patuh.law.CalendarDefinition.Week;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarDefinitionTest {

    private static final Hours MORNING = hours("07:30", "12:00");
    private static final Hours AFTERNOON = hours("13:00", "16:00");
    private static final Week WEEK = new Week(Map.of(MONDAY, List.of(MORNING, AFTERNOON)));
    private static final LocalDate MON_5_JAN = LocalDate.of(2026, 1, 5);

    @Test
    void hoursMustBeginBeforeTheyEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours("12:00", "07:30"))
                .withMessage("Working hours 12:00-07:30 end before they begin");
        assertThatIllegalArgumentException().isThrownBy(() -> hours("12:00", "12:00"));
    }

    @Test
    void hoursUntilMidnightReachTheEndOfTheDay() {
        assertThat(hours("00:00", "00:00").untilMillis()).isEqualTo(86_400_000);
    }

    @Test
    void hoursFinerThanMillisecondsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hours(LocalTime.MIDNIGHT, LocalTime.MAX))
                .withMessageContaining("finer than milliseconds");
    }

    @Test
    void weekNamesTheDayWhoseHoursOverlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Week(Map.of(TUESDAY, List.of(MORNING, hours("11:59", "16:00")))))
                .withMessage("TUESDAY: 11:59-16:00 begins before 07:30-12:00 ends");
    }

    @Test
    void weekNamesTheDayWhoseHoursAreOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Week(Map.of(MONDAY, List.of(AFTERNOON, MORNING))))
                .withMessage("MONDAY: 07:30-12:00 begins before 13:00-16:00 ends");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Week(Map.of(MONDAY, List.of(hours("13:00", "00:00"), AFTERNOON))));
    }

    @Test
    void weekTakesHoursThatTouchAndDropsDaysWithoutHours() {
        Week week = new Week(Map.of(MONDAY, List.of(MORNING, hours("12:00", "13:00")), TUESDAY, List.of()));

        assertThat(week.hours()).containsOnlyKeys(MONDAY);
        assertThat(week.on(TUESDAY)).isEmpty();
    }

    @Test
    void ordinaryWeekNeedsWorkingHours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(new Week(Map.of()), List.of(), null, null))
                .withMessage("Calendar test: the week has no working hours");
    }

    @Test
    void seasonsMustNotOverlap() {
        Season january = new Season(MON_5_JAN, MON_5_JAN.plusDays(10), WEEK);
        Season later = new Season(MON_5_JAN.plusDays(10), MON_5_JAN.plusDays(20), WEEK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(WEEK, List.of(later, january), null, null))
                .withMessage("Calendar test: season 2026-01-15..2026-01-25 overlaps 2026-01-05..2026-01-15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Season(MON_5_JAN, MON_5_JAN.minusDays(1), WEEK))
                .withMessage("Season 2026-01-05..2026-01-04 ends before it begins");
    }

    @Test
    void coverageNeedsBothBoundsInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(WEEK, List.of(), MON_5_JAN, null))
                .withMessage("Calendar test: the coverage needs both bounds or none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> definition(WEEK, List.of(), MON_5_JAN, MON_5_JAN.minusDays(1)))
                .withMessageContaining("the coverage ends on 2026-01-04, before it begins on 2026-01-05");
    }

    @Test
    void laterChangesToTheGivenCollectionsChangeNothing() {
        List<Hours> monday = new ArrayList<>(List.of(MORNING));
        Map<DayOfWeek, List<Hours>> days = new HashMap<>(Map.of(MONDAY, monday));
        Map<LocalDate, String> holidays = new HashMap<>();
        List<Season> seasons = new ArrayList<>();
        CalendarDefinition definition =
                new CalendarDefinition("test", ZoneOffset.UTC, new Week(days), seasons, holidays, null, null);

        monday.add(AFTERNOON);
        days.put(TUESDAY, List.of(MORNING));
        holidays.put(MON_5_JAN, "Libur");
        seasons.add(new Season(MON_5_JAN, MON_5_JAN, new Week(Map.of())));

        assertThat(definition.hoursOn(MON_5_JAN)).containsExactly(MORNING);
        assertThat(definition.hoursOn(MON_5_JAN.plusDays(1))).isEmpty();
    }

    private static Hours hours(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static CalendarDefinition definition(Week week, List<Season> seasons, LocalDate from, LocalDate until) {
        return new CalendarDefinition("test", ZoneOffset.UTC, week, seasons, Map.of(), from, until);
    }
}
