package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileInputTest {

    private static final String ACTIVITY =
            "{\"case\":\"ünö\",\"sop\":\"B276\",\"step\":1,\"start\":\"2025-03-03 08:30\",\"inputs\":[\"a\"]}";
    private static final String DOCUMENT = "{\"activities\":[" + ACTIVITY + "," + ACTIVITY + "],\n"
            + "\"surveys\":[{\"id\":\"S\",\"responses\":[{\"scores\":{\"U1\":3}},{\"scores\":{\"U1\":4}}],"
            + "\"published\":{\"ikm\":88.10,\"elements\":[{\"name\":\"U1\",\"mean\":3.5}]}}],\n"
            + "\"followUps\":[{\"survey\":\"S\",\"plan\":[{\"id\":\"1\",\"quarters\":[\"TW I\"]}]}]}";

    @TempDir
    Path folder;

    @Test
    void keepsWhatStandsBeforeABreakInJson() {
        byte[] whole = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        int firstRead = "{\"activities\":[".length() + ACTIVITY.getBytes(StandardCharsets.UTF_8).length;
        int secondRead = firstRead + 1 + ACTIVITY.getBytes(StandardCharsets.UTF_8).length;
        int responseRead = DOCUMENT.indexOf("3}}") + 3 + 4;
        for (int length = 0; length < whole.length; length++) {
            ReadAll read = Sample.in(folder)
                    .file("a.json", Arrays.copyOf(whole, length))
                    .read();

            assertThat(read.rejected()).describedAs("cut at %d", length).hasSize(1);
            assertThat(read.rejected().stream().toList().get(0).reason())
                    .isEqualTo(length == 0 ? "file-empty" : "json-broken");
            assertThat(read.activities()).hasSize(length >= secondRead ? 2 : length >= firstRead ? 1 : 0);
            assertThat(read.responses().size()).isGreaterThanOrEqualTo(length >= responseRead ? 1 : 0);
            assertThat(read.followUps()).hasSize(length >= whole.length - 2 ? 1 : 0);
        }
    }

    @Test
    void keepsWhatStandsBeforeABreakInALine() {
        byte[] whole = (ACTIVITY + "\n" + ACTIVITY).getBytes(StandardCharsets.UTF_8);
        int firstRead = whole.length / 2;
        for (int length = firstRead + 2; length < whole.length; length++) {
            ReadAll read = Sample.in(folder)
                    .file("a.json", Arrays.copyOf(whole, length))
                    .read();

            assertThat(Sample.rejected(read)).hasSize(1);
            assertThat(read.rejected().stream().toList().get(0).row()).isEqualTo(2);
            assertThat(read.activities()).hasSize(1);
        }
    }

    @Test
    void bearsDeepAndHugeValues() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String good = ACTIVITY + "\n";
        ReadAll read = Sample.read(
                folder,
                "a.ndjson",
                good + ACTIVITY.replace("[\"a\"]", deep) + "\n" + ACTIVITY.replace(":1,", ":" + "9".repeat(5_000) + ",")
                        + "\n" + ACTIVITY.replace(":1,", ":1e999999999,") + "\n" + good);

        assertThat(read.rejected())
                .extracting(RejectedRow::row, RejectedRow::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2, "json-limit"),
                        org.assertj.core.api.Assertions.tuple(3, "json-limit"),
                        org.assertj.core.api.Assertions.tuple(4, "step-unreadable"));
        assertThat(read.activities()).hasSize(2);

        read = Sample.read(
                folder, "b.json", "{\"surveys\":[{\"population\":1e99,\"published\":{\"ikm\":1e999999999}}]}");
        assertThat(read.rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("count-unreadable", "number-unreadable");
    }
}
