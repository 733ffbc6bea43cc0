package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.skm.Period;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.ResponseRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matrices as offices make them; the rows under them are worded in every way that was met. */
class MatrixTest {

    private static final int RESPONDENTS = 30;
    private static final int UNSUR = 4;
    private static final String HEAD = "UNIT PELAYANAN : Dinas X\nPERIODE : Januari - Juni 2026\n";
    private static final String CODES = "NO;U1;U2;U3;U4\n";

    private static final List<String> SUMS = List.of(
            "Jumlah",
            "JUMLAH NILAI",
            "Jumlah Nilai Per Unsur",
            "Σ Nilai/Unsur",
            "Total Skor",
            "Nilai Total",
            "Skor Total",
            "TOTAL NILAI PER UNSUR",
            "Jumlah nilai (∑)",
            "Jml",
            "Sum",
            "JUMLAH NILAI PERSEPSI",
            "Nilai semua orang");
    private static final List<String> MEANS = List.of(
            "NRR",
            "NRR / Unsur",
            "NRR per Unsur = Jumlah nilai per unsur : jumlah kuesioner",
            "Rerata",
            "Mean",
            "Average",
            "Rata2",
            "NRR Per Unsur (Nilai/36)",
            "NILAI RATA-RATA PER UNSUR (NRR)",
            "Rata-rata per unsur pelayanan",
            "Rata - Rata",
            "Titik tengah");
    private static final List<String> WEIGHTED = List.of(
            "NRR tertimbang",
            "NRR Tertimbang/Unsur (x 0,11)",
            "NRR tertimbang = NRR x 0,111",
            "NRR x 0,11",
            "NRR x Bobot",
            "Nilai Rata-Rata Tertimbang",
            "NRR Tertbg/unsur",
            "Bobot NRR Tertimbang",
            "NRR IKM tertimbang",
            "Dengan timbangan");
    private static final List<String> CONVERTED =
            List.of("IKM per Unsur", "Konversi", "Nilai Konversi per unsur", "Nilai Unsur x 25", "Skala seratus");
    private static final List<String> WEIGHTS = List.of("Bobot", "Bobot nilai", "Penimbang");
    private static final List<String> INDICES = List.of(
            "IKM;%s",
            "IKM UNIT PELAYANAN : %s",
            "IKM UNIT PELAYANAN = %s (A / SANGAT BAIK)",
            "Nilai IKM setelah dikonversi = Nilai Indeks x 25;%s",
            "IKM (NRR tertimbang x 25);%s",
            "IKM;92;91;90;93;%s",
            "IKM Unit;;;;;**) %s",
            "Nilai SKM Konversi;%s",
            "IKM = 25 x 3,6 = %s",
            "Nilai IKM;;%s");

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final List<int[]> scores = IntStream.range(0, RESPONDENTS)
            .mapToObj(i ->
                    IntStream.range(0, UNSUR).map(j -> 3 + random.nextInt(2)).toArray())
            .toList();

    @Test
    void rowsOfMeansAreNoRespondents() {
        StringBuilder text = new StringBuilder("No;Puskesmas;U1;U2;U3;U4;IKM;Mutu\n");
        for (int i = 1; i <= 31; i++) {
            text.append(i + ";Puskesmas " + i + ";3,17;2,94;3,0" + i % 10 + ";3,50;79,69;A\n");
        }
        text.append(";Rata-rata;3,17;2,94;3,04;3,50;79,69;A\n");
        ReadAll read = Sample.read(folder, "p.csv", text.toString());
        assertThat(read.responses()).isEmpty();
        assertThat(read.published()).isEmpty();
        assertThat(Sample.rejected(read)).containsExactly("2|null|null|rows-of-means");
        assertThat(read.inputs().get(0).rejected()).isEqualTo(31);
        assertThat(read.rejected().stream().toList().get(0).details()).containsEntry("count", "31");
    }

    @Test
    void averagesOfAFewQuestionsAreStillAnswers() {
        ReadAll read = Sample.read(
                folder, "p.csv", "No;U1;U2;U3;U4\n1;3,5;3,33;2,67;3,75\n2;3,0;4,00;2.5;1,666\n3;3;3,12;3;2\n");
        assertThat(read.responses()).hasSize(3);
        assertThat(read.rejected()).isEmpty();
    }

