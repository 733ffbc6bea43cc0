package id.patuh.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Looks at eight bytes of a text at once, the first of them in the lowest place. */
final class EightBytes {

    static final int COUNT = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    /** Of the golden ratio: spreads bits upwards. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final long HIGHS = 0x8080808080808080L;

    private EightBytes() {}

    /** The bytes from a place on; so many there must be. */
    static long at(byte[] bytes, int from) {
        return (long) LONGS.get(bytes, from);
    }

    /** The bytes from a place on up to another, which may be nearer than eight, and zeros for those beyond. */
    static long between(byte[] bytes, int from, int to) {
        return at(bytes, from) & -1L >>> Long.SIZE - Byte.SIZE * (to - from);
    }

    /**
     * A hash of a text, whose first bits tell most.
     *
     * @param bytes more of them than the text has, by {@link #COUNT}
     * @param before the hash of what goes before it; 0 for nothing
     */
    static long hash(byte[] bytes, int from, int to, long before) {
        long hash = before * MIX ^ to - from;
        int i = from;
        for (; i + COUNT <= to; i += COUNT) {
            hash = (hash ^ at(bytes, i)) * MIX;
            hash ^= hash >>> 32;
        }
        return i == to ? hash * MIX : (hash ^ between(bytes, i, to)) * MIX;
    }

    /** Those of a text of eight characters of ASCII. */
    static long of(String text) {
        return at(text.getBytes(StandardCharsets.US_ASCII), 0);
    }

    /** One of them, from 0 to 255. */
    static int byteAt(long bytes, int place) {
        return (int) (bytes >>> Byte.SIZE * place) & 0xFF;
    }

    /** Eight times the same byte. */
    static long all(int value) {
        return ONES * value;
    }

    /** Whether none is beyond ASCII. */
    static boolean areAscii(long bytes) {
        return beyondAscii(bytes) == 0;
    }

    /** Marks for {@link #first} where one of the bytes is beyond ASCII. */
    static long beyondAscii(long bytes) {
        return bytes & HIGHS;
    }

    /** Whether none is beyond ASCII or zero. */
    static boolean areText(long bytes) {
        // Taking one of a zero sets its highest bit.
        return ((bytes | bytes - ONES) & HIGHS) == 0;
    }

    /** Marks for {@link #first} where one of the bytes is equal to that in the same place. */
    static long equal(long bytes, long others) {
        return below(bytes ^ others, ONES);
    }

    /** Marks for {@link #first} where one of the bytes is less than that in the same place. */
    static long below(long bytes, long limits) {
        // What is taken from the next byte puts marks wrongly, but never before the first right one.
        return bytes - limits & ~bytes & HIGHS;
    }

    /** Marks where one of the bytes is equal to that in the same place, and nowhere else. */
    static long exactly(long bytes, long others) {
        long differences = bytes ^ others;
        return ~((differences & ~HIGHS) + ~HIGHS | differences | ~HIGHS);
    }

    /** Marks where one of the bytes is less than that in the same place, both of ASCII, and nowhere else. */
    static long exactlyBelow(long bytes, long limits) {
        return ~((bytes & ~HIGHS | HIGHS) - limits) & ~bytes & HIGHS;
    }

    /** The place of the first mark. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }
}
