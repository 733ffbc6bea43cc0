package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a follow-up report's tables do not say is never taken for something that was not done. */
class FollowUpTablesTest {

    private static final String HEAD = """
            Unit Kerja;Dinas X
            Periode;Semester I 2026
            Persentase;50%
            """;

    @TempDir
    Path folder;

    @Test
    void readsTicksBelowSudahAndBelumInThePlanItself() throws IOException {
        JsonNode report = check(Map.of("a.csv", HEAD + """
                No;Prioritas Unsur;Program/Kegiatan;Waktu;Penanggung Jawab;Sudah;Belum;Dokumentasi
                1;Waktu Penyelesaian;Penambahan loket;Triwulan II;Kasi A;√;;Foto 1
                2;Persyaratan;Pengadaan AC;April - Juni 2026;Kasi B;;√;
                3;Biaya;Leaflet;Mei 2026;Kasi C;√;;
                4;Biaya;Poster;TW I;Kasi C;√;;Foto 2
                """));

        assertThat(report.get("rejected")).isEmpty();
        assertThat(found(report))
                .containsExactly("rtl-evidence-missing 3", "rtl-not-realised 2", "rtl-percent-mismatch");
    }

    @Test
    void whatContradictsInSudahAndBelumIsRejectedAndNothingFollowsFromIt() throws IOException {
        JsonNode report = check(Map.of("a.csv", HEAD + """
                No;Prioritas Unsur;Program/Kegiatan;Waktu;Penanggung Jawab;Sudah;Belum;Dokumentasi
                1;Waktu Penyelesaian;Penambahan loket;Triwulan II;Kasi A;√;√;Foto 1
                """));

        assertThat(report.get("rejected")).hasSize(1);
        assertThat(found(report)).isEmpty();
        assertThat(notEvaluated(report)).contains("rtl-not-realised", "rtl-percent-mismatch", "rtl-evidence-missing");
    }

    @Test
    void readsTicksOfATableOfRealisationsAndWordsForQuarters() throws IOException {
        JsonNode report = check(Map.of("a.csv", HEAD + """
                No;Prioritas Unsur;Program/Kegiatan;Waktu Pelaksanaan;Penanggung Jawab
                1;Waktu Penyelesaian;Penambahan loket;TW II 2026;Kasi A
                2;Persyaratan;Pengadaan AC;April - Juni 2026;Kasi B
                3;Biaya;Leaflet;TW III s.d. IV;Kasi C
                4;Biaya;Poster;Desember;Kasi C
                No;Rencana Tindak Lanjut;Sudah;Belum;Deskripsi;Dokumentasi;Hambatan
                1;Penambahan loket;√;;ok;Foto 1;
                2;Pengadaan AC;;√;belum;;
                3;Leaflet;V;;dicetak;Foto;
                4;Poster;;belum;;;
                """));

        assertThat(report.get("rejected")).isEmpty();
        assertThat(found(report)).containsExactly("rtl-not-realised 2");
    }

    @Test
    void aColumnThatIsNotKnownTakesItsRulesAlong() throws IOException {
        JsonNode report = check(Map.of("a.csv", HEAD + """
                No;Prioritas Unsur;Program/Kegiatan;Kapan;Pengampu
                1;Waktu Penyelesaian;Penambahan loket;TW II 2026;Kasi A
                No;Rencana Tindak Lanjut;Status;Deskripsi;Tautan
                1;Penambahan loket;beres;ok;http://a
                """));

        assertThat(report.get("rejected")).hasSize(4);
        assertThat(found(report)).isEmpty();
        assertThat(notEvaluated(report))
                .contains(
                        "rtl-schedule-missing",
                        "rtl-owner-missing",
                        "rtl-not-realised",
                        "rtl-percent-mismatch",
                        "rtl-evidence-missing");
    }

    @Test
    void aTableThatRepeatsThePlanToSayWhatWasDoneAddsNoItems() throws IOException {
        JsonNode report = check(Map.of("a.csv", HEAD + """
                No;Prioritas Unsur;Program/Kegiatan;Waktu;Penanggung Jawab
                1;Waktu Penyelesaian;Penambahan loket;TW II;Kasi A
                2;Persyaratan;Pengadaan AC;TW II;Kasi B
                No;Prioritas Unsur;Rencana Tindak Lanjut;Sudah/Belum;Deskripsi;Dokumentasi
                1;Waktu Penyelesaian;Penambahan loket;Sudah;ok;Foto 1
                2;Persyaratan;Pengadaan AC;Belum;;
                """));

        assertThat(report.get("rejected")).isEmpty();
        assertThat(found(report)).containsExactly("rtl-not-realised 2");
    }

