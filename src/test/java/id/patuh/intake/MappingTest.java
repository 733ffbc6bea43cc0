package id.patuh.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.violation.Evidence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of other systems, read by a mapping. */
class MappingTest {

    private static final String TICKETS = """
            zone: Asia/Jayapura
            times: [dd.MM.yyyy HH:mm, excel]
            skip:
              first: 1
              where: [{column: Status, is: [arsip]}]
            columns:
              case: No. Tiket
              unit: {column: Unit, values: {DTK: Dinas Tenaga Kerja}, others: keep}
              outputs: {column: Berkas, separator: '|'}
            constants: {sop: B276}
            activities:
              - columns: {start: {columns: [Tanggal, Jam]}, end: {columns: [Tanggal, Jam]}}
                constants: {step: 1, role: Pemohon}
              - when: [{column: Status, is: [Selesai], is_not: [Proses]}]
                columns: {start: {columns: [Tanggal, Jam]}, end: {column: Dijawab, required: true}}
                constants: {step: Membuat rencana survey}
              - when: [{column: Status, is: [Proses], is_not: [Selesai]}]
                columns: {start: {columns: [Tanggal, Jam]}}
                constants: {step: Membuat rencana survey}
            ignore: [Isi]
            """;
    private static final String HEADER = "no_tiket,Tanggal,JAM,Status,Dijawab,Unit,Berkas,Isi,Warna\n";
    private static final String GOOD = "T1,02.03.2026,08:30,Selesai,46083.5,DTK,Surat|Nota,x,merah\n";

    @TempDir
    Path folder;

    private ReadAll read(String rows) {
        return Sample.in(folder)
                .mapping(TICKETS)
                .file("t.csv", "no_tiket,Tanggal\nRekap tiket\n" + HEADER + rows)
                .read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constants: {sop: B276, end: }", "constants: {sop: B276}"})
    void anEndThatIsNeverRecordedDoesNotSayThatEverythingStillRuns(String constants) {
        ReadAll read = Sample.in(folder)
                .mapping("columns: {case: A, step: B, start: C}\n" + constants + "\n")
                .file("t.csv", "A,B,C\n1,2,2026-03-02 08:00\n")
                .read();
        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities().get(0).row().table().lacks("end")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[iso, yyyy-MM-dd, dd/MM/yyyy HH:mm]",
                "[yyyy-MM-dd, iso, dd/MM/yyyy HH:mm]",
                "[iso, dd/MM/yyyy HH:mm]"
            })
    void aDateAloneStandsForTheTimeOfDayThatTheMappingNames(String times) {
        ReadAll read = Sample.in(folder)
                .mapping("columns: {case: A, step: B, start: C}\nconstants: {sop: B276}\ndate_at: \"12:00\"\ntimes: "
                        + times + "\n")
                .file("t.csv", "A,B,C\n1,2,2026-03-02\n1,2,2026-03-02 08:00:05\n1,2,02/03/2026 09:00\n1,2,2026-02-30\n")
                .read();
        assertThat(read.activities())
                .extracting(a -> Instant.ofEpochMilli(a.start()).toString())
                .containsExactly("2026-03-02T05:00:00Z", "2026-03-02T01:00:05Z", "2026-03-02T02:00:00Z");
        assertThat(read.rejected()).extracting(RejectedRow::row).containsExactly(5);
    }

