package id.patuh.formats;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.TextReport;
import id.patuh.report.TextualReport;
import id.patuh.report.Verdict;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What patuh reports of files under the project's rules, on the day that the sample data are made for. */
final class Checked {

    static final Instant AS_OF = Instant.parse("2026-11-20T16:59:59Z");

    private static final int LEAST_IN_MEMORY = 3;

    private Checked() {}

    static CheckResult result(Path... files) {
        return result(read(files));
    }

    /** As {@link #result}, of so little memory that rows are judged while the file is read, or sorted on disk. */
    static CheckResult streamed(Path file) {
        CheckRequest request =
                new CheckRequest(List.of(file.toString()), AS_OF, ActivityLog.ZONE, null, null, null, LEAST_IN_MEMORY);
        return new ComplianceCheck(RULES).run(request, InputStream.nullInputStream(), (path, rows) -> {});
    }

    static CheckResult result(ReadAll read) {
        return new ComplianceCheck(RULES)
                .run(
                        new CheckRequest(List.of(), AS_OF, ActivityLog.ZONE, null, null),
                        read.data(),
                        read.log(),
                        read.answers());
    }

    static ReadAll read(Path... files) {
        List<String> paths = Arrays.stream(files).map(Path::toString).toList();
        return ReadAll.by(
                new Intake(new Intake.Options(ActivityLog.ZONE, null, null), RULES.regulations(), RULES.sops()),
                paths,
                InputStream.nullInputStream());
    }

    static String text(CheckResult result) {
        return written(new TextReport(false), result, Language.EN);
    }

    static JsonNode json(CheckResult result) {
        return JsonMapper.shared().readTree(written(new JsonReport(), result, Language.ID));
    }

    private static String written(TextualReport report, CheckResult result, Language language) {
        StringWriter text = new StringWriter();
        try {
            report.write(new CheckedContent(result, Verdict.on(result, Severity.MINOR), language), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The violations, grades and whatever else the report says, but for the places where it was found. */
    static String withoutPlaces(CheckResult result) {
        ObjectNode report = (ObjectNode) json(result);
        assertThat(report.get("inputs")).hasSize(1);
        report.get("violations")
                .forEach(violation -> violation
                        .get("evidence")
                        .forEach(evidence -> ((ObjectNode) evidence).remove(List.of("sheet", "row", "column"))));
        String path = report.get("inputs").get(0).get("path").asString();
        report.remove("inputs");
        return report.toPrettyString().replace(path, "file");
    }
}
