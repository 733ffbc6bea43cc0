package id.patuh.intake;

/** Short ways to write XES. */
final class Xes {

    private Xes() {}

    static String log(String... content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1.0\">\n" + String.join("", content)
                + "</log>\n";
    }

    /** A trace of the SOP B276. */
    static String trace(String name, String... events) {
        return "<trace>\n" + string("concept:name", name) + string("sop", "B276") + String.join("", events)
                + "</trace>\n";
    }

    /** An event on six lines or more: its name, its transition unless null, a time of the 3rd of March 2025, and more. */
    static String event(String name, String transition, String clock, String... more) {
        String life = transition == null ? "" : string("lifecycle:transition", transition);
        return "<event>\n" + string("concept:name", name) + life
                + "<date key=\"time:timestamp\" value=\"2025-03-03T" + clock + ":00.000+07:00\"/>\n"
                + String.join("", more) + "</event>\n";
    }

    static String string(String key, String value) {
        return "<string key=\"" + key + "\" value=\"" + value + "\"/>\n";
    }
}
