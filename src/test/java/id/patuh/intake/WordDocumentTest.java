package id.patuh.intake;

import static id.patuh.intake.Documents.cell;
import static id.patuh.intake.Documents.paragraph;
import static id.patuh.intake.Documents.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.PlanItem;
import id.patuh.skm.FollowUpRecord.Quarter;
import id.patuh.skm.FollowUpRecord.Realisation;
import id.patuh.skm.Period;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word documents as offices write them: text boxes, tables in tables, merged cells, symbols, tracked changes. */
class WordDocumentTest {

    private static final String BEGINS = "<w:vMerge w:val=\"restart\"/>";
    private static final String ON = "<w:vMerge/>";
    private static final String TICK = "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>";

    private static final String PLAN = "<w:tbl>"
            + row(
                    cell(BEGINS, "No"),
                    cell(BEGINS, "Prioritas Unsur"),
                    cell(BEGINS, "Kegiatan"),
                    cell("<w:gridSpan w:val=\"4\"/>", "Waktu"),
                    cell(BEGINS, "PJ"))
            + row(cell(ON, ""), cell(ON, ""), cell(ON, ""), "TW I", "TW II", "TW III", "TW IV", cell(ON, ""))
            + row(
                    cell(BEGINS, "1"),
                    cell(BEGINS, "Waktu"),
                    list("Loket baru", "Antrean daring"),
                    TICK,
                    "",
                    "",
                    "\u2612",
                    cell(BEGINS, "Kabag"))
            + "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + cell("", "Pelatihan") + cell("", "\u2610")
            + cell("", TICK)
            + cell("", "") + cell("", "") + cell(ON, "") + "</w:tr>"
            + "<w:tr><w:trPr><w:del/></w:trPr>" + cell("", "9") + cell("", "Biaya") + cell("", "dihapus") + "</w:tr>"
            + "</w:tbl>";

    private static final String DONE = "<w:tbl>"
            + row("No", "RTL", "Sudah/Belum", "Dokumentasi")
            + row("1", "Loket baru", "Sudah", "foto")
            + "<w:sdt><w:sdtContent>" + row("", "Antrean daring lewat aplikasi", "Belum", "")
            + "</w:sdtContent></w:sdt>"
            + row(
                    "",
                    "Diklat",
                    "<w:del><w:r><w:delText>Belum</w:delText></w:r></w:del><w:ins><w:r><w:t>Sudah</w:t></w:r></w:ins>",
                    "x")
            + "</w:tbl>";

    @TempDir
    Path folder;

    @Test
    void aTickMergedOverQuartersCountsForEach() {
        String plan = "<w:tbl>"
                + row("No", "Prioritas Unsur", "Kegiatan", "TW I", "TW II", "TW III", "TW IV", "PJ")
                + row("1", "Waktu", "Loket baru", cell("<w:gridSpan w:val=\"2\"/>", TICK), "", "v", "Kabag")
                + row("2", "Waktu", "Antrean", cell("<w:gridSpan w:val=\"4\"/>", "\u221a"), "Kabag")
                + row("3", "Waktu", "Leaflet", cell("<w:gridSpan w:val=\"2\"/>", ""), "x", "", "Kabag")
                + "</w:tbl>";

        assertThat(read(paragraph("Laporan Triwulan I Tahun 2024") + plan)
                        .followUps()
                        .get(0)
                        .plan())
                .extracting(p -> p.quarters().stream().map(Quarter::number).toList(), PlanItem::owner)
                .containsExactly(
                        tuple(List.of(1, 2, 4), "Kabag"),
                        tuple(List.of(1, 2, 3, 4), "Kabag"),
                        tuple(List.of(3), "Kabag"));
    }

