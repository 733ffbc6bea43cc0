package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A large text is read while it is still looked at as a whole. Whatever stands at its end, it is read as its packed copy,
 * which is looked at first.
 */
class LargeTextTest {

    private static final int SIZE = 17 << 20;
    private static final byte[] LAST =
            "K-9,B276,1,2026-03-02 08:00,2026-03-02 08:30,akhir\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "K-8,B276,1,2026-03-02 08:00,,caf\u00e9\n", "K-8,B276,2,x,,\"\n"})
    void whatIsWholeIsReadAsItSeemed(String end) throws Exception {
        assertReadAsPacked(end.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Windows-1252; broken among UTF-8; zero; cut off within a character.
                "K-8,B276,1,2026-03-02 08:00,,caf\u00e9\n",
                "K-8,B276,1,2026-03-02 08:00,,\u00c3\u00a9\u00c3\u00a9\u00c3\u00a9 \u00ff\n",
                "K-8,B276,1,2026-03-02 08:00,,\0\n",
                "K-8,B276,1,2026-03-02 08:00,,\u00c3"
            })
    void whatTurnsOutOtherwiseIsReadAgain(String end) throws Exception {
        assertReadAsPacked(end.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aCopyIsSkippedAndALikeOneRead() throws Exception {
        byte[] text = text(new byte[0]);
        byte[] other = text.clone();
        other[other.length - LAST.length - 2] = 'z';

        ReadAll read = Sample.in(folder)
                .file("a.csv", text)
                .file("b.csv", text)
                .file("c.csv", other)
                .read();

        assertThat(read.skipped()).containsExactly(folder.resolve("b.csv").toString());
        assertThat(read.inputs()).extracting(InputFile::sha256).containsExactly(sha256(text), sha256(other));
    }

    private void assertReadAsPacked(byte[] end) throws Exception {
        byte[] text = text(end);
        ReadAll packed = Sample.in(folder).file("a.csv.gz", Sample.gzip(text)).read();
        ReadAll plain = Sample.in(folder).file("a.csv", text).read();

        assertThat(plain.activities()).hasSameSizeAs(packed.activities());
        assertThat(Sample.rejected(plain)).isEqualTo(Sample.rejected(packed));
        assertThat(last(plain)).isEqualTo(last(packed));
        assertThat(plain.inputs()).extracting(InputFile::sha256).containsExactly(sha256(text));
    }

    private static List<String> last(ReadAll read) {
        int size = read.activities().size();
        return read.activities().subList(Math.max(0, size - 3), size).stream()
                .map(a -> a.caseId() + a.row().value("note") + a.row().number())
                .toList();
    }

    private static byte[] text(byte[] end) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(SIZE + (1 << 20));
        text.writeBytes("no_berkas,nomor_sop,langkah,mulai,selesai,catatan\n".getBytes(StandardCharsets.UTF_8));
        byte[] row = ("K-1,B276,1,2026-03-02 08:00,2026-03-02 08:30," + "x".repeat(200) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        while (text.size() < SIZE) {
            text.writeBytes(row);
        }
        text.writeBytes(LAST);
        text.writeBytes(end);
        return text.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
