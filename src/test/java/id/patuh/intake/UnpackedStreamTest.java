package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file may pack several parts: each of them is read, or it is said that what follows cannot be. */
class UnpackedStreamTest {

    /** Of the stream that reads what is packed. */
    private static final int BUFFER = 1 << 16;

    private static final byte[] SECOND = {'e', 'n', 'd'};

    /** How far from the buffer's end the first part ends. */
    @ParameterizedTest
    @ValueSource(ints = {-30, -27, -26, -25, -19, -18, -17, -10, -9, -8, -7, -1, 0, 1, 7, 8, 9, 26})
    void whatFollowsTheFirstPartIsNeverPassedOver(int beyond) throws IOException {
        byte[] text = first(beyond);
        byte[] first = Sample.gzip(text);
        byte[] second = Sample.gzip(SECOND);
        assertThat(first).hasSize(BUFFER + beyond);

        assertThat(UnpackedStream.of(new ByteArrayInputStream(first)).readAllBytes())
                .isEqualTo(text);
        assertThat(UnpackedStream.of(new ByteArrayInputStream(joined(first, second)))
                        .readAllBytes())
                .isEqualTo(joined(text, SECOND));
        for (int cut = 1; cut < second.length; cut++) {
            assertBreaksBehind(text, joined(first, Arrays.copyOf(second, cut)));
        }
        for (int damaged = 0; damaged < 3; damaged++) {
            byte[] other = second.clone();
            other[damaged] ^= (byte) 0x80;
            assertBreaksBehind(text, joined(first, other));
        }
    }

    @Test
    void whatStandsBehindAnEmptyPartIsNotPassedOver() throws IOException {
        assertBreaksBehind(new byte[0], joined(Sample.gzip(new byte[0]), SECOND));
    }

    private static void assertBreaksBehind(byte[] text, byte[] packed) throws IOException {
        InputStream unpacked = UnpackedStream.of(new ByteArrayInputStream(packed));
        assertThat(unpacked.readNBytes(text.length)).isEqualTo(text);
        assertThatThrownBy(() -> unpacked.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
    }

    /** What cannot be packed any shorter, so that its length decides that of the packed part. */
    private static byte[] first(int beyond) {
        byte[] text = new byte[BUFFER];
        new Random(1).nextBytes(text);
        int more = Sample.gzip(text).length - BUFFER;
        return Arrays.copyOf(text, BUFFER + beyond - more);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
