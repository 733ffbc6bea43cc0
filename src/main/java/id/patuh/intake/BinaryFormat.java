package id.patuh.intake;

import java.nio.charset.StandardCharsets;

/** Tells formats that are not plain text by their first bytes. */
final class BinaryFormat {

    private BinaryFormat() {}

    /** Reason key for content of a format that is not read, or null. */
    static String reason(byte[] head, int length) {
        String start = new String(head, 0, Math.min(length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return "format-zip";
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "format-ole";
        }
        if (start.startsWith("%PDF")) {
            return "format-pdf";
        }
        String text = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        if (text.startsWith("<?xml") || text.startsWith("<log")) {
            return "format-xml";
        }
        return null;
    }
}
