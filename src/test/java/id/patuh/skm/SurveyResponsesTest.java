package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.spool.Spool;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting responses while they are read: what is found does not depend on the memory, nor the memory on the rows. */
class SurveyResponsesTest {

    private static final int SEEDS = 60;
    private static final int MANY = 1_500_000;
    /** An object for each respondent would take ten times as much. */
    private static final long MOST_BYTES = 24 << 20;

    private final SurveyHeader header = Fixtures.header(Fixtures.LAW_2017);

    @Test
    void whoComesAgainCountsOnceHoweverLittleFitsIntoMemory() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<ResponseRecord> responses = made(random);
            // What is unique, and the sums of the first questionnaires, by a plain set.
            Set<String> names = new HashSet<>();
            Map<String, Integer> again = new HashMap<>();
            BigDecimal sum = BigDecimal.ZERO;
            int counted = 0;
            for (ResponseRecord response : responses) {
                String name = name(response);
                if (response.respondent() == null || names.add(name)) {
                    sum = sum.add(response.answers()[0].given().get(0));
                    counted++;
                } else {
                    again.merge(name, 1, Integer::sum);
                }
            }
            List<Integer> questionnaires =
                    again.values().stream().map(n -> n + 1).sorted().toList();
            List<RepeatedRespondent> told = null;
            for (int mostInMemory : new int[] {Spool.USUAL_MOST, 20, 1}) {
                try (SurveyResponses all = Fixtures.counted(responses, List.of(), mostInMemory)) {
                    Survey survey = Fixtures.binder(Fixtures.AS_OF)
                            .bind(all, List.of())
                            .surveys()
                            .get(0);
                    assertThat(survey.getRespondents()).as("seed " + seed).isEqualTo(counted);
                    assertThat(survey.getUnsur().get(0).measure().value())
                            .isEqualTo(Exact.of(sum).divide(counted));
                    List<RepeatedRespondent> repeated = survey.getRepeatedRespondents();
                    assertThat(repeated.stream()
                                    .map(RepeatedRespondent::questionnaires)
                                    .sorted())
                            .isEqualTo(questionnaires);
                    told = told == null ? repeated : told;
                    assertThat(repeated).isEqualTo(told);
                }
            }
        }
    }

    /** Rows of two tables: running numbers, numbers written otherwise, names, names that differ in case, none. */
    private List<ResponseRecord> made(Random random) {
        SourceTable[] tables = {table("a.csv"), table("b.csv")};
        boolean anyAgain = random.nextInt(4) > 0;
        int rows = 2 + random.nextInt(80);
        List<ResponseRecord> responses = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            SourceTable table = tables[2 * i / rows];
            int number = anyAgain && random.nextInt(5) == 0 ? 1 + random.nextInt(i + 1) : i + 1;
            String respondent = switch (random.nextInt(6)) {
                case 0 -> "Orang " + number;
                case 1 -> "ORANG  " + number;
                case 2 -> "0" + number;
                case 3 -> "" + (1_000 + number);
                case 4 -> null;
                default -> "" + number;
            };
            responses.add(response(table, i + 2, respondent, 1 + random.nextInt(4)));
        }
        return responses;
    }

    /** What tells a respondent: a number that only counts rows does so within its table. */
    private static String name(ResponseRecord response) {
        String name = response.respondent();
        if (name == null) {
            return null;
        }
        boolean running =
                name.matches("\\d+") && Integer.parseInt(name) <= response.row().number();
        return (running ? response.row().table().path() : "")
                + name.toLowerCase(Locale.ROOT).replaceAll(" +", " ");
    }

    @Test
    void anAnswerOfItsOwnByEveryRespondentIsSummedExactly() {
        SourceTable table = table("a.csv");
        List<ResponseRecord> responses = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> new ResponseRecord(
                        header,
                        null,
                        null,
                        Fixtures.first(header, BigDecimal.ONE.add(BigDecimal.valueOf(i, 4))),
                        new SourceRow(table, i, new String[0])))
                .toList();
        try (SurveyResponses all = Fixtures.counted(responses, List.of(), 1)) {
            ResponseTally tally = new ResponseTally(Fixtures.LAW_2017, all.counts(), List.of(), 0, false);
            assertThat(tally.mean(0)).isEqualTo(Measure.exactly(Exact.of(new BigDecimal("1.25005"))));
        }
    }

    @Test
    void aLostRowThatTellsNoSurveyMayBeOfThoseMetBeforeIt() {
        SourceTable table = table("a.csv");
        SurveyHeader later = new SurveyHeader("Z", "U", null, null, null, null, null, null, header.unsurKeys());
        SourceRow row = new SourceRow(table, 9, new String[0]);
        try (SurveyResponses all = Fixtures.counted(List.of(response(table, 2, "R1", 3)), List.of(), 1)) {
            all.lose(new LostResponse(null, null, "a.csv", false));
            all.lose(new LostResponse(later, row, "a.csv", false));
            all.lose(new LostResponse(null, null, "a.csv", false));
            all.lose(new LostResponse(later, row, "a.csv", false));
            all.lose(new LostResponse(null, null, "b.csv", true));
            List<Survey> surveys =
                    Fixtures.binder(Fixtures.AS_OF).bind(all, List.of()).surveys();
            assertThat(surveys)
                    .extracting(Survey::getId, Survey::getRespondents, Survey::getMostRespondents)
                    .containsExactly(tuple("S", 1, 3), tuple("Z", 0, 3));
        }
    }

    @Test
    void memoryDoesNotGrowWithTheRespondents() {
        ResponseLessons lessons = new ResponseLessons();
        try (SurveyResponses all = new SurveyResponses(Fixtures.REGULATIONS, lessons, 1_000)) {
            SourceTable table = table("a.csv");
            add(all, table, 0, 10_000);
            long before = used();
            add(all, table, 10_000, MANY);
            assertThat(used() - before).isLessThan(MOST_BYTES);
            assertThat(all.mustBeReadAgain(List.of())).isFalse();
        }
    }

    /** Half of them with running numbers, half of them with names. */
    private void add(SurveyResponses all, SourceTable table, int from, int to) {
        for (int i = from; i < to; i++) {
            all.add(response(table, i + 2, i % 2 == 0 ? "" + (i + 1) : "Orang " + i, 1 + i % 4));
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static SourceTable table(String path) {
        SourceTable table = new SourceTable(path, null, 1);
        table.add("respondent", "NO. RES");
        return table;
    }

    private ResponseRecord response(SourceTable table, int row, String respondent, int score) {
        Answers[] answers = new Answers[header.unsurKeys().size()];
        Arrays.fill(answers, new Answers(List.of(BigDecimal.valueOf(score)), false));
        return new ResponseRecord(
                header, respondent, null, answers, new SourceRow(table, row, new String[] {respondent}));
    }
}
