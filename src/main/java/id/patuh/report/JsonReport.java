package id.patuh.report;

import id.patuh.check.Grade;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
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
public final class JsonReport implements TextualReport {

    private static final int SCHEMA = 1;

    // Lines end alike on every machine.
    static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // A report that breaks off must not look like a whole one.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    @Override
    public void write(ReportContent content, Writer to) throws IOException {
        try {
            document(content, to);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private static void document(ReportContent content, Writer to) {
        ObjectWriteContext context = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return PRINTER.createInstance();
            }
        };
        try (JsonGenerator json = FACTORY.createGenerator(context, to)) {
            json.writeStartObject();
            json.writeNumberProperty("schema", SCHEMA);
            head(json, content.head());
            json.writeArrayPropertyStart("inputs");
            content.inputs().forEach(input -> input(json, input));
            json.writeEndArray();
            strings(json, "skipped", content.skipped());
            json.writeName("summary");
            summary(json, content.summary());
            json.writeArrayPropertyStart("violations");
            content.violations().forEach(violation -> violation(json, violation));
            json.writeEndArray();
            json.writeArrayPropertyStart("grades");
            content.grades().forEach(grade -> grade(json, grade));
            json.writeEndArray();
            json.writeArrayPropertyStart("priorities");
            content.priorities().forEach(priority -> priority(json, priority));
            json.writeEndArray();
            json.writeArrayPropertyStart("notEvaluated");
            content.notEvaluated().forEach(lack -> lack(json, lack));
            json.writeEndArray();
            json.writeArrayPropertyStart("rejected");
            content.rejected().forEach(rejected -> rejected(json, rejected));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void head(JsonGenerator json, ReportContent.Head head) {
        json.writeObjectPropertyStart("tool");
        json.writeStringProperty("name", "patuh");
        json.writeStringProperty("version", head.program());
        json.writeEndObject();
        json.writeStringProperty(
                "asOf",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(head.asOf().atZone(head.zone())));
        json.writeObjectPropertyStart("ruleSet");
        json.writeStringProperty("version", head.ruleSet().version());
        json.writeStringProperty("sha256", head.ruleSet().sha256());
        json.writeEndObject();
    }

    static void input(JsonGenerator json, ReportContent.Input input) {
        json.writeStartObject();
        json.writeStringProperty("path", input.path());
        text(json, "kind", input.kind() == null ? null : input.kind().word());
        text(json, "sha256", input.sha256());
        json.writeNumberProperty("rows", input.rows());
        json.writeNumberProperty("rejected", input.rejected());
        if (!input.notes().isEmpty()) {
            strings(json, "notes", input.notes());
        }
        json.writeEndObject();
    }

    static void summary(JsonGenerator json, ReportContent.Summary summary) {
        json.writeStartObject();
        json.writeNumberProperty("cases", summary.cases());
        json.writeNumberProperty("activities", summary.activities());
        json.writeNumberProperty("surveys", summary.surveys());
        if (summary.definitions() > 0) {
            json.writeNumberProperty("definitions", summary.definitions());
        }
        json.writeObjectPropertyStart("violations");
        for (Map.Entry<Severity, Long> count : summary.bySeverity().entrySet()) {
            json.writeNumberProperty(count.getKey().word(), count.getValue());
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("byRule");
        summary.byRule().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeStringProperty("verdict", summary.verdict().word());
        json.writeEndObject();
    }

    static void violation(JsonGenerator json, WordedViolation violation) {
        Subject subject = violation.subject();
        json.writeStartObject();
        json.writeStringProperty("fingerprint", violation.fingerprint());
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
        json.writeStringProperty("message", violation.said().message());
        text(json, "expected", violation.said().expected());
        text(json, "actual", violation.said().actual());
        json.writeStringProperty("basis", violation.said().basis());
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

    static void grade(JsonGenerator json, WordedGrade worded) {
        Grade grade = worded.grade();
        json.writeStartObject();
        text(json, "survey", grade.survey());
        text(json, "unit", grade.unit());
        text(json, "service", grade.service());
        text(json, "aggregation", grade.aggregation());
        text(json, "regulation", grade.regulation());
        number(json, "respondents", grade.respondents());
        decimal(json, "ikm", grade.ikm());
        text(json, "grade", grade.grade());
        text(json, "reason", worded.reason());
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

    static void priority(JsonGenerator json, ReportContent.RankedUnsur priority) {
        json.writeStartObject();
        text(json, "survey", priority.survey());
        text(json, "unit", priority.unit());
        text(json, "service", priority.service());
        json.writeNumberProperty("rank", priority.rank());
        json.writeStringProperty("code", priority.code());
        json.writeStringProperty("name", priority.name());
        decimal(json, "mean", priority.mean());
        json.writeBooleanProperty("tied", priority.tied());
        strings(json, "reasons", priority.reasons());
        json.writeEndObject();
    }

    private static void lack(JsonGenerator json, ReportContent.Lack lack) {
        json.writeStartObject();
        json.writeStringProperty("rule", lack.rule());
        json.writeStringProperty("reason", lack.said().reason());
        json.writeStringProperty("subject", lack.said().subject());
        json.writeEndObject();
    }

    private static void rejected(JsonGenerator json, ReportContent.Rejection rejected) {
        json.writeStartObject();
        json.writeStringProperty("path", rejected.path());
        text(json, "sheet", rejected.sheet());
        number(json, "row", rejected.row());
        text(json, "column", rejected.column());
        text(json, "value", rejected.value());
        json.writeStringProperty("reason", rejected.reason());
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
