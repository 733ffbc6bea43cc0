package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Surveys in the shapes that offices give them, checked by the rules of the project. */
class SurveyShapesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"U-%d", "U_%d", "U.%d", "U %d", "Unsur %d", "unsur-%d", "P%d", "P.%d"})
    void columnsOfUnsurAreKnownHoweverTheyAreNumbered(String form) throws IOException {
        String header =
                IntStream.rangeClosed(1, 9).mapToObj(form::formatted).collect(Collectors.joining(";", "No;", "\n"));
        assertThat(grade(header + responses(40, 4)))
                .isEqualTo(grade("No;U1;U2;U3;U4;U5;U6;U7;U8;U9\n" + responses(40, 4)));
    }

    @Test
    void numbersUnderOneHeadingOfUnsurAreUnsur() throws IOException {
        for (String heading : new String[] {"NILAI UNSUR PELAYANAN;;;;;;;;", "Unsur" + ";Unsur".repeat(8)}) {
            Grade grade = grade("No Resp;" + heading + "\n;1;2;3;4;5;6;7;8;9\n" + responses(40, 4));
            assertThat(grade.respondents()).isEqualTo(40);
            assertThat(grade.elements()).hasSize(9);
        }
    }

    @Test
    void questionsBesideUnsurOrTooFewOfThemAreNoUnsur() throws IOException {
        CheckResult few = check("No;P1;P2;P3;P4\n1;3;3;3;3\n2;4;4;4;4\n3;3;3;3;3\n");
        assertThat(few.grades()).isEmpty();
        assertThat(few.rejected()).isNotEmpty();
        Grade grade =
                grade("No;U1;U2;U3;U4;U5;U6;U7;U8;U9;P1;P2\n" + responses(40, 4).replace("\n", ";1;1\n"));
        assertThat(grade.elements()).hasSize(9);
        assertThat(grade.ikm()).isGreaterThan(new BigDecimal("50"));
    }

    @Test
    void answersOnAnotherScaleAreNotGraded() throws IOException {
        String header = "No;U1;U2;U3;U4;U5;U6;U7;U8;U9\n";
        CheckResult five = check(header + responses(40, 5) + "IKM;87,23\nMutu;A\n");
        Grade grade = five.grades().get(0);
        assertThat(grade.ikm()).isNull();
        assertThat(grade.grade()).isNull();
        assertThat(grade.reason()).isEqualTo("scale-other");
        assertThat(grade.elements()).isEmpty();
        assertThat(five.priorities()).isEmpty();
        assertThat(five.findings())
                .extracting(f -> f.violation().rule())
                .containsOnly("score-out-of-range")
                .hasSize(9);
        assertThat(five.notEvaluated()).extracting(NotEvaluated::rule).contains("index-mismatch", "grade-mismatch");

        // A few slips of the pen spoil nothing.
        Grade slips = check(header + responses(40, 4).replaceFirst(";4", ";5").replaceFirst(";4", ";44"))
                .grades()
                .get(0);
        assertThat(slips.ikm()).isNotNull();
        assertThat(slips.elements()).hasSize(9);
    }

    @Test
    void aWrongGradeIsHeldAgainstThatOfTheFigureNamedBesideIt() throws IOException {
        String header = "No;U1;U2;U3;U4;U5;U6;U7;U8;U9\n";
        CheckResult result = check(header + responses(40, 4) + "IKM;78,28\nMutu;A\n");
        assertThat(result.grades().get(0).grade()).isEqualTo("C");
        assertThat(result.findings())
                .filteredOn(f -> f.violation().rule().equals("grade-mismatch"))
                .singleElement()
                .satisfies(f -> assertThat(f.violation().expected()).isEqualTo(List.of("C")));
    }

    private Grade grade(String text) throws IOException {
        CheckResult result = check(text);
        assertThat(result.rejected()).isEmpty();
        assertThat(result.grades()).hasSize(1);
        return result.grades().get(0);
    }

    private CheckResult check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), text);
        Instant asOf = GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();
        return new ComplianceCheck(RULES)
                .run(
                        new CheckRequest(List.of(file.toString()), asOf, RuleTrial.ZONE, null, null),
                        new ByteArrayInputStream(new byte[0]),
                        (path, rows) -> {});
    }

    /** Rows of scores from 2 to the highest, the same at every call. */
    private static String responses(int rows, int highest) {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= rows; i++) {
            text.append(i);
            for (int unsur = 0; unsur < 9; unsur++) {
                text.append(';').append(2 + random.nextInt(highest - 1));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
