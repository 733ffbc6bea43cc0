package id.patuh.report;

import java.util.Locale;

/** What becomes of something that two rule sets may see differently. */
enum Change {
    APPEARS("+"),
    DISAPPEARS("-"),
    CHANGES("~");

    private final String sign;

    Change(String sign) {
        this.sign = sign;
    }

    /** Before or after is null where it is not there. */
    static Change of(Object before, Object after) {
        return before == null ? APPEARS : after == null ? DISAPPEARS : CHANGES;
    }

    /** How text marks it. */
    String sign() {
        return sign;
    }

    /** How JSON names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