    @Test
    void meansAmongAnswersLeaveItOpenHowManyAnswered() {
        ReadAll read = Sample.read(folder, "p.csv", "No;U1;U2;U3;U4\n1;3;3;2;3\n2;3,12;3,44;2,41;3,38\n3;4;4;4;4\n");
        assertThat(read.responses()).hasSize(2);
        assertThat(Sample.rejected(read)).containsExactly("3|null|null|rows-of-means");
        assertThat(read.lostResponses())
                .singleElement()
                .satisfies(lost -> assertThat(lost.rest()).isTrue());
    }

    @Test
    void takesNoRowUnderTheMatrixForARespondentHoweverItIsWorded() {
        for (int i = 0; i < INDICES.size() + SUMS.size(); i++) {
            String sum = SUMS.get(i % SUMS.size());
            String mean = MEANS.get(i % MEANS.size());
            String weighted = WEIGHTED.get(i % WEIGHTED.size());
            String index = INDICES.get(i % INDICES.size()).formatted("90,83");
            String foot = row(sum, u -> sum(u))
                    + row(mean, u -> mean(u))
                    + row(WEIGHTS.get(i % WEIGHTS.size()), u -> 0.25)
                    + row(weighted, u -> mean(u) / UNSUR)
                    + row(CONVERTED.get(i % CONVERTED.size()), u -> mean(u) * 25)
                    + "Mutu Unsur;A;A;A;A\n"
                    + index
                    + "\nMutu Pelayanan : A (Sangat Baik)\nKinerja Unit Pelayanan;Sangat Baik\n";

            // Whether the respondents are numbered, or named beside a number, or named alone.
            for (String head : List.of("NO", "NO;NAMA", "NAMA")) {
                ReadAll read = Sample.read(
                        folder,
                        i + "-" + head.length() + ".csv",
                        HEAD
                                + head
                                + CODES.substring(2)
                                + body(head)
                                + (head.equals("NO;NAMA") ? foot.replaceAll("(?m)^([^;\n]*);", "$1;;") : foot));

                String about = head + " " + sum + " " + mean + " " + weighted + " " + index;
                assertThat(Sample.rejected(read)).as(about).isEmpty();
                assertThat(read.responses()).as(about).hasSize(RESPONDENTS);
                assertThat(read.lostResponses()).as(about).isEmpty();
                PublishedResult result = read.published().get(0);
                assertThat(result.ikm()).as(about).isEqualTo(new BigDecimal("90.83"));
                assertThat(result.grade()).as(about).isEqualTo("A");
                assertThat(result.elements())
                        .as(about)
                        .extracting(PublishedResult.Element::sum)
                        .containsExactlyElementsOf(IntStream.range(0, UNSUR)
                                .mapToObj(u -> BigDecimal.valueOf(sum(u)))
                                .toList());
                assertThat(result.elements())
                        .as(about)
                        .hasSize(UNSUR)
                        .allSatisfy(e -> assertThat(e.weighted())
                                .isEqualByComparingTo(number(
                                        mean(Integer.parseInt(e.label().code().substring(1)) - 1) / UNSUR)));
            }
        }
    }

    @Test
    void rejectsByItsLabelWhatIsNeitherARespondentNorKnown() {
        String below = row("Jumlah", u -> sum(u)) + row("NRR", u -> mean(u));
        ReadAll read = Sample.read(
                folder, "a.csv", HEAD + CODES + body("NO") + below + "Simpangan;0,5;0,4;0,5;0,1\nBudi;4;4;4;4\n");

        assertThat(Sample.rejected(read)).containsExactly("36|NO|Simpangan|total-unknown", "37|NO|Budi|total-unknown");
        assertThat(read.responses()).hasSize(RESPONDENTS);
        assertThat(read.lostResponses()).isEmpty();

        // Above the totals it may be a respondent, so that the number of respondents is no longer certain.
        read = Sample.read(folder, "b.csv", HEAD + CODES + body("NO") + "Tanpa nomor;4;4;4;4\n" + below);
        assertThat(Sample.rejected(read)).containsExactly("34|NO|Tanpa nomor|total-unknown");
        assertThat(read.responses()).hasSize(RESPONDENTS);
        assertThat(read.lostResponses()).hasSize(1);
    }

