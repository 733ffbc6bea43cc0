package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.LostActivity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is written to while it is read, as soon as the reader has told how far it is. */
class ChangingFileTest {

    private static final String ROW = "K-1,B276,1,2025-03-03 08:30,2025-03-03 08:40\n";
    private static final int ROWS = 15_000;

    @TempDir
    private Path folder;

    private Path log;
    private int readings;

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("log.csv"), "case,sop,step,start,end\n" + ROW.repeat(ROWS));
    }

    @Test
    void whatChangedOnceIsReadAgain() throws IOException {
        ReadAll read = readWhileChanging(1);

        assertThat(readings).isEqualTo(2);
        assertThat(read.activities()).hasSize(ROWS + 1);
        assertThat(read.rejected()).isEmpty();
        assertThat(read.inputs())
                .singleElement()
                .extracting(InputFile::sha256)
                .isEqualTo(Sample.in(folder)
                        .file("copy.csv", Files.readAllBytes(log))
                        .read()
                        .inputs()
                        .get(0)
                        .sha256());
    }

    @Test
    void whatGoesOnChangingIsNotTakenForWhole() {
        ReadAll read = readWhileChanging(Integer.MAX_VALUE);

        assertThat(read.rejected()).extracting(RejectedRow::reason).containsExactly("file-changed");
        assertThat(read.lostActivities()).contains(new LostActivity(null, null, null, null, log.toString(), null));
        assertThat(read.lostResponses()).isNotEmpty();
    }

    private ReadAll readWhileChanging(int times) {
        RuleSet rules = OurRules.RULES;
        Intake intake = new Intake(
                new Intake.Options(ZoneId.of("Asia/Jakarta"), null, null), rules.regulations(), rules.sops());
        ActivityList activities = new ActivityList();
        ResponseList responses = new ResponseList();
        Intake.Progress change = (path, rows) -> {
            if (readings++ < times) {
                append();
            }
        };
        Dataset data =
                intake.read(List.of(log.toString()), InputStream.nullInputStream(), change, activities, responses);
        return new ReadAll(data, activities, responses);
    }

    private void append() {
        try {
            Files.writeString(log, ROW, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
