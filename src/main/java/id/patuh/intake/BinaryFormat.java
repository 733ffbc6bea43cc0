package id.patuh.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Recognises by their first bytes files that hold no table or list in plain text. */
final class BinaryFormat {

    private BinaryFormat() {}

    /** Throws when the file is of a format that is not read, or not read yet. */
    static void refuse(byte[] head) throws Unreadable {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            throw zip(text);
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            throw notYet("XLS");
        }
        if (text.startsWith("%PDF-")) {
            throw never("PDF");
        }
        String start = withoutMark(text).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw never("HTML");
        }
    }

    private static Unreadable zip(String text) {
        if (text.contains("xl/")) {
            return notYet("XLSX");
        }
        if (text.contains("word/")) {
            return notYet("DOCX");
        }
        return text.contains("opendocument.spreadsheet") ? notYet("ODS") : never("ZIP");
    }

    // UTF-16 is seen as bytes here: dropping the zeros is enough to recognise a page.
    private static String withoutMark(String text) {
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            return text.substring(3);
        }
        boolean utf16 = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
        return utf16 ? text.substring(2).replace("\u0000", "") : text;
    }

    private static Unreadable notYet(String format) {
        return new Unreadable("format-not-yet-read", "format", format);
    }

    private static Unreadable never(String format) {
        return new Unreadable("format-not-read", "format", format);
    }
}
