package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arithmetic against an oracle that reckons in whole numbers only. */
class ExactnessTest {

    private static final int SURVEYS = 4_000;

    @Test
    void indexAndMeansAgreeWithWholeNumberArithmetic() {
        Random random = new Random(20_170_014);
        SkmBinder binder = Fixtures.binder(Fixtures.AS_OF);
        for (int s = 0; s < SURVEYS; s++) {
            Regulation law = Fixtures.REGULATIONS.all().get(random.nextInt(3));
            int unsur = law.unsur().size();
            int people = 1 + random.nextInt(60);
            boolean halves = random.nextInt(4) == 0;
            boolean gaps = random.nextInt(3) == 0;
            // Scores in halves, so that sums stay whole.
            long[] sums = new long[unsur];
            long[] counts = new long[unsur];
            List<ResponseRecord> responses = new ArrayList<>();
            for (int p = 0; p < people; p++) {
                BigDecimal[] scores = new BigDecimal[unsur];
                for (int u = 0; u < unsur; u++) {
                    if (!gaps || p == 0 || random.nextInt(5) > 0) {
                        int twice = halves ? 2 + random.nextInt(7) : 2 * (1 + random.nextInt(4));
                        scores[u] = halves ? BigDecimal.valueOf(twice * 5L, 1) : BigDecimal.valueOf(twice / 2);
                        sums[u] += twice;
                        counts[u]++;
                    }
                }
                responses.add(Fixtures.response(Fixtures.header(law), p, scores));
            }
            Survey survey =
                    Fixtures.bind(binder, responses, List.of()).surveys().get(0);
            assertThat(survey.getRespondents()).isEqualTo(people);
            assertThat(survey.getIndex()).isEqualTo(index(sums, counts));
            for (int u = 0; u < unsur; u++) {
                assertThat(survey.getUnsur().get(u).getIndex())
                        .isEqualTo(hundredths(BigInteger.valueOf(sums[u] * 2500), BigInteger.valueOf(2 * counts[u])));
            }
        }
    }

    @Test
    void severalQuestionsOfAnUnsurAreAveragedExactlyFirst() {
        // Two respondents with three questions each: (1+1+2)/3 and (4+4+3)/3 make 2.5; a decimal third would not.
        SurveyHeader header = Fixtures.header(Fixtures.LAW_2017);
        assertThat(mean(questions(header, 1, "1 1 2"), questions(header, 2, "4 4 3")))
                .isEqualTo(Measure.exactly(Exact.of(new BigDecimal("2.5"))));
        // A question left open does not count as an answer: 4, and (1+1+2)/3 make 8/3.
        Measure open = mean(questions(header, 1, "1 1 2"), questions(header, 2, "4"));
        assertThat(Exact.mean(open.value())).isEqualTo(new BigDecimal("2.6667"));
    }

    @Test
    void halvesAreRoundedUp() {
        assertThat(Exact.index(Exact.of(new BigDecimal("95.325")))).isEqualTo(new BigDecimal("95.33"));
        assertThat(Exact.index(Exact.of(new BigDecimal("95.315")))).isEqualTo(new BigDecimal("95.32"));
        assertThat(Exact.index(Exact.of(new BigDecimal("88.3049999999")))).isEqualTo(new BigDecimal("88.30"));
    }

    @Test
    void meansAreWrittenWithTwoToFourDecimals() {
        assertThat(Exact.mean(Exact.of(new BigDecimal("3.4")))).isEqualTo(new BigDecimal("3.40"));
        assertThat(Exact.mean(Exact.of(new BigDecimal("3.5324")))).isEqualTo(new BigDecimal("3.5324"));
        assertThat(Exact.mean(Exact.of(new BigDecimal("3.125")))).isEqualTo(new BigDecimal("3.125"));
        assertThat(Exact.mean(Exact.of(new BigDecimal("3.53245")))).isEqualTo(new BigDecimal("3.5325"));
    }

    /** 25 times the mean of sums[u] / (2 counts[u]), over a common denominator. */
    private static BigDecimal index(long[] sums, long[] counts) {
        BigInteger common = BigInteger.ONE;
        for (long count : counts) {
            common = common.multiply(BigInteger.valueOf(count));
        }
        BigInteger total = BigInteger.ZERO;
        for (int u = 0; u < sums.length; u++) {
            total = total.add(BigInteger.valueOf(sums[u]).multiply(common).divide(BigInteger.valueOf(counts[u])));
        }
        return hundredths(
                total.multiply(BigInteger.valueOf(2500)), common.multiply(BigInteger.valueOf(2L * sums.length)));
    }

    /** The quotient in hundredths, half up, as a decimal. */
    private static BigDecimal hundredths(BigInteger dividend, BigInteger divisor) {
        BigInteger twice = divisor.shiftLeft(1);
        return new BigDecimal(dividend.shiftLeft(1).add(divisor).divide(twice), 2);
    }

    /** Of the first unsur. */
    private static Measure mean(ResponseRecord... responses) {
        SurveyResponses counted = Fixtures.counted(List.of(responses), List.of(), 1);
        return new ResponseTally(Fixtures.LAW_2017, counted.counts(), List.of(), 0, false).mean(0);
    }

    private static ResponseRecord questions(SurveyHeader header, int number, String answers) {
        BigDecimal[] scores =
                Arrays.stream(answers.split(" ")).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return new ResponseRecord(header, "R" + number, null, Fixtures.first(header, scores), Fixtures.row(number));
    }
}
