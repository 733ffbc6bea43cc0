package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.skm.LostResponse;
import id.patuh.skm.PlainResponse;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are taken by their bytes give what they give when they are read with care, as rows in quotation marks are. */
class PlainResponsesTest {

    private static final int TABLES = 800;
    /** Rows of some chunks of the file. */
    private static final int MANY = 6_000;

    @TempDir
    Path folder;

    /** All that a file gives, in order and in words. */
    private static final class Told implements ResponseSink {

        private final List<String> lines = new ArrayList<>();
        private int plain;

        @Override
        public void add(ResponseRecord r) {
            lines.add(r.survey() + " " + r.respondent() + " " + r.group() + " " + ReadAll.scores(r)
                    + ReadAll.unreadable(r) + r.row().number()
                    + Arrays.toString(r.row().cells()) + r.row().table().fields());
        }

        @Override
        public void add(PlainResponse response) {
            plain++;
            add(response.record());
        }

        @Override
        public void lose(LostResponse lost) {
            lines.add("lost " + lost.survey()
                    + (lost.row() == null ? "" : lost.row().number()) + lost.rest());
        }

        @Override
        public void end(List<PublishedResult> published) {
            for (PublishedResult result : published) {
                lines.add(
                        result.ikm() + " " + result.grade() + result.elements().size());
            }
        }
    }

    @Test
    void rowsGiveTheSameEitherWay() throws IOException {
        int plain = 0;
        int all = 0;
        for (int seed = 0; seed < TABLES; seed++) {
            GeneratedResponses table = new GeneratedResponses(new Random(seed), 60);
            Told quoted = told(table.quotedText());
            Told bare = told(table.text());
            assertThat(bare.lines).as("seed " + seed + "\n" + table.text()).isEqualTo(quoted.lines);
            assertThat(quoted.plain).isZero();
            plain += bare.plain;
            all += bare.lines.size();
        }
        // Else the test says nothing.
        assertThat(plain * 3).isGreaterThan(all);
    }

    @Test
    void rowsGiveTheSameWhereverTheBytesWereRead() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            GeneratedResponses table = new GeneratedResponses(new Random(-1 - seed), MANY);
            assertThat(told(table.text()).lines).isEqualTo(told(table.quotedText()).lines);
        }
    }

    @Test
    void figuresThatSumUpThoseAboveThemAreNoAnswers() throws IOException {
        String bare = "U1,U2,U3\n2,3,2\n3,1,2\n3,2,3\n8,6,7\n";
        Told told = told(bare);
        assertThat(told.plain).isEqualTo(2);
        assertThat(told.lines).isEqualTo(told(bare.replaceAll("(\\d),(\\d),(\\d)\n", "\"$1\",\"$2\",\"$3\"\n")).lines);
    }

    private Told told(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.csv"), text);
        Told told = new Told();
        Dataset data = new Intake(new Intake.Options(Sample.JAKARTA, null, null), Sample.REGULATIONS, Sample.SOPS)
                .read(
                        List.of(file.toString()),
                        InputStream.nullInputStream(),
                        (p, n) -> {},
                        ActivityList::new,
                        () -> told);
        data.rejected().forEach(r -> told.lines.add(r.toString()));
        data.inputs().forEach(i -> told.lines.add(i.kind() + " " + i.rows() + " " + i.rejected() + " " + i.notes()));
        return told;
    }
}
