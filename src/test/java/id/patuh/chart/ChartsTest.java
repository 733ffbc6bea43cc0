package id.patuh.chart;

import static id.patuh.chart.Samples.num;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.patuh.report.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What pictures show is what they were given. */
class ChartsTest {

    private static final Offset<Double> ROUNDING = within(0.02);

    /** The angle is worked out from the picture alone: tip of the needle and centre of its hub. */
    @ParameterizedTest
    @CsvSource({"25.00,D", "64.99,D", "65.00,C", "76.60,C", "76.61,B", "88.30,B", "88.31,A", "100.00,A"})
    void theNeedlePointsAtTheIndexWithinTheBandOfItsGrade(String index, String grade) {
        Drawn drawn = Drawn.of(Samples.dial(index, grade));
        Element hub = drawn.all("circle").get(0);
        double value = pointed(drawn, hub, drawn.ofClass("needle").get(0));
        assertThat(value).isEqualTo(Double.parseDouble(index), within(0.05));
        List<Element> bands = drawn.all("path").stream()
                .filter(path -> path.getAttribute("class").startsWith("fill-"))
                .toList();
        int rank = "DCBA".indexOf(grade);
        // Worst first, and each ends where the next begins.
        double[] begins = {25, 65, 76.61, 88.31, 100};
        for (int i = 0; i < 4; i++) {
            assertThat(pointed(drawn, hub, bands.get(i))).isEqualTo(begins[i], within(0.4));
        }
        assertThat(value).isBetween(begins[rank] - 0.1, begins[rank + 1] + 0.1);
        assertThat(drawn.said()).contains("Mutu " + grade);
    }

    /** What the first point of a path stands for on the scale from 25 to 100. */
    private static double pointed(Drawn drawn, Element hub, Element path) {
        double[] numbers = Drawn.numbers(path);
        double right = numbers[0] - Drawn.number(hub, "cx");
        double up = Drawn.number(hub, "cy") - numbers[1];
        return 100 - Math.toDegrees(Math.atan2(up, right)) / 180 * 75;
    }

    @Test
    void anIndexThatHasNoGradeSaysWhyAndPointsHollow() {
        Drawn drawn = Drawn.of(Samples.dial("64.99", null), 340, Language.EN);
        assertThat(drawn.said()).contains("64.99", "No grade can be given", "Responden kurang");
        assertThat(drawn.ofClass("needle").get(0).getAttribute("fill")).isEqualTo("none");
        assertThat(drawn.picture.table().rows().toString()).contains("Responden kurang", "64.99");
    }

    @Test
    void whatIsNotKnownHasNoNeedle() {
        Drawn drawn = Drawn.of(Samples.dial(null, null));
        assertThat(drawn.ofClass("needle")).isEmpty();
        assertThat(drawn.said()).contains("tidak diketahui");
    }

    @Test
    void unsurStandFromTheLowestWithLengthsByTheirMeans() {
        UnsurBars bars = new UnsurBars(
                "NRR",
                num("1"),
                num("4"),
                List.of(
                        new UnsurBars.Mean("U1", "a", num("3.25"), "B", 2),
                        new UnsurBars.Mean("U2", "b", null, null, null),
                        new UnsurBars.Mean("U3", "c", num("4"), "A", null),
                        new UnsurBars.Mean("U4", "d", num("1.75"), "D", 1),
                        new UnsurBars.Mean("U5", "e", num("3.25"), "B", 2)));
        Drawn drawn = Drawn.of(bars);
        List<Element> priorities = drawn.areas(Tone.BAD);
        List<Element> others = drawn.areas(Tone.PLAIN);
        double whole = Drawn.number(others.get(0), "width");
        assertThat(priorities.stream().map(bar -> Drawn.number(bar, "width") / whole))
                .usingElementComparator((one, other) -> Math.abs(one - other) < 0.001 ? 0 : 1)
                .containsExactly(0.25, 0.75, 0.75);
        // By a sign and a word, too.
        assertThat(drawn.all("path").stream()
                        .filter(p -> p.getAttribute("class").equals("fill-bad")))
                .hasSize(3);
        assertThat(drawn.said()).contains("prioritas 1", "prioritas 2", "3,25 · B", "tidak diketahui");
        assertThat(drawn.picture.table().rows().stream().map(row -> row.get(0)))
                .containsExactly("U4 d", "U1 a", "U5 e", "U3 c", "U2 b");
    }

    @Test
    void answersShareABarByTheirNumbers() {
        AnswerBars bars = new AnswerBars(
                "x",
                List.of("1", "2", "3", "4"),
                List.of(new AnswerBars.Answers("U1", "a", List.of(1L, 0L, 4L, 3L), 2)));
        Drawn drawn = Drawn.of(bars);
        Map<Tone, Double> lengths = new TreeMap<>();
        for (Tone tone : List.of(Tone.BAD, Tone.WARNING, Tone.PLAIN, Tone.GOOD)) {
            List<Element> areas = drawn.areas(tone);
            // The first is in the legend.
            areas.subList(1, areas.size()).forEach(area -> lengths.put(tone, Drawn.number(area, "width")));
        }
        assertThat(lengths.keySet()).containsExactlyInAnyOrder(Tone.BAD, Tone.PLAIN, Tone.GOOD);
        lengths.replaceAll((tone, length) -> (length + 1.5) / 340 * 10);
        assertThat(lengths.get(Tone.BAD)).isEqualTo(1, ROUNDING);
        assertThat(lengths.get(Tone.PLAIN)).isEqualTo(4, ROUNDING);
        assertThat(lengths.get(Tone.GOOD)).isEqualTo(3, ROUNDING);
        assertThat(drawn.picture.table().rows().get(0))
                .containsExactly("U1 a", "1 (10,0%)", "0 (0,0%)", "4 (40,0%)", "3 (30,0%)", "2 (20,0%)", "10");
    }

