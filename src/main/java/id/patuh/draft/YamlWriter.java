package id.patuh.draft;

/** Gathers lines of YAML with comments. */
final class YamlWriter {

    private final StringBuilder text = new StringBuilder();

    YamlWriter line(String line) {
        text.append(line).append('\n');
        return this;
    }

    YamlWriter comment(String comment) {
        return line("# " + flat(comment));
    }

    /** A comment that stands behind a line. */
    static String behind(String comment) {
        return comment.isEmpty() ? "" : "  # " + flat(comment);
    }

    /** What YAML may hold in a comment. Its parser stumbles over characters of two halves. */
    private static String flat(String comment) {
        return comment.replaceAll("[\\p{Cntrl}\\p{Cs}\u2028\u2029\ufeff\ufffe\uffff\\x{10000}-\\x{10ffff}]+", " ")
                .strip();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