    @Test
    void unfoldsARowIntoItsActivities() {
        ReadAll read = read(GOOD + "T2,03.03.2026,09:00,proses,,Dinas Lain,,,\nT3,,,ARSIP,,,,,\n");

        assertThat(read.rejected()).isEmpty();
        assertThat(read.activities())
                .extracting(
                        ActivityRecord::caseId,
                        ActivityRecord::step,
                        ActivityRecord::role,
                        ActivityRecord::unit,
                        a -> Instant.ofEpochMilli(a.start()).toString(),
                        a -> a.end() == ActivityRecord.RUNNING
                                ? "-"
                                : Instant.ofEpochMilli(a.end()).toString(),
                        ActivityRecord::outputs)
                .containsExactly(
                        tuple(
                                "T1",
                                "1",
                                "Pemohon",
                                "Dinas Tenaga Kerja",
                                "2026-03-01T23:30:00Z",
                                "2026-03-01T23:30:00Z",
                                List.of("Surat", "Nota")),
                        tuple(
                                "T1",
                                "Membuat rencana survey",
                                null,
                                "Dinas Tenaga Kerja",
                                "2026-03-01T23:30:00Z",
                                "2026-03-02T03:00:00Z",
                                List.of("Surat", "Nota")),
                        tuple(
                                "T2",
                                "1",
                                "Pemohon",
                                "Dinas Lain",
                                "2026-03-03T00:00:00Z",
                                "2026-03-03T00:00:00Z",
                                List.of()),
                        tuple(
                                "T2",
                                "Membuat rencana survey",
                                null,
                                "Dinas Lain",
                                "2026-03-03T00:00:00Z",
                                "-",
                                List.of()));
        String path = folder.resolve("t.csv").toString();
        ActivityRecord answered = read.activities().get(1);
        assertThat(answered.row().cell("start"))
                .isEqualTo(new Evidence(path, null, 4, "Tanggal + JAM", "02.03.2026 08:30"));
        assertThat(answered.row().cell("end")).isEqualTo(new Evidence(path, null, 4, "Dijawab", "46083.5"));
        assertThat(answered.row().table().lacks("end")).isFalse();
        assertThat(read.activities().get(3).row().table().lacks("end")).isFalse();
        assertThat(read.activities().get(0).row().table().isInstant()).isTrue();
        assertThat(read.inputs().get(0).rows()).isEqualTo(2);
        assertThat(read.inputs().get(0).notes())
                .extracting(InputNote::key)
                .containsExactly("columns-unmapped", "rows-skipped");
    }

    static Stream<Arguments> badRows() {
        return Stream.of(
                row(GOOD.replace("Selesai", "Ditunda"), "4|Status|Ditunda|value-undecided"),
                row(GOOD.replace("46083.5", ""), "4|Dijawab|null|value-missing"),
                row(GOOD.replace("46083.5", "4/3/2026"), "4|Dijawab|4/3/2026|time-format-unfit"),
                row(GOOD.replace("46083.5", "3.9.1903 08:30"), "4|Dijawab|3.9.1903 08:30|time-format-unfit"),
                row(GOOD.replace("46083.5", "03.09.1903 08:30"), "4|Dijawab|03.09.1903 08:30|year-out-of-range"),
                row(GOOD.replace("02.03.", "30.02."), "4|Tanggal + JAM|30.02.2026 08:30|time-format-unfit"),
                row(GOOD.replace("merah", "merah,!"), "4|null|!|cell-surplus"),
                row(GOOD.replace("T1", ""), "4|no_tiket|null|value-missing"));
    }

