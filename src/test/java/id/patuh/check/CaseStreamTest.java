package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.intake.ActivitySink.ReadAgain;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whichever way a log takes to the judges, the report is the same: kept in memory, streamed while it is read, sorted in
 * memory or on disk, or begun on one way and read again for another.
 */
class CaseStreamTest {

    private static final int ALL = 1_000_000;
    /** From the first row on; or so that most logs turn out to be otherwise than their head was. */
    private static final int[] FEW = {1, 7, 40, 100};

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWayGivesTheSameReport(int seed) throws IOException {
        Random random = new Random(seed);
        Map<String, String> files = GeneratedLog.files(random);
        if (random.nextInt(3) == 0) {
            // Who is told by name no more, and comes again, has all read again.
            files.put("survey.csv", survey(random));
        }

        String expected = StreamedReport.of(folder, files, ALL);
        for (int most : FEW) {
            assertThat(StreamedReport.of(folder, files, most))
                    .as("%s in memory", most)
                    .isEqualTo(expected);
        }
    }

    @Test
    void onlyALogThatIsNoneOfTheKindItSeemedIsDistrusted() throws IOException {
        CheckRequest request = new CheckRequest(List.of(), Instant.now(), RuleTrial.ZONE, null, null, null, 1);
        try (CaseStreams streams = new CaseStreams(RULES, request)) {
            // A survey may have demanded to read again.
            addCases(streams.get(), "A", "B");
            assertThatThrownBy(() -> addCases(streams.get(), "A", "B", "A")).isInstanceOf(ReadAgain.class);
            addCases(streams.get(), "A", "B", "A");
            addCases(streams.get(), "A", "B", "A");
        }
    }

    private void addCases(CaseStream stream, String... cases) throws IOException {
        StringBuilder text = new StringBuilder("no_berkas,nomor_sop,langkah,mulai,selesai\n");
        for (String caseId : cases) {
            text.append(caseId).append(",B276,1,2026-03-02 08:00,2026-03-02 08:30\n");
        }
        Path file = Files.writeString(folder.resolve("log.csv"), text);
        Intake intake = new Intake(new Intake.Options(RuleTrial.ZONE, null, null), RULES.regulations(), RULES.sops());
        ReadAll.by(intake, List.of(file.toString()), InputStream.nullInputStream())
                .activities()
                .forEach(stream::add);
    }

    private static String survey(Random random) {
        StringBuilder text = new StringBuilder("respondent,unit,period_start,period_end,U1,U2\n");
        int rows = 5 + random.nextInt(150);
        for (int i = 1; i <= rows; i++) {
            int again = random.nextInt(20) == 0 ? 1 + random.nextInt(i) : i;
            text.append(random.nextInt(3) == 0 ? "Orang " : "").append(again).append(",UKPBJ,2026-01-01,2026-06-30");
            text.append(',').append(1 + random.nextInt(4)).append(',').append(1 + random.nextInt(4));
            text.append('\n');
        }
        return text.toString();
    }
}
