package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;

import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.Verdict;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report of files of which only some rows are kept in memory at once. */
final class StreamedReport {

    private StreamedReport() {}

    /** @param files contents by name, which are written to the folder */
    static String of(Path folder, Map<String, String> files, int mostInMemory) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            paths.add(Files.writeString(folder.resolve(file.getKey()), file.getValue())
                    .toString());
        }
        Instant asOf = GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();
        CheckResult result = new ComplianceCheck(RULES)
                .run(
                        new CheckRequest(paths, asOf, RuleTrial.ZONE, null, null, null, mostInMemory),
                        InputStream.nullInputStream(),
                        (path, rows) -> {});
        StringWriter json = new StringWriter();
        new JsonReport().write(new CheckedContent(result, Verdict.on(result, Severity.MINOR), Language.EN), json);
        return json.toString();
    }
}
