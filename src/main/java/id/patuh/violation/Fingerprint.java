package id.patuh.violation;

import id.patuh.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The name by which a violation is known from one check to the next. It is made of the rule and the subject alone, never
 * of a row number, a time or the message.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * 32 hexadecimal digits.
     *
     * @param rule id of the rule
     * @param occurrence which violation of the rule about this very subject, from 1
     */
    public static String of(String rule, Subject subject, int occurrence) {
        MessageDigest digest = sha256();
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
        for (String part : parts) {
            // A length keeps apart what would otherwise run together; an absent part has none.
            byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) (part == null ? '-' : '+'));
            digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) ':');
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
