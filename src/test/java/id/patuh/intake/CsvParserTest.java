package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up texts, held against FastCSV. */
class CsvParserTest {

    private static final ByteRows NOTHING = new ByteRows() {

        @Override
        public int take(byte[] bytes, int from, int to, byte separator, int line) {
            return NOT_TAKEN;
        }

        @Override
        public String[] lastValues() {
            return null;
        }
    };

    private static final String[] PARTS = {
        "a",
        "K-17",
        "2026-11-20 08:30",
        "é",
        "\u20ac\ud83d\ude00",
        " ",
        "\t",
        ",",
        ",",
        ";",
        "\"",
        "\"",
        "\"\"",
        ",\"",
        "\",",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "a longer text, of several words; and of more than sixteen bytes"
    };

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 300})
    void splitsAsOthersDo(int parts) throws IOException {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            String text = text(random, 1 + random.nextInt(parts));

            assertThat(split(text, StandardCharsets.UTF_8, random))
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(expected(text));
        }
    }

    @Test
    void readsOnWhereverAPieceEnds() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("K-").append(i).append(",\"a \"\"quoted\"\" text\r\nof two lines\",");
            text.append("x".repeat(random.nextInt(i % 1_000 == 0 ? 100_000 : 60)))
                    .append(",\u00e9")
                    .append(random.nextInt(50))
                    .append('\n');
        }

        List<String> all = expected(text.toString());

        assertThat(all).hasSize(10_000);
        assertThat(split(text.toString(), StandardCharsets.UTF_8, random)).isEqualTo(all);
        assertThat(split(text.toString(), StandardCharsets.ISO_8859_1, random)).isEqualTo(all);
    }

    /** Columns that say the same again and again, beside texts that begin like them or hold a separator. */
    @Test
    void takesNoTextForAnother() throws IOException {
        String[] words = {
            "",
            "a",
            "ab",
            "abcdefgh",
            "abcdefghi",
            "abcdefgh,i",
            "ab\n",
            "sda",
            "-",
            " a",
            "a ",
            "n/a",
            "1",
            "12",
            "\u00e9",
            "12345678",
            "1234567890123456",
            "12345678901234567",
            "y".repeat(255),
            "y".repeat(256),
            "y".repeat(257),
            "\"",
            "a\"b"
        };
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int width = 1 + random.nextInt(40);
            int[] at = new int[width];
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 3_000; row++) {
                for (int column = 0; column < width; column++) {
                    at[column] = random.nextInt(5) == 0 ? random.nextInt(words.length) : at[column] + column % 3;
                    boolean rare = random.nextInt(4) == 0 && column % 2 == 1;
                    String word = rare ? "r" + random.nextInt(9_000) : words[at[column] % words.length];
                    boolean plain = word.chars().noneMatch(c -> c == ',' || c == '\n' || c == '"');
                    text.append(column == 0 ? "" : ",")
                            .append(plain && random.nextInt(9) > 0 ? word : '"' + word.replace("\"", "\"\"") + '"');
                }
                text.append('\n');
            }

            assertThat(split(text.toString(), StandardCharsets.UTF_8, random))
                    .as("seed %s", seed)
                    .isEqualTo(expected(text.toString()));
        }
    }

    /** Rows that nobody took by their bytes are read as if nobody had tried, also those before the place where a file breaks. */
    @Test
    void passingTakesNothingAway() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            String text = text(random, 1 + random.nextInt(40));

            assertThat(untilBreak(text, true, random))
                    .as("seed %s: %s", seed, text)
                    .isEqualTo(untilBreak(text, false, random));
        }
    }

    /** Each record with its line, and the lines of what is broken, up to where the bytes cannot be read any further. */
    private static List<String> untilBreak(String text, boolean passing, Random random) {
        List<String> records = new ArrayList<>();
        CsvRow row = new CsvRow();
        InputStream breaking =
                new SequenceInputStream(inPieces(text.getBytes(StandardCharsets.UTF_8), random), new InputStream() {

                    @Override
                    public int read() throws IOException {
                        throw new IOException();
                    }
                });
        CsvParser parser = new CsvParser(breaking, StandardCharsets.UTF_8, row);
        parser.separateBy(',');
        try {
            while (true) {
                try {
                    parser.next();
                    records.add(parser.line() + row.cells().toString());
                } catch (Unreadable e) {
                    records.add(parser.line() + " broken");
                    parser.skipLine();
                }
                if (passing) {
                    parser.pass(NOTHING);
                }
            }
        } catch (IOException e) {
            return records;
        }
    }

    private static String text(Random random, int parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }

    /** Each record with its line; of what is broken the line. */
    private static List<String> split(String text, Charset charset, Random random) throws IOException {
        List<String> records = new ArrayList<>();
        CsvRow row = new CsvRow();
        CsvParser parser = new CsvParser(inPieces(text.getBytes(charset), random), charset, row);
        parser.separateBy(',');
        while (true) {
            try {
                if (!parser.next()) {
                    return records;
                }
                records.add(parser.line() + row.cells().toString());
                assertThat(row.isVerbatim())
                        .isEqualTo(row.cells().stream().allMatch(c -> c.isEmpty() || Words.isVerbatim(c)));
            } catch (Unreadable e) {
                records.add(parser.line() + " " + parser.text());
                parser.skipLine();
            }
        }
    }

    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(
                        into, offset, Math.min(length, 1 + random.nextInt(bytes.length < 10_000 ? 20 : 90_000)));
            }
        };
    }

    private static List<String> expected(String text) {
        List<String> records = new ArrayList<>();
        String rest = text;
        long before = 0;
        while (true) {
            long[] line = {1};
            try {
                Iterator<CsvRecord> all = CsvReader.builder()
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(rest)
                        .iterator();
                while (all.hasNext()) {
                    CsvRecord read = all.next();
                    records.add(before
                            + read.getStartingLineNumber()
                            + read.getFields().toString());
                    line[0] = read.getStartingLineNumber()
                            + read.getFields().stream()
                                    .mapToInt(CsvParserTest::lineEnds)
                                    .sum()
                            + 1;
                }
                return records;
            } catch (CsvParseException e) {
                String[] lines = rest.split("\r\n|\r|\n", -1);
                int broken = (int) line[0] - 1;
                while (lines[broken].isEmpty()) {
                    broken++;
                }
                records.add(before + broken + 1 + " " + lines[broken]);
                before += broken + 1;
                rest = below(rest, broken + 1);
            }
        }
    }

    private static int lineEnds(String cell) {
        return cell.split("\r\n|\r|\n", -1).length - 1;
    }

    private static String below(String text, int lines) {
        String rest = text;
        for (int i = 0; i < lines; i++) {
            rest = rest.replaceFirst("^[^\r\n]*(?:\r\n|\r|\n|$)", "");
        }
        return rest;
    }
}
