package id.patuh.bench.hand;

import java.util.Arrays;

/** A set of numbers. */
final class Numbers {

    private long[] slots = new long[1 << 12];
    private int size;

    /** Whether the number is new. */
    boolean add(long number) {
        long wanted = number == 0 ? 1 : number;
        if (size * 2 > slots.length) {
            long[] old = slots;
            slots = new long[old.length * 2];
            Arrays.stream(old).filter(n -> n != 0).forEach(n -> slots[find(n)] = n);
        }
        int slot = find(wanted);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = wanted;
        size++;
        return true;
    }

    private int find(long number) {
        int slot = (int) (number ^ number >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
