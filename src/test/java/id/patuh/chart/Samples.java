package id.patuh.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts of all kinds, usual and unusual. */
final class Samples {

    static final String HOSTILE =
            "</text><script>alert(1)</script>\" onload='x' &amp; ]]> \u0000\u001b\uFFFF\u202Egnal \uD800 ${x} {title}";
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    static final List<IndexDial.Band> BANDS = List.of(
            band("A", "Sangat Baik", "88.31", "100.00"),
            band("B", "Baik", "76.61", "88.30"),
            band("C", "Kurang Baik", "65.00", "76.60"),
            band("D", "Tidak Baik", "25.00", "64.99"));

    private Samples() {}

    /** Nothing, a little, as much as there may be, and names that are attacks. */
    static Stream<Chart> all() {
        return Stream.of(
                        Stream.of(dial("85.20", "B"), dial("25.00", "D"), dial("100.00", "A"), dial(null, null)),
                        Stream.of(new IndexDial(HOSTILE, null, num("25"), num("100"), List.of(), null, HOSTILE)),
                        Stream.of(new IndexDial(
                                "off", num("250"), num("25"), num("100"), List.of(BANDS.get(0)), HOSTILE, null)),
                        IntStream.of(0, 1, 9, 200).mapToObj(Samples::unsur),
                        IntStream.of(0, 1, 9, 200).mapToObj(Samples::answers),
                        IntStream.of(0, 1, 4).mapToObj(Samples::respondents),
                        IntStream.of(0, 1, 2, 24, 200).mapToObj(Samples::trend),
                        IntStream.of(0, 1, 2, 200).mapToObj(Samples::sparkline),
                        Stream.of(heat(0, 0), heat(1, 1), heat(60, 40), heat(200, 3)),
                        IntStream.of(0, 1, 12, 200).mapToObj(Samples::time),
                        Stream.of(aeons()))
                .flatMap(charts -> charts);
    }

