package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Eight bytes at once, held against one after the other. */
class EightBytesTest {

    private static final int TRIES = 200_000;
    private static final long LIMITS = EightBytes.all(' ');

    @Test
    void marksWhereItShould() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            int wanted = random.nextInt(128);
            byte[] bytes = bytes(random, wanted);
            long eight = EightBytes.at(bytes, 0);
            long all = EightBytes.all(wanted);
            IntPredicate isBelow = place -> bytes[place] >= 0 && bytes[place] < ' ';

            assertThat(EightBytes.exactly(eight, all)).isEqualTo(marks(place -> bytes[place] == wanted));
            assertThat(EightBytes.exactlyBelow(eight, LIMITS)).isEqualTo(marks(isBelow));
            assertThat(EightBytes.beyondAscii(eight)).isEqualTo(marks(place -> bytes[place] < 0));
            assertFirst(EightBytes.equal(eight, all), marks(place -> bytes[place] == wanted));
            assertFirst(EightBytes.below(eight, LIMITS), marks(isBelow));
            assertThat(EightBytes.areText(eight)).isEqualTo(marks(place -> bytes[place] <= 0) == 0);
        }
    }

    private static void assertFirst(long marks, long exact) {
        assertThat(marks == 0 ? -1 : EightBytes.first(marks)).isEqualTo(exact == 0 ? -1 : EightBytes.first(exact));
    }

    private static long marks(IntPredicate isMarked) {
        long marks = 0;
        for (int place = 0; place < EightBytes.COUNT; place++) {
            marks |= isMarked.test(place) ? 0x80L << Byte.SIZE * place : 0;
        }
        return marks;
    }

    /** Many of them next to the one that is looked for, or to where a kind of them begins. */
    private static byte[] bytes(Random random, int wanted) {
        byte[] bytes = new byte[EightBytes.COUNT];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            int[] near = {bytes[i], wanted, wanted ^ 1, wanted ^ 0x80, ' ', ' ' - 1, 0, 1, 127, -128};
            bytes[i] = (byte) near[random.nextInt(near.length)];
        }
        return bytes;
    }
}
