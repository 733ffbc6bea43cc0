package id.patuh.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that come again are told, in whatever order and however many there are: held against a plain set. */
class SeenHashesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_023, 1_024, 1_025, 200_000, 700_000})
    void tellsWhichCameTwice(int size) {
        // Well mixed; all in one part; in one part of a part; few different ones.
        check(size, hash -> hash);
        check(size, hash -> hash >>> 8 | 0x7fL << 56);
        check(size, hash -> hash & 0xff_0000_00ffL);
        check(size, hash -> hash & 7);
    }

    @Test
    void tellsWhichCameTwiceAmongMoreThanAreSortedAtOnce() {
        check(1_200_000, hash -> hash >>> 8);
        check(1_200_000, hash -> -1);
    }

    private static void check(int size, LongUnaryOperator form) {
        Random random = new Random(size);
        Set<Long> seen = new HashSet<>();
        Set<Long> twice = new TreeSet<>();
        try (SeenHashes hashes = new SeenHashes()) {
            long before = 0;
            for (int i = 0; i < size; i++) {
                long hash = random.nextInt(1_000) == 0 ? before : form.applyAsLong(random.nextLong());
                hashes.add(hash);
                if (!seen.add(hash)) {
                    twice.add(hash);
                }
                before = random.nextInt(100) == 0 ? hash : before;
            }
            assertThat(hashes.anyTwice()).isEqualTo(!twice.isEmpty());
            assertThat(hashes.twice()).isEqualTo(twice);
        }
    }
}
