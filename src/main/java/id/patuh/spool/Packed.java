package id.patuh.spool;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Numbers and texts in few bytes. */
public final class Packed {

    private static final int NO_TEXT = 0;

    private Packed() {}

    /** Writes a number: the nearer it is to zero, the shorter. */
    public static void writeNumber(long number, DataOutput to) throws IOException {
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7fL) != 0) {
            to.writeByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        to.writeByte((int) rest);
    }

    /** Reads a number that {@link #writeNumber} wrote. */
    public static long readNumber(DataInput from) throws IOException {
        long number = 0;
        int shift = 0;
        int next;
        do {
            next = from.readByte();
            number |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return number >>> 1 ^ -(number & 1);
    }

    /** Writes a whole number that may be null. */
    public static void writeInteger(Integer number, DataOutput to) throws IOException {
        writeNumber(number == null ? 0 : number < 0 ? number : number + 1L, to);
    }

    /** Reads a number, or null, that {@link #writeInteger} wrote. */
    public static Integer readInteger(DataInput from) throws IOException {
        long number = readNumber(from);
        return number == 0 ? null : Integer.valueOf((int) (number < 0 ? number : number - 1));
    }

    /** Writes a text of any length, which may be null and may hold halves of surrogate pairs. */
    public static void writeText(String text, DataOutput to) throws IOException {
        if (text == null) {
            writeNumber(NO_TEXT, to);
            return;
        }
        boolean wide = isWide(text);
        writeNumber(1 + 2L * text.length() + (wide ? 1 : 0), to);
        if (wide) {
            to.writeChars(text);
        } else {
            to.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return true;
            }
        }
        return false;
    }

    /** Reads a text, or null, that {@link #writeText} wrote. */
    public static String readText(DataInput from) throws IOException {
        long head = readNumber(from);
        if (head == NO_TEXT) {
            return null;
        }
        int length = (int) (head - 1 >> 1);
        if ((head & 1) == 1) {
            byte[] narrow = new byte[length];
            from.readFully(narrow);
            return new String(narrow, StandardCharsets.ISO_8859_1);
        }
        char[] wide = new char[length];
        for (int i = 0; i < length; i++) {
            wide[i] = from.readChar();
        }
        return new String(wide);
    }
}
