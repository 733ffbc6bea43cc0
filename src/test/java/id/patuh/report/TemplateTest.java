package id.patuh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0 | X has 0 rows; they are read.
            1 | X has 1 row; it is read.
            2 | X has 2 rows; they are read.
            11 | X has 11 rows; they are read.
            """)
    void choosesTheWordThatAgreesWithTheNumber(String count, String text) {
        String template = "{survey} has {count} {count?row|rows}; {count?it is|they are} read.";

        assertThat(Template.fill(template, Map.of("survey", "X", "count", count)::get))
                .isEqualTo(text);
    }
}