    @Test
    void keepsRespondentsWhoseNamesSoundLikeTotals() {
        ReadAll read = Sample.read(
                folder,
                "a.csv",
                "NAMA RESPONDEN;U1;U2;U3;U4\n"
                        + "PT Mutu Abadi;4;4;4;4\nCV Total Bangun;4;4;4;4\nPT Rata Mulia;4;4;4;4\nR4;4;4;4;4\n;3;4;4;4\n");
        assertThat(read.responses()).hasSize(5);

        read = Sample.read(folder, "b.csv", "survei;U1;U2;U3;U4\nSKM 2025;4;4;4;4\nSKM;4;4;3;5\nSKM;;;;\n");
        assertThat(read.responses()).hasSize(3);
        assertThat(Sample.rejected(read)).isEmpty();

        // Answers beyond the scale, and respondents who are alike, are no totals either.
        for (String head : List.of("", "NAMA;")) {
            String lead = head.isEmpty() ? "" : "Budi;";
            read = Sample.read(
                    folder, "c.csv", head + "U1;U2;U3;U4\n" + (lead + "4;4;4;5\n").repeat(3) + lead + "4;4;4;15\n");
            assertThat(read.responses()).hasSize(4);
        }
    }

    @Test
    void goesOnAfterASubtotalAndARepeatedHeading() {
        String rows = body("NO");
        int half = rows.indexOf("16;");
        for (String carried : List.of("Jumlah dipindahkan", "Sub Total", "Jumlah", "Pindahan halaman 1")) {
            ReadAll read = Sample.read(
                    folder,
                    "a.csv",
                    HEAD + CODES + rows.substring(0, half) + carried + ";55;54;53;52\n" + CODES + rows.substring(half)
                            + row("NRR", u -> mean(u)) + "IKM;90,83\n");

            assertThat(Sample.rejected(read)).as(carried).isEmpty();
            assertThat(read.responses()).as(carried).hasSize(RESPONDENTS);
            assertThat(read.published()).extracting(PublishedResult::ikm).containsExactly(new BigDecimal("90.83"));
        }
    }

    @Test
    void readsMatricesThatStandOneUnderTheOther() {
        String result = row("NRR", u -> mean(u)) + "IKM;90,83\n";
        for (String gap : List.of("", "\n\n", "Keterangan :\n- NRR = nilai rata-rata\n\n")) {
            ReadAll read = Sample.read(
                    folder,
                    "a.csv",
                    HEAD + "Populasi : 900\nLAYANAN : KTP\n" + CODES + body("NO") + result + gap + "LAYANAN : KK\n"
                            + CODES + body("NO") + result.replace("90,83", "80,00"));

            assertThat(Sample.rejected(read)).isEmpty();
            assertThat(read.responses())
                    .extracting(r -> r.survey().unit() + " " + r.survey().service() + " "
                            + r.survey().population())
                    .hasSize(2 * RESPONDENTS)
                    .startsWith("Dinas X KTP 900")
                    .endsWith("Dinas X KK null");
            assertThat(read.published())
                    .extracting(p -> p.survey().service() + " " + p.ikm())
                    .containsExactly("KTP 90.83", "KK 80.00");
        }
    }

    @Test
    void joinsTheNumberAndTheNameOfAnUnsurFromTwoRowsOfHeadings() {
        String names = "Persyaratan;Waktu Penyelesaian;Sistem, Mekanisme dan Prosedur;Biaya/Tarif\n";
        List<String> headings = List.of(
                "NO. RES;U1 Persyaratan;U2 Waktu Penyelesaian;U3 Sistem, Mekanisme dan Prosedur;U4 Biaya/Tarif\n",
                "NO. RES;U1;U2;U3;U4\n;" + names,
                "NO. RES;" + names + ";U1;U2;U3;U4\n",
                "NO. RES;NILAI UNSUR PELAYANAN\n;" + names + ";U1;U2;U3;U4\n");
        for (String heading : headings) {
            ReadAll read = Sample.read(folder, "a.csv", HEAD + heading + "1;4;3;2;1\n2;4;3;2;1\n");

            assertThat(Sample.rejected(read)).as(heading).isEmpty();
            assertThat(read.responses()).as(heading).hasSize(2);
            assertThat(ReadAll.scores(read.responses().get(0)).keySet())
                    .as(heading)
                    .containsExactlyInAnyOrder(
                            "U1 Persyaratan",
                            "U2 Waktu Penyelesaian",
                            "U3 Sistem, Mekanisme dan Prosedur",
                            "U4 Biaya/Tarif");
        }
    }

