package id.patuh.chart;

import static id.patuh.chart.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.patuh.chart.TimeBars.Bar;
import id.patuh.chart.TimeBars.Span;
import id.patuh.chart.TimeBars.Standing;
import id.patuh.chart.TimeBars.Step;
import id.patuh.chart.TimeBars.Working;
import id.patuh.report.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Bars over time stand where working time puts them. */
class TimeBarsTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Counted in quarters of hours rather than by intervals. */
    private static double room(Instant from, Instant until, Working working) {
        double room = 0;
        for (Instant at = from; at.isBefore(until); at = at.plus(QUARTER)) {
            Instant now = at;
            boolean known = !now.isBefore(working.knownFrom()) && now.isBefore(working.knownUntil());
            boolean works =
                    working.spans().stream().anyMatch(span -> !now.isBefore(span.from()) && now.isBefore(span.until()));
            room += !known || works ? 1 : TimeAxis.OFF;
        }
        return room;
    }

    @Test
    void barsAreAsLongAsTheWorkingTimeThatTheyTook() {
        Random random = new Random(5);
        Working working = Samples.office(30);
        for (int i = 0; i < 40; i++) {
            // Some begin before, or end after, what the calendar knows.
            Instant first = at(random.nextInt(8) - 4, random.nextInt(24));
            Instant start = first.plus(QUARTER.multipliedBy(random.nextInt(400)));
            Instant due = start.plus(QUARTER.multipliedBy(1 + random.nextInt(300)));
            Instant end = due.plus(QUARTER.multipliedBy(1 + random.nextInt(2_000)));
            TimeBars chart = new TimeBars(
                    "x",
                    Samples.ZONE,
                    end,
                    working,
                    List.of(
                            step("1", bar(first, start, null, Standing.UNJUDGED)),
                            step("2", bar(start, end, due, Standing.LATE))));
            Drawn drawn = Drawn.of(chart, 1_900, Language.ID);
            double left = 1_900 * 0.34 + 14;
            double whole = (1_900 - 14 - left) / room(first, end, working);
            Element area = drawn.areas(Tone.PLAIN).get(0);
            assertThat(Drawn.number(area, "x")).isEqualTo(left + room(first, start, working) * whole, within(0.05));
            List<Element> breaches = drawn.areas(Tone.BAD);
            Element breach = breaches.get(breaches.size() - 1);
            double length = room(due, end, working) * whole;
            // What is shorter than a pixel is shown all the same.
            assertThat(Drawn.number(breach, "width")).isEqualTo(Math.max(1, length), within(2.1));
        }
    }

    @Test
    void nightsAndWeekendsAreShadedAndWhatIsBeyondTheCalendarIsNot() {
        TimeBars week = new TimeBars(
                "x",
                Samples.ZONE,
                at(6, 0),
                new Working(at(0, 0), at(7, 0), Samples.office(7).spans()),
                List.of(step("1", bar(at(0, 8), at(4, 16), null, Standing.UNJUDGED))));
        Drawn drawn = Drawn.of(week, 1_900, Language.ID);
        List<Element> shades = drawn.ofClass("off-hours");
        // Four nights and five breaks at noon; the other sample is in the legend.
        assertThat(shades.get(0).getAttribute("d").chars().filter(c -> c == 'Z'))
                .hasSize(9);
        assertThat(drawn.ofClass("unknown")).isEmpty();
        assertThat(drawn.said()).contains("di luar jam kerja");

        TimeBars beyond = new TimeBars(
                "x",
                Samples.ZONE,
                at(6, 0),
                new Working(at(0, 0), at(2, 0), List.of(new Span(at(0, 8), at(0, 16)), new Span(at(1, 8), at(1, 16)))),
                week.steps());
        Drawn unknown = Drawn.of(beyond, 1_900, Language.ID);
        assertThat(unknown.ofClass("unknown")).hasSize(1);
        assertThat(unknown.said()).contains("hari kerja tidak diketahui");
    }

    /** "12:00" alone would not say of which day. */
    @Test
    void ticksOverDaysNameDays() {
        for (int width : List.of(340, 1_100, 1_900)) {
            for (int days = 2; days < 40; days++) {
                TimeBars chart = new TimeBars(
                        "x",
                        Samples.ZONE,
                        at(days, 10),
                        Samples.office(60),
                        List.of(step("1", bar(at(0, 10), at(days, 10), null, Standing.UNJUDGED))));
                List<String> texts = Drawn.of(chart, width, Language.ID).texts();
                assertThat(texts).contains("9 Mar 2026 10:00").noneMatch(text -> text.matches("\\d\\d:\\d\\d"));
                assertThat(texts.stream().filter(text -> text.matches("\\d+ (Mar|Apr)")))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whatRunsGoesOnToTheMomentOfTheCheck() {
        Drawn drawn = Drawn.of(
                new TimeBars(
                        "x",
                        Samples.ZONE,
                        at(2, 10),
                        null,
                        List.of(
                                step("1", bar(at(0, 10), null, at(1, 10), Standing.OVERDUE)),
                                step("2", bar(at(0, 10), at(1, 10), null, Standing.UNJUDGED)))),
                1_000,
                Language.EN);
        Element running = drawn.areas(Tone.PLAIN).get(0);
        Element ended = drawn.areas(Tone.MUTED).get(1);
        assertThat(Drawn.number(running, "width")).isEqualTo(2 * Drawn.number(ended, "width"), within(0.05));
        assertThat(drawn.said()).contains("running past due 3 hours");
        assertThat(drawn.picture.table().rows().get(0))
                .containsExactly(
                        "1", "2026-03-09 10:00", "", "2026-03-10 10:00", "running past due 3 hours", "by whom");
    }

    @Test
    void whatWasNotDoneIsARowThatSaysSo() {
        Drawn drawn = Drawn.of(new TimeBars(
                "x",
                Samples.ZONE,
                at(2, 10),
                null,
                List.of(
                        new Step("1 Rencana", List.of(), "tidak pernah dilakukan", true),
                        new Step("2 Survei", List.of(), "belum waktunya", false))));
        assertThat(drawn.said()).contains("tidak pernah dilakukan", "belum waktunya");
        assertThat(drawn.picture.table().rows().get(0))
                .containsExactly("1 Rencana", "", "", "", "tidak pernah dilakukan", "");
        assertThat(drawn.picture.description()).contains("belum ada kegiatan: 2");
    }

    private static Step step(String name, Bar... bars) {
        return new Step(name, List.of(bars), null, false);
    }

    private static Bar bar(Instant start, Instant end, Instant due, Standing standing) {
        return new Bar("", start, end, due, standing, standing == Standing.OVERDUE ? "3 hours" : null, "by whom");
    }
}
