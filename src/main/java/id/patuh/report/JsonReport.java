package id.patuh.report;

import id.patuh.check.CheckResult;
import id.patuh.check.Finding;
import id.patuh.check.Grade;
import id.patuh.check.NotEvaluated;
import id.patuh.check.Priority;
import id.patuh.intake.InputFile;
import id.patuh.intake.RejectedRow;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** The result as JSON, version 1 (contract, section 6). Written as a stream; the same result gives the same bytes. */
public final class JsonReport implements Report {

    private static final int SCHEMA = 1;

    // Lines end alike on every machine.
    static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public void write(CheckResult result, Verdict verdict, Language language, Writer to) throws IOException {
        try {
            document(result, verdict, language, to);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static void document(CheckResult result, Verdict verdict, Language language, Writer to) {
        Words words = new Words(result, language);
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                // A report that breaks off must not look like a whole one.
                .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                .build();
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return PRINTER.createInstance();
            }
        };
        try (JsonGenerator json = factory.createGenerator(context, to)) {
            json.writeStartObject();
            json.writeNumberProperty("schema", SCHEMA);
            head(json, result);
            json.writeArrayPropertyStart("inputs");
            result.inputs().forEach(input -> input(json, input, words));
            json.writeEndArray();
            strings(json, "skipped", result.skipped());
            summary(json, result, verdict);
            json.writeArrayPropertyStart("violations");
            result.findings().forEach(finding -> violation(json, finding, words));
            json.writeEndArray();
            json.writeArrayPropertyStart("grades");
            result.grades().forEach(grade -> grade(json, grade, words));
            json.writeEndArray();
            json.writeArrayPropertyStart("priorities");
            result.priorities().forEach(priority -> priority(json, priority, words));
            json.writeEndArray();
            json.writeArrayPropertyStart("notEvaluated");
            for (NotEvaluated rule : result.notEvaluated()) {
                json.writeStartObject();
                json.writeStringProperty("rule", rule.rule());
                json.writeStringProperty("reason", words.reason(rule));
                json.writeStringProperty("subject", words.subject(rule));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("rejected");
            result.rejected().forEach(rejected -> rejected(json, rejected, words));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void head(JsonGenerator json, CheckResult result) {
        json.writeObjectPropertyStart("tool");
        json.writeStringProperty("name", "patuh");
        json.writeStringProperty("version", Version.current());
        json.writeEndObject();
        json.writeStringProperty(
                "asOf",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(result.asOf().atZone(result.zone())));
        json.writeObjectPropertyStart("ruleSet");
        json.writeStringProperty("version", result.ruleSet().version());
        json.writeStringProperty("sha256", result.ruleSet().sha256());
        json.writeEndObject();
    }

    private static void input(JsonGenerator json, InputFile input, Words words) {
        json.writeStartObject();
        json.writeStringProperty("path", input.path());
        text(json, "kind", input.kind() == null ? null : input.kind().word());
        text(json, "sha256", input.sha256());
        json.writeNumberProperty("rows", input.rows());
        json.writeNumberProperty("rejected", input.rejected());
        if (!input.notes().isEmpty()) {
            strings(json, "notes", input.notes().stream().map(words::note).toList());
        }
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, CheckResult result, Verdict verdict) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("cases", result.cases());
        json.writeNumberProperty("activities", result.activities());
        json.writeNumberProperty("surveys", result.surveys());
        if (result.definitions() > 0) {
            json.writeNumberProperty("definitions", result.definitions());
        }
        json.writeObjectPropertyStart("violations");
        for (Map.Entry<Severity, Long> count : result.findings().bySeverity().entrySet()) {
            json.writeNumberProperty(count.getKey().word(), count.getValue());
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("byRule");
        result.findings().byRule().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeStringProperty("verdict", verdict.word());
        json.writeEndObject();
    }

    private static void violation(JsonGenerator json, Finding finding, Words words) {
        Violation violation = finding.violation();
        Subject subject = violation.subject();
        json.writeStartObject();
        json.writeStringProperty("fingerprint", finding.fingerprint());
        json.writeStringProperty("rule", violation.rule());
        json.writeStringProperty("severity", violation.severity().word());
        text(json, "unit", subject.unit());
        text(json, "sop", subject.sop());
        text(json, "case", subject.caseId());
        text(json, "step", subject.step());
        number(json, "round", subject.round());
        text(json, "constraint", subject.constraint());
        text(json, "survey", subject.survey());
        text(json, "element", subject.element());
        json.writeStringProperty("message", words.message(violation));
        text(json, "expected", words.expected(violation));
        text(json, "actual", words.actual(violation));
        json.writeStringProperty("basis", words.basis(violation));
        json.writeArrayPropertyStart("evidence");
        for (Evidence evidence : violation.evidence()) {
            json.writeStartObject();
            json.writeStringProperty("path", evidence.path());
            text(json, "sheet", evidence.sheet());
            number(json, "row", evidence.row());
            text(json, "column", evidence.column());
            text(json, "value", evidence.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void grade(JsonGenerator json, Grade grade, Words words) {
        json.writeStartObject();
        text(json, "survey", grade.survey());
        text(json, "unit", grade.unit());
        text(json, "service", grade.service());
        text(json, "aggregation", grade.aggregation());
        text(json, "regulation", grade.regulation());
        number(json, "respondents", grade.respondents());
        decimal(json, "ikm", grade.ikm());
        text(json, "grade", grade.grade());
        text(json, "reason", words.gradeReason(grade.reason()));
        json.writeArrayPropertyStart("elements");
        for (Grade.Element element : grade.elements()) {
            json.writeStartObject();
            json.writeStringProperty("code", element.code());
            json.writeStringProperty("name", element.name());
            decimal(json, "mean", element.mean());
            decimal(json, "index", element.index());
            text(json, "grade", element.grade());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void priority(JsonGenerator json, Priority priority, Words words) {
        json.writeStartObject();
        text(json, "survey", priority.survey());
        text(json, "unit", priority.unit());
        text(json, "service", priority.service());
        json.writeNumberProperty("rank", priority.rank());
        json.writeStringProperty("code", priority.code());
        json.writeStringProperty("name", priority.name());
        decimal(json, "mean", priority.mean());
        json.writeBooleanProperty("tied", priority.tied());
        strings(json, "reasons", priority.reasons().stream().map(words::reason).toList());
        json.writeEndObject();
    }

    private static void rejected(JsonGenerator json, RejectedRow rejected, Words words) {
        json.writeStartObject();
        json.writeStringProperty("path", rejected.path());
        text(json, "sheet", rejected.sheet());
        number(json, "row", rejected.row());
        text(json, "column", rejected.column());
        text(json, "value", rejected.value());
        json.writeStringProperty("reason", words.reason(rejected));
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static void number(JsonGenerator json, String name, Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static void decimal(JsonGenerator json, String name, BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }
}
