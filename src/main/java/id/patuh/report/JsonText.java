package id.patuh.report;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** What fits into the memory as JSON, in the layout of the report of checks. */
final class JsonText {

    private static final ObjectWriter WRITER = JsonMapper.shared().writer().with(JsonReport.PRINTER);

    private JsonText() {}

    /** @param value maps, lists and plain values; the order of a map's keys is kept */
    static String of(Object value) {
        return WRITER.writeValueAsString(value) + "\n";
    }
}
