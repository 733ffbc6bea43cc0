package id.patuh.formats;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.CaseTimelines;
import id.patuh.check.CheckResult;
import id.patuh.facts.Facts;
import id.patuh.facts.HowRead;
import id.patuh.facts.Shard;
import id.patuh.facts.StoredCase;
import id.patuh.facts.Taking;
import id.patuh.intake.ActivityList;
import id.patuh.intake.FoundInput;
import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.LostActivity;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules find in stored facts what they find in the files, whatever these are written in, and however damaged they are. */
class StoredFactsTest {

    private static final int DAMAGES = 12;
    private static final Intake INTAKE = new Intake(
            new Intake.Options(ActivityLog.ZONE, null, null, null, RULES.mappings()),
            RULES.regulations(),
            RULES.sops());
    private static final Map<TestDatabase, Base> BASES = new EnumMap<>(TestDatabase.class);

    private static int scopes;

    private record Base(Store store, Facts facts) {

        static Base of(TestDatabase database) {
            Store store = Store.open(database.newUrl());
            return new Base(store, new Facts(store));
        }
    }

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        BASES.values().forEach(base -> base.store.close());
        BASES.clear();
    }

    static Stream<Path> samples() throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.walk(Path.of("sample-data"))) {
            samples = files.filter(f -> f.toString().matches(".*\\.(csv|json|ndjson)"))
                    .sorted()
                    .toList();
        }
        Path resources = Path.of("src/test/resources/id/patuh/formats");
        return Stream.concat(
                samples.stream(), Stream.of(resources.resolve("lifecycle.xes"), resources.resolve("objects.json")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesAreStoredAsTheyAre(Path file) {
        assertSame(file, TestDatabase.H2);
        assertSame(file, TestDatabase.POSTGRESQL);
    }

    @ParameterizedTest
    @EnumSource
    void allFormatsAreStoredAsTheyAre(LogFormat format) throws IOException {
        byte[] whole = format.write(ActivityLog.of(Path.of("sample-data/b276/violations.csv")));
        assertSame(Files.write(folder.resolve("whole"), whole), TestDatabase.H2);
        assertSame(folder.resolve("whole"), TestDatabase.POSTGRESQL);
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = new Mutator(i).damage(whole).bytes();
            assertSame(Files.write(folder.resolve("damaged" + i), damaged), TestDatabase.H2);
        }
    }

    /** Each sheet shows something else: one has no ends, the other no decisions, and some cases stand on both. */
    @ParameterizedTest
    @EnumSource
    void sheetsAreStoredAsTheyAre(TestDatabase database) throws IOException {
        Path file = folder.resolve("sheets.xlsx");
        try (Workbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            List<Map<String, String>> rows =
                    ActivityLog.of(Path.of("sample-data/b276/violations.csv")).rows();
            for (String lacking : List.of("end", "decision")) {
                List<String> fields = new ArrayList<>(ActivityLog.HEADERS.keySet());
                fields.remove(lacking);
                Sheet sheet = book.createSheet("without " + lacking);
                int number = 0;
                write(sheet.createRow(number++), fields);
                for (int i = lacking.equals("end") ? 0 : 30;
                        i < rows.size() / 2 + (lacking.equals("end") ? 0 : 20);
                        i++) {
                    Map<String, String> row = rows.get(i);
                    write(
                            sheet.createRow(number++),
                            fields.stream().map(f -> row.getOrDefault(f, "")).toList());
                }
                write(sheet.createRow(number), List.of("", "B276", "4", "", "", "kemarin"));
            }
            book.write(out);
        }
        assertSame(file, database);
    }

    /** The facts that count are those of the first log; what they lack may stand in the other one, as in a check of both. */
    @ParameterizedTest
    @EnumSource
    void whatALaterLogLostIsNotEvaluated(TestDatabase database) throws IOException {
        Path log = Path.of("sample-data/b276/violations.csv");
        List<String> lines = Files.readAllLines(log);
        String lost = lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(';')))
                .distinct()
                .limit(5)
                .map(caseId -> caseId + ",B276,4,Kepala UKPBJ,,kemarin\n")
                .collect(Collectors.joining());
        Path later = Files.writeString(
                folder.resolve("later.csv"), "case,sop,step,role,person,start\n" + lost + "Z-9,B276,4,,,kemarin\n");
        assertSame(database, log, later);
    }

    private static void write(Row row, List<String> texts) {
        texts.forEach(text -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(text));
    }

    private static void assertSame(Path file, TestDatabase database) {
        assertSame(database, file);
    }

    private static void assertSame(TestDatabase database, Path... files) {
        List<String> paths = Stream.of(files).map(Path::toString).toList();
        ReadAll read = ReadAll.by(INTAKE, paths, InputStream.nullInputStream());
        Base base = BASES.computeIfAbsent(database, Base::of);
        Facts facts = base.facts;
        Hold hold = new Holds(base.store).of("scope " + scopes++);
        long activities = 0;
        for (Path file : files) {
            activities += take(facts, hold, file).activities();
        }
        assertThat(activities).isEqualTo(read.activities().size());
        ActivityList stored = new ActivityList();
        List<StoredCase> cases = facts.due(hold, Shard.ALL);
        // Those that may be of any case stand with each.
        cases.stream().flatMap(one -> one.lost().stream()).distinct().forEach(stored::lose);
        cases.forEach(one -> one.rows().forEach(stored::add));

        try (CheckResult fromFacts = Checked.result(new ReadAll(read.data(), stored, read.answers()));
                CheckResult straight = Checked.result(read)) {
            assertThat(Checked.json(fromFacts)).as("%s", paths).isEqualTo(Checked.json(straight));
        }
        assertSameTimelines(cases, read);
    }

    /** Of those numbers whose rows could all be read. */
    private static void assertSameTimelines(List<StoredCase> cases, ReadAll read) {
        CaseTimelines timelines = new CaseTimelines(RULES, Checked.AS_OF, read.followUps());
        Map<String, List<ActivityRecord>> rows =
                read.activities().stream().collect(Collectors.groupingBy(ActivityRecord::caseId));
        Set<String> hurt =
                read.lostActivities().stream().map(LostActivity::caseId).collect(Collectors.toSet());
        for (StoredCase stored : cases) {
            if (stored.lost().isEmpty() && !hurt.contains(stored.caseId())) {
                assertThat(timelines.of(stored.rows(), List.of()))
                        .isEqualTo(timelines.of(rows.get(stored.caseId()), List.of()));
            }
        }
    }

    private static Taking take(Facts facts, Hold hold, Path file) {
        return facts.take(
                hold,
                FoundInput.file(file.toString(), file),
                new HowRead(ActivityLog.ZONE),
                RULES,
                Checked.AS_OF,
                (path, rows) -> {},
                taken -> Transaction.Step.NONE);
    }
}
