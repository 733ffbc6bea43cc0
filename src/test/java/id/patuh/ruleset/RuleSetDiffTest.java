package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two rule sets differ in what they mean, and in nothing else. */
class RuleSetDiffTest {

    @TempDir
    private static Path compiled;

    private static RuleLibrary project;

    @TempDir
    private Path folder;

    private RulesCopy rules;

    @BeforeAll
    static void readProject() {
        project = read(Path.of("rules"));
    }

    @BeforeEach
    void copy() throws IOException {
        rules = new RulesCopy(folder);
    }

    @Test
    void whatMeansTheSameIsNoDifference() throws IOException {
        rules.edit("parameters/skm/minimum-respondents.yaml", "value: 30", "value: 30.0  # thirty")
                .edit("parameters/sop/stall-limit.yaml", "unit: limit\n", "")
                .edit("parameters/sop/stall-limit.yaml", "values:\n", "unit: \"limit\"\nvalues:\n")
                .edit(
                        "drl/sop/time.drl",
                        "Activity(ended, overrun > 0)",
                        "Activity( ended,\n        overrun>0 ) // late")
                .edit("messages/sop.properties", "step-late.title=", "# late\nstep-late.title = ")
                .edit("tests/sop/step-late.yaml", "{case: A, sop: B276, step: 1, ", "{sop: B276, case: A, step: 1, ");
        Files.move(rules.file("sop/b276.yaml"), rules.file("sop/first.yaml"));
        Files.move(rules.file("drl/sop/approval.drl"), rules.file("drl/sop/yes-or-no.drl"));

        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            rule-set.yaml | name: patuh | name: ours | RULE_SET  name patuh > ours
            parameters/skm/minimum-respondents.yaml | value: 30 | value: 50 | PARAMETER skm/minimum-respondents values[2004-02-24].value 30 > 50
            parameters/sop/stall-limit.yaml | value: 3 hari | value: 2 hari | PARAMETER sop/stall-limit values[2000-01-01].value 3 hari > 2 hari
            parameters/sop/maximum-rounds.yaml | values: | values:~  - {from: 2027-01-01, value: 2, basis: patuh-policy/pengerjaan-ulang, confirmed: true} | PARAMETER sop/maximum-rounds values[2027-01-01] null > from: 2027-01-01; value: 2;
            tables/skm-grades-permenpanrb-14-2017.drl.csv | Sangat Baik | Baik Sekali | GRADE permenpanrb-14-2017 [A].grade A,Sangat Baik > A,Baik Sekali
            sop/b276.yaml | within: 24 jam | within: 16 jam | SOP B276 steps[4].within 24 jam > 16 jam
            drl/sop/approval.drl | @id(rework-excessive)~    @severity(MINOR) | @id(rework-excessive)~    @severity(INFO) | RULE rework-excessive severity minor > info
            drl/sop/approval.drl | Activity(lastRound, | Activity(lastRound, !ended, | RULE rework-excessive code
            drl/rtl/realisation.drl | signedUntil < lastQuarterStart) | signedUntil < lastQuarterStart, !done) | RULE rtl-early (Activity reported done before its last quarter) code
            messages/sop_en.properties | step-late.title=A step ends | step-late.title=A step is over | MESSAGE step-late.title en A step ends within its time limit > A step is over within its time limit
            docs/sop/step-late.md | ended 09:01 | ended 09:02 | PAGE docs/sop/step-late.md null
            calendar/holidays-2026.csv | 2026-08-17 | 2026-08-18 | CALENDAR asn holidays.2026-08-17
            mappings/lapor.yaml | kind: activity-log | kind: activity-log # the same | none
            """)
    void aChangeIsToldByWhatItChanges(String file, String from, String to, String expected) throws IOException {
        rules.edit(file, text(from), text(to));

        List<RuleSetChange> changes = changes();

        if (expected.equals("none")) {
            assertThat(changes).isEmpty();
        } else {
            assertThat(changes)
                    .first()
                    .extracting(RuleSetDiffTest::line)
                    .asString()
                    .startsWith(expected);
        }
    }

    @Test
    void stepsComeGoAndChangePlaces() throws IOException {
        String sop = """
                id: T-1
                title: Uji
                in_force: 2026-01-01
                flow: free
                steps:
                  - {no: 1, title: Satu, within: 1 jam}
                  - {no: 2, title: Dua, within: 2 jam}
                """;
        Files.writeString(rules.file("sop/t.yaml"), sop);
        RuleLibrary before = read(folder);
        Files.writeString(rules.file("sop/t.yaml"), """
                id: T-1
                title: Uji
                in_force: 2026-01-01
                flow: free
                steps:
                  - {no: 2, title: Dua, within: 2 jam}
                  - {no: 1, title: Satu, within: 30 menit}
                  - {no: 3, title: Tiga}
                """);

        List<RuleSetChange> changes = RuleSetDiff.between(before, read(folder));

        assertThat(changes)
                .extracting(RuleSetDiffTest::line)
                .satisfiesExactly(
                        c -> assertThat(c).isEqualTo("SOP T-1 steps[1].within 1 jam > 30 menit"),
                        c -> assertThat(c).startsWith("SOP T-1 steps[3] null > no: 3; title: Tiga; "),
                        c -> assertThat(c).isEqualTo("SOP T-1 steps.order 1, 2 > 2, 1"));
    }

    @Test
    void backwardsTheChangesAreTheSameTheOtherWayRound() throws IOException {
        Files.delete(rules.file("tests/sop/step-late.yaml"));
        Files.delete(rules.file("sop/b278.yaml"));
        Files.writeString(rules.file("drl/sop/new.drl"), """
                package rules.sop;
                import id.patuh.engine.Violations;
                import id.patuh.sop.Activity;
                global Violations violations;
                rule "Time that runs backwards"
                    @id(time-reversed) @severity(INFO) @basis(patuh-policy/mutu-data-survei) @since(0.1.0)
                when
                    $a : Activity(lastRound)
                then
                    violations.report(drools.getRule(), $a).expected($a.getStart()).actual($a.getEnd());
                end
                """);
        rules.edit("drl/sop/time.drl", "@id(step-late)", "@id(step-late-now)");
        rules.edit("messages/sop.properties", "step-late", "step-late-now");
        rules.edit("messages/sop_en.properties", "step-late", "step-late-now");
        rules.edit("messages/sop.properties", "time-reversed=", "time-reversed=!");

        RuleLibrary changed = read(folder);
        List<RuleSetChange> there = RuleSetDiff.between(project, changed);

        assertThat(there).extracting(RuleSetDiffTest::line).anyMatch(c -> c.startsWith("SOP B278 null id: B278"));
        assertThat(there).extracting(RuleSetChange::item).contains("step-late", "step-late-now");
        assertThat(RuleSetDiff.between(changed, project))
                .containsExactlyInAnyOrderElementsOf(there.stream()
                        .map(c -> new RuleSetChange(c.area(), c.item(), c.field(), c.after(), c.before()))
                        .toList());
    }

    private List<RuleSetChange> changes() {
        return RuleSetDiff.between(project, read(folder));
    }

    /** Rules that did not change are compiled once. */
    private static RuleLibrary read(Path folder) {
        return RuleLibrary.read(RuleSetContent.of(folder), new RuleCache(compiled, "test"));
    }

    private static String text(String cell) {
        return cell.replace("~", "\n");
    }

    private static String line(RuleSetChange change) {
        return change.area() + " " + change.item() + " " + change.field() + " " + change.before() + " > "
                + change.after();
    }
}
