package id.patuh.bench.surveys;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a CSV table of responses to one survey: nine unsur, eight groups, respondents with numbers or names, one answer of
 * a hundred left blank and one of ten thousand unreadable. The same arguments give the same bytes.
 *
 * <pre>SurveyTable FILE RESPONDENTS [SEED [named]]</pre>
 */
public final class SurveyTable {

    /** How many unsur are scored. */
    public static final int UNSUR = 9;

    private static final String[] GROUPS = {"PPK", "PP", "Pokja", "Penyedia", "Auditor", "Camat", "Kepala Desa", "Umum"
    };
    private static final String SURVEY = ",UKPBJ,2026-01-01,2026-06-30,";
    private static final int PARTS = 10_000;
    private static final int BLANK = 100;
    private static final int BUFFER = 1 << 20;

    private SurveyTable() {}

    public static void main(String[] args) throws IOException {
        write(
                Path.of(args[0]),
                Long.parseLong(args[1]),
                args.length > 2 ? Long.parseLong(args[2]) : 1,
                args.length > 3 && args[3].equals("named"));
    }

    /** Writes a table. @param named whether respondents have names instead of running numbers */
    public static void write(Path file, long respondents, long seed, boolean named) throws IOException {
        Random random = new Random(seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            StringBuilder row = new StringBuilder("respondent,unit,period_start,period_end,group");
            for (int i = 1; i <= UNSUR; i++) {
                row.append(",U").append(i);
            }
            for (long i = 1; i <= respondents; i++) {
                row.append(named ? "\nOrang " : "\n")
                        .append(i)
                        .append(SURVEY)
                        .append(GROUPS[random.nextInt(GROUPS.length)]);
                for (int unsur = 0; unsur < UNSUR; unsur++) {
                    row.append(',').append(answer(random.nextInt(PARTS), unsur));
                }
                out.write(row.toString().getBytes(StandardCharsets.US_ASCII));
                row.setLength(0);
            }
            out.write('\n');
        }
    }

    /** Means differ from unsur to unsur. */
    private static String answer(int part, int unsur) {
        if (part <= BLANK) {
            return part == 0 ? "x" : "";
        }
        return part < 500 + 100 * unsur ? "1" : part < 1_500 ? "2" : part < 5_000 + 300 * unsur ? "3" : "4";
    }
}
