package id.patuh.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What tokens look like: {@code patuh_}, 256 random bits and a checksum, in hexadecimal digits. Whoever finds one in a
 * repository can tell it from anything else, and one that was mistyped is not looked up.
 */
final class TokenText {

    private static final String PREFIX = "patuh_";
    private static final int BYTES = 32;
    private static final int CHECKSUM = 8;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{" + (2 * BYTES + CHECKSUM) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String text = PREFIX + HexFormat.of().formatHex(bytes);
        return Secret.of(text + checksum(text));
    }

    static boolean isWhole(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int end = text.length() - CHECKSUM;
        return text.substring(end).equals(checksum(text.substring(0, end)));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format("%08x", crc.getValue());
    }
}
