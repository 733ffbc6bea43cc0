package id.patuh.report;

import id.patuh.engine.RuleProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What fits into the memory as JSON, in the layout of the report of checks. */
public final class JsonText {

    private static final ObjectWriter WRITER = JsonMapper.shared().writer().with(JsonReport.PRINTER);

    private JsonText() {}

    /** @param value maps, lists, records and plain values; the order of a map's keys is kept */
    public static String of(Object value) {
        return WRITER.writeValueAsString(value) + "\n";
    }

    /** Which program wrote it. */
    static Map<String, Object> tool() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", "patuh");
        one.put("version", Version.current());
        return one;
    }

    /** A problem of a rule set. */
    static Map<String, Object> problem(RuleProblem problem, Language language) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("file", problem.file());
        one.put("line", problem.line() == 0 ? null : problem.line());
        one.put("column", problem.column() == 0 ? null : problem.column());
        one.put("key", problem.key());
        one.put("value", problem.value());
        one.put("id", problem.reason());
        one.put("reason", Reasons.text(problem.reason(), problem.details(), language));
        return one;
    }
}