    @Test
    void findsTheIndexOnEitherSideOfALegend() {
        List<String> legend =
                List.of("- IKM = Indeks Kepuasan Masyarakat", "IKM : Indeks Kepuasan", "- NRR = Nilai rata-rata");
        String mean = row("NRR", u -> mean(u));
        for (String entry : legend) {
            for (String foot : List.of(entry + "\nIKM;90,83\n", "IKM;90,83\n" + entry + "\n")) {
                ReadAll read = Sample.read(folder, "a.csv", HEAD + CODES + body("NO") + mean + foot);

                assertThat(Sample.rejected(read)).as(foot).isEmpty();
                assertThat(read.published().get(0).ikm()).as(foot).isEqualTo(new BigDecimal("90.83"));
            }
        }
    }

    @Test
    void takesTheIndexOfTheUnitAndItsGradeFromOneRow() {
        String mean = row("NRR", u -> mean(u));
        String perUnsur = row("IKM", u -> mean(u) * 25);
        for (String foot : List.of(
                "IKM;90,83;A\n",
                "IKM;90,83;Sangat Baik\n",
                "IKM;90,83 (Sangat Baik)\n",
                "IKM;90,83;90,83;90,83;90,83;A\n",
                "Nilai SKM : 90,83 (A)\n",
                "IKM UNIT PELAYANAN = 90,83 (A / SANGAT BAIK)\n",
                perUnsur + "IKM Unit;90,83;A\n",
                perUnsur.strip() + ";90,83 (A)\n",
                "IKM;;;;;90,83\nMutu;A\n")) {
            ReadAll read = Sample.read(folder, "a.csv", HEAD + CODES.strip() + ";Ket\n" + body("NO") + mean + foot);

            PublishedResult result = read.published().get(0);
            assertThat(Sample.rejected(read)).as(foot).isEmpty();
            assertThat(result.ikm()).as(foot).isEqualTo(new BigDecimal("90.83"));
            assertThat(result.grade()).as(foot).isEqualTo("A");
        }
        ReadAll none = Sample.read(folder, "a.csv", HEAD + CODES + body("NO") + mean + perUnsur);
        assertThat(none.published().get(0).ikm()).isNull();
    }

    @Test
    void rejectsAValueOfTheLetterheadAloneAndWhereItStands() {
        ReadAll read = Sample.read(
                folder,
                "a.csv",
                "Jumlah populasi : 40 orang\nJumlah responden : tiga puluh\n" + "Periode Survei : 1 - 30 Juni 2026\n"
                        + CODES + body("NO"));

        assertThat(Sample.rejected(read)).containsExactly("2|Jumlah responden|tiga puluh|count-unreadable");
        assertThat(read.responses()).hasSize(RESPONDENTS);
        ResponseRecord first = read.responses().get(0);
        assertThat(first.survey().population()).isEqualTo(40);
        assertThat(first.survey().period())
                .isEqualTo(new Period(LocalDate.parse("2026-06-01"), LocalDate.parse("2026-06-30")));
    }

    @Test
    void readsAPeriodThatTheLetterheadNamesInPartsAndNeverGuessesOne() {
        assertThat(periodUnder("Bulan : Juni 2026\nTahun : 2026\n")).isEqualTo("2026-06-01/2026-06-30");
        assertThat(periodUnder("Bulan : Juni\nTahun : 2026\n")).isEqualTo("2026-06-01/2026-06-30");
        assertThat(periodUnder("Triwulan : II\nTahun Anggaran : 2026\n")).isEqualTo("2026-04-01/2026-06-30");
        assertThat(periodUnder("Semester;: Semester II\nTahun;: 2025\n")).isEqualTo("2025-07-01/2025-12-31");
        assertThat(periodUnder("Tahun : 2025\n")).isEqualTo("2025-01-01/2025-12-31");
        assertThat(periodUnder("Triwulan : II\n")).isEqualTo("rejected 1|Triwulan|Triwulan II|period-unreadable");
        assertThat(periodUnder("Periode : I\nTahun : 2026\n")).isEqualTo("rejected 1|Periode|I|period-unreadable");
    }

