package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager may change, and what needs an engineer. */
class RuleCodeTest {

    private static final RuleSetContent FILES = RuleSetContent.of(Path.of("rules"));
    private static final String TABLE = "tables/skm-grades-permenpanrb-14-2017.drl.csv";
    private static final String BAND = "\"14/2017 D\",\"permenpanrb-14-2017\",\"25.00\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "parameters/skm/minimum-respondents.yaml | 30 | 50",
                "sop/b276.yaml | jam | menit",
                "policy.yaml | rules: [] | rules: [{rule: step-late, enabled: false}]",
                "messages/sop.properties | step-late | step-late",
                TABLE + " | 88.31 | 88.35",
                TABLE + " | A,Sangat Baik | A, Istimewa",
                TABLE + " | permenpanrb-14-2017/lampiran-mutu | patuh-policy/mutu-data-survei",
                TABLE + " | \"14/2017 D\" | \"Rendah\"",
            })
    void dataIsNoCode(String path, String from, String to) {
        assertThat(RuleCode.sha256(SmallRules.edit(FILES, path, from, to))).isEqualTo(RuleCode.sha256(FILES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "drl/sop/time.drl | step-late | step-later",
                TABLE + " | id.patuh.skm.GradeQuery | java.lang.Runtime",
                TABLE + " | $g.grade | System.exit(0); $g.grade",
                TABLE + " | index >= $1B | index > $1B",
                TABLE + " | $g : GradeQuery... | $g : Object",
                TABLE + " | \"RuleTable Mutu | \"RuleTable Nilai",
                // Cells that would end a text of the code, or begin another table.
                TABLE + " | A,Sangat Baik | A,Baik\"\"); System.exit(0); //",
                TABLE + " | permenpanrb-14-2017/lampiran-mutu | ruletable x",
                TABLE + " | \"14/2017 D\" | \"RuleTable D\"",
                // A cell beyond the known columns.
                TABLE + " | lampiran-mutu\" | lampiran-mutu\",\"x\"",
            })
    void codeIsCode(String path, String from, String to) {
        assertThat(RuleCode.sha256(SmallRules.edit(FILES, path, from, to))).isNotEqualTo(RuleCode.sha256(FILES));
    }

    @Test
    void aBandMoreIsNoCodeAndATableMoreIs() {
        RuleSetContent more = SmallRules.edit(
                FILES,
                TABLE,
                BAND,
                "\"14/2017 E\",\"permenpanrb-14-2017\",\"1.00\",\"24.99\",\"E,Buruk\",\"x\"\n" + BAND);
        assertThat(RuleCode.sha256(more)).isEqualTo(RuleCode.sha256(FILES));
        assertThat(RuleCode.sha256(FILES.with("tables/other.drl.csv", FILES.bytes(TABLE))))
                .isNotEqualTo(RuleCode.sha256(FILES));
        assertThat(RuleCode.sha256(FILES.without(TABLE))).isNotEqualTo(RuleCode.sha256(FILES));
        assertThat(RuleCode.sha256(FILES.with(TABLE, new byte[] {-1}))).isNotEqualTo(RuleCode.sha256(FILES));
    }
}
