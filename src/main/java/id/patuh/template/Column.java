package id.patuh.template;

/**
 * A column of a table to be filled in, or a labelled field above one.
 *
 * @param header in both languages, as the reader of inputs knows it
 * @param group what heads it together with its neighbours, or null
 * @param width in characters
 * @param look of its cells
 * @param required whether every row must fill it in
 * @param note says what to write in it
 * @param choices what may be chosen, or null
 * @param example what the example row holds, or null
 */
record Column(
        String header,
        String group,
        int width,
        Look look,
        boolean required,
        String note,
        Choices choices,
        Object example) {

    static Column of(String header, int width, Look look, String note) {
        return new Column(header, null, width, look, false, note, null, null);
    }

    Column needed() {
        return new Column(header, group, width, look, true, note, choices, example);
    }

    Column under(String heading) {
        return new Column(header, heading, width, look, required, note, choices, example);
    }

    Column choosing(Choices from) {
        return new Column(header, group, width, look, required, note, from, example);
    }

    Column showing(Object value) {
        return new Column(header, group, width, look, required, note, choices, value);
    }

    /** The header on two lines: Indonesian above, English in brackets below. */
    String shownHeader() {
        return header.replaceFirst(" \\(([^()]*)\\)$", "\n($1)");
    }
}
