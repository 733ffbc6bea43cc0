package id.patuh.swap;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.Verdict;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A log and two surveys whose report tells every {@link Change}; the log has cases enough for several batches. */
public final class CheckedFiles {

    private static final Path CASES = Path.of("sample-data", "b276", "clean.csv");
    private static final int COPIES = 60;

    /** Of two surveys: only one of them is ever too few, since such a one has no grade. */
    private static final int[] RESPONDENTS = {40, 60};

    private static final Instant AS_OF = Instant.parse("2026-11-20T16:59:59Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final List<String> paths;

    /** Writes them to a folder that there is. */
    public CheckedFiles(Path folder) throws IOException {
        paths = List.of(
                Files.write(folder.resolve("log.csv"), log()).toString(),
                Files.write(folder.resolve("survey.csv"), survey()).toString());
    }

    private static List<String> log() throws IOException {
        List<String> sample = Files.readAllLines(CASES);
        List<String> lines = new ArrayList<>(sample.subList(0, 1));
        for (int copy = 0; copy < COPIES; copy++) {
            for (String line : sample.subList(1, sample.size())) {
                lines.add(copy + "-" + line);
            }
        }
        return lines;
    }

    /** The index is 77.78: between the two boundaries of grade B. */
    private static List<String> survey() {
        List<String> lines = new ArrayList<>(
                List.of("survei,unit_kerja,periode_mulai,periode_selesai,responden,U1,U2,U3,U4,U5,U6,U7,U8,U9"));
        for (int respondents : RESPONDENTS) {
            for (int i = 1; i <= respondents; i++) {
                lines.add("SKM-" + respondents + ",UKPBJ,2026-01-01,2026-06-30," + i + ",3,3,3,3,3,3,3,3,4");
            }
        }
        return lines;
    }

    /** What a rule set makes of them. */
    public String report(RuleSet ruleSet) {
        CheckRequest request = new CheckRequest(paths, AS_OF, ZONE, null, null);
        StringWriter report = new StringWriter();
        try (CheckResult result =
                new ComplianceCheck(ruleSet).run(request, InputStream.nullInputStream(), (path, rows) -> {})) {
            new JsonReport().write(new CheckedContent(result, Verdict.on(result, Severity.MINOR), Language.EN), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return report.toString();
    }
}