    @Test
    void readsATextWithLinesBetweenItsTablesAsAReport() throws IOException {
        JsonNode report = check(Map.of("a.txt", """
                LAPORAN TINDAK LANJUT Semester I 2026
                Unit Kerja : Dinas X

                Tabel 1. Hasil

                No\tUnsur\tNRR\tMutu
                1\tPersyaratan\t3,10\tB

                Tabel 2. Rencana

                No\tPrioritas Unsur\tProgram/Kegiatan\tTW I\tTW II\tTW III\tTW IV\tPenanggung Jawab
                1\tPersyaratan\tLoket\t\t√\t\t\tKasi A

                C. Realisasi

                No\tRencana Tindak Lanjut\tSudah/Belum\tDeskripsi\tDokumentasi
                1\tLoket\tBelum\t\t
                """));

        assertThat(report.get("rejected")).isEmpty();
        assertThat(found(report)).contains("rtl-not-realised 1");
        assertThat(report.get("inputs")).hasSize(2);
    }

    @Test
    void theTitleOfTheNextTableIsNoItemOfThePlan() throws IOException {
        for (String title : List.of("Tabel 2. Realisasi", "C. Realisasi;;;;;;;", "REALISASI RENCANA TINDAK LANJUT;;")) {
            JsonNode report = check(Map.of("a.csv", PLAN + title + "\n" + REALISED));

            assertThat(report.get("rejected")).as(title).isEmpty();
            assertThat(found(report)).containsExactly("rtl-not-realised 2");
            assertThat(notes(report, "a.csv")).hasSize(1);
        }
        assertThat(check(Map.of("a.csv", PLAN + "Lain-lain;;;;;;;\n3;Biaya;Kursi;;√;;;Seksi\n"))
                        .get("rejected"))
                .hasSize(1);
    }

    private static final String PLAN = HEAD + """
            No;Prioritas Unsur;Program/Kegiatan;TW I;TW II;TW III;TW IV;Penanggung Jawab
            1;Persyaratan;Formulir;;√;;;Seksi
            2;Biaya;Loket;;√;;;Seksi
            """;
    private static final String REALISED = """
            No;RTL;Sudah/Belum;Deskripsi;Dokumentasi;Tantangan/Hambatan
            1;Formulir;Sudah;x;Foto;
            2;Loket;Belum;;;
            """;
    private static final String OPEN =
            "No;RTL;Strategi Penyelesaian;Target Waktu;Penanggung Jawab;Stakeholder Terkait\n";

    @Test
    void joinsTheSheetsOfOneReportThatWereSavedAsFiles() throws IOException {
        JsonNode report =
                check(Map.of("rtl-Rencana.csv", PLAN, "rtl-Realisasi.csv", REALISED, "rtl-Belum_Selesai.csv", OPEN));

        assertThat(report.get("rejected")).isEmpty();
        assertThat(found(report)).containsExactly("rtl-not-realised 2");
        assertThat(notEvaluated(report)).doesNotContain("rtl-percent-mismatch", "rtl-not-realised");
        assertThat(notes(report, "rtl-Realisasi.csv")).anyMatch(n -> n.contains("rtl-Rencana.csv"));
        assertThat(notes(report, "rtl-Belum_Selesai.csv")).hasSize(2);
    }

    @Test
    void joinsFilesThatNameTheSameUnitAndPeriod() throws IOException {
        JsonNode report =
                check(Map.of("a.csv", PLAN, "b.csv", "Unit Kerja;dinas x\nPeriode;Semester I Tahun 2026\n" + REALISED));

        assertThat(found(report)).containsExactly("rtl-not-realised 2");
        assertThat(notEvaluated(report)).doesNotContain("rtl-percent-mismatch");
    }

    @Test
    void doesNotJoinWhatMayBeOfSeveralReports() throws IOException {
        for (Map<String, String> files : List.of(
                Map.of("a.csv", PLAN, "b.csv", REALISED),
                Map.of("a/Rencana.csv", PLAN, "b/Realisasi.csv", REALISED),
                Map.of("a-Rencana.csv", PLAN, "b-Realisasi.csv", REALISED),
                Map.of("a-Rencana.csv", PLAN, "a-Realisasi.csv", "Unit Kerja;Dinas Y\n" + REALISED),
                Map.of(
                        "a-Rencana.csv",
                        PLAN,
                        "a-Realisasi.csv",
                        REALISED,
                        "a-RTL.csv",
                        PLAN.replace("Loket", "Kursi")))) {
            JsonNode report = check(files);

            assertThat(found(report)).as(files.keySet().toString()).isEmpty();
            assertThat(notEvaluated(report)).contains("rtl-not-realised", "rtl-percent-mismatch");
        }
    }

    private static final String JSON_HEAD =
            "{\"followUps\": [{\"unit\": \"Dinas X\", \"period\": {\"start\": \"2026-01-01\", \"end\": \"2026-06-30\"}";
    private static final String JSON_PLAN = ", \"claimedPercent\": 50, \"plan\": ["
            + "{\"id\": \"1\", \"element\": \"Persyaratan\", \"activity\": \"Formulir\", \"quarters\": [\"TW II\"], \"owner\": \"A\"},"
            + "{\"id\": \"2\", \"element\": \"Biaya\", \"activity\": \"Loket\", \"quarters\": [\"TW II\"], \"owner\": \"A\"}]";
    private static final String JSON_REALISED = ", \"realisations\": ["
            + "{\"plan\": \"1\", \"done\": true, \"evidence\": [\"Foto\"]}, {\"plan\": \"2\", \"done\": false}]";
    private static final String JSON_END = "}]}";

