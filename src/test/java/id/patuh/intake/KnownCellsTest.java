package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cells that begin and end like others are told from them. */
class KnownCellsTest {

    private static final int WORDS = 100_000;
    private static final int LONGEST = 28;

    @Test
    void noCellIsTakenForAnother() {
        KnownCells cells = new KnownCells();
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < WORDS; i++) {
            String word = word(random);
            KnownCells.Cell cell = find(cells, word);
            found += cell == null ? 0 : 1;
            assertThat(cell == null || cell.text().equals(word)).as(word).isTrue();

            String added = word(random);
            cells.add(added);

            assertThat(find(cells, added))
                    .isNotNull()
                    .extracting(KnownCells.Cell::text)
                    .isEqualTo(added);
            assertThat(find(cells, added + "\0")).isNull();
        }
        assertThat(found).isBetween(WORDS / 20, WORDS * 19 / 20);
    }

    private static KnownCells.Cell find(KnownCells cells, String word) {
        byte[] bytes = ("," + word + ",further,cells").getBytes(StandardCharsets.US_ASCII);
        return cells.find(Arrays.copyOf(bytes, bytes.length + EightBytes.COUNT), 1, word.length() + 1);
    }

    /** Of one letter but for one place. */
    private static String word(Random random) {
        StringBuilder word = new StringBuilder("a".repeat(1 + random.nextInt(LONGEST)));
        if (random.nextBoolean()) {
            word.setCharAt(random.nextInt(word.length()), 'b');
        }
        return word.toString();
    }
}