    @Test
    void readsTablesWhereverTheyStand() {
        String box = "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
                + paragraph("Semarang, 5 April 2024") + paragraph("Kepala Dinas Perizinan Kota X,")
                + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:txbxContent>"
                + paragraph("Semarang, 5 April 2024")
                + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
        String layout = "<w:tbl><w:tr><w:tc>" + paragraph("kiri") + DONE + paragraph("") + "</w:tc></w:tr></w:tbl>";
        FollowUpRecord report = read(paragraph("Laporan Triwulan I Tahun 2024")
                        + PLAN
                        + paragraph("Realisasi RTL mencapai 66,67% dari seluruh rencana.")
                        + layout
                        + box)
                .followUps()
                .get(0);

        assertThat(report.unit()).isEqualTo("Dinas Perizinan Kota X");
        assertThat(report.survey()).isEqualTo("SKM Dinas Perizinan Kota X TW I 2024");
        assertThat(report.signedFrom()).isEqualTo(LocalDate.parse("2024-04-05"));
        assertThat(report.period()).isEqualTo(new Period(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-03-31")));
        assertThat(report.claimedPercent()).isEqualTo(new BigDecimal("66.67"));
        assertThat(report.plan())
                .extracting(PlanItem::id, PlanItem::element, PlanItem::activity, PlanItem::quarters, PlanItem::owner)
                .containsExactly(
                        tuple("1a", "Waktu", "Loket baru", quarters(1, 4), "Kabag"),
                        tuple("1b", "Waktu", "Antrean daring", quarters(1, 4), "Kabag"),
                        tuple("1c", "Waktu", "Pelatihan", quarters(2), "Kabag"));
        assertThat(report.plan().get(2).row().cell("activity").sheet()).isEqualTo("Tabel 1");
        assertThat(report.plan().get(2).row().cell("activity").row()).isEqualTo(4);
        assertThat(report.realisations())
                .extracting(Realisation::place, Realisation::activity, Realisation::done, Realisation::evidence)
                .containsExactly(
                        tuple("1a", "Loket baru", true, List.of("foto")),
                        tuple("1b", "Antrean daring lewat aplikasi", false, List.of()),
                        tuple("1c", "Diklat", true, List.of("x")));
        assertThat(report.lost()).isEqualTo(FollowUpRecord.Lost.NOTHING);
    }

    @Test
    void joinsATableThatPagesTearApartAndRefusesRowsThatFitNowhere() {
        String head = row("No", "RTL", "Sudah/Belum", "Deskripsi", "Dokumentasi");
        ReadAll read = read("<w:tbl>" + head + row("1", "Loket baru", "Sudah", "dua", "foto") + "</w:tbl>"
                + paragraph("Halaman 2")
                + "<w:tbl>" + row("Antrean daring", "Belum", "", "") + row("2", "Pelatihan", "Sudah", "", "")
                + "</w:tbl>"
                + "<w:tbl>" + head + row("3", "Survei", "Entah", "", "") + row("Jumlah", "", "3", "", "")
                + row("4", "Simplifikasi", "Sudah", "", "") + "</w:tbl>");

        assertThat(Sample.rejected(read))
                .containsExactly("5|Sudah/Belum|Entah|done-unreadable", "6|null|Jumlah |  | 3 |  | |row-misaligned");
        assertThat(read.rejected()).extracting(RejectedRow::sheet).containsOnly("Tabel 1");
        FollowUpRecord report = read.followUps().get(0);
        assertThat(report.realisations())
                .extracting(Realisation::activity, Realisation::done)
                .containsExactly(
                        tuple("Loket baru", true),
                        tuple("Antrean daring", false),
                        tuple("Pelatihan", true),
                        tuple("Simplifikasi", true));
        assertThat(report.lost().realisations()).isEqualTo(2);
        assertThat(read.inputs().get(0).notes()).extracting(InputNote::key).containsExactly("row-moved");
    }

    @Test
    void namesTablesThatItDoesNotKnowAndDifferingClaims() {
        ReadAll read = read("<w:tbl>" + row("Jenis kelamin", "Jumlah") + row("Laki-laki", "12") + "</w:tbl>"
                + paragraph("RTL ditindaklanjuti sebesar 80% dan tindak lanjut mencapai 75 persen.") + PLAN);

        assertThat(read.inputs().get(0).notes()).extracting(InputNote::key).containsExactly("table-skipped");
        assertThat(read.inputs().get(0).notes().get(0).details()).containsEntry("found", "Jenis kelamin, Jumlah");
        assertThat(Sample.rejected(read)).containsExactly("1|Persentase|75 %|claims-differ");
        assertThat(read.followUps().get(0).claimedPercent()).isNull();
    }

    @Test
    void aDocumentWithoutAKnownTableIsNotRecognised() {
        assertThat(Sample.rejected(read(paragraph("Yth. Bapak"))))
                .containsExactly("null|null|null|content-unrecognised");
    }

    private ReadAll read(String body) {
        return Sample.in(folder).file("a.docx", Documents.ofBody(body)).read();
    }

    private static List<Quarter> quarters(int... numbers) {
        return Arrays.stream(numbers).mapToObj(n -> new Quarter(n, null)).toList();
    }

    private static String list(String... items) {
        StringBuilder cell = new StringBuilder("<w:tc>");
        for (String item : items) {
            cell.append("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>")
                    .append(item)
                    .append("</w:t></w:r></w:p>");
        }
        return cell + "</w:tc>";
    }
}
