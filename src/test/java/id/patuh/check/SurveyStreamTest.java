package id.patuh.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.GeneratedResponses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Surveys are reported the same, whether their rows are plain or in quotation marks, and however few names are kept. */
class SurveyStreamTest {

    private static final int ALL = 1_000_000;
    private static final int[] FEW = {1, 20};

    @TempDir
    Path folder;

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWayGivesTheSameReport(int seed) throws IOException {
        Random random = new Random(seed);
        List<GeneratedResponses> tables = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            tables.add(new GeneratedResponses(random, 120));
        }
        String expected =
                report(ALL, tables.stream().map(GeneratedResponses::quotedText).toList());
        List<String> plain = tables.stream().map(GeneratedResponses::text).toList();
        assertThat(report(ALL, plain)).isEqualTo(expected);
        for (int most : FEW) {
            assertThat(report(most, plain)).as("%s in memory", most).isEqualTo(expected);
        }
    }

    private String report(int most, List<String> texts) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        texts.forEach(text -> files.put(files.size() + ".csv", text));
        return StreamedReport.of(folder, files, most).replaceAll("\"sha256\"\\s*:\\s*\"\\w+\"", "");
    }
}
