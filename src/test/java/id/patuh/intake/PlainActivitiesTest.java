package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that are taken by their bytes give what they give when they are read with care, as all rows are that have a letter
 * beyond ASCII.
 */
class PlainActivitiesTest {

    private static final int TABLES = 600;
    private static final int MANY = 12_000;
    private static final int LARGE = 40_000;
    private static final String NOTE = "note";

    /** By column; two of them are not read. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry(
                    "case",
                    List.of("K-1", "K-2", "K-12", "K-2 ", "-", "", "Contoh / Example", "007", "K,3", "K|3", "sda")),
            Map.entry("sop", List.of("B276", "B276", "B276", "UJI 1", "-", " B276", "idem")),
            Map.entry("step", List.of("1", "2", "3", "2.", "Menyetujui Rencana", "?", "99")),
            Map.entry("role", List.of("Tim Survey", "Kepala", "n/a", "", "Tim, besar", "s.d.a")),
            Map.entry("person", List.of("Rani", "P-1", "P-2", "P-3", "", "-", "sda", " Budi", "Rani \"R, K\"")),
            Map.entry(
                    "start",
                    List.of(
                            "2025-03-03 08:30",
                            "2025-03-03 09:00",
                            "2025-03-04 10:15",
                            "2025-02-30 08:00",
                            "3/3/2025 8.30",
                            "2025-03-04 08:30:00",
                            "sda")),
            Map.entry(
                    "end",
                    List.of(
                            "2025-03-03 09:15",
                            "2025-03-05 16:00",
                            "",
                            "-",
                            "2025-03-01 08:00",
                            "2025-03-05T16:00:00Z",
                            "2025-03-05 1::00",
                            "sda")),
            Map.entry(
                    "inputs",
                    List.of("Disposisi", "Disposisi; Nota", "EMPTY", "", "\"", "a \"b\" c", "a\tb", "a\u0001b")),
            Map.entry(
                    "outputs",
                    List.of("Rencana", "Rencana, lengkap", "", "two\nlines", "two\r\nlines", "x".repeat(5_000), "''")),
            Map.entry("decision", List.of("", "", "setuju", "Perlu Perbaikan", "perhaps")),
            Map.entry("unit", List.of("UKPBJ", "Dinas A, Kota B", "-", "", "sda", "Dinas \"A, Kota B\"")),
            Map.entry("position", List.of("1", "2", "", "sda", "Contoh / Example")),
            Map.entry("colour", List.of("red", "", "Contoh / Example", "-", "sda")),
            Map.entry("shape", List.of("", "", "round", "contoh example", " ")));

    @TempDir
    Path folder;

    private int plainRows;

    @Test
    void rowsGiveTheSameEitherWay() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            List<String> plain = new ArrayList<>();
            List<String> careful = new ArrayList<>();
            log(random, random.nextInt(100) == 0 ? MANY : 60, plain, careful);

            List<String> told = told(String.join("", plain));

            assertThat(String.join("\n", told))
                    .as("seed %s: %s", seed, plain.get(0))
                    .isEqualTo(String.join("\n", told(String.join("", careful))));
        }
        assertThat(plainRows).isGreaterThan(10_000);
    }

    /** Of the first bytes so many are read ahead that a piece ends among the rows of a large file only. */
    @Test
    void rowsAreReadWholeWhereverAPieceEnds() {
        String row = "K-1,B276,1,2025-03-03 08:30,Rani\r\n";
        for (int shift = 0; shift < row.length(); shift++) {
            String head = "case,sop,step,start,person" + " ".repeat(shift) + "\n";

            ReadAll read = Sample.read(folder, "log.csv", head + row.repeat(LARGE));

            assertThat(read.rejected()).isEmpty();
            assertThat(read.activities())
                    .hasSize(LARGE)
                    .allMatch(a -> a.person().equals("Rani"))
                    .last()
                    .matches(a -> a.row().number() == LARGE + 1);
        }
    }

    @Test
    void cellsThatAreTooLongAreRejected() {
        String row = "K-1,B276,1,2025-03-03 08:30,";
        String tooLong = row + "x".repeat(CsvRow.MAX_CELL + 1) + "\n";
        String log = "case,sop,step,start,note\n" + (row + "red\n").repeat(3) + tooLong.repeat(3) + row + "red\n";

        ReadAll read = Sample.read(folder, "log.csv", log);

        assertThat(read.rejected()).extracting(RejectedRow::row).containsExactly(5, 6, 7);
        assertThat(read.activities()).hasSize(4);
    }

