package id.patuh.formats;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.check.CheckResult;
import id.patuh.check.Finding;
import id.patuh.formats.Mutator.Damage;
import id.patuh.intake.Documents;
import id.patuh.intake.ImportedSop;
import id.patuh.intake.InputFile;
import id.patuh.intake.ReadAll;
import id.patuh.intake.SopImport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever becomes of a file, the outcome is a report, other files are checked as ever, and so is what stands in rows that
 * were not touched. {@link Mutator#TOTAL} mutations in all.
 */
class MutationTest {

    private static final Path SEEDS = Path.of("src/test/resources/id/patuh/seeds");
    private static final ActivityLog LOG = log("SKM-L-03", "SKM-D-04", "LAPOR-U-05", "LAPOR-M-02");
    private static final ActivityLog OTHER = log("LAPOR-F-03");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final int SHARE = Mutator.TOTAL / (2 * LogFormat.values().length + 14) + 1;

    private Path damaged;
    private Path other;

    @TempDir
    Path folder;

    @BeforeEach
    void storeTheOther() throws IOException {
        damaged = folder.resolve("damaged");
        other = Files.write(folder.resolve("other"), LogFormat.NDJSON.write(OTHER));
    }

    private static ActivityLog log(String... cases) {
        try {
            List<Map<String, String>> rows = new ArrayList<>();
            for (String sop : List.of("b276", "padang")) {
                rows.addAll(ActivityLog.of(Path.of("sample-data", sop, "violations.csv"))
                        .rows());
            }
            rows.removeIf(row -> !List.of(cases).contains(row.get("case")));
            return new ActivityLog(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell with another text is none of any other case's business, however the file is written. */
    @ParameterizedTest
    @EnumSource
    void anotherTextInACellLeavesOtherCasesAlone(LogFormat format) throws IOException {
        CheckResult whole = check(format.write(LOG));
        assertThat(found(whole, id -> true)).hasSizeGreaterThan(5);
        for (int i = 0; i < SHARE; i++) {
            Mutator mutator = new Mutator(i);
            List<Map<String, String>> rows = new ArrayList<>(LOG.rows());
            Map<String, String> row = mutator.one(rows);
            String field = mutator.one(row.keySet().stream().skip(1).toList());
            Map<String, String> mutated = new LinkedHashMap<>(row);
            mutated.put(field, mutator.text(row.get(field)));
            rows.set(rows.indexOf(row), mutated);

            CheckResult result = check(format.write(new ActivityLog(rows)));

            Predicate<String> others = id -> !row.get("case").equals(id);
            assertThat(found(result, others))
                    .as("%d: %s in %s", i, mutated.get(field), field)
                    .isEqualTo(found(whole, others));
        }
    }

    /** Damage to a text leaves what stands before it as it is; and lines that are whole are read, or something is rejected. */
    @ParameterizedTest
    @EnumSource
    void damagedFilesKeepTheRowsThatAreWhole(LogFormat format) throws IOException {
        byte[] whole = format.write(LOG);
        assertThat(told(read(whole))).containsExactlyInAnyOrderElementsOf(told(LOG));
        int lost = 0;
        for (int i = 0; i < SHARE; i++) {
            Damage damage = new Mutator(i).damage(whole);
            ReadAll read = read(damage.bytes());

            TreeSet<String> untouched = new TreeSet<>(before(format, whole, damage.from()));
            boolean refused = isRefused(read);
            if (format.isOfLines()) {
                untouched.addAll(wholeLines(whole, damage.bytes()));
                // Quotation marks join lines, and what does not begin like JSON is read as a table.
                boolean table = format != LogFormat.NDJSON || damage.from() == 0;
                refused |= table && !read.rejected().isEmpty();
            }
            untouched.removeAll(told(read));
            assertThat(refused || untouched.isEmpty())
                    .as("%d: %s", i, untouched)
                    .isTrue();
            lost += untouched.isEmpty() ? 0 : 1;
        }
        // A byte may cost a text its header or make it one of no known encoding; mostly it does not.
        assertThat(lost).isLessThan(SHARE / 8 + 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLSX_OF_VALUES", "STRICT_XLSX"})
    void damagedSheetsKeepTheRowsBefore(LogFormat format) throws IOException {
        Map<String, byte[]> parts = Packages.unzip(format.write(LOG));
        byte[] whole = parts.get(SHEET);
        for (int i = 0; i < SHARE; i++) {
            Damage damage = new Mutator(i).damage(whole);
            parts.put(SHEET, damage.bytes());
            ReadAll read = read(Packages.zip(parts));

            int before = LogFormat.count(whole, damage.from(), "</row>") - 1;
            assertThat(isRefused(read) || told(read).containsAll(told(LOG).subList(0, Math.max(0, before))))
                    .as("%d: %d rows", i, before)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "STRICT_XLSX"})
    void damagedPartsEndInAReport(LogFormat format) throws IOException {
        Map<String, byte[]> whole = Packages.unzip(format.write(LOG));
        damageParts(whole);
    }

    static Stream<Path> others() {
        return Stream.of(
                Path.of("sample-data/surveys/uniform.csv"),
                Path.of("sample-data/surveys/published.csv"),
                Path.of("sample-data/follow-up/rtl-2026.json"),
                SEEDS.resolve("bp3mi-jateng-2024.txt"),
                SEEDS.resolve("b278.txt"),
                Path.of("src/test/resources/id/patuh/formats/lifecycle.xes"),
                Path.of("src/test/resources/id/patuh/formats/objects.json"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherDamagedFilesEndInAReport(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < SHARE; i++) {
            read(new Mutator(i).damage(whole).bytes());
            imported();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bp3mi-jateng-2024.txt", "karanganyar.txt"})
    void damagedDocumentsEndInAReport(String text) throws IOException {
        damageParts(Packages.unzip(Documents.ofText(SEEDS.resolve(text))));
    }

    private void damageParts(Map<String, byte[]> whole) throws IOException {
        List<String> names = List.copyOf(whole.keySet());
        for (int i = 0; i < SHARE; i++) {
            Mutator mutator = new Mutator(i);
            Map<String, byte[]> parts = new LinkedHashMap<>(whole);
            parts.computeIfPresent(
                    mutator.one(names), (name, part) -> mutator.damage(part).bytes());
            read(Packages.zip(parts));
            imported();
        }
    }

    /** An SOP is imported from the same file, or what is missing is listed. */
    private void imported() {
        ImportedSop sop = SopImport.read(damaged);
        assertThat(!sop.definition().isEmpty() || !sop.rejected().isEmpty()).isTrue();
    }

    /** Reads and checks a file beside another one, whose outcome must be the same as ever. */
    private CheckResult check(byte[] content) throws IOException {
        return check(dataset(content));
    }

    private ReadAll read(byte[] content) throws IOException {
        ReadAll read = dataset(content);
        check(read);
        return read;
    }

    private ReadAll dataset(byte[] content) throws IOException {
        return Checked.read(Files.write(damaged, content), other);
    }

    private CheckResult check(ReadAll read) {
        InputFile input = read.inputs().get(0);
        assertThat(input.kind() != null || !read.rejected().isEmpty()).isTrue();
        assertThat(input.rejected()).isLessThanOrEqualTo(input.rows());
        CheckResult result = Checked.result(read);
        assertThat(Checked.text(result)).isNotEmpty();
        assertThat(Checked.json(result).get("rejected")).hasSameSizeAs(read.rejected());
        assertThat(found(result, OTHER.rows().get(0).get("case")::equals)).hasSize(1);
        return result;
    }

    /** The activities that end before a place. */
    private static List<String> before(LogFormat format, byte[] whole, int place) {
        if (format.end == null) {
            return List.of();
        }
        int ends = LogFormat.count(whole, place, format.end);
        if (format == LogFormat.XES) {
            return told(new ActivityLog(LOG.cases().values().stream()
                    .limit(ends)
                    .flatMap(List::stream)
                    .toList()));
        }
        List<String> all = told(LOG);
        return all.subList(0, Math.max(0, format == LogFormat.NDJSON ? ends : ends - 1));
    }

    /** The activities whose lines stand in the damaged text as they were. */
    private static List<String> wholeLines(byte[] whole, byte[] damaged) {
        List<String> before = lines(whole);
        List<String> rows = before.subList(before.size() - LOG.rows().size(), before.size());
        List<String> after = lines(damaged);
        List<String> all = told(LOG);
        return IntStream.range(0, all.size())
                .filter(i -> after.contains(rows.get(i)))
                .mapToObj(all::get)
                .toList();
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static List<String> told(ActivityLog log) {
        return log.rows().stream()
                .map(row -> row.get("case") + " " + row.get("step") + " "
                        + LocalDateTime.parse(row.get("start"))
                                .atZone(ActivityLog.ZONE)
                                .toInstant()
                                .toEpochMilli())
                .toList();
    }

    /** Whether the file or its sheet as a whole is rejected. */
    private boolean isRefused(ReadAll read) {
        return read.rejected().stream()
                .anyMatch(r -> r.row() == null && r.path().equals(damaged.toString()));
    }

    private static List<String> told(ReadAll read) {
        return read.activities().stream()
                .filter(a -> !a.row().table().path().endsWith("other"))
                .map(a -> a.caseId() + " " + a.step() + " " + a.start())
                .toList();
    }

    /** Rule, subject and evidence of what was found in cases. */
    private static TreeSet<String> found(CheckResult result, Predicate<String> cases) {
        return result.findings().stream()
                .map(Finding::violation)
                .filter(v -> cases.test(v.subject().caseId()))
                .map(v -> v.rule() + " " + v.subject() + " " + v.expected() + " " + v.actual())
                .collect(toCollection(TreeSet::new));
    }
}
