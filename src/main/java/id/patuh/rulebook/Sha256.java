package id.patuh.rulebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** SHA-256 in hexadecimal digits: one way for all chains of records. */
public final class Sha256 {

    private Sha256() {}

    /**
     * Of values, each with its length before it, so that nothing can pass from one to the next.
     *
     * @param head what kind of record it is
     * @param values any of them may be null
     */
    public static String of(String head, List<?> values) {
        StringBuilder text = new StringBuilder(head).append('\n');
        for (Object value : values) {
            String written = Objects.toString(value, "");
            text.append(value == null ? -1 : written.length()).append(':').append(written);
        }
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes in memory. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** A digest of what does not fit into the memory. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
