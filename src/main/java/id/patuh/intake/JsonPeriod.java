package id.patuh.intake;

/** Adds the period of a survey or a report to its row. */
final class JsonPeriod {

    private JsonPeriod() {}

    /** Adds the two ends, and both together under {@code period}. */
    static void add(JsonRow row, Object period) {
        if (period instanceof JsonTree.Members members) {
            row.add(members, Fields.PERIOD_OBJECT);
            String both = text(members, "start") + "/" + text(members, "end");
            row.add("period", "period", new JsonTree.Scalar(both, false), false);
        } else if (period != null) {
            row.reject("period", JsonRow.shown(period), "type-wrong", "expected", "{\"start\", \"end\"}");
        }
    }

    private static String text(JsonTree.Members members, String key) {
        return members.get(key) instanceof JsonTree.Scalar scalar ? scalar.text() : "";
    }
}
