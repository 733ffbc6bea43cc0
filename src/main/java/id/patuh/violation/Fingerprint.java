package id.patuh.violation;

import id.patuh.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name by which a violation is known from one check to the next. It is made of the rule and the subject alone, never
 * of a row number, a time or the message.
 */
public final class Fingerprint {

    private static final int BYTES = 16;
    private static final int USUAL_LENGTH = 160;

    /** To find one anew costs more than to use it. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Fingerprint::sha256);

    private Fingerprint() {}

    /**
     * 32 hexadecimal digits.
     *
     * @param rule id of the rule
     * @param occurrence which violation of the rule about this very subject, from 1
     */
    public static String of(String rule, Subject subject, int occurrence) {
        String[] parts = {
            rule,
            subject.unit() == null ? null : Wording.normalise(subject.unit()),
            subject.sop(),
            subject.caseId(),
            subject.step(),
            subject.round() == null ? null : subject.round().toString(),
            subject.constraint(),
            subject.survey(),
            subject.element(),
            occurrence == 1 ? null : Integer.toString(occurrence)
        };
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        for (String part : parts) {
            append(part, text);
        }
        byte[] hash = SHA_256.get().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    /** A length, in bytes, keeps apart what would otherwise run together; an absent part has none. */
    private static void append(String part, StringBuilder to) {
        if (part == null) {
            to.append("-0:");
        } else {
            to.append('+')
                    .append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
