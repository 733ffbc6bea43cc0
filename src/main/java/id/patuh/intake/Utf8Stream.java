package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text as bytes of UTF-8. */
final class Utf8Stream extends InputStream {

    private final Reader text;
    private final char[] chars = new char[1 << 13];
    /** The first half of a character that stood at the end of what was read; 0 for none. */
    private char half;

    private byte[] bytes = new byte[0];
    private int at;

    Utf8Stream(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length > 0 && !fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean fill() throws IOException {
        boolean more = true;
        while (at == bytes.length && more) {
            int first = half == 0 ? 0 : 1;
            chars[0] = half;
            int count = text.read(chars, first, chars.length - first);
            more = count > 0;
            int length = first + Math.max(count, 0);
            half = more && Character.isHighSurrogate(chars[length - 1]) ? chars[length - 1] : 0;
            bytes = new String(chars, 0, half == 0 ? length : length - 1).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return at < bytes.length;
    }
}
