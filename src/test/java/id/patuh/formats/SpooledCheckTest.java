package id.patuh.formats;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that keeps nearly everything in temporary files gives the reports of one that keeps everything in memory. */
class SpooledCheckTest {

    @Test
    void givesTheSameReports(@TempDir Path folder) throws IOException {
        Path damaged = folder.resolve("damaged.csv");
        StringBuilder log = new StringBuilder("case,sop,step,role,start,end,unit\n");
        for (int i = 0; i < 300; i++) {
            log.append(i % 40).append(",B276,").append(1 + i % 11).append(",Tukang,2025-04-");
            log.append(i % 7 == 0 ? "\u20acabc" : "14 08:00")
                    .append(",2025-05-0")
                    .append(1 + i % 9);
            log.append(" 09:00,Bagian ").append(i % 3).append('\n');
        }
        Files.writeString(damaged, log);
        List<String> paths = List.of("sample-data", damaged.toString());

        try (CheckResult inMemory = check(paths, Spool.USUAL_MOST);
                CheckResult inFiles = check(paths, 2)) {
            assertThat(inMemory.findings().size()).isGreaterThan(400);
            assertThat(inMemory.rejected().size()).isGreaterThan(40);
            assertThat(inMemory.notEvaluated().stream().count()).isGreaterThan(40);
            assertThat(Checked.text(inFiles)).isEqualTo(Checked.text(inMemory));
            assertThat(Checked.json(inFiles)).isEqualTo(Checked.json(inMemory));
        }
    }

    private static CheckResult check(List<String> paths, int mostInMemory) {
        CheckRequest request = new CheckRequest(paths, Checked.AS_OF, ActivityLog.ZONE, null, null, null, mostInMemory);
        return new ComplianceCheck(RULES).run(request, InputStream.nullInputStream(), (path, rows) -> {});
    }
}
