package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.HostileFiles.Content;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are broken by accident or on purpose are no SOPs, or are read for what they are. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSopTest {

    private static final String HEADER = "No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\n";
    private static final String STEP = "1\tMencatat\tKasir\tKuitansi\t1 jam\tCatatan\n";

    @TempDir
    Path folder;

    /** An SOP, and why something of it is not read; null where it is read to its end. */
    private record Case(String name, Content content, String reason) {}

    static List<Case> tables() {
        String row = sheetRow(1, HEADER) + sheetRow(2, STEP);
        return List.of(
                new Case(
                        "blank-rows.xlsx",
                        HostileFiles.sheet(part -> {
                            part.write(bytes(row));
                            for (int i = 3; i <= 2_000_000; i++) {
                                part.write(bytes("<row r=\"" + i + "\"><c r=\"A" + i + "\" s=\"0\"/></row>"));
                            }
                        }),
                        null),
                new Case(
                        "wide-rows.xlsx",
                        HostileFiles.sheet(part -> {
                            part.write(bytes(row));
                            for (int i = 3; i <= 100_000; i++) {
                                part.write(bytes("<row r=\"" + i + "\"><c r=\"XFD" + i + "\"><v>1</v></c></row>"));
                            }
                        }),
                        "document-too-large"),
                new Case(
                        "long-text-everywhere.xlsx",
                        HostileFiles.sheet(part -> {
                            part.write(bytes(row));
                            // Repetition alone would be taken for a bomb.
                            Random letters = new Random(1);
                            for (int i = 3; i <= 600; i++) {
                                part.write(bytes("<row r=\"" + i + "\"><c r=\"B" + i + "\" t=\"inlineStr\"><is><t>"));
                                for (int k = 0; k < 30_000; k++) {
                                    part.write('a' + letters.nextInt(26));
                                }
                                part.write(bytes("</t></is></c></row>"));
                            }
                        }),
                        "document-too-large"),
                text("long-table.txt", HEADER + STEP + "\t\t\t\t\tLaporan\n".repeat(6_000), "rows-too-many"),
                text("long-cell.txt", HEADER + "1\t" + "a, ".repeat(1_000_000) + STEP, "cell-too-long"),
                text("numbered.txt", "DASAR HUKUM\t" + numbered(300_000) + "\n" + HEADER + STEP, null),
                text("spaces.txt", "DINAS X" + " ".repeat(1_000_000) + "Y\n" + HEADER + STEP, null),
                text("labels.txt", "Tujuan : x\n".repeat(500_000) + HEADER + STEP, null),
                text("rows-above.txt", "a\tb\n".repeat(1_000_000) + HEADER + STEP, null),
                text("executors.txt", HEADER + STEP + "\t\tKasir; Kepala\t\t\t\n".repeat(4_000), null));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesOfAnySizeEnd(Case sop) throws IOException {
        ImportedSop read = SopImport.read(sop.content().store(folder.resolve(sop.name())));

        if (sop.reason() == null) {
            assertThat(read.rejected()).isEmpty();
            assertThat((List<?>) read.definition().get("steps")).hasSize(1);
        } else {
            assertThat(read.rejected()).extracting(RejectedRow::reason).contains(sop.reason());
        }
    }

    @Test
    void noHostileFileIsAnSop() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "rahasia-7391");
        Map<String, Content> files = HostileFiles.all(secret, URI.create("http://127.0.0.1:9/x.dtd"));
        // The tables above are as large.
        files.keySet().removeAll(HostileFiles.LARGE.keySet());
        for (Map.Entry<String, Content> file : files.entrySet()) {
            ImportedSop read = SopImport.read(file.getValue().store(folder.resolve("hostile")));

            assertThat(read.definition()).as(file.getKey()).isEmpty();
            assertThat(read.rejected()).as(file.getKey()).isNotEmpty();
            assertThat(read.rejected().toString()).doesNotContain("rahasia-7391");
        }
    }

    private static Case text(String name, String text, String reason) {
        return new Case(name, out -> out.write(bytes(text)), reason);
    }

    private static String numbered(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append(i).append(". UU ");
        }
        return text.toString();
    }

    private static String sheetRow(int number, String cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String cell : cells.strip().split("\t")) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
