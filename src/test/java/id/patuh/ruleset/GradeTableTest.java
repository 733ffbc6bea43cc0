package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever may change grades may not run code: what a cell or the head of a table holds never reaches the compiler. */
class GradeTableTest {

    private static final String TABLE = "tables/skm-grades-permenpanrb-14-2017.drl.csv";
    private static final String CANARY = "patuh.canary";

    @TempDir
    private Path folder;

    @AfterEach
    void nothingRan() {
        assertThat(System.clearProperty(CANARY)).isNull();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    B,Baik | B,Baik"" + System.setProperty(""patuh.canary"",""x"") + "" | 11: E11 Mutu, kinerja
                    B,Baik | B,Baik""); System.setProperty(""patuh.canary"", ""x | 11: E11 Mutu, kinerja
                    B,Baik | B,Bai\\u006b | 11: E11 Mutu, kinerja
                    B,Baik | B,Baik$param | 11: E11 Mutu, kinerja
                    "permenpanrb-14-2017/lampiran-mutu" | "System.setProperty(""patuh.canary"",""x"")" | 10: F10 Dasar hukum
                    "permenpanrb-14-2017/lampiran-mutu" | "java.lang.Integer.MAX_VALUE" | 10: F10 Dasar hukum
                    "permenpanrb-14-2017/lampiran-mutu" | "a) @x(System.exit(3)" | 10: F10 Dasar hukum
                    "14/2017 C","permenpanrb-14-2017" | `"14/2017 C","x"" || eval(true) || ""x"` | 12: B12 Regulasi
                    "14/2017 C" | "C"" salience 1 //" | 12: A12 Aturan
                    "65.00" | `"65B || true || 1"` | 12: C12 NIK dari
                    "76.60" | "76.60; " | 12: D12 NIK sampai
                    Mutu pelayanan | Mutu""\\nthen System.exit(3); end // | 5: A5
                    Memakai | Memakai */ | 3: B3
                    """)
    void aCellOfOtherCharactersIsRefused(String from, String to, String place) throws IOException {
        String file = from.equals("Memakai") ? "tables/skm-grades-permenpanrb-16-2014.drl.csv" : TABLE;

        assertThat(new RulesCopy(folder)
                        .edit(file, from, to.replace("\\n", "\n"))
                        .problems())
                .anyMatch(problem -> problem.startsWith(file + ":" + place)
                        && problem.matches("(?s).* (cell-refused|boundary-unreadable)"))
                .noneMatch(problem -> problem.startsWith(TABLE) && problem.contains("rule-broken"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "Import","id.patuh.skm.GradeQuery" | "Import","id.patuh.skm.GradeQuery,java.lang.Runtime" | 2
                    "Import","id.patuh.skm.GradeQuery" | "Functions","void f() { System.exit(3); }" | 2
                    "Import","id.patuh.skm.GradeQuery" | "Declare","declare X end" | 2
                    "Import","id.patuh.skm.GradeQuery" | "Queries","query x() end" | 2
                    "Import","id.patuh.skm.GradeQuery" | "Variables","java.util.List list" | 2
                    "Import","id.patuh.skm.GradeQuery" | "Sequential","true" | 2
                    "RuleSet","rules.skm.grades" | "RuleSet","id.patuh.engine" | 1
                    "$g : GradeQuery..." | "$g : GradeQuerry..." | 7
                    "$g : GradeQuery..." | "$g : GradeQuery... from System.exit(3)" | 7
                    "NAME" | "PRIORITY" | 6
                    "NAME" | "ACTION" | 6
                    "NAME","CONDITION" | "NAME","ACTION" | 6
                    ,"regulation == | "salience System.exit(3)","regulation == | 8
                    """)
    void aHeadOfAnotherTableIsRefused(String from, String to, int line) throws IOException {
        assertThat(tables().edit(TABLE, from, to).problems()).contains(TABLE + ":" + line + ": table-head-refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    $g.grade(""$1"", ""$2""); | System.setProperty(""patuh.canary"", ""x""); | : table-not-grades
                    $g.grade(""$1"", ""$2""); | $g.grade(""$1"", ""$2""); System.exit(3); | :8: grade-column-absent
                    """)
    void anotherActionIsRefused(String from, String to, String problem) throws IOException {
        assertThat(tables().edit(TABLE, from, to).problems()).contains(TABLE + problem);
    }

    /** Without the other rules, which take long to compile. */
    private RulesCopy tables() throws IOException {
        RulesCopy rules = new RulesCopy(folder);
        try (Stream<Path> files = Files.walk(rules.file("drl"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return rules;
    }
}
