package id.patuh.intake;

import id.patuh.spool.TemporaryFile;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipException;

/**
 * A file: one pass over its bytes finds hash, packing and encoding; after that its text can be opened. The pass over a large
 * text may go on beside its reading.
 */
final class SourceFile implements Closeable {

    private static final int HEAD = 1 << 16;
    private static final long WORTH_A_THREAD = 16 << 20;

    private final Path file;
    /** When nothing of it was read yet. */
    private final State begun;

    private String sha256;
    private boolean packed;
    private boolean broken;
    private FileFormat format;
    private TextEncoding encoding;
    /** The pass that goes on beside the reading; null where there is none. */
    private FutureTask<SourceFile> whole;

    /** What a file does not keep that is written to. */
    private record State(long size, FileTime modified) {

        /** Null where there is no file. */
        static State of(Path file) {
            try {
                return new State(Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException e) {
                return null;
            }
        }
    }

    SourceFile(Path file) {
        this.file = file;
        this.begun = State.of(file);
    }

    /**
     * Whether it was written to since: then the passes over it may have met different contents. What is gone was read to
     * its end while it was open, or could not be opened.
     */
    boolean hasChanged() {
        State now = State.of(file);
        return now != null && !now.equals(begun);
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

    /**
     * Looks at the beginning of a large text in UTF-8, and has another thread look at the whole meanwhile.
     *
     * @return whether it is one; {@link #isAsBegun} then tells whether all of it is what it seemed
     */
    boolean inspectBeside() throws IOException {
        if (Files.size(file) < WORTH_A_THREAD) {
            return false;
        }
        try (InputStream stored = Files.newInputStream(file)) {
            byte[] head = stored.readNBytes(HEAD);
            format = FileFormat.of(head);
            if (isPacked(head) || format != FileFormat.TEXT) {
                return false;
            }
            encoding = new TextEncoding(head);
            encoding.feed(head, head.length);
        } catch (Unreadable e) {
            return false;
        }
        if (!isSoundUtf8()) {
            return false;
        }
        whole = new FutureTask<>(() -> {
            SourceFile all = new SourceFile(file);
            all.inspect();
            return all;
        });
        Thread thread = new Thread(whole, "inspection");
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    /** Waits until all was looked at; whether the whole text is such as its beginning, if only that was looked at first. */
    boolean isAsBegun() {
        if (whole == null) {
            return true;
        }
        try {
            SourceFile all = whole.get();
            sha256 = all.sha256;
            return all.isSoundUtf8();
        } catch (ExecutionException e) {
            // Why will be met again by who looks first and then reads.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while hashing", e);
        }
    }

    /** Gives up the look at the whole, if it still goes on. */
    @Override
    public void close() {
        if (whole != null) {
            whole.cancel(true);
        }
    }

    private boolean isSoundUtf8() {
        return charset() == StandardCharsets.UTF_8 && !isDamaged();
    }

    /** What it is; null before it was inspected. */
    FileFormat format() {
        return format;
    }

    /**
     * Gives the content as a file, for formats that are not read from front to back.
     *
     * @param reader is given the file itself, or a copy of what was packed in it, which is deleted afterwards
     */
    void readUnpacked(FileReader reader) throws IOException, Unreadable {
        if (!packed) {
            reader.read(file);
            return;
        }
        Path copy = TemporaryFile.create(".unpacked");
        try {
            try (InputStream content = UnpackedStream.of(Files.newInputStream(file))) {
                if (!TemporaryFile.copy(content, copy, UnpackedStream.MAX_SIZE)) {
                    throw tooLarge();
                }
            } catch (UnpackedStream.TooLarge e) {
                throw tooLarge();
            } catch (ZipException | EOFException e) {
                throw new Unreadable("gzip-broken");
            }
            reader.read(copy);
        } finally {
            TemporaryFile.delete(copy);
        }
    }

    /** Reads a file. */
    @FunctionalInterface
    interface FileReader {
        void read(Path file) throws IOException, Unreadable;
    }

    /** Opens the text, without its byte order mark. */
    Reader open() throws IOException {
        return new InputStreamReader(openBytes(), charset());
    }

    /** The encoding that byte order mark and bytes tell. */
    Charset charset() {
        return encoding.charset();
    }

    /** Whether a byte order mark names the encoding. */
    boolean isMarked() {
        return encoding.markLength() > 0;
    }

    /** Whether bytes are none of the text's encoding: {@link Lines#REPLACEMENT} is read for them. */
    boolean isDamaged() {
        return encoding.isDamaged();
    }

    /** Refuses a damaged text, naming where its first such bytes stand. */
    void refuseDamage() throws IOException, Unreadable {
        if (!isDamaged()) {
            return;
        }
        int line = 0;
        int character = 0;
        try (Lines lines = new Lines(open())) {
            while (character == 0 && lines.next()) {
                line = lines.number();
                character = lines.text().indexOf(Lines.REPLACEMENT) + 1;
            }
        }
        throw new Unreadable(
                "encoding-unreadable", "encoding", charset().name(), "line", "" + line, "column", "" + character);
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

    /** Opens the text as bytes of {@link #narrowCharset}, without a byte order mark. */
    InputStream openNarrow() throws IOException {
        return isWide() ? new Utf8Stream(open()) : openBytes();
    }

    /** An encoding in which bytes of ASCII mean that: the text's own one, if it is like that. */
    Charset narrowCharset() {
        return isWide() ? StandardCharsets.UTF_8 : charset();
    }

    private boolean isWide() {
        return charset() == StandardCharsets.UTF_16LE || charset() == StandardCharsets.UTF_16BE;
    }

    private void inspectContent(BufferedInputStream stored) throws IOException, Unreadable {
        stored.mark(2);
        packed = isPacked(stored.readNBytes(2));
        stored.reset();
        try {
            InputStream content = packed ? UnpackedStream.of(stored) : stored;
            byte[] buffer = new byte[HEAD];
            int length = fill(content, buffer);
            if (length == 0) {
                throw new Unreadable(broken ? "gzip-broken" : "file-empty");
            }
            if (length < buffer.length) {
                buffer = Arrays.copyOf(buffer, length);
            }
            format = FileFormat.of(buffer);
            if (format == FileFormat.TEXT) {
                encoding = new TextEncoding(buffer);
                while (length > 0) {
                    encoding.feed(buffer, length);
                    length = fill(content, buffer);
                }
            }
        } catch (UnpackedStream.TooLarge e) {
            throw tooLarge();
        } catch (ZipException | EOFException e) {
            throw new Unreadable("gzip-broken");
        }
    }

    private static boolean isPacked(byte[] head) {
        return head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
    }

    /** Fills a buffer as far as the content goes. What was packed and breaks off is read up to the break. */
    private int fill(InputStream content, byte[] buffer) throws IOException {
        int length = 0;
        try {
            int n = broken ? -1 : content.read(buffer, 0, buffer.length);
            while (n >= 0 && length < buffer.length) {
                length += n;
                n = length < buffer.length ? content.read(buffer, length, buffer.length - length) : 0;
            }
        } catch (ZipException | EOFException e) {
            broken = true;
        }
        return length;
    }

    private static Unreadable tooLarge() {
        return new Unreadable("gzip-too-large", "limit", UnpackedStream.MAX_SIZE_TEXT);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