    @Test
    void respondentsStandAgainstWhatIsRequired() {
        List<RespondentBar.Required> required =
                List.of(new RespondentBar.Required("SOP", 30), new RespondentBar.Required("sampel", 92));
        Drawn few = Drawn.of(new RespondentBar("x", 29L, required));
        assertThat(few.said()).contains("SOP: 30 - kurang 1", "sampel: 92 - kurang 63");
        double length = Drawn.number(few.areas(Tone.BAD).get(0), "width");
        assertThat(length).isEqualTo((340 - 9) * 29 / 92.0, ROUNDING);
        Drawn enough = Drawn.of(new RespondentBar("x", 92L, required), 340, Language.EN);
        assertThat(enough.areas(Tone.GOOD)).hasSize(1);
        assertThat(enough.said()).contains("SOP: 30 - met", "sampel: 92 - met");
        Drawn unknown = Drawn.of(new RespondentBar("x", null, required));
        assertThat(unknown.areas(Tone.GOOD)).isEmpty();
        assertThat(unknown.said()).contains("SOP: 30 - tidak diketahui");
    }

    @Test
    void noLineLeadsOverAPeriodWithoutAFigure() {
        TrendLines trend = new TrendLines(
                "IKM",
                List.of("a", "b", "c", "d", "e", "f"),
                List.of(new TrendLines.Figures("IKM", Samples.figures("25", "100", "-", "62.5", "-", "-"))),
                num("25"),
                num("100"));
        Drawn drawn = Drawn.of(trend);
        Element line = drawn.ofClass("series").get(0);
        assertThat(line.getAttribute("d").replaceAll("[^ML]", "")).isEqualTo("MLM");
        double[] at = Drawn.numbers(line);
        // Upside down: the middle of the scale lies between its ends.
        assertThat(at[5]).isEqualTo((at[1] + at[3]) / 2, ROUNDING);
        double step = at[2] - at[0];
        assertThat(at[4] - at[0]).isEqualTo(3 * step, within(0.05));
        List<Element> gaps = drawn.ofClass("gap");
        assertThat(gaps).hasSize(2);
        assertThat(Drawn.number(gaps.get(0), "x")).isEqualTo(at[2] + step / 2, within(0.05));
        assertThat(Drawn.number(gaps.get(0), "width")).isEqualTo(step, within(0.05));
        assertThat(drawn.said()).contains("IKM: tidak diketahui (f)");
        assertThat(drawn.picture.table().rows().get(2)).containsExactly("c", "tidak diketahui");
    }

    @Test
    void aLongNameLeavesTheLatestFigureLegible() {
        String name = "Pelanggaran mayor di seluruh unit pelayanan terpadu satu pintu";
        TrendLines trend = new TrendLines(
                "x", List.of("2026-01"), List.of(new TrendLines.Figures(name, Samples.figures("7"))), null, null);
        Drawn drawn = Drawn.of(trend);
        assertThat(drawn.said()).contains("…: 7 (2026-01)").doesNotContain(name);
        assertThat(drawn.picture.table().headings()).containsExactly("Periode", name);
    }

    @Test
    void zeroUnknownAndNotEvaluatedLookDifferent() {
        HeatMap map = new HeatMap(
                "x",
                "Unit",
                "Aturan",
                List.of("u"),
                List.of("a", "b", "c", "d"),
                List.of(List.of(
                        HeatMap.Cell.of(0),
                        HeatMap.Cell.UNKNOWN,
                        HeatMap.Cell.NOT_EVALUATED,
                        HeatMap.Cell.of(12_345))));
        Drawn drawn = Drawn.of(map, 340, Language.EN);
        assertThat(drawn.picture.table().rows().get(0))
                .containsExactly("u", "0", "not known", "not evaluated", "12345");
        // Once in the legend, once in the map.
        assertThat(drawn.ofClass("unknown")).hasSize(2);
        assertThat(drawn.ofClass("not-evaluated")).hasSize(2);
        assertThat(drawn.texts().stream().filter("0"::equals)).hasSize(2);
        assertThat(drawn.texts()).contains("12k");
        assertThat(drawn.picture.table().rows()).hasSize(1);
    }

    @Test
    void aLargeHeatMapShowsEveryCellAtEveryWidth() {
        for (int width : List.of(340, 1000, 1900)) {
            Drawn drawn = Drawn.of(Samples.heat(60, 40), width, Language.ID);
            long unknown = drawn.ofClass("unknown").stream()
                    .mapToLong(path ->
                            path.getAttribute("d").chars().filter(c -> c == 'z').count())
                    .sum();
            assertThat(unknown).isEqualTo(60 * 40 / 5 + 1);
            assertThat(drawn.texts().stream().filter("3"::equals)).hasSize(60 * 40 / 5);
        }
    }
}
