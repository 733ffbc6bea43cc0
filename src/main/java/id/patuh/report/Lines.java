package id.patuh.report;

/** Lines for a terminal; long ones go on below, indented. */
final class Lines {

    private static final int WIDTH = 100;
    private static final String FURTHER = "  ";

    private final StringBuilder text = new StringBuilder();

    /** A line as it is. */
    Lines add(String line) {
        text.append(Printable.of(line)).append('\n');
        return this;
    }

    /** A text broken between words; what goes on below is indented further. */
    Lines wrapped(String indent, String content) {
        return wrapped(indent, indent + FURTHER, content);
    }

    /** A text broken between words. */
    Lines wrapped(String first, String further, String content) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : content.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                add(line.toString());
                line = new StringBuilder(further);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return add(line.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
