package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.Documents;
import id.patuh.ruleset.Sops;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four published SOPs, from their texts, are those that were transcribed by hand, but for what is listed here. */
class SopImportCommandTest {

    private static final Path SEEDS = Path.of("src/test/resources/id/patuh/seeds");
    private static final String NOT_PRINTED = "not printed: the rule set adds it";

    /** Where the transcriptions say more than, or something else than, the documents, and why. */
    private static final Map<String, Map<String, String>> DIFFERENCES = Map.of(
            "b276",
                    Map.of(
                            "subjects",
                            NOT_PRINTED,
                            "legalBasis.source",
                            NOT_PRINTED,
                            "survey",
                            "read out of the title of step 2 by hand",
                            "8 deadlineFrom",
                            "what the printed text means, read by hand"),
            "b278", Map.of("subjects", NOT_PRINTED, "legalBasis.source", NOT_PRINTED),
            "padang-34-sop-dtkp-2020",
                    Map.of(
                            "id",
                            "the rule set has a handier one than the number",
                            "agency",
                            NOT_PRINTED,
                            "subjects",
                            NOT_PRINTED,
                            "legalBasis.source",
                            NOT_PRINTED,
                            "6 inputs",
                            "\"A dan B\" may be one document: the import leaves it whole",
                            "6 optional",
                            "follows from step 5, which alone says \"jika diperlukan\""),
            "karanganyar-setda-11-8-102",
                    Map.of(
                            "subjects", NOT_PRINTED,
                            "legalBasis.source", NOT_PRINTED,
                            "roleAliases", "spellings in titles that mean the same role, read by hand"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"b276", "b278", "padang-34-sop-dtkp-2020", "karanganyar-setda-11-8-102"})
    void textsAndWordDocumentsAreImportedAsTranscribed(String name) throws IOException {
        Sop transcribed = Sops.read(Path.of("rules/sop/" + name + ".yaml"));
        Path text = SEEDS.resolve(name.replaceFirst("-.*", "") + ".txt");
        Path document = Files.write(folder.resolve("a.docx"), Documents.ofText(text));
        for (Path source : List.of(text, document)) {
            Path yaml = folder.resolve("imported.yaml");
            CommandLineRun run = CommandLineRun.patuh("sop", "import", source.toString(), "-o", yaml.toString());
            assertThat(run).isEqualTo(new CommandLineRun(ExitCode.OK, "", ""));
            Sop imported = Sops.read(yaml);
            assertThat(differences(imported, transcribed))
                    .as(source.toString())
                    .containsExactlyInAnyOrderElementsOf(DIFFERENCES.get(name).keySet());
            assertThat(imported.steps()).allMatch(s -> s.executor().isEmpty());
            assertThat(Files.readString(yaml)).doesNotContain("dihilangkan");
        }
    }

    @Test
    void saysWhatIsNotTakenFromTheDocument() {
        CommandLineRun run = CommandLineRun.patuh(
                "sop", "import", SEEDS.resolve("padang.txt").toString(), "--lang", "en");
        assertThat(run.out().lines().filter(l -> l.contains("# ") && !l.contains("executor: null")))
                .containsExactly(
                        "# The heading of the output has slid; it was read from the column beside the time.",
                        "# The table has no marks of executors; fill in executor of each step.",
                        "id: \"34-SOP-DTKP-2020\"  # taken from the number of the SOP; check it",
                        "agency: null  # MISSING in the table",
                        "clock: working  # the table does not say whether its times are working time (working) or elapsed time (elapsed)",
                        "    within: null  # MISSING in the table",
                        "    outputs: null  # MISSING in the table",
                        "    optional: true  # by the wording of the step (\"jika diperlukan\")");
    }

