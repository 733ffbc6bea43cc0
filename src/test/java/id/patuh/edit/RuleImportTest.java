package id.patuh.edit;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.formats.Packages;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleEdit;
import id.patuh.ruleset.RuleItem;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetChange;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetDiff;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that were filled in become a rule set, or it is said where and why not. */
class RuleImportTest {

    private static final String RESPONDENTS = "parameters/skm/minimum-respondents.yaml#2004-02-24";
    private static final String STALL = "parameters/sop/stall-limit.yaml#2000-01-01";
    private static final String GRADES = "tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 ";
    private static final String B276 = "sop/b276.yaml#";
    private static final String BASIS = "patuh-policy/mutu-data-survei";

    @TempDir
    private static Path compiled;

    private static RuleCache cache;
    private static RuleLibrary library;

    @TempDir
    private Path folder;

    private FilledWorkbook filled;

    @BeforeAll
    static void read() {
        cache = new RuleCache(compiled, "test");
        library = RuleLibrary.read(EveryCellTest.withoutPagesAndCases(RuleSetContent.of(Path.of("rules"))), cache);
    }

    @BeforeEach
    void giveOut() throws IOException {
        filled = new FilledWorkbook(library, Language.ID, cache);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatNobodyTouchedChangesNothing(Language language) throws IOException {
        RuleImport made = new FilledWorkbook(library, language, cache).into(library, folder);

        assertThat(made.edits()).isEmpty();
        assertThat(made.notes()).isEmpty();
        assertThat(sha256(made)).isEqualTo(library.files().sha256());
    }

    @Test
    void whatLibreOfficeSavedAnewChangesNothing() throws Exception {
        filled.save(folder.resolve("aturan.xlsx"));
        Process office;
        try {
            office = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                            "--headless",
                            "--convert-to",
                            "xlsx",
                            "--outdir",
                            folder.resolve("saved").toString(),
                            folder.resolve("aturan.xlsx").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("LibreOffice is not there");
            return;
        }
        assertThat(office.waitFor(3, TimeUnit.MINUTES)).isTrue();

        RuleImport made = FilledWorkbook.read(library, cache, folder.resolve("saved/aturan.xlsx"));

        assertThat(refusals(made)).isEmpty();
        assertThat(made.edits()).isEmpty();
    }

    @Test
    void untouchedCsvFilesChangeNothing() throws IOException {
        RuleImport made = FilledWorkbook.read(library, cache, csv(Map.of()));

        assertThat(refusals(made)).isEmpty();
        assertThat(made.edits()).isEmpty();
        assertThat(made.notes()).isEmpty();
    }

    /** Excel writes what its country writes: another encoding, a decimal comma, its own dates. */
    @Test
    void csvFilesMayHaveGoneThroughExcel() throws IOException {
        Path[] files = csv(Map.of(";88.31;", ";88,32;", ";88.30;", ";88,31;", ";3.841;", ";3,841;"));
        for (Path file : files) {
            String text = Files.readString(file).replace("\ufeff", "").replaceAll("2017-05-10", "10/05/2017");
            Files.write(file, text.getBytes(Charset.forName("windows-1252")));
        }

        RuleImport made = FilledWorkbook.read(library, cache, files);

        assertThat(refusals(made)).isEmpty();
        assertThat(changes(made))
                .containsExactlyInAnyOrder(
                        "permenpanrb-14-2017 [A].from: 88.31 > 88.32", "permenpanrb-14-2017 [B].until: 88.30 > 88.31");
    }

    @Test
    void aNewValueStandsBesideTheOldOne() throws IOException {
        Row row = filled.newRow(Kind.PARAMETER);
        filled.set(row, Kind.PARAMETER, "key", "skm/minimum-respondents")
                .set(row, Kind.PARAMETER, "from", LocalDate.of(2027, 1, 1))
                .set(row, Kind.PARAMETER, "value", new BigDecimal(50))
                .set(row, Kind.PARAMETER, "basis", BASIS)
                .set(row, Kind.PARAMETER, "confirmed", "ya");

        RuleImport made = filled.into(library, folder);

        assertThat(refusals(made)).isEmpty();
        assertThat(made.notes()).isEmpty();
        String file = "parameters/skm/minimum-respondents.yaml";
        assertThat(text(made, file)).isEqualTo(Files.readString(Path.of("rules", file)) + """
                  - from: 2027-01-01
                    value: 50
                    basis: patuh-policy/mutu-data-survei
                    confirmed: true
                """);

        filled.set(row, Kind.PARAMETER, "from", LocalDate.of(2026, 1, 1));
        assertThat(filled.into(library, folder).notes())
                .extracting(n -> n.key())
                .containsExactly("edit-past-judged");
    }

    @Test
    void overwritingThePastIsTold() throws IOException {
        RuleImport made = filled.set(Kind.PARAMETER, RESPONDENTS, "value", new BigDecimal(50))
                .into(library, folder);

        assertThat(changes(made)).containsExactly("skm/minimum-respondents values[2004-02-24].value: 30 > 50");
        assertThat(made.notes()).extracting(n -> n.key()).containsExactly("edit-past-rewritten");
    }

    @Test
    void aTimeThatNothingIsJudgedByIsTold() throws IOException {
        RuleImport made = filled.set(Kind.STEP, B276 + 4, "within", "1,5 jam").into(library, folder);

        assertThat(changes(made)).containsExactly("B276 steps[4].within: 24 jam > 1,5 jam");
        assertThat(made.notes()).extracting(n -> n.key()).containsExactly("edit-limit-unmeasured");
    }

    @Test
    void aBlankSwitchIsNoChangeOfARuleThatIsOn() throws IOException {
        RuleImport made = filled.set(Kind.POLICY, "policy.yaml#case-stalled", "enabled", null)
                .into(library, folder);

        assertThat(refusals(made)).isEmpty();
        assertThat(made.edits()).isEmpty();
    }

    /** The steps that a survey belongs to are no column, and one of them has another number now. */
    @Test
    void whatIsNoColumnIsNamedAsItsFileNamesIt() throws IOException {
        RuleImport made =
                filled.set(Kind.STEP, B276 + 4, "no", new BigDecimal(44)).into(library, folder);

        assertThat(made.refusals())
                .extracting(r -> r.rejected().sheet() + " " + r.rejected().column() + " "
                        + r.rejected().value())
                .contains("SOP survey.steps[2] 4");
    }

    @Test
    void whatMayStandThereIsNamedAsTheTableNamesIt() throws IOException {
        RuleImport made = filled.set(Kind.STEP, B276 + 4, "clock", "malam").into(library, folder);

        assertThat(made.refusals())
                .extracting(r -> r.rejected().details())
                .containsExactly(Map.of("known", "jam kerja, waktu berjalan"));
    }

    @Test
    void onlyWhatChangesIsWrittenAnew() throws IOException {
        RuleImport made = filled.set(Kind.STEP, B276 + 4, "within", "16 jam").into(library, folder);

        assertThat(text(made, "sop/b276.yaml"))
                .isEqualTo(Files.readString(Path.of("rules/sop/b276.yaml")).replace("24 jam", "16 jam"));
    }

    @Test
    void stepsAreAddedMovedAndRemoved() throws IOException {
        Row row = filled.newRow(Kind.STEP);
        filled.set(row, Kind.STEP, "sop", "B276")
                .set(row, Kind.STEP, "order", new BigDecimal("9.5"))
                .set(row, Kind.STEP, "no", new BigDecimal(12))
                .set(row, Kind.STEP, "title", "Mengumumkan hasil: papan, laman")
                .set(row, Kind.STEP, "executor", "Tim UKPBJ; Kepala UKPBJ")
                .set(row, Kind.STEP, "decision.approve", new BigDecimal(11))
                .set(Kind.STEP, B276 + 10, "action", "hapus")
                .set(Kind.STEP, B276 + 5, "order", new BigDecimal("6.5"));

        RuleImport made = filled.into(library, folder);

        assertThat(refusals(made)).isEmpty();
        assertThat(made.after()
                        .orElseThrow()
                        .ruleSet()
                        .sops()
                        .find("B276", FilledWorkbook.TODAY)
                        .orElseThrow()
                        .steps())
                .extracting(step -> step.no() + " after " + step.after())
                .containsExactly(
                        "1 after []",
                        "2 after [1]",
                        "3 after [2]",
                        "4 after [3]",
                        "6 after [4]",
                        "5 after [6]",
                        "7 after [5]",
                        "8 after [7]",
                        "9 after [8]",
                        "12 after [9]",
                        "11 after [12]");
        assertThat(text(made, "sop/b276.yaml")).contains("""
                  - no: 12
                    title: "Mengumumkan hasil: papan, laman"
                    executor: [Tim UKPBJ, Kepala UKPBJ]
                    decision: {approve: 11}
                """);
    }

    @Test
    void rulesAreSwitchedOffAndOnAndWeighed() throws IOException {
        filled.set(Kind.POLICY, "policy.yaml#step-late", "enabled", "tidak")
                .set(Kind.POLICY, "policy.yaml#step-late", "why", "Batas waktu sedang direvisi")
                .set(Kind.POLICY, "policy.yaml#step-late", "basis", BASIS)
                .set(Kind.POLICY, "policy.yaml#step-wrong-executor minor", "severity", "info")
                .set(Kind.POLICY, "policy.yaml#step-wrong-executor minor", "why", "Disimpulkan")
                .set(Kind.POLICY, "policy.yaml#step-wrong-executor minor", "basis", BASIS);
        RuleImport off = filled.into(library, folder);

        assertThat(refusals(off)).isEmpty();
        assertThat(changes(off)).hasSize(2).anyMatch(c -> c.contains("step-late switched_off"));
        assertThat(text(off, "policy.yaml")).endsWith("""
                rules:
                  - rule: step-late
                    enabled: false
                    why: Batas waktu sedang direvisi
                    basis: patuh-policy/mutu-data-survei
                  - rule: step-wrong-executor
                    declared: minor
                    severity: info
                    why: Disimpulkan
                    basis: patuh-policy/mutu-data-survei
                """);

        RuleLibrary changed = off.after().orElseThrow();
        FilledWorkbook again = new FilledWorkbook(changed, Language.EN, cache);
        again.set(Kind.POLICY, "policy.yaml#step-late", "enabled", "yes")
                .set(Kind.POLICY, "policy.yaml#step-wrong-executor minor", "severity", null);
        RuleImport on = again.into(changed, folder);

        assertThat(text(on, "policy.yaml")).isEqualTo(Files.readString(Path.of("rules/policy.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STEP      | sop/b276.yaml#4 | within   | -1 jam      | Waktu           | limit-unreadable",
                "STEP      | sop/b276.yaml#4 | within   | 4 jma       | Waktu           | limit-unreadable",
                "STEP      | sop/b276.yaml#4 | within   | 24          | Waktu           | limit-unreadable",
                "STEP      | sop/b276.yaml#4 | within   | 01:30       | Waktu           | limit-unreadable",
                "STEP      | sop/b276.yaml#4 | within   | jam         | Waktu           | limit-unreadable",
                "STEP      | sop/b276.yaml#4 | no       | 5           | Nomor           | step-repeated",
                "STEP      | sop/b276.yaml#4 | no       | empat       | Nomor           | not-whole-number",
                "STEP      | sop/b276.yaml#4 | no       | 4,5         | Nomor           | not-whole-number",
                "STEP      | sop/b276.yaml#4 | after    | 4           | Sesudah langkah | step-circular",
                "STEP      | sop/b276.yaml#4 | after    | 6           | Sesudah langkah | step-circular",
                "STEP      | sop/b276.yaml#4 | after    | 1; 99       | Sesudah langkah | after-unknown",
                "STEP      | sop/b276.yaml#4 | executor | Siapa saja  | Pelaksana       | executor-unknown",
                "STEP      | sop/b276.yaml#4 | optional | mungkin     | Boleh dilewati  | not-boolean",
                "STEP      | sop/b276.yaml#4 | clock    | pagi        | Jam hitung      | clock-unknown",
                "STEP      | sop/b276.yaml#3 | decision.approve | 99  | Bila setuju ke langkah | decision-unknown",
                "STEP      | sop/b276.yaml#4 | order    | 3           | Urutan          | edit-order-repeated",
                "STEP      | sop/b276.yaml#4 | order    | atas        | Urutan          | edit-order-unreadable",
                "STEP      | sop/b276.yaml#4 | action   | buang       | Tindakan        | edit-action-unknown",
                "STEP      | sop/b276.yaml#4 | sop      | B278        | SOP             | edit-cell-fixed",
                "SOP       | sop/b276.yaml#  | until    | 2020-01-01  | Berlaku sampai  | until-before-start",
                "SOP       | sop/b276.yaml#  | calendar | mars        | Kalender        | calendar-unknown",
                "SOP       | sop/b276.yaml#  | survey.min_respondents | 0 | Responden paling sedikit | below-minimum",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | value | -1 hari     | Nilai | not-limit",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | from  | 2000-02-31  | Berlaku mulai | not-date",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | from  | 2000-02-01T12:00:00 | Berlaku mulai | not-date",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | action | hapus | Tindakan | edit-last-removed",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | basis | uu-0/pasal  | Dasar hukum | basis-unknown",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | basis |             | Dasar hukum | key-absent",
                "PARAMETER | parameters/sop/stall-limit.yaml#2000-01-01 | until | 1999-12-31  | Berlaku sampai | until-before-start",
                "PARAMETER | parameters/skm/minimum-respondents.yaml#2004-02-24 | value | banyak | Nilai | not-number",
                "PARAMETER | parameters/skm/minimum-respondents.yaml#2004-02-24 | value | 30,5   | Nilai | not-whole-number",
                "PARAMETER | parameters/skm/minimum-respondents.yaml#2004-02-24 | value | 1.000  | Nilai | edit-number-ambiguous",
                "PARAMETER | parameters/rtl/near-similarity.yaml#2000-01-01     | value | 1,5    | Nilai | not-above",
                "PARAMETER | parameters/skm/aggregation.yaml#2000-01-01         | value | median | Nilai | choice-unknown",
                "PARAMETER | parameters/skm/interval.yaml#2004-02-24 | from | 2014-05-02 | Berlaku mulai | date-repeated",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 B | until | 88.20 | Nilai dari | grades-gap",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 B | until | 90 | Nilai dari | grades-overlap",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 B | until | 88.3055 | Nilai sampai | boundary-too-fine",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 A | until | 101 | Nilai sampai | boundary-outside",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 A | from | banyak | Nilai dari | boundary-unreadable",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 A | until |  | Nilai sampai | cell-empty",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 B | grade |  | Mutu | grade-unreadable-pair",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 B | label | Baik, sekali | Kinerja | grade-unreadable-pair",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 A | label | x\"); exit( | Kinerja | cell-refused",
                "GRADE | tables/skm-grades-permenpanrb-14-2017.drl.csv#permenpanrb-14-2017 A | grade | B | Mutu | grade-out-of-order",
                "POLICY | policy.yaml#step-late | enabled  | tidak    | Alasan | key-absent",
                "POLICY | policy.yaml#step-wrong-executor minor | enabled | tidak | Aktif | edit-cell-fixed",
            })
    void whatCannotBeIsRefusedWhereItStands(
            Kind kind, String row, String column, String value, String heading, String reason) throws IOException {
        RuleImport made = filled.set(kind, row, column, value).into(library, folder);

        assertThat(made.after()).isEmpty();
        assertThat(made.refusals()).allSatisfy(r -> assertThat(r.rejected()).isNotNull());
        assertThat(made.refusals())
                .extracting(r -> r.rejected().column() + " " + r.rejected().reason())
                .contains(heading + " " + reason);
        assertThat(made.refusals())
                .filteredOn(r -> r.rejected().reason().equals(reason))
                .extracting(r -> r.rejected().sheet())
                .containsOnly(filled.sheet(kind).getSheetName());
        // What disagrees with another row is named where the later one stands.
        if (!reason.startsWith("grades-") && !reason.endsWith("-repeated")) {
            assertThat(made.refusals())
                    .extracting(r -> r.rejected().row())
                    .contains(filled.row(kind, row).getRowNum() + 1);
        }
    }

    @Test
    void formulasAndMergedCellsAreNoValues() throws IOException {
        filled.cell(Kind.STEP, B276 + 4, "within").setCellFormula("\"16\"&\" jam\"");
        filled.workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        int row = filled.row(Kind.PARAMETER, STALL).getRowNum();
        filled.sheet(Kind.PARAMETER).addMergedRegion(new CellRangeAddress(row, row, 3, 4));
        filled.cell(Kind.PARAMETER, RESPONDENTS, "value").setCellErrorValue(FormulaError.REF.getCode());
        // Whatever stands on a sheet of somebody's own.
        Row own = filled.workbook.createSheet("Hitungan saya").createRow(0);
        own.createCell(0).setCellErrorValue(FormulaError.DIV0.getCode());

        assertThat(refusals(filled.into(library, folder)))
                .containsExactlyInAnyOrder(
                        "Langkah SOP Waktu edit-cell-formula",
                        "Parameter Nilai cell-error",
                        "Parameter null edit-cells-merged");
    }

    @Test
    void rowsMayStandElsewhereButNotVanishOrCopyThemselves() throws IOException {
        Sheet steps = filled.sheet(Kind.STEP);
        Row fourth = filled.row(Kind.STEP, B276 + 4);
        int at = fourth.getRowNum();
        steps.shiftRows(at + 1, at + 1, -1);
        filled.set(Kind.STEP, B276 + 3, "within", "2 jam");

        assertThat(refusals(filled.into(library, folder))).containsExactly("Langkah SOP null edit-row-absent");

        giveOut();
        Row copy = filled.newRow(Kind.STEP);
        filled.row(Kind.STEP, B276 + 4)
                .forEach(cell -> copy.getCell(cell.getColumnIndex()).setCellValue(cell.toString()));
        assertThat(refusals(filled.into(library, folder))).containsExactly("Langkah SOP null edit-row-repeated");
    }

    @Test
    void sortedHiddenRenamedAndReorderedSheetsAreStillTheSame() throws IOException {
        Sheet steps = filled.sheet(Kind.STEP);
        Row third = filled.row(Kind.STEP, B276 + 3);
        Row fourth = filled.row(Kind.STEP, B276 + 4);
        for (int c = 0; c < fourth.getLastCellNum(); c++) {
            String text = third.getCell(c).toString();
            third.getCell(c).setCellValue(fourth.getCell(c).toString().replaceAll("\\.0$", ""));
            fourth.getCell(c).setCellValue(text.replaceAll("\\.0$", ""));
        }
        steps.getRow(9).setZeroHeight(true);
        filled.workbook.setSheetOrder(steps.getSheetName(), 0);
        filled.workbook.setSheetName(0, "Langkah (baru)");
        filled.workbook.createSheet("Catatan saya").createRow(0).createCell(0).setCellValue("untuk rapat");
        Row far = steps.createRow(1_000_000);
        far.createCell(3).setCellValue(" ");

        RuleImport made = filled.into(library, folder);

        assertThat(refusals(made)).isEmpty();
        assertThat(made.edits()).isEmpty();
    }

    @Test
    void aMillionEmptyRowsAreNothing() throws IOException {
        String steps = filled.workbook
                .getSheet("Langkah SOP")
                .getPackagePart()
                .getPartName()
                .getName()
                .substring(1);
        Map<String, byte[]> parts = Packages.unzip(Files.readAllBytes(filled.save(folder.resolve("aturan.xlsx"))));
        StringBuilder empty = new StringBuilder();
        for (int r = 1_001; r <= 1_040_000; r++) {
            empty.append("<row r=\"").append(r).append("\"><c r=\"C").append(r).append("\"/></row>");
        }
        String end = "</sheetData>";
        String sheet = new String(parts.get(steps), StandardCharsets.UTF_8);
        assertThat(sheet).containsOnlyOnce(end).doesNotContain("r=\"1001\"");
        parts.put(steps, sheet.replace(end, empty.append(end)).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("besar.xlsx"), Packages.zip(parts));

        RuleImport made = FilledWorkbook.read(library, cache, folder.resolve("besar.xlsx"));

        assertThat(refusals(made)).isEmpty();
        assertThat(made.edits()).isEmpty();
    }

    @Test
    void macrosAreNeverRunAndNoReasonToRefuse() throws Exception {
        filled.set(Kind.STEP, B276 + 4, "within", "16 jam");
        filled.workbook.setWorkbookType(XSSFWorkbookType.XLSM);
        PackagePart macros = filled.workbook
                .getPackage()
                .createPart(
                        PackagingURIHelper.createPartName("/xl/vbaProject.bin"),
                        "application/vnd.ms-office.vbaProject");
        try (var out = macros.getOutputStream()) {
            out.write("Sub Auto_Open()".getBytes(StandardCharsets.UTF_8));
        }

        RuleImport made = FilledWorkbook.read(library, cache, filled.save(folder.resolve("makro.xlsm")));

        assertThat(changes(made)).containsExactly("B276 steps[4].within: 24 jam > 16 jam");
    }

    @Test
    void whatIsNoWorkbookOfOursIsRefused() throws IOException {
        Path empty = folder.resolve("kosong.xlsx");
        try (XSSFWorkbook none = new XSSFWorkbook();
                var to = Files.newOutputStream(empty)) {
            none.createSheet("Lembar1");
            none.write(to);
        }
        filled.workbook.removeSheetAt(filled.workbook.getSheetIndex("Asal"));
        Path stripped = filled.save(folder.resolve("tanpa-asal.xlsx"));

        assertThat(refusals(FilledWorkbook.read(library, cache, empty))).hasSize(1);
        assertThat(refusals(FilledWorkbook.read(library, cache, stripped)))
                .containsExactly("null null edit-origin-absent");
        assertThat(refusals(FilledWorkbook.read(library, cache, folder.resolve("tiada.xlsx"))))
                .containsExactly("null null path-missing");
    }

    @Test
    void columnsMayMoveButNotGoOrBeInvented() throws IOException {
        Row header = filled.sheet(Kind.STEP).getRow(2);
        header.getCell(FilledWorkbook.column(Kind.STEP, "note")).setCellValue("Keterangan lain");

        assertThat(refusals(filled.into(library, folder)))
                .containsExactlyInAnyOrder(
                        "Langkah SOP null edit-column-unknown", "Langkah SOP null edit-column-absent");
    }

    @Test
    void aMissingSheetIsToldAndChangesNothing() throws IOException {
        filled.workbook.removeSheetAt(filled.workbook.getSheetIndex("Parameter"));

        RuleImport made = filled.into(library, folder);

        assertThat(made.edits()).isEmpty();
        assertThat(made.notes()).extracting(n -> n.key()).containsExactly("edit-table-absent");
    }

    @Test
    void whatOthersChangedMeanwhileStays() throws IOException {
        RuleLibrary meanwhile = changed(Map.of(
                "sop/b276.yaml", "within: 24 jam>within: 20 jam",
                "parameters/sop/stall-limit.yaml", "3 hari>4 hari"));
        RuleImport made = filled.set(Kind.STEP, B276 + 5, "within", "2 jam").into(meanwhile, folder);

        assertThat(refusals(made)).isEmpty();
        assertThat(RuleSetDiff.between(meanwhile, made.after().orElseThrow()))
                .extracting(RuleSetChange::field)
                .containsExactly("steps[5].within");
        assertThat(made.notes())
                .extracting(n -> n.key())
                .contains("edit-origin-other", "edit-meanwhile-changed", "edit-meanwhile-changed");
    }

    @Test
    void whatBothChangedIsAConflictUnlessBothWantTheSame() throws IOException {
        RuleLibrary meanwhile = changed(Map.of("sop/b276.yaml", "within: 24 jam>within: 20 jam"));

        RuleImport conflict =
                filled.set(Kind.STEP, B276 + 4, "within", "16 jam").into(meanwhile, folder);
        RuleImport same = filled.set(Kind.STEP, B276 + 4, "within", "20 jam").into(meanwhile, folder);
        RuleImport removed = filled.set(Kind.STEP, B276 + 4, "action", "hapus").into(meanwhile, folder);

        assertThat(refusals(conflict)).containsExactly("Langkah SOP Waktu edit-cell-conflict");
        assertThat(refusals(same)).isEmpty();
        assertThat(same.edits()).isEmpty();
        assertThat(refusals(removed)).contains("Langkah SOP null edit-row-conflict");
    }

    @Test
    void textsThatLookLikeFormulasStayTexts() throws IOException {
        RuleLibrary risky = changed(Map.of(
                "sop/b276.yaml", "title: Evaluasi atas tindak lanjut>title: \"=1+1\"",
                "parameters/skm/aggregation.yaml", "Both methods>'=both methods"));

        RuleImport workbook = new FilledWorkbook(risky, Language.ID, cache).into(risky, folder);
        RuleImport csv = FilledWorkbook.read(risky, cache, csv(risky, Map.of()));

        assertThat(workbook.edits()).isEmpty();
        assertThat(csv.edits()).isEmpty();
        assertThat(refusals(csv)).isEmpty();
        Path[] edited = csv(risky, Map.of(";'=1+1;", ";'=1+2;"));
        assertThat(FilledWorkbook.read(risky, cache, edited).edits())
                .containsExactly(new RuleEdit.Set(RuleItem.step("sop/b276.yaml", 9), "title", "=1+2"));
        assertThat(Files.readString(folder.resolve("langkah-sop.csv"))).contains(";'=1+2;");
    }

    @Test
    void everyReasonHasAText() throws IOException {
        RuleImport made = filled.set(Kind.STEP, B276 + 4, "within", "-1 jam").into(library, folder);

        assertThat(Reasons.of(made.refusals().get(0).rejected(), Language.ID))
                .contains(", bagian Langkah SOP, baris ")
                .contains(" kolom Waktu \"-1 jam\": ");
    }

    private RuleLibrary changed(Map<String, String> byFile) {
        RuleSetContent files = library.files();
        for (Map.Entry<String, String> change : byFile.entrySet()) {
            String[] parts = change.getValue().split(">");
            String text = new String(files.bytes(change.getKey()), StandardCharsets.UTF_8);
            assertThat(text).contains(parts[0]);
            files = files.with(change.getKey(), text.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8));
        }
        return RuleLibrary.read(files, cache);
    }

    private Path[] csv(Map<String, String> replacements) throws IOException {
        return csv(library, replacements);
    }

    private Path[] csv(RuleLibrary of, Map<String, String> replacements) throws IOException {
        Map<String, byte[]> files = CsvTables.of(new RuleTables(of, FilledWorkbook.TODAY, Language.ID));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            if (!file.getKey().equals("asal.csv")) {
                for (Map.Entry<String, String> r : replacements.entrySet()) {
                    text = text.replace(r.getKey(), r.getValue());
                }
            }
            Files.writeString(folder.resolve(file.getKey()), text);
        }
        return files.keySet().stream().map(folder::resolve).toArray(Path[]::new);
    }

    private static List<String> refusals(RuleImport made) {
        return made.refusals().stream()
                .map(r -> r.rejected() == null
                        ? r.cause().toString()
                        : r.rejected().sheet() + " " + r.rejected().column() + " "
                                + r.rejected().reason())
                .toList();
    }

    private static List<String> changes(RuleImport made) {
        assertThat(refusals(made)).isEmpty();
        return RuleSetDiff.between(library, made.after().orElseThrow()).stream()
                .map(c -> c.item() + " " + c.field() + ": " + c.before() + " > " + c.after())
                .toList();
    }

    private static String sha256(RuleImport made) {
        return made.after().orElseThrow().files().sha256();
    }

    private static String text(RuleImport made, String file) {
        assertThat(refusals(made)).isEmpty();
        return new String(made.after().orElseThrow().files().bytes(file), StandardCharsets.UTF_8);
    }
}
