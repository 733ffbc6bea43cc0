package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPathsTest {

    @TempDir
    Path folder;

    @Test
    void searchesFoldersInOrderOfNames() throws IOException {
        for (String name :
                List.of("b.csv", "a/z.ndjson", ".hidden/x.csv", ".x.csv", "README.md", "c.CSV.GZ", "copy.csv")) {
            String text = name.equals("copy.csv") ? log("b.csv") : log(name);
            Sample.store(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        }
        Sample.store(folder.resolve("d.xlsx"), "PK\u0003\u0004 xl/".getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("a/dangling.csv"), folder.resolve("nowhere"));

        ReadAll read = Sample.in(folder).read(folder + "/");

        assertThat(read.inputs())
                .extracting(InputFile::path)
                .containsExactly(
                        folder + "/a/dangling.csv",
                        folder + "/a/z.ndjson",
                        folder + "/b.csv",
                        folder + "/c.CSV.GZ",
                        folder + "/d.xlsx");
        assertThat(read.skipped()).containsExactly(folder + "/README.md", folder + "/a/loop", folder + "/copy.csv");
        assertThat(read.rejected()).extracting(RejectedRow::reason).containsExactly("path-missing", "package-broken");
        assertThat(read.activities()).hasSize(3);
    }

    @Test
    void reportsPathsWithoutDataAndReadsTheOthers() {
        Path empty =
                Sample.store(folder.resolve("empty/README.md"), new byte[0]).getParent();
        Path good = Sample.store(folder.resolve("notes.txt"), log("x").getBytes(StandardCharsets.UTF_8));

        ReadAll read = Sample.in(folder).read(folder + "/gone.csv", "bad\u0000name", empty.toString(), good.toString());

        assertThat(read.rejected())
                .extracting(RejectedRow::reason)
                .containsExactly("path-missing", "path-missing", "folder-empty");
        assertThat(read.activities()).hasSize(1);
    }

    @Test
    void readsStandardInput() {
        ByteArrayInputStream input = new ByteArrayInputStream(log("x").getBytes(StandardCharsets.UTF_8));

        ReadAll read = ReadAll.by(
                new Intake(new Intake.Options(Sample.JAKARTA, null, null), Sample.REGULATIONS, Sample.SOPS),
                List.of("-"),
                input);

        assertThat(read.inputs()).extracting(InputFile::path).containsExactly("-");
        assertThat(read.activities()).hasSize(1);
    }

    private static String log(String caseId) {
        return "case,sop,step,start\n" + caseId + ",B276,1,2025-03-03 08:30\n";
    }
}