    @Test
    void namesRowsThatAreNoSteps() throws IOException {
        Path file = Files.writeString(
                folder.resolve("sop.txt"),
                String.join(
                        "\n",
                        "NOMOR SOP : 7/2025",
                        "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet",
                        "\t\tKasir\tKepala\tKelengkapan\tWaktu\tOutput\t",
                        "1\tMencatat\t√\t\tKuitansi; Bukti (asli, salinan)\t10 menit\tCatatan\tharian",
                        "\tMenyimpan\t√\t\t\t\t\t",
                        "1\tMengirim\t\t√\t1. Surat 2. Catatan\t1,5 jam\t-\t"));
        CommandLineRun run = CommandLineRun.patuh("sop", "import", file.toString(), "--lang", "en");
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(run.err().lines())
                .containsExactly(
                        file + ", row 5, column Kegiatan \"Menyimpan\": "
                                + "This row has no step number that can be read; it is not read.",
                        file + ", row 6, column No \"1\": "
                                + "This step number belongs to another step; the row is not read.",
                        "Cannot be used yet: -:3:8: title: This required key is missing or empty.",
                        "Cannot be used yet: -:6:11: in_force: This required key is missing or empty.");
        assertThat(run.out())
                .contains(
                        "in_force: null  # MISSING",
                        "executor: [Kasir]",
                        "inputs: [Kuitansi, \"Bukti (asli, salinan)\"]")
                .contains("note: harian");
        CommandLineRun none = CommandLineRun.patuh("sop", "import", "README.md", "--lang", "en");
        assertThat(none.exitCode()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(none.err()).startsWith("README.md: There is no SOP table");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SEKRETARIS DAERAH Drs. CONTOH, M.Si NIP. 1 | Sekretaris Daerah | true",
                "SEKRETARIS DAERAH  CONTOH NIP. 1           | Sekretaris Daerah | true",
                "KEPALA DINAS CONTOH, SE, MM NIP. 1         | null              | true",
                "Kepala Badan Keuangan, Aset dan Pajak      | 'Kepala Badan Keuangan, Aset dan Pajak' | false"
            })
    void keepsNoNamesOfOfficials(String ratified, String position, boolean named) throws IOException {
        Path file = Files.writeString(
                folder.resolve("sop.txt"),
                String.join(
                        "\n",
                        "DINAS X",
                        "CONTOH, SE, MM",
                        "DISAHKAN OLEH\t" + ratified,
                        "JUDUL SOP\tY",
                        "TGL EFEKTIF\t1 Mei 2025",
                        "NOMOR SOP\t7/2025",
                        "No\tKegiatan\tPelaksana\tMutu Baku\t\t",
                        "\t\tKasir\tKelengkapan\tWaktu\tOutput",
                        "1\tMencatat\t\tKuitansi\t10 menit\tCatatan"));
        CommandLineRun run = CommandLineRun.patuh("sop", "import", file.toString());
        Sop sop = Sops.read("a.yaml", run.out());
        assertThat(sop.ratification())
                .isEqualTo(new Sop.Ratification(position.equals("null") ? null : position, named, named));
        assertThat(sop.unit()).isEqualTo("Dinas X");
        assertThat(run.out()).doesNotContainIgnoringCase("contoh");
    }

    /** The marks, merged and listed cells, decisions and signatures of one table, which three people saved in three formats. */
    @Test
    void aTableGivesTheSameFileFromEveryFormat() throws IOException {
        Path text = Files.writeString(folder.resolve("sop.txt"), """
                PEMERINTAH KOTA X
                DINAS Y
                STANDAR OPERASIONAL PROSEDUR
                NOMOR SOP\t800/7/2025
                TGL EFEKTIF\t1 Mei 2025
                DISAHKAN OLEH\tKEPALA DINAS Y  Drs. CONTOH, M.Si NIP. 1
                NAMA SOP\tPELAYANAN LOKET
                DASAR HUKUM\tKUALIFIKASI PELAKSANA
                1. UU 25/2009; 2. UU 30/2014\tKasir:<li>teliti<li>jujur

                No.\tUraian Kegiatan\tPelaksana\t\t\tMutu Baku\t\t\tKeterangan
                \t\tKasir\tKepala Seksi\tKepala\tPersyaratan/ Kelengkapan\tWaktu\tOutput\t
                1\tMencatat\t√\tv\t\tKuitansi, bukti (asli, salinan) serta KTP\t10 menit\tCatatan\tharian
                \t\t\t\t●\tSurat\t\tAgenda\t
                2\tMenyetujui\t↓\t\t◆\t<li>Catatan, agenda<li>Surat\t2 hari\tDisposisi\t
                3\tMengirim, bila diperlukan\tx\t☐\t\tDisposisi\tsesuai jadwal\tResi\t
                4\tMenelaah 1. setuju 2. perlu perbaikan\t\tsiap\t\tResi\t1 jam\tSurat\t

                \t\t\t\t\t\t\tKepala Dinas Y\t
                \t\t\t\t\t\t\tCONTOH\t
                """);
        Path document = Files.write(folder.resolve("sop.docx"), Documents.ofText(text));
        Path workbook = workbook(text);
        String expected = """
                # 2 lines below the table were not read.
                id: "800-7-2025"  # taken from the number of the SOP; check it
                number: "800/7/2025"
                title: PELAYANAN LOKET
                agency: Pemerintah Kota X
                unit: Dinas Y
                created: null  # MISSING in the table
                in_force: 2025-05-01
                ratified: {position: Kepala Dinas Y, signatory_named: true, nip_given: true}
                legal_basis: [UU 25/2009, UU 30/2014]
                qualifications:
                  - role: Kasir
                    requires: [teliti, jujur]
                clock: working  # the table does not say whether its times are working time (working) or elapsed time (elapsed)
                clock_inferred: true
                roles: [Kasir, Kepala Seksi, Kepala]
                steps:
                  - no: 1
                    title: Mencatat
                    executor: [Kasir, Kepala Seksi, Kepala]
                    inputs: [Kuitansi, "bukti (asli, salinan)", KTP, Surat]
                    within: 10 menit
                    outputs: [Catatan, Agenda]
                    note: harian
                  - no: 2
                    title: Menyetujui
                    executor: [Kepala]
                    inputs: ["Catatan, agenda", Surat]
                    within: 2 hari
                    outputs: [Disposisi]
                    decision: {approve: 3, revise: 1, inferred: true}  # where it leads is not printed: the next and the previous step are inferred
                  - no: 3
                    title: Mengirim, bila diperlukan
                    executor: [Kasir]
                    inputs: [Disposisi]
                    within: sesuai jadwal
                    deadline_from: null  # The time cannot be measured; fill this in if the deadline is set elsewhere.
                    outputs: [Resi]
                    optional: true  # by the wording of the step ("jika diperlukan")
                  - no: 4
                    title: Menelaah 1. setuju 2. perlu perbaikan
                    executor: null  # MISSING in the table
                    inputs: [Resi]
                    within: 1 jam
                    outputs: [Surat]
                    decision: {revise: 3, inferred: true}  # where it leads is not printed: the next and the previous step are inferred
                """;
        for (Path source : List.of(text, document, workbook)) {
            CommandLineRun run = CommandLineRun.patuh("sop", "import", source.toString(), "--lang", "en");
            assertThat(run.exitCode()).isEqualTo(ExitCode.UNREADABLE);
            assertThat(run.out()).as(source.toString()).isEqualTo(expected);
            assertThat(run.err())
                    .as(source.toString())
                    .contains("column Kepala Seksi \"siap\": This is no tick")
                    .hasLineCount(1);
        }
    }