    /** Two logs that say the same but for a note that only one of them can take by its bytes. */
    private static void log(Random random, int rows, List<String> plain, List<String> careful) {
        List<String> fields = new ArrayList<>(WORDS.keySet());
        Collections.sort(fields);
        fields.removeIf(field -> !List.of("case", "sop", "step", "start").contains(field) && random.nextInt(6) == 0);
        fields.add(NOTE);
        Collections.shuffle(fields, random);
        String separator = random.nextInt(3) > 0 ? "," : List.of(";", "\t", "|").get(random.nextInt(3));
        String end = random.nextBoolean() ? "\n" : "\r\n";
        int usual = 2 + random.nextInt(2);
        int odd = 2 + random.nextInt(200);
        int quoted = List.of(1, 12, 12, 1_000).get(random.nextInt(4));
        boolean manyKinds = rows == MANY;
        List<String> oddRows = new ArrayList<>();
        // A letterhead speaks for rows that do not, and two columns may hold one field.
        String above = random.nextInt(8) == 0 ? "Unit : Dinas A" + end + end : "";
        String beside = random.nextInt(8) == 0 ? separator + "petugas" : "";
        plain.add(above + String.join(separator, fields) + beside + end);
        careful.add(plain.get(0));
        for (int i = 0; i < rows; i++) {
            StringBuilder row = new StringBuilder();
            boolean anyOdd = false;
            for (String field : fields) {
                List<String> words = WORDS.getOrDefault(field, List.of("#"));
                boolean any = random.nextInt(odd) == 0;
                anyOdd |= any;
                String word = words.get(random.nextInt(any ? words.size() : Math.min(usual, words.size())));
                if (field.equals("outputs") && manyKinds && random.nextBoolean()) {
                    word += i;
                }
                boolean bare = word.chars().noneMatch(c -> (separator + "\"\r\n").indexOf(c) >= 0);
                int bent = any ? random.nextInt(4) : 0;
                String cell =
                        bent == 1 || bare && random.nextInt(quoted) > 0 ? word : '"' + word.replace("\"", "\"\"") + '"';
                row.append(field.equals(fields.get(0)) ? "" : separator)
                        .append(cell)
                        .append(bent == 2 ? "x" : "");
            }
            row.append(beside.isEmpty() ? "" : separator + "Rani");
            if (random.nextInt(odd) == 0) {
                row.append(random.nextBoolean() ? separator + "surplus" : separator);
            }
            if (random.nextInt(odd) == 0) {
                row.insert(random.nextInt(row.length()), random.nextBoolean() ? "\"" : separator);
            }
            if (anyOdd) {
                oddRows.add(row.toString());
            }
            boolean again = !oddRows.isEmpty() && random.nextInt(4) == 0;
            String written = again ? oddRows.get(random.nextInt(Math.min(oddRows.size(), 5))) : row.toString();
            String oddEnd = List.of(end + end, "\r", "\n", end + "Jumlah" + end, end + end + "Jumlah" + end)
                    .get(random.nextInt(5));
            String last = i == rows - 1 && random.nextBoolean() ? "" : random.nextInt(odd) == 0 ? oddEnd : end;
            plain.add(written.replace("#", "e") + last);
            careful.add(written.replace("#", "\u00e9") + last);
        }
    }

    private List<String> told(String log) {
        ReadAll read = Sample.in(folder)
                .file("log.csv", log.getBytes(StandardCharsets.UTF_8))
                .read();
        List<String> told = new ArrayList<>();
        for (ActivityRecord a : read.activities()) {
            plainRows += a.row() instanceof PlainActivityRow ? 1 : 0;
            told.add(a.caseId() + a.kind() + a.person() + a.unit() + a.start() + " " + a.end() + " "
                    + a.row().number() + Arrays.toString(a.row().cells()));
        }
        for (LostActivity lost : read.lostActivities()) {
            told.add(lost.toString());
        }
        read.rejected().forEach(row -> told.add(row.toString()));
        read.inputs().forEach(file -> told.add(file.rows() + " " + file.rejected() + file.notes()));
        told.replaceAll(line -> line.replace("\u00e9", "e"));
        return told;
    }
}