    @Test
    void aListThatAJsonReportDoesNotHaveIsUnknownAndAnEmptyOneSaysThatNothingWasDone() throws IOException {
        for (String unlisted : List.of("", ", \"realisations\": null", ", \"realisations\": [{\"plan\": \"1\"}]")) {
            JsonNode report = check(Map.of("a.json", JSON_HEAD + JSON_PLAN + unlisted + JSON_END));

            assertThat(found(report)).as(unlisted).isEmpty();
            assertThat(notEvaluated(report)).contains("rtl-not-realised", "rtl-percent-mismatch");
        }
        assertThat(found(check(Map.of("a.json", JSON_HEAD + JSON_PLAN + ", \"realisations\": []" + JSON_END))))
                .containsExactly("rtl-not-realised 1", "rtl-not-realised 2", "rtl-percent-mismatch");
    }

    @Test
    void joinsJsonWithWhateverHoldsTheOtherListsOfTheReport() throws IOException {
        for (Map<String, String> files : List.of(
                Map.of("a.json", JSON_HEAD + JSON_PLAN + JSON_END, "b.json", JSON_HEAD + JSON_REALISED + JSON_END),
                Map.of(
                        "rtl-Rencana.json",
                        JSON_HEAD + JSON_PLAN + JSON_END,
                        "rtl-Realisasi.json",
                        "{\"followUps\": [{\"signedOn\": \"2026-09\"" + JSON_REALISED + JSON_END),
                Map.of("rtl-Rencana.json", JSON_HEAD + JSON_PLAN + JSON_END, "rtl-Realisasi.csv", REALISED),
                Map.of("a.csv", PLAN, "b.json", JSON_HEAD + JSON_REALISED + JSON_END))) {
            JsonNode report = check(files);

            assertThat(found(report)).as(files.keySet().toString()).containsExactly("rtl-not-realised 2");
            assertThat(notEvaluated(report)).doesNotContain("rtl-percent-mismatch", "rtl-not-realised");
            for (String file : files.keySet()) {
                assertThat(notes(report, file)).hasSize(1);
            }
        }
    }

    @Test
    void doesNotJoinJsonThatMayBeOfSeveralReports() throws IOException {
        String plan = JSON_HEAD + JSON_PLAN + JSON_END;
        String realised = "{\"followUps\": [{\"signedOn\": \"2026-09\"" + JSON_REALISED;
        for (Map<String, String> files : List.of(
                Map.of("a.json", plan, "b.json", realised + JSON_END),
                Map.of(
                        "x-Rencana.json",
                        plan,
                        "x-Realisasi.json",
                        realised + "}, {\"unit\": \"Y\", \"realisations\": []" + JSON_END),
                Map.of(
                        "x-Rencana.json",
                        plan,
                        "x-Realisasi.json",
                        realised.replace("\"signedOn\"", "\"unit\"") + JSON_END))) {
            JsonNode report = check(files);

            assertThat(found(report)).as(files.keySet().toString()).isEmpty();
            assertThat(notEvaluated(report)).contains("rtl-not-realised", "rtl-percent-mismatch");
        }
    }

    @Test
    void aReportMaySayNothingInItsListOfWhatIsUnfinishedButNotInItsPlan() throws IOException {
        assertThat(check(Map.of("Belum Selesai.csv", OPEN)).get("rejected")).isEmpty();
        assertThat(check(Map.of("a.csv", REALISED.lines().findFirst().orElseThrow() + "\n"))
                        .get("rejected"))
                .hasSize(1);
    }

    private static List<String> notes(JsonNode report, String file) {
        List<String> notes = new ArrayList<>();
        for (JsonNode input : report.get("inputs")) {
            if (input.get("path").asString().endsWith("/" + file)) {
                input.get("notes").forEach(n -> notes.add(n.toString()));
            }
        }
        return notes;
    }

    private JsonNode check(Map<String, String> files) throws IOException {
        List<String> args = new ArrayList<>(List.of("check"));
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            args.add(Files.writeString(path, file.getValue()).toString());
        }
        args.addAll(List.of("--format", "json", "--as-of", "2026-11-20", "--rules", "rules"));
        return JsonMapper.shared()
                .readTree(CommandLineRun.patuh(args.toArray(String[]::new)).out());
    }

    private static List<String> found(JsonNode report) {
        List<String> found = new ArrayList<>();
        for (JsonNode violation : report.get("violations")) {
            JsonNode element = violation.get("element");
            found.add(violation.get("rule").asString() + (element.isNull() ? "" : " " + element.asString()));
        }
        return found.stream().sorted().toList();
    }

    private static Set<String> notEvaluated(JsonNode report) {
        Set<String> rules = new TreeSet<>();
        report.get("notEvaluated").forEach(n -> rules.add(n.get("rule").asString()));
        return rules;
    }
}