    private Path workbook(Path text) throws IOException {
        Path file = folder.resolve("sop.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream to = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("SOP");
            List<String> lines = Files.readAllLines(text);
            for (int r = 0; r < lines.size(); r++) {
                String[] cells = lines.get(r).split("\t", -1);
                Row row = sheet.createRow(r);
                for (int c = 0; c < cells.length; c++) {
                    row.createCell(c).setCellValue(cells[c]);
                }
            }
            workbook.write(to);
        }
        return file;
    }

    private static List<String> differences(Sop imported, Sop transcribed) {
        List<String> differences = differences("", fields(imported), fields(transcribed));
        assertThat(imported.steps())
                .extracting(Step::no)
                .isEqualTo(transcribed.steps().stream().map(Step::no).toList());
        for (int i = 0; i < imported.steps().size(); i++) {
            Step step = imported.steps().get(i);
            differences.addAll(differences(
                    step.no() + " ", fields(step), fields(transcribed.steps().get(i))));
        }
        return differences;
    }

    private static List<String> differences(String prefix, Map<String, Object> one, Map<String, Object> other) {
        List<String> differences = new ArrayList<>();
        one.forEach((field, value) -> {
            if (!Objects.equals(value, other.get(field))) {
                differences.add(prefix + field);
            }
        });
        return differences;
    }

    private static Map<String, Object> fields(Sop sop) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", sop.id());
        fields.put("number", sop.number());
        // Titles may be printed in capitals.
        fields.put("title", sop.title());
        fields.put("agency", sop.agency());
        fields.put("unit", sop.unit());
        fields.put("created", sop.created());
        fields.put("revised", sop.revised());
        fields.put("inForce", sop.inForce());
        fields.put("until", sop.until());
        fields.put("ratification", sop.ratification());
        fields.put("subjects", sop.subjects());
        fields.put("purpose", sop.purpose());
        fields.put("scope", sop.scope());
        fields.put(
                "legalBasis.text",
                sop.legalBasis().stream().map(Sop.LegalReference::text).toList());
        fields.put(
                "legalBasis.source",
                sop.legalBasis().stream().map(Sop.LegalReference::source).toList());
        fields.put("related", sop.related());
        fields.put("equipment", sop.equipment());
        fields.put("warnings", sop.warnings());
        fields.put("records", sop.records());
        fields.put("qualifications", sop.qualifications());
        fields.put("externalInputs", sop.externalInputs());
        fields.put("clockInferred", sop.clockInferred());
        fields.put("calendar", sop.calendar());
        fields.put("roles", sop.roles());
        fields.put("roleAliases", sop.roleAliases());
        fields.put("survey", sop.survey());
        fields.put("free", sop.free());
        return fields;
    }

    /** All but the executors, whose marks every text has lost. */
    private static Map<String, Object> fields(Step step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("no", step.no());
        fields.put("position", step.position());
        fields.put("title", step.title());
        fields.put("inputs", step.inputs());
        fields.put("within", step.within());
        fields.put("limit", step.limit());
        fields.put("deadlineFrom", step.deadlineFrom());
        fields.put("outputs", step.outputs());
        fields.put("after", step.after());
        fields.put("optional", step.optional());
        fields.put("decision", step.decision());
        fields.put("clock", step.clock());
        fields.put("note", step.note());
        return fields;
    }
}
