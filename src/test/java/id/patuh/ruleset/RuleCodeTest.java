package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager may change, and what needs an engineer. */
class RuleCodeTest {

    private static final RuleSetContent FILES = RuleSetContent.of(Path.of("rules"));
    private static final String TABLE = "tables/skm-grades-permenpanrb-14-2017.drl.csv";

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

    @Test
    void aTableMoreIsNoCodeSinceNothingButBandsIsAcceptedInIt() {
        RuleSetContent odd = SmallRules.edit(FILES, TABLE, "id.patuh.skm.GradeQuery", "java.lang.Runtime");

        assertThat(RuleCode.sha256(FILES.with("tables/other.drl.csv", FILES.bytes(TABLE))))
                .isEqualTo(RuleCode.sha256(FILES));
        assertThatThrownBy(() -> RuleSetReader.read(odd, RuleCache.none()))
                .isInstanceOfSatisfying(
                        RuleSetException.class,
                        e -> assertThat(e.problems())
                                .extracting(RuleProblem::reason)
                                .contains("table-head-refused"));
    }

    @Test
    void rulesAreCode() {
        assertThat(List.of(
                        SmallRules.edit(FILES, "drl/sop/time.drl", "step-late", "step-later"),
                        FILES.with("drl/sop/more.drl", new byte[0]),
                        FILES.without("drl/sop/time.drl")))
                .extracting(RuleCode::sha256)
                .doesNotContain(RuleCode.sha256(FILES))
                .doesNotHaveDuplicates();
    }
}
