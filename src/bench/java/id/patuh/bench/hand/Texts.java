package id.patuh.bench.hand;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Numbers for the texts of a log, which repeat: each is decoded once. Number 0 is the empty text. */
public final class Texts {

    private static final byte QUOTE = '"';

    private static final Set<String> NOT_RECORDED = Set.of("empty", "undefined", "missing", "null", "n/a", "?", "-");

    private final List<String> texts = new ArrayList<>(List.of(""));
    private byte[][] bytes = {{}, null};
    private long[] hashes = new long[2];
    private int[] slots = new int[1 << 10];

    /** The number of a text that is not empty. */
    int number(byte[] buffer, int from, int to, long hash) {
        int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            int number = slots[slot];
            if (hashes[number] == hash) {
                byte[] known = bytes[number];
                if (Arrays.equals(known, 0, known.length, buffer, from, to)) {
                    return number;
                }
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(Arrays.copyOfRange(buffer, from, to), hash, slot);
    }

    /** The text as the cell has it, unquoted. */
    public String text(int number) {
        return texts.get(number);
    }

    /** Whether the bytes are those of a cell known by its number. */
    boolean is(int number, byte[] buffer, int from) {
        byte[] known = bytes[number];
        return Arrays.equals(known, 0, known.length, buffer, from, from + known.length);
    }

    int length(int number) {
        return bytes[number].length;
    }

    private int add(byte[] text, long hash, int slot) {
        int number = texts.size();
        texts.add(decoded(text));
        if (number == bytes.length) {
            bytes = Arrays.copyOf(bytes, number * 2);
            hashes = Arrays.copyOf(hashes, number * 2);
        }
        bytes[number] = text;
        hashes[number] = hash;
        slots[slot] = number;
        if (number * 2 > slots.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 1; number < texts.size(); number++) {
            int slot = (int) (hashes[number] ^ hashes[number] >>> 32) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number;
        }
    }

    private static String decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean quoted = bytes[0] == QUOTE;
        if (quoted) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127 && (bytes[0] == QUOTE || c != ',' && c != '"'));
        if (!plain
                || !text.equals(text.strip())
                || text.isEmpty()
                || NOT_RECORDED.contains(text.toLowerCase(Locale.ROOT))) {
            throw new Uncovered("cell: " + text);
        }
        return text;
    }
}
