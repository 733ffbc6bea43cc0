package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML text in the encoding that it declares. Bytes that are not valid in it break the text off, but
 * only after everything before them was given; so does a stretch without markup that a parser should not have to keep.
 */
final class XmlText extends Reader {

    static final int MAX_STRETCH = 2 * CsvRow.MAX_CELL;

    private static final int DECLARATION = 1 << 10;
    private static final Pattern ENCODING = Pattern.compile(
            "<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._\\-]*)[\"'].*", Pattern.DOTALL);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final byte[] chunk = new byte[1 << 14];
    private final ByteBuffer bytes = ByteBuffer.wrap(chunk).limit(0);
    private int stretch;

    /** That a text goes on too long without markup. */
    static final class TooLong extends IOException {}

    private XmlText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static XmlText open(SourceFile file) throws IOException, Unreadable {
        Charset charset = charset(file);
        return new XmlText(file.openBytes(), charset);
    }

    /** The encoding that an XML text declares. */
    static Charset charset(SourceFile file) throws IOException, Unreadable {
        String declared = declared(file);
        if (declared == null) {
            return file.charset();
        }
        Charset meant = switch (declared.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8", "us-ascii", "ascii" -> StandardCharsets.UTF_8;
            // As on web pages: what is called Latin-1 is mostly Windows-1252, which holds it.
            case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1" -> WINDOWS_1252;
            case "utf-16", "utf-16le", "utf-16be" -> StandardCharsets.UTF_16;
            default -> throw new Unreadable("encoding-unknown", "encoding", declared);
        };
        boolean utf16 = file.isMarked() && file.charset() != StandardCharsets.UTF_8;
        if (utf16 != (meant == StandardCharsets.UTF_16) || file.isMarked() && meant == WINDOWS_1252) {
            throw new Unreadable("encoding-contradicts", "encoding", declared);
        }
        return utf16 ? file.charset() : meant;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        CoderResult result = decoder.decode(bytes, chars, false);
        while (chars.position() == 0 && result.isUnderflow() && fill()) {
            result = decoder.decode(bytes, chars, false);
        }
        int given = chars.position();
        if (given == 0 && result.isError()) {
            throw new CharacterCodingException();
        }
        measure(buffer, offset, given);
        return given == 0 && length > 0 ? -1 : given;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int n = in.read(chunk, bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(n, 0)).flip();
        return n > 0;
    }

    private void measure(char[] buffer, int offset, int length) throws TooLong {
        int last = offset + length - 1;
        while (last >= offset && buffer[last] != '<') {
            last--;
        }
        int after = offset + length - 1 - last;
        stretch = last < offset ? stretch + length : after;
        if (stretch > MAX_STRETCH) {
            throw new TooLong();
        }
    }

    private static String declared(SourceFile file) throws IOException {
        char[] head = new char[DECLARATION];
        int length = 0;
        try (Reader text = file.open()) {
            for (int n = 0; n >= 0 && length < head.length; n = text.read(head, length, head.length - length)) {
                length += n;
            }
        }
        Matcher encoding = ENCODING.matcher(new String(head, 0, length));
        return encoding.matches() ? encoding.group(1) : null;
    }
}
