package id.patuh.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipException;

/** A file: one pass over its bytes finds hash, packing and encoding; after that its text can be opened. */
final class SourceFile {

    private static final int HEAD = 1 << 16;

    private final Path file;
    private String sha256;
    private boolean packed;
    private TextEncoding encoding;

    SourceFile(Path file) {
        this.file = file;
    }

    /** The hash of the bytes as stored; null before they were read. */
    String sha256() {
        return sha256;
    }

    /** Reads the file through once. */
    void inspect() throws IOException, Unreadable {
        MessageDigest digest = sha256Digest();
        try (InputStream stored = new DigestInputStream(Files.newInputStream(file), digest)) {
            try {
                inspectContent(new BufferedInputStream(stored, HEAD));
            } finally {
                stored.transferTo(OutputStream.nullOutputStream());
                sha256 = HexFormat.of().formatHex(digest.digest());
            }
        }
    }

    /** Opens the text, without its byte order mark. */
    Reader open() throws IOException {
        return new InputStreamReader(openBytes(), charset());
    }

    /** The encoding that the bytes allow: of their byte order mark, else UTF-8 where they are valid in it. */
    Charset charset() {
        return encoding.charset();
    }

    /** Whether a byte order mark names the encoding. */
    boolean isMarked() {
        return encoding.markLength() > 0;
    }

    /** Opens the bytes of the text, unpacked, behind its byte order mark. */
    InputStream openBytes() throws IOException {
        InputStream stored = Files.newInputStream(file);
        try {
            InputStream content = packed ? UnpackedStream.of(stored) : stored;
            content.skipNBytes(encoding.markLength());
            return content;
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    private void inspectContent(BufferedInputStream stored) throws IOException, Unreadable {
        stored.mark(2);
        packed = stored.read() == 0x1f && stored.read() == 0x8b;
        stored.reset();
        try {
            InputStream content = packed ? UnpackedStream.of(stored) : stored;
            byte[] buffer = content.readNBytes(HEAD);
            int length = buffer.length;
            if (length == 0) {
                throw new Unreadable("file-empty");
            }
            BinaryFormat.refuse(buffer);
            encoding = new TextEncoding(buffer);
            while (length > 0) {
                encoding.feed(buffer, length);
                length = content.readNBytes(buffer, 0, buffer.length);
            }
        } catch (UnpackedStream.TooLarge e) {
            throw new Unreadable("gzip-too-large", "limit", UnpackedStream.MAX_SIZE_TEXT);
        } catch (ZipException | EOFException e) {
            throw new Unreadable("gzip-broken");
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
