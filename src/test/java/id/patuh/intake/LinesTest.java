package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final String[] ENDS = {"\n", "\r\n", "\r"};
    /** Around the ends of the buffer, and beyond the limit of a line. */
    private static final int[] LENGTHS = {0, 1, 70, (1 << 14) - 1, 1 << 14, (1 << 14) + 1, Lines.MAX_LENGTH + 1};

    private record Line(int number, String text) {}

    @Test
    void linesAreNumberedAndAnyTooLongIsCutAlone() throws IOException {
        Random random = new Random(20);
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            List<Line> expected = new ArrayList<>();
            String end = ENDS[random.nextInt(ENDS.length)];
            int lines = 1 + random.nextInt(12);
            for (int number = 1; number <= lines; number++) {
                // A line above the limit costs time; one in every few rounds is enough.
                int length = LENGTHS[random.nextInt(LENGTHS.length - (round % 8 == 0 ? 0 : 1))];
                String line = String.valueOf((char) ('a' + random.nextInt(26))).repeat(length);
                text.append(line);
                text.append(number < lines || random.nextBoolean() ? end : "");
                if (length > 0) {
                    expected.add(new Line(number, length > Lines.MAX_LENGTH ? null : line));
                }
            }
            assertThat(read(text.toString())).isEqualTo(expected);
        }
    }

    private static List<Line> read(String text) throws IOException {
        List<Line> read = new ArrayList<>();
        try (Lines lines = new Lines(new StringReader(text))) {
            while (lines.next()) {
                read.add(new Line(lines.number(), lines.tooLong() ? null : lines.text()));
            }
        }
        return read;
    }
}