    private String periodUnder(String letterhead) {
        ReadAll read = Sample.read(folder, "a.csv", letterhead + CODES + body("NO"));
        assertThat(read.responses()).hasSize(RESPONDENTS);
        Period period = read.responses().get(0).survey().period();
        return period == null ? "rejected " + String.join(",", Sample.rejected(read)) : period.toString();
    }

    @Test
    void readsTitlesWithCommasWhateverSeparatesTheCells() {
        String titles = "Hasil Survei, Dinas X, Kota Y\nSemarang, 3 Juli 2026\n"
                + "Unit Pelayanan : Bidang A, B, dan C\n"
                + "Periode : Senin, 1 Juni 2026 s.d. Selasa, 30 Juni 2026\n";
        for (String separator : List.of(";", ",", "\t")) {
            String table = (CODES + body("NO")).replace(";", separator);

            ReadAll read = Sample.read(folder, "a.csv", titles + table);

            assertThat(Sample.rejected(read)).as(separator).isEmpty();
            assertThat(read.responses()).as(separator).hasSize(RESPONDENTS);
            assertThat(read.responses().get(0).survey().unit()).isEqualTo("Bidang A, B, dan C");
            assertThat(read.responses().get(0).survey().period()).hasToString("2026-06-01/2026-06-30");
        }
    }

    @Test
    void tellsWhereTheStatedNumberOfRespondentsIsNotThatOfTheRows() {
        ReadAll more = Sample.read(folder, "a.csv", "Jumlah responden : 50 orang\n" + HEAD + CODES + body("NO"));
        ReadAll same = Sample.read(folder, "a.csv", "Jumlah responden : 30 orang\n" + HEAD + CODES + body("NO"));

        assertThat(more.inputs().get(0).notes())
                .extracting(n ->
                        n.key() + n.details().get("stated") + "/" + n.details().get("count"))
                .containsExactly("respondents-differ50/30");
        assertThat(same.inputs().get(0).notes()).isEmpty();
    }

    @Test
    void readsTheSummaryLinesOfAPublishedTable() {
        String head = "No;Unsur;NRR;Mutu\n";
        String lines = "1;Persyaratan;3,4;B\n2;Waktu Penyelesaian;3,6;A\n";
        for (String numbers : List.of("", "1;2;3;4\n", "(1);(2);(3);(4)\n", "a;b;c;d\n", "1;2;3;4 = 3 x 25\n")) {
            for (String summary : List.of("", ";Jumlah;7,0;\n", ";Rata-rata;3,5;\n;Rata-rata tertimbang;0,875;\n")) {
                for (String index : List.of(
                        ";IKM;87,5;B\n",
                        ";Nilai SKM;87,5;B\n",
                        ";IKM Konversi;87,5;\n;Mutu Pelayanan;;B\n",
                        ";Mutu Pelayanan;B;\n;Nilai IKM;87,5;\n")) {
                    ReadAll read = Sample.read(folder, "a.csv", HEAD + head + numbers + lines + summary + index);

                    String about = numbers + summary + index;
                    assertThat(Sample.rejected(read)).as(about).isEmpty();
                    PublishedResult result = read.published().get(0);
                    assertThat(result.elements()).as(about).hasSize(2);
                    assertThat(result.ikm()).as(about).isEqualTo(new BigDecimal("87.5"));
                    assertThat(result.grade()).as(about).isEqualTo("B");
                    assertThat(result.row().cell("grade").value()).as(about).isEqualTo("B");
                }
            }
        }
    }