    private static Arguments row(String row, String... expected) {
        return Arguments.of(row, List.of(expected));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void namesWhatCannotBeReadOnceAndLosesItsCase(String bad, List<String> expected) {
        ReadAll read = read(bad + GOOD.replace("T1", "T9"));

        assertThat(Sample.rejected(read)).isEqualTo(expected);
        assertThat(read.activities()).filteredOn(a -> a.caseId().equals("T9")).hasSize(2);
        assertThat(read.lostActivities()).isNotEmpty().allMatch(l -> l.row() == 4);
        assertThat(read.lostActivities())
                .extracting(LostActivity::caseId)
                .allMatch(id -> bad.contains("!") || bad.startsWith(",") ? id == null : id.equals("T1"));
        assertThat(read.inputs().get(0).rejected()).isEqualTo(1);
    }

    @Test
    void namesColumnsThatAreMissingOrDoubled() {
        ReadAll read = Sample.in(folder)
                .mapping(TICKETS)
                .file("t.csv", "\n" + HEADER.replace("JAM,", "").replace("Isi", "Dijawab") + "T1,,,,,,,\n")
                .read();

        assertThat(Sample.rejected(read))
                .containsExactlyInAnyOrder(
                        "2|Jam|null|mapping-column-missing", "2|Dijawab|null|mapping-column-doubled");
        assertThat(read.inputs().get(0).rejected()).isEqualTo(1);
    }

    @Test
    void saysThatATableIsNoneOfTheMapping() {
        assertThat(Sample.rejected(Sample.in(folder)
                        .mapping(TICKETS)
                        .file("t.csv", "\na,b\n1,2\n")
                        .read()))
                .containsExactly("null|null|null|mapping-unfit");
        assertThat(Sample.rejected(Sample.in(folder)
                        .mapping(TICKETS.replace("constants: {sop: B276}\n", ""))
                        .file("u.csv", "\n" + HEADER + GOOD)
                        .read()))
                .containsExactly("null|null|null|mapping-sop-missing");
    }

    @Test
    void refusesWhatHasNoTranslationAndRowsThatHoldNothing() {
        String yaml = """
                times: [dd/MM/yyyy]
                columns:
                  case: Tiket
                  start: Masuk
                  step: {column: Tahap, values: {A: 1, B: 2}}
                """;
        ReadAll read = Sample.in(folder)
                .sop("B276")
                .mapping(yaml)
                .file("t.csv", "Tiket,Tahap,Masuk\n1,C,01/02/2026\n2,a,01/02/2026\n")
                .read();
        assertThat(Sample.rejected(read))
                .containsExactly(
                        "2|Masuk|01/02/2026|time-without-clock",
                        "2|Tahap|C|value-untranslated",
                        "3|Masuk|01/02/2026|time-without-clock");

        read = Sample.in(folder)
                .sop("B276")
                .mapping("date_at: '07:30'\n" + yaml + "activities: [{when: [{column: Tahap, is: [A]}]}]\n")
                .file("u.csv", "Tiket,Tahap,Masuk\n1,b,01/02/2026\n2,a,01/02/2026\n")
                .read();
        assertThat(Sample.rejected(read)).containsExactly("2|null|null|activities-none");
        assertThat(read.activities()).extracting(ActivityRecord::start).containsExactly(1769905800000L);
        assertThat(read.lostActivities()).extracting(LostActivity::caseId).containsExactly("1");
    }

    @Test
    void usesAKnownMappingForTablesThatNothingElseRecognises() {
        Sample sample = Sample.in(folder)
                .known(
                        "confirmed: false\nskip: {first: 1}\ncolumns: {case: Tiket, start: Dibuka, step: Tahap}\nconstants: {sop: B276}\n")
                .file("t.csv", "Rekap 2026\nTiket,Dibuka,Tahap\nT1,2026-03-02 08:30,1\n")
                .file("n.csv", "case,sop,step,start\nN1,B276,1,2026-03-02 08:30\n")
                .file("x.csv", "Tiket,Dibuka\nT1,2026-03-02 08:30\n");
        ReadAll read = sample.read();

        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("T1", "N1");
        assertThat(Sample.rejected(read)).containsExactly("null|null|null|content-unrecognised");
        assertThat(read.inputs().get(0).notes())
                .extracting(InputNote::key)
                .containsExactly("mapping-used", "mapping-unconfirmed");
    }

    /** Also a table that would be recognised; but none that has other columns, whose meaning nobody has told: that is said. */
    @Test
    void readsTablesOfItsOwnerByTheirMappings() {
        String header = "case,sop,step,start";
        Sample sample = Sample.in(folder)
                .own(
                        "times: [M/d/yyyy H:mm]\ncolumns: {case: case, sop: sop, step: step, start: start}\n",
                        "columns: {case: '#1', step: Tahap, start: Dibuka}\nconstants: {sop: B276}\nignore: ['#2', Lama]\n")
                .file("a.csv", "Rekap\n" + header + "\nA1,B276,1,03/04/2026 08:30\n")
                .file("b.csv", header + ",note\nB1,B276,1,03/04/2026 08:30,x\n")
                .file("c.csv", "No,No,Tahap,Dibuka\nC1,x,1,2026-03-04 08:30\n")
                .file("d.csv", "No,No,Tahap,Dibuka,Unit\nD1,x,1,2026-03-04 08:30,x\n")
                .file("e.json", "[{\"case\":\"E1\",\"sop\":\"B276\",\"step\":1,\"start\":\"03/04/2026 08:30\"}]")
                .file("f.json", "[{\"case\":\"F1\",\"SOP\":\"B276\",\"langkah\":1,\"start\":\"03/04/2026 08:30\"}]")
                .file("g.csv", "no_berkas,sop,langkah,mulai\nG1,B276,1,03/04/2026 08:30\n");
        ReadAll read = sample.read();

        assertThat(read.activities())
                .extracting(a -> a.caseId() + " " + Instant.ofEpochMilli(a.start()))
                .containsExactly(
                        "A1 2026-03-04T01:30:00Z",
                        "B1 2026-04-03T01:30:00Z",
                        "C1 2026-03-04T01:30:00Z",
                        "E1 2026-03-04T01:30:00Z",
                        "F1 2026-04-03T01:30:00Z",
                        "G1 2026-04-03T01:30:00Z");
        assertThat(Sample.rejected(read)).containsExactly("null|null|null|content-unrecognised");
        assertThat(read.inputs())
                .extracting(input -> input.notes().stream()
                        .map(note -> note.key() + note.details().getOrDefault("columns", ""))
                        .toList())
                .containsExactly(
                        List.of("mapping-own-used"),
                        List.of("mapping-own-goes-short" + "note"),
                        List.of("mapping-own-used"),
                        List.of("mapping-own-goes-short" + "Unit"),
                        List.of("mapping-own-used"),
                        List.of("mapping-own-lacks" + "step", "mapping-own-goes-short" + "langkah"),
                        List.of());
    }

    @Test
    void readsSurveysUnderOtherHeaders() {
        ReadAll read = Sample.in(folder)
                .mapping("""
                        kind: survey
                        columns:
                          respondent: ID
                          U1: {column: Q1, values: {Puas: 4, Cukup: 3}}
                          U2: Q2
                        constants: {survey: S1, period_start: 2026-01-01, period_end: 2026-06-30}
                        """)
                .file("s.csv", "ID,Q1,Q2\n1,puas,4\n2,entah,3\n3,cukup,3\n")
                .read();

        assertThat(Sample.rejected(read)).containsExactly("3|Q1|entah|value-untranslated");
        assertThat(read.responses()).hasSize(2);
        assertThat(read.lostResponses()).hasSize(1);
    }

    /** The rows of a table as JSON objects, with a key only where something stands. */
    private static List<String> objects(String... rows) {
        String[] keys = HEADER.strip().split(",");
        return Stream.of(rows)
                .map(row -> row.strip().split(",", -1))
                .map(cells -> IntStream.range(0, cells.length)
                        .filter(i -> !cells[i].isEmpty())
                        .mapToObj(i -> "\"" + keys[i] + "\": \"" + cells[i] + "\"")
                        .collect(Collectors.joining(", ", "{", "}")))
                .toList();
    }

    private static List<List<Object>> whatWasDone(ReadAll read) {
        return read.activities().stream()
                .map(a -> Arrays.<Object>asList(
                        a.caseId(), a.step(), a.start(), a.end(), a.role(), a.unit(), a.outputs(), a.decision()))
                .toList();
    }

    static Stream<Arguments> layoutsOfJson() {
        return Stream.of(
                Arguments.of("[%s]", ", "),
                Arguments.of("%s\n", "\n"),
                Arguments.of("%s", " "),
                Arguments.of("{\"count\": 3, \"tags\": [1], \"data\": {\"items\": [%s]}, \"next\": null}", ","),
                Arguments.of("{\"activities\": [%s]}", ",\n"));
    }

    @ParameterizedTest
    @MethodSource("layoutsOfJson")
    void objectsOfJsonAreRowsOfATable(String layout, String between) {
        String[] rows = {GOOD, "T2,03.03.2026,09:00,proses,,Dinas Lain,,,\n", "T3,04.03.2026,09:00,entah,,,,,\n"};
        ReadAll table = read(String.join("", rows));
        String json = layout.formatted(String.join(between, objects(rows)));
        ReadAll read = Sample.in(folder)
                .mapping(TICKETS)
                .file("t" + Math.abs(layout.hashCode()) + ".json", json)
                .read(folder.resolve("t" + Math.abs(layout.hashCode()) + ".json")
                        .toString());

        assertThat(whatWasDone(read)).isEqualTo(whatWasDone(table)).hasSize(5);
        assertThat(Sample.rejected(read)).containsExactly("3|Status|entah|value-undecided");
        assertThat(read.activities()).extracting(a -> a.row().number()).containsExactly(1, 1, 2, 2, 3);
        assertThat(read.lostActivities()).extracting(LostActivity::caseId).containsOnly("T3");
        assertThat(read.inputs().get(0).rows()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("layoutsOfJson")
    void jsonThatBreaksOffIsReadUpToThere(String layout, String between) {
        String json = layout.formatted(String.join(between, objects(GOOD, GOOD.replace("T1", "T2"))));
        List<List<Object>> whole = null;
        for (int length = json.length(); length > 1; length--) {
            String name = "t" + length + ".json";
            ReadAll read = Sample.in(folder)
                    .mapping(TICKETS)
                    .file(name, json.substring(0, length))
                    .read(folder.resolve(name).toString());
            List<List<Object>> done = whatWasDone(read);
            if (whole == null) {
                whole = done;
                assertThat(whole).hasSize(4);
            } else if (layout.contains("[")
                    || !json.substring(0, length).strip().endsWith("}")) {
                assertThat(read.rejected()).as(json.substring(0, length)).isNotEmpty();
            }
            assertThat(whole).as(json.substring(0, length)).containsAll(done);
        }
    }

    @Test
    void keysWithinObjectsAreColumnsAndTextsInListsOneCell() {
        Sample sample = Sample.in(folder).mapping("""
                        columns: {case: id, start: waktu.masuk, outputs: berkas, step: {column: waktu.tahap}}
                        constants: {sop: B276}
                        """).file("n.json", """
                        [{"id": 7, "waktu": {"masuk": "2026-03-02 08:00", "tahap": 1}, "berkas": ["Surat", "Nota"]},
                         "x", {"id": 8, "waktu": {"masuk": null}}, {"id": 9, "id": 10}]
                        """);
        ReadAll read = sample.read();

        assertThat(read.activities())
                .extracting(ActivityRecord::caseId, ActivityRecord::step, ActivityRecord::outputs)
                .containsExactly(tuple("7", "1", List.of("Surat", "Nota")));
        assertThat(Sample.rejected(read))
                .containsExactly(
                        "2|null|x|type-wrong",
                        "3|waktu.masuk|null|value-missing",
                        "3|waktu.tahap|null|value-missing",
                        "4|id|10|key-duplicate");
    }

    @Test
    void documentsThatSayWhatTheyHoldNeedNoMapping() {
        ReadAll read = Sample.in(folder)
                .mapping(TICKETS)
                .file(
                        "n.json",
                        "{\"activities\": [{\"case\": \"N1\", \"sop\": \"B276\", \"step\": 1, "
                                + "\"start\": \"2026-03-02T08:00\"}]}")
                .file("o.json", "[{\"case\": \"N2\", \"sop\": \"B276\", \"step\": 1, \"start\": \"2026-03-02T08:00\"}]")
                .read();

        assertThat(read.activities()).extracting(ActivityRecord::caseId).containsExactly("N1");
        assertThat(Sample.rejected(read)).containsExactly("null|null|null|mapping-unfit");
    }

    private static final String EVENTS = """
            columns:
              case: Berkas
              unit: Unit
              step: Langkah
              role: Peran
              outputs: Keluaran
              time: Waktu
              instance: Nomor
              transition: {column: Status, values: {Mulai: start, Selesai: complete, Batal: ate_abort, Tunda: suspend}}
            constants: {sop: B276}
            """;

    /** Reads rows of events of the 2nd of March, in minutes after eight: case, step, status, minute, the rest. */
    private ReadAll events(String... rows) {
        StringBuilder text = new StringBuilder("Berkas,Langkah,Status,Waktu,Unit,Peran,Keluaran,Nomor\n");
        for (String row : rows) {
            String[] cells = row.split(",", -1);
            cells[3] = cells[3].matches("\\d\\d") ? "2026-03-02 08:" + cells[3] : cells[3];
            text.append(String.join(",", cells))
                    .append(",".repeat(8 - cells.length))
                    .append('\n');
        }
        return Sample.in(folder).mapping(EVENTS).file("e.csv", text.toString()).read();
    }

    /** Case, step, minutes of start and end, rows of both. */
    private static List<String> pairs(ReadAll read) {
        return read.activities().stream()
                .map(a -> a.caseId() + " " + a.step() + " " + minute(a.start()) + "-" + minute(a.end()) + " "
                        + a.row().number("start") + "/" + a.row().number("end"))
                .toList();
    }

    private static String minute(long at) {
        return at == ActivityRecord.RUNNING
                ? ""
                : Instant.ofEpochMilli(at).toString().substring(14, 16);
    }

    @Test
    void pairsEventsInOrderOfTimeWhateverTheOrderOfTheRows() {
        ReadAll read = events(
                "A,2,Selesai,50,,Kabag,Surat",
                "B,1,Selesai,10",
                "A,2,Selesai,30,,Kabag,Nota",
                "A,2,Mulai,40,,Kabag",
                "B,1,Mulai,10",
                "A,2,Mulai,20,,Staf,Draf",
                "A,2,tunda,25",
                "B,3,Mulai,30",
                "B,3,Batal,35",
                "B,4,Mulai,40");

        assertThat(read.rejected()).isEmpty();
        assertThat(pairs(read)).containsExactly("A 2 20-30 7/4", "A 2 40-50 5/2", "B 1 10-10 6/3", "B 4 40- 11/11");
        ActivityRecord first = read.activities().get(0);
        assertThat(first.role()).isEqualTo("Kabag");
        assertThat(first.outputs()).containsExactly("Draf", "Nota");
        String path = folder.resolve("e.csv").toString();
        assertThat(first.row().cell("start")).isEqualTo(new Evidence(path, null, 7, "Waktu", "2026-03-02 08:20"));
        assertThat(first.row().cell("end")).isEqualTo(new Evidence(path, null, 4, "Waktu", "2026-03-02 08:30"));
        assertThat(first.row().cell("role")).isEqualTo(new Evidence(path, null, 4, "Peran", "Kabag"));
        assertThat(read.inputs().get(0).rows()).isEqualTo(4);
        assertThat(read.inputs().get(0).notes())
                .extracting(n -> n.key() + " " + n.details().get("transition"))
                .containsExactly("transition-passed-over tunda", "transition-aborted Batal");
    }

    @Test
    void pairsInstancesEvenIfTheirTimesContradictEachOther() {
        assertThat(pairs(
                        events("A,2,Selesai,10,,,,x", "A,2,Selesai,50,,,,y", "A,2,Mulai,20,,,,x", "A,2,Mulai,15,,,,y")))
                .containsExactly("A 2 15-50 5/3", "A 2 20-10 4/2");
    }

    @Test
    void pairsUnderEachUnitThatHasTheNumber() {
        assertThat(pairs(events("A,2,Mulai,10,U", "A,2,Mulai,20,V", "A,2,Selesai,30,V", "A,2,Selesai,40,U")))
                .containsExactly("A 2 10-40 2/5", "A 2 20-30 3/4");
        assertThat(pairs(events("A,2,Mulai,10,U", "A,2,Selesai,40"))).containsExactly("A 2 10-40 2/3");

        ReadAll untold = events("A,2,Mulai,10,U", "A,2,Mulai,20,V", "A,2,Selesai,30");
        assertThat(untold.activities()).isEmpty();
        assertThat(Sample.rejected(untold)).containsExactly("4|Unit|null|value-missing");
    }

    @Test
    void whatCannotBeReadTakesAlongWhatItMayHaveBegunOrEnded() {
        ReadAll read = events(
                "A,1,Mulai,10",
                "A,2,Mulai,10",
                "A,1,Entah,20",
                "A,1,Selesai,30",
                "A,2,Selesai,30",
                "B,1,Mulai,10",
                "B,2,Mulai,20",
                "B,1,Selesai,kemarin",
                "B,2,Selesai,30",
                "C,1,Mulai,05",
                "C,1,Selesai,15",
                "C,1,Mulai,18",
                ",1,Selesai,20",
                "C,1,Selesai,25",
                "C,2,Mulai,30",
                "C,2,Selesai,40");

        // The rows of every case are in order of time, so that what lacks its time or case still has a place.
        assertThat(pairs(read))
                .containsExactly("A 2 10-30 3/6", "B 2 20-30 8/10", "C 1 05-15 11/12", "C 2 30-40 16/17");
        assertThat(Sample.rejected(read))
                .containsExactly(
                        "4|Status|Entah|value-untranslated",
                        "9|Waktu|kemarin|time-unreadable",
                        "14|Berkas|null|value-missing");
        assertThat(read.lostActivities()).extracting(LostActivity::caseId).contains("A", "B", "C", null);

        ReadAll disordered =
                events("A,1,Selesai,30", "A,1,Mulai,10", "A,2,Mulai,10", "A,2,Selesai,20", "A,1,Mulai,kemarin");
        assertThat(pairs(disordered)).containsExactly("A 2 10-20 4/5");
    }

    @Test
    void readsEventsOfSeveralStepsInOneRow() {
        ReadAll read = Sample.in(folder).mapping("""
                        columns: {case: id}
                        constants: {sop: B276}
                        activities:
                          - when: [{column: aksi, is: [ambil]}]
                            columns: {time: jam}
                            constants: {step: 2, transition: start}
                          - when: [{column: aksi, is: [kirim]}]
                            columns: {time: jam, outputs: berkas}
                            constants: {step: 2, transition: complete}
                          - when: [{column: aksi, is: [kirim]}]
                            columns: {start: jam, end: jam}
                            constants: {step: 3}
                        """).file("p.ndjson", """
                        {"id": "A", "aksi": "kirim", "jam": "2026-03-02 08:30", "berkas": ["Surat", "Nota"]}
                        {"id": "A", "aksi": "ambil", "jam": "2026-03-02 08:10"}
                        """).read();

        assertThat(read.rejected()).isEmpty();
        assertThat(pairs(read)).containsExactly("A 3 30-30 1/1", "A 2 10-30 2/1");
        assertThat(read.activities().get(1).outputs()).containsExactly("Surat", "Nota");
        assertThat(read.activities().get(1).row().table().recordedSteps()).containsExactlyInAnyOrder("2", "3");
    }

    @Test
    void rowsOfEventsAreNeverReadAsActivities() {
        String rows =
                "case,sop,step,start,lifecycle\nA,B276,1,2026-03-02 08:00,start\nA,B276,1,2026-03-02 09:00,complete\n";
        ReadAll read = Sample.read(folder, "n.csv", rows);
        assertThat(read.activities()).isEmpty();
        assertThat(Sample.rejected(read)).containsExactly("1|lifecycle|null|events-unmapped");

        read = Sample.read(
                folder,
                "o.csv",
                "case,sop,step,start,end,lifecycle:transition\nA,B276,1,2026-03-02 08:00,,START\n"
                        + "A,B276,2,2026-03-02 08:00,2026-03-02 09:00,complete\n");
        assertThat(pairs(read)).containsExactly("A 2 00-00 3/3");
        assertThat(Sample.rejected(read))
                .containsExactly(
                        "1|lifecycle:transition|null|events-unmapped", "2|lifecycle:transition|START|events-unmapped");

        read = Sample.read(
                folder,
                "p.json",
                "{\"activities\":[{\"case\":\"A\",\"sop\":\"B276\",\"step\":1,\"start\":\"2026-03-02 08:00\",\"lifecycle\":\"complete\"}]}");
        assertThat(read.activities()).isEmpty();
        assertThat(Sample.rejected(read)).contains("1|lifecycle|complete|events-unmapped");
    }

    @Test
    void theTransitionsOfALogAreNotLookedForInTheLogBelowIt() {
        ReadAll read = Sample.read(
                folder,
                "q.csv",
                "case,sop,step,start,end,lifecycle\n"
                        + "A,B276,1,2026-03-02 08:00,2026-03-02 09:00,complete\n"
                        + "case,sop,step,start,end,unit\n"
                        + "A,B276,2,2026-03-02 10:00,2026-03-02 11:00,UKPBJ\n");

        assertThat(read.activities()).hasSize(2);
        assertThat(Sample.rejected(read)).containsExactly("1|lifecycle|null|events-unmapped");
    }
}
