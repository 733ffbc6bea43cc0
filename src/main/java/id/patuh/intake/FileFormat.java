package id.patuh.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes and never by its name. */
enum FileFormat {
    /** A table or a list in plain text. */
    TEXT,
    /** An Office Open XML package: a workbook or a document. */
    PACKAGE,
    /** A workbook of Excel 97 to 2003, or a package under a password. */
    COMPOUND;

    /** Throws when the file is of a format that is not read, or not read yet. */
    static FileFormat of(byte[] head) throws Unreadable {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return PACKAGE;
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return COMPOUND;
        }
        if (text.startsWith("%PDF-")) {
            throw never("PDF");
        }
        String start = withoutMark(text).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw never("HTML");
        }
        return TEXT;
    }

    // UTF-16 is seen as bytes here: dropping the zeros is enough to recognise a page.
    private static String withoutMark(String text) {
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            return text.substring(3);
        }
        boolean utf16 = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
        return utf16 ? text.substring(2).replace("\u0000", "") : text;
    }

    static Unreadable notYet(String format) {
        return new Unreadable("format-not-yet-read", "format", format);
    }

    static Unreadable never(String format) {
        return new Unreadable("format-not-read", "format", format);
    }
}
