package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A slip in a rule set is refused before any check, once, with its file and line. */
class RuleSetReaderTest {

    private static final String GRADES = "tables/skm-grades-permenpanrb-14-2017.drl.csv";

    @TempDir
    Path rules;

    @BeforeEach
    void copyTheRules() throws IOException {
        Path whole = Path.of("rules");
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = rules.resolve(whole.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                slip(GRADES, "(?m)^\"14/2017 B\".*\\R", "", GRADES + ":10: no grade from 76.61 to 88.30"),
                slip(GRADES, "\"76.61\"", "\"76.00\"", GRADES + ":11: two grades from 76.00 to 76.60"),
                slip(GRADES, "\"25.00\"", "\"26.00\"", GRADES + ":13: no grade from 25.00 to 25.99"),
                slip(
                        GRADES,
                        "\"100.00\"",
                        "\"99.00\"",
                        GRADES + ":10: the highest band ends at 99.00, the scale at 100.00"),
                slip(
                        GRADES,
                        "\"B,Baik\"",
                        "\"A,Baik\"",
                        GRADES + ":10: grade \"A\" is none of A to D, or stands twice"),
                slip(GRADES, "\"76.61\"", "\"76,61\"", GRADES + ":11: \"76,61\" is no number"),
                slip(
                        "messages/sop_en.properties",
                        "(?m)^(step-late=.*)\\{overrun}",
                        "$1{overun}",
                        "drl/sop/time.drl:13: message step-late in en names {overun}, which the rule does not give"),
                slip(
                        "drl/sop/time.drl",
                        "@id\\(step-late\\)",
                        "@id(step-lat)",
                        "drl/sop/time.drl:13: no message step-lat in en; is step-late meant?",
                        "drl/sop/time.drl:13: no message step-lat in id; is step-late meant?"),
                slip(
                        "parameters/sop/maximum-rounds.yaml",
                        "value: 3",
                        "value: -3",
                        "parameters/sop/maximum-rounds.yaml:8: \"-3\" is less than nothing"),
                slip(
                        "calendar/asn.yaml",
                        "07:30-12:00",
                        "07:30_12:00",
                        "calendar/asn.yaml:9: hours \"07:30_12:00\" are not written as 07:30-12:00"),
                slip(
                        "sop/b276.yaml",
                        "revise: 2\\b",
                        "revise: 22",
                        "sop/b276.yaml:57: step 3 leads to step 22, which is not there"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("slips")
    void refusesASlip(String file, String pattern, String replacement, List<String> problems) throws IOException {
        Path changed = rules.resolve(file);
        String before = Files.readString(changed);
        String after = before.replaceFirst(pattern, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(changed, after);

        RuleSetException refused = catchThrowableOfType(RuleSetException.class, () -> RuleSetReader.read(rules));

        assertThat(refused.problems()).extracting(Object::toString).containsExactlyElementsOf(problems);
    }

    private static Arguments slip(String file, String pattern, String replacement, String... problems) {
        return Arguments.of(file, pattern, replacement, List.of(problems));
    }
}
