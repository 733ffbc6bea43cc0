package id.patuh.chart;

/**
 * What a colour says. Where a page has the style of {@code chart.css} the classes have the colours of its scheme; without it
 * these can be told from white and from nearly black, and white text can be read on them.
 */
enum Tone {
    PLAIN("#2f6fb5"),
    GOOD("#2a7d4f"),
    WARNING("#a3620a"),
    BAD("#c8372d"),
    MUTED("#6f6f6f");

    /** Of texts that stand on a tone. */
    static final String ON = "#ffffff";

    private final String colour;

    Tone(String colour) {
        this.colour = colour;
    }

    /** Of the colour where the page says nothing of its class. */
    String colour() {
        return colour;
    }

    /** Class of areas. */
    String fill() {
        return "fill-" + word();
    }

    /** Class of lines. */
    String line() {
        return "line-" + word();
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The tone of one of several grades or answers, from the worst to the best. */
    static Tone ofRank(int rank, int ranks) {
        Tone[] worstFirst = {BAD, WARNING, PLAIN, GOOD};
        return ranks < 2 ? PLAIN : worstFirst[Math.min(3, rank * worstFirst.length / ranks)];
    }
}
