package id.patuh.ruleset;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleProblem;
import id.patuh.skm.Regulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grade table that leaves an index without a grade, or gives it two, does not get as far as a check. */
class GradeScalesTest {

    private static final String TABLE = "tables/skm-grades-permenpanrb-14-2017.drl.csv";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "88.31"        | "88.32"        | 10: C10 NIK dari "88.32": grades-gap {from=88.31, until=88.31}
                    "88.30"        | "88.29"        | 10: C10 NIK dari "88.31": grades-gap {from=88.30, until=88.30}
                    "88.30"        | "88.31"        | 10: C10 NIK dari "88.31": grades-overlap {from=88.31, other=11, until=88.31}
                    "88.31"        | "88.2"         | 10: C10 NIK dari "88.2": grades-overlap {from=88.20, other=11, until=88.30}
                    "100.00"       | "99.99"        | 10: D10 NIK sampai "99.99": grades-gap {from=100.00, until=100.00}
                    "100.00"       | "100.01"       | 10: D10 NIK sampai "100.01": boundary-outside {from=25.00, until=100.00}
                    "25.00"        | "25.01"        | 13: C13 NIK dari "25.01": grades-gap {from=25.00, until=25.00}
                    "25.00"        | "24.99"        | 13: C13 NIK dari "24.99": boundary-outside {from=25.00, until=100.00}
                    "88.31"        | "88.305"       | 10: C10 NIK dari "88.305": boundary-too-fine {decimals=2}
                    "88.31"        | "88,31"        | 10: C10 NIK dari "88,31": boundary-unreadable {}
                    "88.31"        | ""             | 10: C10 NIK dari: cell-empty {}
                    "65.00"        | "76.61"        | 12: C12 NIK dari "76.61": boundaries-reversed {until=76.60}
                    "B,Baik"       | "A,Sangat Baik" | 11: E11 Mutu, kinerja "A,Sangat Baik": grade-out-of-order {expected=B, letters=A, B, C, D}
                    "C,Kurang Baik" | "E,Kurang Baik" | 12: E12 Mutu, kinerja "E,Kurang Baik": grade-out-of-order {expected=C, letters=A, B, C, D}
                    "B,Baik"       | "B"            | 11: E11 Mutu, kinerja "B": grade-unreadable-pair {}
                    "14/2017 C","permenpanrb-14-2017" | "14/2017 C","permenpanrb-14-2071" | 12: B12 Regulasi "permenpanrb-14-2071": regulation-unknown {}
                    index >= $1B   | index > $1B    | 8: grade-column-absent {template=index >= $1B}
                    """)
    void aBandOutOfPlaceIsNamedByItsCell(String from, String to, String problem) throws IOException {
        String table = Files.readString(Path.of("rules", TABLE));
        assertThat(table).contains(from);

        assertThat(problems(table.replace(from, to))).containsExactly(TABLE + ":" + problem);
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    14/2017 A | 10: D10 NIK sampai "88.30": grades-gap {from=88.31, until=100.00}
                    14/2017 B | 10: C10 NIK dari "88.31": grades-gap {from=76.61, until=88.30}
                    14/2017 C | 11: C11 NIK dari "76.61": grades-gap {from=65.00, until=76.60}
                    14/2017 D | 12: C12 NIK dari "65.00": grades-gap {from=25.00, until=64.99}
                    """)
    void aDeletedRowIsAGap(String row, String problem) throws IOException {
        String rest = Files.readAllLines(Path.of("rules", TABLE)).stream()
                .filter(line -> !line.contains(row))
                .collect(Collectors.joining("\n"));

        assertThat(problems(rest)).containsExactly(TABLE + ":" + problem);
    }

    @Test
    void aTableWithoutRowsIsNamedAtItsRegulation() {
        assertThat(problems("RuleSet,rules.skm.grades\n"))
                .containsExactly(
                        "skm/permenpanrb-14-2017.yaml:1:13: regulation \"permenpanrb-14-2017\": grades-absent {}");
    }

    @Test
    void aRowThatTheCompilerRefusesIsNamed() throws IOException {
        RulesCopy rules = new RulesCopy(folder)
                .edit(TABLE, "$g : GradeQuery", "$g : GradeQuerry")
                .edit("tables/skm-grades-kepmenpan-25-2004.drl.csv", "\"43.76\"", "\"43.77\"");

        assertThat(rules.problems())
                .contains(
                        TABLE + ":10: rule-broken",
                        TABLE + ":13: rule-broken",
                        "tables/skm-grades-kepmenpan-25-2004.drl.csv:12: C12 NIK dari \"43.77\": grades-gap");
    }

    private static List<String> problems(String text) {
        List<Folder.Entry<Regulation>> regulations = new ArrayList<>();
        List<GradeTable> tables = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (Regulation regulation : RULES.regulations().all()) {
            String yaml = "skm/" + regulation.id() + ".yaml";
            String path = "tables/skm-grades-" + regulation.id() + ".drl.csv";
            regulations.add(new Folder.Entry<>(new YamlFile(yaml, text(yaml)), regulation));
            GradeTable.read(path, path.equals(TABLE) ? text : text(path)).ifPresent(tables::add);
        }
        tables.forEach(table -> problems.addAll(table.problems()));
        new GradeScales(new Folder<>(regulations, Set.of()), problems).check(tables, RULES.sources()::resolves);
        return problems.stream()
                .map(p -> p.place() + " " + p.reason() + " " + new TreeMap<>(p.details()))
                .toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("rules", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
