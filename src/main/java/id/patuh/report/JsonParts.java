package id.patuh.report;

import id.patuh.report.ReportContent.Input;
import id.patuh.report.ReportContent.RankedUnsur;
import id.patuh.report.ReportContent.Summary;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.databind.util.RawValue;

/** Parts of a result as its report has them, to stand in other documents ({@link JsonText}). */
public final class JsonParts {

    private JsonParts() {}

    /** A file that was read. */
    public static Object of(Input input) {
        return part(json -> JsonReport.input(json, input));
    }

    /** What the check came to as a whole. */
    public static Object of(Summary summary) {
        return part(json -> JsonReport.summary(json, summary));
    }

    /** A violation. */
    public static Object of(WordedViolation violation) {
        return part(json -> JsonReport.violation(json, violation));
    }

    /** The grade of a survey. */
    public static Object of(WordedGrade grade) {
        return part(json -> JsonReport.grade(json, grade));
    }

    /** One of the lowest unsur of a survey. */
    public static Object of(RankedUnsur priority) {
        return part(json -> JsonReport.priority(json, priority));
    }

    private static RawValue part(Consumer<JsonGenerator> writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonReport.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            writing.accept(json);
        }
        return new RawValue(text.toString());
    }
}
