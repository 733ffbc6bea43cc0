package id.patuh.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds a text's encoding: the one its byte order mark names, else UTF-8 if the text is valid in it, or was but for a few
 * broken bytes, else Windows-1252.
 */
final class TextEncoding {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final Charset marked;
    private final int markLength;
    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(1 << 13);
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private boolean first = true;
    /** Characters beyond ASCII that are well-formed, and places where none is. */
    private long others;

    private long broken;

    TextEncoding(byte[] head) {
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            marked = StandardCharsets.UTF_8;
            markLength = 3;
        } else if (startsWith(head, 0xff, 0xfe)) {
            marked = StandardCharsets.UTF_16LE;
            markLength = 2;
        } else if (startsWith(head, 0xfe, 0xff)) {
            marked = StandardCharsets.UTF_16BE;
            markLength = 2;
        } else {
            marked = null;
            markLength = 0;
        }
        decoder = (marked == null ? StandardCharsets.UTF_8 : marked)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The bytes of the byte order mark. */
    int markLength() {
        return markLength;
    }

    /** The encoding that all bytes fed so far allow. */
    Charset charset() {
        if (marked != null) {
            return marked;
        }
        // What another encoding has beyond ASCII is hardly ever well-formed UTF-8.
        return broken == 0 || others > broken ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    /** Whether bytes fed so far are none of the encoding. */
    boolean isDamaged() {
        return broken > 0 && charset() != WINDOWS_1252;
    }

    /** Takes the next bytes, the mark included. */
    void feed(byte[] bytes, int length) throws Unreadable {
        int from = first ? markLength : 0;
        first = false;
        boolean wide = marked != null && marked != StandardCharsets.UTF_8;
        if (wide && broken > 0 || !wide && !pending.hasRemaining() && isPlain(bytes, from, length)) {
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(pending.remaining() + length - from);
        in.put(pending).put(bytes, from, length - from).flip();
        // A character cut off at the very end (a truncated file) is no reason to doubt the encoding.
        CoderResult result = CoderResult.OVERFLOW;
        while (!result.isUnderflow()) {
            result = decoder.decode(in, chars, false);
            take(chars.flip());
            chars.clear();
            if (result.isError()) {
                broken++;
                if (wide) {
                    return;
                }
                in.position(in.position() + result.length());
            }
        }
        pending = in;
    }

    /** Whether all of it is ASCII, as most texts are: it need not be decoded. */
    private static boolean isPlain(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - EightBytes.COUNT && EightBytes.areText(EightBytes.at(bytes, i))) {
            i += EightBytes.COUNT;
        }
        while (i < to && bytes[i] > 0) {
            i++;
        }
        return i == to;
    }

    // Every other character passes here: an array is faster than a buffer's methods.
    private void take(CharBuffer text) throws Unreadable {
        char[] array = text.array();
        int wide = 0;
        for (int i = 0; i < text.limit(); i++) {
            if (array[i] == 0) {
                throw new Unreadable("nul-byte");
            }
            wide += array[i] >>> 7 == 0 ? 0 : 1;
        }
        others += wide;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
