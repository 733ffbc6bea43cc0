package id.patuh.formats;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.intake.ActivityList;
import id.patuh.intake.ActivitySink;
import id.patuh.intake.Dataset;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.intake.ResponseList;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong behind the reader of a format is no fault of the file. */
class SinkFailureTest {

    @TempDir
    Path folder;

    /** Throws at the third activity. */
    private record Failing(Supplier<RuntimeException> what, int[] taken) implements ActivitySink {

        @Override
        public void add(ActivityRecord activity) {
            if (++taken[0] == 3) {
                throw what.get();
            }
        }

        @Override
        public void lose(LostActivity lost) {
            throw new AssertionError("nothing was lost: " + lost);
        }

        @Override
        public boolean hasCaseOfShape(String shape) {
            return false;
        }

        @Override
        public void end(Dataset read) {
            throw new AssertionError("the end was not reached");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSinkThrowsReachesTheCaller(LogFormat format) throws IOException {
        Intake intake = intake();
        String path = store(format);
        ActivitySink failing = new Failing(() -> new IllegalStateException("a rule"), new int[1]);

        assertThatThrownBy(() -> intake.read(
                        List.of(path),
                        InputStream.nullInputStream(),
                        (file, rows) -> {},
                        () -> failing,
                        ResponseList::new))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a rule");
    }

    @ParameterizedTest
    @EnumSource
    void allIsReadOnceMoreWhereTheSinkNeedsIt(LogFormat format) throws IOException {
        String path = store(format);
        ReadAll expected = ReadAll.by(intake(), List.of(path), InputStream.nullInputStream());
        ActivityList second = new ActivityList();
        Queue<ActivitySink> sinks =
                new ArrayDeque<>(List.of(new Failing(ActivitySink.ReadAgain::new, new int[1]), second));

        Dataset read = intake().read(
                        List.of(path),
                        InputStream.nullInputStream(),
                        (file, rows) -> {},
                        sinks::remove,
                        ResponseList::new);

        assertThat(second.activities()).hasSameSizeAs(expected.activities()).isNotEmpty();
        assertThat(read.inputs()).isEqualTo(expected.inputs());
        assertThat(read.rejected().stream().toList()).isEqualTo(expected.rejected());
    }

    private String store(LogFormat format) throws IOException {
        ActivityLog log = ActivityLog.of(Path.of("sample-data/b276/violations.csv"));
        return Files.write(folder.resolve("log"), format.write(log)).toString();
    }

    private static Intake intake() {
        return new Intake(new Intake.Options(ActivityLog.ZONE, null, null), RULES.regulations(), RULES.sops());
    }
}