    static BigDecimal num(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    private static IndexDial.Band band(String letter, String label, String from, String until) {
        return new IndexDial.Band(letter, label, num(from), num(until));
    }

    static IndexDial dial(String index, String grade) {
        String reason = grade == null ? "Responden kurang dari ketentuan." : null;
        return new IndexDial("IKM", num(index), num("25"), num("100"), BANDS, grade, reason);
    }

    private static String name(int i) {
        return i % 7 == 3 ? HOSTILE : "Sistem, Mekanisme, dan Prosedur Pelayanan Terpadu Satu Pintu " + i;
    }

    static UnsurBars unsur(int count) {
        List<UnsurBars.Mean> means = IntStream.range(0, count)
                .mapToObj(i -> new UnsurBars.Mean(
                        "U" + (i + 1),
                        name(i),
                        i % 5 == 4 ? null : num(i % 2 == 0 ? "1" : "4"),
                        i % 5 == 4 ? null : "B",
                        i < 3 ? i + 1 : null))
                .toList();
        return new UnsurBars("NRR", num("1"), num("4"), means);
    }

    static AnswerBars answers(int count) {
        Random random = new Random(count);
        List<AnswerBars.Answers> unsur = IntStream.range(0, count)
                .mapToObj(i -> new AnswerBars.Answers(
                        "U" + (i + 1),
                        name(i),
                        i % 4 == 0
                                ? List.of(0L, 0L, 0L, 0L)
                                : List.of((long) random.nextInt(3), 17L, (long) random.nextInt(1_000_000), 1L),
                        i % 3 == 0 ? 0 : random.nextInt(9)))
                .toList();
        return new AnswerBars("Jawaban", List.of("1", "2", "3", HOSTILE), unsur);
    }

    static RespondentBar respondents(int required) {
        return new RespondentBar(
                "Responden",
                required == 1 ? null : (long) required * 20,
                IntStream.range(0, required)
                        .mapToObj(i -> new RespondentBar.Required(name(i), i * 30L))
                        .toList());
    }

    static TrendLines trend(int periods) {
        Random random = new Random(periods);
        List<String> names = IntStream.range(0, periods)
                .mapToObj(i -> i == 1 ? HOSTILE : "2026-" + i)
                .toList();
        List<TrendLines.Figures> lines = IntStream.range(0, 6)
                .mapToObj(line -> new TrendLines.Figures(
                        name(line),
                        IntStream.range(0, periods)
                                .mapToObj(i -> i % 9 == 2 ? null : BigDecimal.valueOf(random.nextInt(100_000) - 500))
                                .toList()
                                .stream()
                                .collect(ArrayList<BigDecimal>::new, ArrayList::add, ArrayList::addAll)))
                .toList();
        return new TrendLines("Pelanggaran", names, lines, null, null);
    }

    static Sparkline sparkline(int count) {
        return new Sparkline(
                HOSTILE,
                IntStream.range(0, count)
                        .mapToObj(i -> new Sparkline.Point("2026-" + i, i % 3 == 1 ? null : BigDecimal.valueOf(i)))
                        .toList());
    }

    static HeatMap heat(int rows, int columns) {
        HeatMap.Cell[] cells = {
            HeatMap.Cell.of(0),
            HeatMap.Cell.UNKNOWN,
            HeatMap.Cell.NOT_EVALUATED,
            HeatMap.Cell.of(3),
            HeatMap.Cell.of(987_654)
        };
        List<List<HeatMap.Cell>> all = IntStream.range(0, rows)
                .mapToObj(i -> IntStream.range(0, columns)
                        .mapToObj(j -> cells[(i + 2 * j) % cells.length])
                        .toList())
                .toList();
        return new HeatMap(
                "Temuan",
                "Unit",
                "Aturan",
                IntStream.range(0, rows).mapToObj(Samples::name).toList(),
                IntStream.range(0, columns)
                        .mapToObj(i -> i % 7 == 3 ? HOSTILE : "constraint-alternate-precedence-" + i)
                        .toList(),
                all);
    }

    /** Steps of which nothing, one or many activities are known, in every standing. */
    static TimeBars time(int steps) {
        TimeBars.Standing[] standings = TimeBars.Standing.values();
        List<TimeBars.Step> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            List<TimeBars.Bar> bars = new ArrayList<>();
            for (int j = 0; j < i % 4; j++) {
                TimeBars.Standing standing = standings[(i + j) % standings.length];
                boolean open = standing != TimeBars.Standing.IN_TIME && standing != TimeBars.Standing.LATE;
                Instant start = at(i / 2, 8 + j);
                bars.add(new TimeBars.Bar(
                        j == 0 ? "" : HOSTILE,
                        start,
                        open ? null : start.plusSeconds(7_200 - 3_600L * (i % 5)),
                        i % 3 == 0 ? null : start.plusSeconds(9_000L * i),
                        standing,
                        "2 jam",
                        HOSTILE));
            }
            all.add(new TimeBars.Step(name(i), bars, bars.isEmpty() ? "belum ada kegiatan" : null, i % 8 == 0));
        }
        return new TimeBars(HOSTILE, ZONE, at(40, 10), office(60), all);
    }

    /** A mistyped year, and no calendar. */
    private static TimeBars aeons() {
        TimeBars.Bar bar = new TimeBars.Bar(
                "",
                Instant.parse("0202-03-09T01:00:00Z"),
                Instant.parse("9999-03-09T01:00:00Z"),
                null,
                TimeBars.Standing.UNJUDGED,
                null,
                "");
        return new TimeBars("x", ZONE, at(0, 9), null, List.of(new TimeBars.Step("1", List.of(bar), null, false)));
    }

    /** Days from a Monday on. */
    static Instant at(int day, int hour) {
        return MONDAY.plusDays(day).atTime(hour, 0).atZone(ZONE).toInstant();
    }

    /** From eight to four, Mondays to Fridays, with a break at noon. */
    static TimeBars.Working office(int days) {
        List<TimeBars.Span> spans = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (MONDAY.plusDays(day).getDayOfWeek().getValue() <= 5) {
                spans.add(new TimeBars.Span(at(day, 8), at(day, 12)));
                spans.add(new TimeBars.Span(at(day, 13), at(day, 16)));
            }
        }
        Instant end = MONDAY.plusDays(days).atTime(LocalTime.MIN).atZone(ZONE).toInstant();
        return new TimeBars.Working(MONDAY.atStartOfDay(ZONE).toInstant(), end, spans);
    }

    /** Figures, of which {@code -} is unknown. */
    static List<BigDecimal> figures(String... figures) {
        return Arrays.stream(figures)
                .map(each -> each.equals("-") ? null : num(each))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
