package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eight bytes at once give what one by one they give. */
class EightBytesTest {

    private static final int ROUNDS = 200_000;

    /** Bytes near those that are looked for, whose differences borrow from their neighbours. */
    private static final int[] NEAR = {0, 1, ' ' - 1, ' ', '!', '"', '#', '+', ',', '-', 0x7f, 0x80, 0xa2, 0xac, 0xff};

    private final byte[] bytes = new byte[2 * EightBytes.COUNT];

    @Test
    void marksAreWhereTheyBelong() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < EightBytes.COUNT; i++) {
                boolean near = random.nextInt(4) > 0;
                bytes[i] = (byte) (near ? NEAR[random.nextInt(NEAR.length)] : random.nextInt(256));
            }
            long eight = EightBytes.at(bytes, 0);
            int wanted = NEAR[random.nextInt(NEAR.length)] & 0x7f;

            assertThat(EightBytes.exactly(eight, EightBytes.all(wanted))).isEqualTo(marks(b -> b == wanted));
            assertThat(EightBytes.exactlyBelow(eight, EightBytes.all(wanted))).isEqualTo(marks(b -> b < wanted));
            assertThat(EightBytes.beyondAscii(eight)).isEqualTo(marks(b -> b > 0x7f));
            assertThat(EightBytes.areAscii(eight)).isEqualTo(marks(b -> b > 0x7f) == 0);
            assertThat(EightBytes.areText(eight)).isEqualTo(marks(b -> b > 0x7f || b == 0) == 0);
            assertFirst(EightBytes.equal(eight, EightBytes.all(wanted)), marks(b -> b == wanted));
            assertFirst(EightBytes.below(eight, EightBytes.all(wanted)), marks(b -> b < wanted));
        }
    }

    /** Behind the first mark others may stand wrongly. */
    private static void assertFirst(long marks, long right) {
        assertThat(marks == 0).isEqualTo(right == 0);
        assertThat(EightBytes.first(marks)).isEqualTo(EightBytes.first(right));
    }

    private long marks(IntPredicate mark) {
        return IntStream.range(0, EightBytes.COUNT)
                .filter(i -> mark.test(bytes[i] & 0xff))
                .mapToLong(i -> 0x80L << Byte.SIZE * i)
                .sum();
    }

    @Test
    void bytesBeyondTheEndAreZeros() {
        byte[] text = "abcdefghijklmnop".getBytes(StandardCharsets.US_ASCII);
        for (int to = 2; to <= 9; to++) {
            long part = EightBytes.between(text, 1, to);
            for (int i = 0; i < EightBytes.COUNT; i++) {
                assertThat(EightBytes.byteAt(part, i)).isEqualTo(1 + i < to ? text[1 + i] : 0);
            }
        }
        assertThat(EightBytes.of("bcdefghi")).isEqualTo(EightBytes.at(text, 1));
    }
}
