package id.patuh.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On every day all parameters together say what each says by itself, and days between two changes share one answer. */
class ParametersTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 120;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyDayHasItsValues(long seed) {
        Random random = new Random(seed);
        List<Parameter> all = new ArrayList<>();
        for (String key : List.of("a/one", "a/two", "b/one")) {
            all.add(new Parameter(key, Map.of(), null, values(random)));
        }
        Parameters parameters = new Parameters(all);
        for (int i = -1; i <= DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            Parameters.InForce law = parameters.on(day);
            for (Parameter parameter : all) {
                assertThat(law.value(parameter.key()))
                        .as(parameter.key() + " on " + day)
                        .isSameAs(parameter.on(day).orElse(null));
            }
            assertThat(law.keys("a/"))
                    .isEqualTo(List.of("a/one", "a/two").stream()
                            .filter(key -> law.value(key) != null)
                            .toList());
            assertThat(parameters.on(day.toEpochDay())).isSameAs(law);
        }
    }

    private static List<Parameter.Value> values(Random random) {
        List<Parameter.Value> values = new ArrayList<>();
        for (int n = random.nextInt(4); n >= 0; n--) {
            LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
            LocalDate until = random.nextBoolean() ? null : from.plusDays(random.nextInt(30));
            values.add(new Parameter.Value(from, until, "" + n, "source/clause", true, null));
        }
        values.sort(Comparator.comparing(Parameter.Value::from));
        return values;
    }
}
