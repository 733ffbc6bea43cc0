package id.patuh.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file of text, perhaps compressed, whose encoding is found in a first pass that also takes its hash. */
final class SourceFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final long GZIP_LIMIT = 8L << 30;
    private static final long GZIP_SUSPECT = 100L << 20;
    private static final long GZIP_RATIO = 1000;

    private final Path path;
    private final boolean temporary;
    private final String sha256;
    private final boolean gzip;
    private String unreadable;
    private Charset charset;

    SourceFile(Path path, boolean temporary) throws IOException {
        this.path = path;
        this.temporary = temporary;
        MessageDigest digest = sha256Digest();
        byte[] head;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            in.mark(16);
            head = in.readNBytes(16);
            in.reset();
            gzip = head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
            try (DigestInputStream hashed = new DigestInputStream(in, digest)) {
                if (gzip) {
                    inspectGzip(hashed);
                } else {
                    inspect(hashed);
                }
                // The hash is of the whole file, also when its content was given up on.
                hashed.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
        this.sha256 = HexFormat.of().formatHex(digest.digest());
    }

    /** Of the bytes as they are stored, in hexadecimal. */
    String sha256() {
        return sha256;
    }

    /** Reason key when the content is no text that can be read, else null. */
    String unreadable() {
        return unreadable;
    }

    /** The text, without a byte order mark. */
    BufferedReader text() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        if (gzip) {
            in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        }
        // Reported errors were met in the first pass; a file changed since then must not stop the reading.
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder), BUFFER);
        skipByteOrderMark(reader);
        return reader;
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private void inspectGzip(InputStream stored) {
        try {
            inspect(new GZIPInputStream(stored, BUFFER));
        } catch (IOException e) {
            unreadable = "gzip-broken";
        }
    }

    private void inspect(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read = in.readNBytes(buffer, 0, BUFFER);
        unreadable = BinaryFormat.reason(buffer, read);
        charset = byteOrder(buffer, read);
        if (unreadable != null) {
            return;
        }
        Utf8Probe probe = charset == null ? new Utf8Probe() : null;
        long size = 0;
        long stored = Files.size(path);
        while (read > 0) {
            size += read;
            if (probe != null) {
                probe.feed(buffer, read);
                if (unreadable == null && hasNul(buffer, read)) {
                    unreadable = "nul-bytes";
                }
            }
            if (gzip && (size > GZIP_LIMIT || size > GZIP_SUSPECT && size > GZIP_RATIO * stored)) {
                unreadable = "gzip-bomb";
            }
            if (unreadable != null) {
                return;
            }
            read = in.readNBytes(buffer, 0, BUFFER);
        }
        if (size == 0) {
            unreadable = "file-empty";
        }
        if (probe != null) {
            charset = probe.valid() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        }
    }

    private static Charset byteOrder(byte[] head, int length) {
        if (length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (length > 1 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static boolean hasNul(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether bytes, given piece by piece, are UTF-8. */
    private static final class Utf8Probe {

        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer sink = CharBuffer.allocate(BUFFER + 8);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private boolean valid = true;

        void feed(byte[] buffer, int length) {
            if (!valid) {
                return;
            }
            ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + length);
            bytes.put(rest).put(buffer, 0, length).flip();
            sink.clear();
            valid = !decoder.decode(bytes, sink, false).isError();
            rest = bytes;
        }

        boolean valid() {
            sink.clear();
            return valid && !decoder.decode(rest, sink, true).isError();
        }
    }
}