    /** Words in the first column or in one cell with the figure, legends and signatures. */
    @Test
    void findsTheFiguresOfAPublishedTableWhereverTheirWordsStand() {
        String table = HEAD + "No;Unsur;NRR;Mutu\n1;Persyaratan;3,4;B\n2;Waktu Penyelesaian;3,6;A\n";
        for (String foot : List.of(
                "Jumlah;;7,0;\nRata-rata;;3,5;\nNilai SKM;;87,5;\nMutu;;;Baik\n",
                "Nilai SKM : 87,5\nMutu Pelayanan : B (Baik)\n",
                "Nilai SKM : 87,5 (Baik)\n",
                "IKM UNIT PELAYANAN;: 87,5\nMutu Pelayanan;: B\n",
                "Total;;7,0;\nNilai Indeks;;87,5;\nKategori;;Baik;\n",
                ";IKM;3,5;\n;IKM Konversi;87,5;B\n",
                ";IKM;87,5;B\nKeterangan:\n- IKM = Indeks Kepuasan Masyarakat\n;- NRR = Nilai rata-rata;;\n"
                        + "- IKM;= Indeks Kepuasan Masyarakat\nMutu Pelayanan :\nA (Sangat Baik) : 88,31 - 100,00\n"
                        + ";;Jakarta, 3 Juli 2026\n;;Kepala Dinas\n",
                ";- IKM = Indeks Kepuasan Masyarakat;;\nIKM : Indeks Kepuasan Masyarakat\n;IKM;87,5;B\n")) {
            ReadAll read = Sample.read(folder, "a.csv", table + foot);

            PublishedResult result = read.published().get(0);
            assertThat(Sample.rejected(read)).as(foot).isEmpty();
            assertThat(result.elements()).as(foot).hasSize(2);
            assertThat(result.ikm()).as(foot).isEqualTo(new BigDecimal("87.5"));
            assertThat(result.grade()).as(foot).isEqualTo("B");
        }
    }

    @Test
    void rejectsADamagedRowOfAPublishedTableAndCountsTheRemarks() {
        String table = HEAD + "No;Unsur;NRR;Mutu\n1;Persyaratan;3,4;B\n";

        for (String damaged :
                List.of("2;;3,6;A\n", ";;3,6;A\n", "2;;;\n", "2;Waktu Penyelesaian;;A\n", "2;Waktu;3,6;A\n")) {
            ReadAll read = Sample.read(folder, "a.csv", table + damaged + ";IKM;87,5;B\n");
            assertThat(Sample.rejected(read)).as(damaged).isNotEmpty();
        }
        ReadAll twice = Sample.read(folder, "a.csv", table + ";IKM;87,5;B\n;Nilai SKM;88,0;B\n");
        assertThat(Sample.rejected(twice)).contains("6|Unsur|Nilai SKM|index-duplicate");
        ReadAll remarks = Sample.read(folder, "a.csv", table + ";IKM;85;B\n- IKM = Indeks\nKepala Dinas\n");
        assertThat(remarks.inputs().get(0).notes())
                .extracting(n -> n.key() + " " + n.details().get("count") + " "
                        + n.details().get("first"))
                .containsExactly("footnotes-skipped 2 6");
    }

    private String body(String head) {
        return IntStream.range(0, RESPONDENTS)
                .mapToObj(i -> lead(head, i + 1) + cells(u -> scores.get(i)[u]) + "\n")
                .collect(Collectors.joining());
    }

    private static String lead(String head, int number) {
        String name = "Warga " + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcd".charAt(number - 1);
        return switch (head) {
            case "NO" -> "" + number;
            case "NAMA" -> name;
            default -> number + ";" + name;
        };
    }

    private int sum(int unsur) {
        return scores.stream().mapToInt(s -> s[unsur]).sum();
    }

    private double mean(int unsur) {
        return (double) sum(unsur) / RESPONDENTS;
    }

    private static String row(String label, ToDoubleFunction<Integer> value) {
        return label + cells(value) + "\n";
    }

    private static String cells(ToDoubleFunction<Integer> value) {
        return IntStream.range(0, UNSUR)
                .mapToObj(u -> ";" + number(value.applyAsDouble(u)).toString().replace('.', ','))
                .collect(Collectors.joining());
    }

    private static BigDecimal number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(0) : rounded;
    }
}
