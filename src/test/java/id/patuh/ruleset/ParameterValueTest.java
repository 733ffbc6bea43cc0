package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter's unit says what its values must be. */
class ParameterValueTest {

    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    kali             | 3      |
                    kali             | 1      |
                    kali             | 3.0    |
                    kali             | 0      | "0": below-minimum
                    kali             | -3     | "-3": below-minimum
                    kali             | 2.5    | "2.5": not-whole-number
                    kali             | 9999999999 | "9999999999": not-whole-number
                    kali             | tiga   | "tiga": not-number
                    0 to 1           | 0.75   |
                    0 to 1           | 1      |
                    0 to 1           | 0      | "0": not-above
                    0 to 1           | 1.01   | "1.01": not-above
                    0 to 100         | 100.5  | "100.5": not-above
                    between 0 and 1  | 0.05   |
                    between 0 and 1  | 0      | "0": not-between
                    between 0 and 1  | 1.0    | "1.0": not-between
                    number           | 0.001  |
                    number           | 0      | "0": not-positive
                    number           | -3.841 | "-3.841": not-positive
                    limit            | 3 hari |
                    limit            | 0 hari | "0 hari": not-limit
                    limit            | -1 jam | "-1 jam": not-limit
                    words            | [a, b] |
                    words            | kata   | "kata": not-list
                    "x: one; y: two" | y      |
                    "x: one; y: two" | z      | "z": choice-unknown
                    """)
    void theUnitDecides(String unit, String value, String problem) {
        YamlFile file = new YamlFile("parameters/x.yaml", """
                key: x
                unit: %s
                values:
                  - from: 2000-01-01
                    value: %s
                    basis: patuh-policy/x
                    confirmed: true
                """.formatted(unit, value));
        YamlProblems problems = new YamlProblems(file);
        LawYaml.ParameterYaml.read(file, problems);

        assertThat(problems.found().stream()
                        .map(p -> p.place() + " " + p.reason())
                        .toList())
                .isEqualTo(problem == null ? List.of() : List.of("parameters/x.yaml:5:12: values[1].value " + problem));
    }

    /** Else 1 less a number of a billion places would have to be worked out, and infinity be a number. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1E9", "-2.5e+3", ".inf", "-.inf", ".nan"})
    void numbersAreWrittenOut(String value) {
        assertThat(new YamlFile("x.yaml", "a: 0.5\nb: " + value + "\n").problems())
                .extracting(p -> p.place() + " " + p.reason())
                .containsExactly("x.yaml:2:4: b: number-not-plain");
        assertThat(new YamlFile("x.yaml", "a: \"" + value + "\"\nb: 12\nc: .5\nd: +0.5\n").problems())
                .isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotTakenForBinary() {
        assertThat(new YamlFile("x.yaml", "a: " + "[".repeat(5_000)).problems())
                .extracting(RuleProblem::reason)
                .containsExactly("yaml-large");
        assertThat(new YamlFile("x.yaml", "a: " + "b ".repeat(3_000_000)).problems())
                .extracting(RuleProblem::reason)
                .containsExactly("yaml-large");
    }
}
