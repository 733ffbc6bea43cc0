package id.patuh.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.Grade;
import id.patuh.ruleset.GradeBand;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PackedJsonTest {

    private static final WordedGrade SCORE = new WordedGrade(
            new Grade(
                    "S1",
                    "Dinas X",
                    null,
                    null,
                    "permenpanrb-14-2017",
                    null,
                    40,
                    new BigDecimal("82.50"),
                    "B",
                    null,
                    List.of()),
            null,
            List.of(new GradeBand("D", "Tidak baik", new BigDecimal("25.00"), new BigDecimal("64.99"))));

    @Test
    void readsWhatItPacked() {
        assertThat(PackedJson.read(PackedJson.of(SCORE), WordedGrade.class)).isEqualTo(SCORE);
    }

    @Test
    void readsScoresOfBeforeTheyHadTheGradesOfTheirRegulation() {
        String now = unpacked(PackedJson.of(SCORE));
        String earlier = now.replaceFirst(",\"bands\":\\[[^]]*]", "");
        assertThat(earlier).isNotEqualTo(now);

        WordedGrade read = PackedJson.read(packed(earlier), WordedGrade.class);

        assertThat(read.bands()).isEmpty();
        assertThat(read.grade()).isEqualTo(SCORE.grade());
    }

    @Test
    void tellsDamageFromContent() {
        byte[] whole = PackedJson.of(SCORE);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        assertThat(PackedJson.read(cut, WordedGrade.class)).isNull();
        assertThat(PackedJson.read(packed("[1]"), WordedGrade.class)).isNull();
    }

    private static String unpacked(byte[] packed) {
        try (InflaterInputStream content = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packing = new DeflaterOutputStream(bytes)) {
            packing.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
