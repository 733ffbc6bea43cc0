package id.patuh.facts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Bytes as they stand in the database: the number of their form, a hash, and what they hold, compressed. The hash is of the
 * place, too, so that bytes that came to another row are damaged ones.
 */
final class Sealed {

    /** Of what is written: the vocabulary and the rows of cases. A program reads all forms up to its own. */
    private static final byte FORM = 1;

    private static final int HASH = 16;
    private static final int HEAD = 1 + HASH;

    private Sealed() {}

    /** Writes something; what it throws does not come of the bytes. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream to) throws IOException;
    }

    /** @param place where the bytes are to stand */
    static byte[] seal(String place, Content content) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(FORM);
        bytes.writeBytes(new byte[HASH]);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes, deflater)) {
            // It would call the packer for every byte.
            content.writeTo(new DataOutputStream(plain));
            plain.writeTo(packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        byte[] sealed = bytes.toByteArray();
        System.arraycopy(hash(place, sealed), 0, sealed, 1, HASH);
        return sealed;
    }

    /**
     * What was sealed.
     *
     * @return null where the bytes are not what was written at that place
     */
    static byte[] open(String place, byte[] sealed) {
        boolean intact = sealed.length > HEAD
                && sealed[0] == FORM
                && Arrays.equals(hash(place, sealed), 0, HASH, sealed, 1, HEAD);
        if (!intact) {
            return null;
        }
        Inflater inflater = new Inflater(true);
        ByteArrayInputStream packed = new ByteArrayInputStream(sealed, HEAD, sealed.length - HEAD);
        try (InflaterInputStream content = new InflaterInputStream(packed, inflater)) {
            return content.readAllBytes();
        } catch (IOException e) {
            return null;
        } finally {
            inflater.end();
        }
    }

    private static byte[] hash(String place, byte[] sealed) {
        MessageDigest digest = sha256();
        digest.update((place + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(sealed, HEAD, sealed.length - HEAD);
        return digest.digest();
    }

    /** The SHA-256 of some bytes in hexadecimal digits. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
