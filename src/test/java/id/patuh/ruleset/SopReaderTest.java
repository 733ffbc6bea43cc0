package id.patuh.ruleset;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with an SOP definition is named by line, column and key. */
class SopReaderTest {

    private static final String SOP = """
            id: X1
            title: Uji
            in_force: 2025-01-01
            legal_basis:
              - {text: PermenPANRB 35/2012, source: permenpanrb-35-2012}
            roles: [Kepala, Staf]
            steps:
              - no: 1
                title: Menyusun
                executor: [Staf]
                within: 1 jam
              - no: 2
                title: Memeriksa
                executor: [Kepala]
                decision: {approve: 3, revise: 1}
              - no: 3
                title: Mengirim
                executor: [Staf]
                after: [2]
            constraints:
              - {id: c1, kind: response, steps: [1, Mengirim], severity: minor, basis: patuh-policy/pemisahan-tugas}
              - {id: c2, kind: absence, steps: [2], count: 3}
              - {id: c3, kind: within, steps: [1, 3], limit: 3 hari, clock: elapsed}
            """;

    @Test
    void theDefinitionItselfIsRight() {
        assertThat(problems(SOP)).isEmpty();
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', textBlock = """
                    id: X1         | number: X1                      | 1:1: id: key-absent
                    id: X1         | id: [X1]                        | 1:1: id: not-text
                    id: X1         | id: {no: X1}                    | 1:1: id: not-text
                    title: Uji     | titel: Uji                      | 2:8: titel "Uji": key-misspelt
                    title: Uji     | warna: merah                    | 2:8: warna "merah": key-unrecognised
                    title: Uji     | title: Uji / id: X2             | 3:1: id: key-repeated
                    2025-01-01     | 2025-13-01                      | 3:11: in_force "2025-13-01": not-date
                    2025-01-01     | 2025-01-01 / until: 2024-12-31  | 4:8: until "2024-12-31": until-before-start
                    35-2012}       | 35-1212}                        | 5:41: legal_basis[1].source "permenpanrb-35-1212": source-unknown
                    {text:         | {teks:                          | 5:12: legal_basis[1].teks "PermenPANRB 35/2012": key-unrecognised
                    roles:         | calendar: asm / roles:          | 6:11: calendar "asm": calendar-unknown
                    roles:         | clock: sundial / roles:         | 6:8: clock "sundial": clock-unknown
                    roles:         | flow: backwards / roles:        | 6:7: flow "backwards": flow-unknown
                    roles:         | ratified: {position: K, nip_given: true} / roles: | 6:1: ratified.signatory_named: key-absent
                    [Kepala, Staf] | Kepala                          | 6:8: roles "Kepala": not-list
                    [Kepala, Staf] | [Kepala, null]                  | 6:17: roles[2]: item-empty
                    roles:         | related: / - / - B / roles:       | 7:2: related[1]: item-empty
                    [Staf]         | [Staff]                         | 10:16: steps[1].executor[1] "Staff": executor-unknown
                    [Kepala]       | [Kepala, Bendahara]             | 14:24: steps[2].executor[2] "Bendahara": executor-unknown
                    steps:         | role_aliases: {Kpl: [Ka]} / steps: | 7:16: role_aliases.Kpl: role-unknown
                    steps:         | survey: {min_respondents: -30} / steps: | 7:27: survey.min_respondents "-30": below-minimum
                    steps:         | survey: {min_respondents: 0} / steps: | 7:27: survey.min_respondents "0": below-minimum
                    steps:         | survey: {steps: [1, 9]} / steps: | 7:21: survey.steps[2] "9": survey-step-unknown
                    after: [2]     | deadline_from: rencana          | 19:20: steps[3].deadline_from "rencana": deadline-unknown
                    no: 1          | no: -1                          | 8:9: steps[1].no "-1": below-minimum
                    steps:         | sources: [a, b] / steps:        | 7:1: sources: key-unrecognised
                    steps:         | survei: {groups: [a]} / steps:  | 7:1: survei: key-misspelt
                    steps:         | qualifications: [{role: Staf, require: [teliti]}] / steps: | 7:31: qualifications[1].require: key-misspelt
                    no: 1          | no: satu                        | 8:9: steps[1].no "satu": not-whole-number
                    no: 1          | no: 1.5                         | 8:9: steps[1].no "1.5": not-whole-number
                    no: 1          | no: 99999999999                 | 8:9: steps[1].no "99999999999": not-whole-number
                    no: 1          | no: 2                           | 12:9: steps[2].no "2": step-repeated
                    within: 1 jam  | within: 1 jma                   | 11:13: steps[1].within "1 jma": limit-unreadable
                    within: 1 jam  | optional: mungkin               | 11:15: steps[1].optional "mungkin": not-boolean
                    within: 1 jam  | clock: sundial                  | 11:12: steps[1].clock "sundial": clock-unknown
                    approve: 3     | approve: 33                     | 15:25: steps[2].decision.approve "33": decision-unknown
                    approve: 3     | aprove: 3                       | 15:24: steps[2].decision.aprove "3": key-misspelt
                    after: [2]     | after: [2, 7]                   | 19:16: steps[3].after[2] "7": after-unknown
                    after: [2]     | after: [3]                      | 19:5: steps[3].after: step-circular
                    id: c1, kind   | kind                            | 21:5: constraints[1].id: key-absent
                    id: c2         | id: c1                          | 22:10: constraints[2].id "c1": id-repeated
                    kind: response, | ''                             | 21:5: constraints[1].kind: key-absent
                    kind: response | kind: responce                  | 21:20: constraints[1].kind "responce": value-misspelt
                    kind: response | kind: order                     | 21:20: constraints[1].kind "order": value-unrecognised
                    steps: [1, Mengirim], | ''                       | 21:5: constraints[1].steps: key-absent
                    [1, Mengirim]  | [1]                             | 21:30: constraints[1].steps: constraint-step-count
                    [1, Mengirim]  | [1, 2, 3]                       | 21:30: constraints[1].steps: constraint-step-count
                    [1, Mengirim]  | [1, 7]                          | 21:41: constraints[1].steps[2] "7": constraint-step-unknown
                    [1, Mengirim]  | [1, Mengirm]                    | 21:41: constraints[1].steps[2] "Mengirm": value-misspelt
                    [1, Mengirim]  | [1, Menutup]                    | 21:41: constraints[1].steps[2] "Menutup": constraint-step-unknown
                    [1, Mengirim]  | [1, [3]]                        | 21:41: constraints[1].steps[2]: constraint-step-unknown
                    [1, Mengirim]  | [1, 1.5]                        | 21:41: constraints[1].steps[2] "1.5": constraint-step-unknown
                    [1, Mengirim]  | [3, Mengirim]                   | 21:41: constraints[1].steps[2] "Mengirim": constraint-step-repeated
                    Memeriksa      | Mengirim                        | 21:41: constraints[1].steps[2] "Mengirim": constraint-step-ambiguous
                    severity: minor | severity: mayor                | 21:62: constraints[1].severity "mayor": value-misspelt
                    severity: minor | severity: berat                | 21:62: constraints[1].severity "berat": value-unrecognised
                    severity: minor | sevrity: minor                 | 21:61: constraints[1].sevrity "minor": key-misspelt
                    severity: minor | count: 2                       | 21:59: constraints[1].count "2": constraint-key-needless
                    severity: minor | limit: 2 jam                   | 21:59: constraints[1].limit "2 jam": constraint-key-needless
                    severity: minor | clock: working                 | 21:59: constraints[1].clock "working": constraint-key-needless
                    pemisahan-tugas | pemisahan                      | 21:76: constraints[1].basis "patuh-policy/pemisahan": basis-unknown
                    patuh-policy/pemisahan-tugas | patuh             | 21:76: constraints[1].basis "patuh": basis-unknown
                    count: 3       | count: 0                        | 22:48: constraints[2].count "0": below-minimum
                    count: 3       | count: dua                      | 22:48: constraints[2].count "dua": not-whole-number
                    , limit: 3 hari | ''                             | 23:5: constraints[3].limit: key-absent
                    limit: 3 hari  | limit: segera                   | 23:50: constraints[3].limit "segera": not-limit
                    clock: elapsed | clock: sundial                  | 23:65: constraints[3].clock "sundial": clock-unknown
                    """)
    void aMistakeIsNamedByItsPlace(String from, String to, String problem) {
        assertThat(SOP).contains(from);
        String wrong = SOP.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to.replace(" / ", "\n")));

        assertThat(problems(wrong)).containsExactly("x.yaml:" + problem);
    }

    @Test
    void rolesAreComparedWithoutRegardToSpellingAndOnlyWhereTheyAreStated() {
        assertThat(problems(SOP.replace("executor: [Staf]", "executor: [STAF]")))
                .isEmpty();
        assertThat(problems(SOP.replace("roles: [Kepala, Staf]\n", ""))).isEmpty();
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        String wrong = SOP.replace("title: Uji", "titel: Uji")
                .replace("2025-01-01", "kemarin")
                .replace("no: 1", "no: satu")
                .replace("[Kepala]", "Kepala");

        assertThat(problems(wrong))
                .containsExactly(
                        "x.yaml:2:8: titel \"Uji\": key-misspelt",
                        "x.yaml:3:11: in_force \"kemarin\": not-date",
                        "x.yaml:8:9: steps[1].no \"satu\": not-whole-number",
                        "x.yaml:14:15: steps[2].executor \"Kepala\": not-list");
    }

    @Test
    void aValueThatCannotBeReadHidesNoOther() {
        String wrong = SOP.replace("2025-01-01", "[2025]")
                .replace("roles:", "ratified: {position: [K], nip_given: true}\nroles:")
                .replace("no: 1", "no: 1.5")
                .replace("executor: [Kepala]", "executor: ''")
                .replace("{approve: 3, revise: 1}", "disetujui")
                .replace("no: 3", "no: 99999999999")
                .replace("  - {id: c2", "  - c2\n  - {id: c2")
                .replace("count: 3", "count: dua");

        assertThat(problems(wrong))
                .containsExactly(
                        "x.yaml:3:1: in_force: not-date",
                        "x.yaml:6:1: ratified.signatory_named: key-absent",
                        "x.yaml:6:12: ratified.position: not-text",
                        "x.yaml:9:9: steps[1].no \"1.5\": not-whole-number",
                        "x.yaml:15:15: steps[2].executor \"\": not-list",
                        "x.yaml:16:15: steps[2].decision \"disetujui\": not-mapping",
                        "x.yaml:17:9: steps[3].no \"99999999999\": not-whole-number",
                        "x.yaml:23:5: constraints[2] \"c2\": not-mapping",
                        "x.yaml:24:48: constraints[3].count \"dua\": not-whole-number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    steps: [a, b / x: 1  | :2:2: "x: 1": yaml-unclosed
                    id: "X1 / title: x   | :3:1: "": yaml-unclosed
                    id: X1 / \ttitle: x  | :2:1: "title: x": yaml-tab
                    id: X1 /   title: x  | :2:8: "title: x": yaml-broken
                    id: X1 / --- / id: Y | :3:1: yaml-documents
                    id: *a               | :1:5: id: yaml-alias
                    Bukan YAML           | :1:1: "Bukan YAML": not-mapping
                    - X1                 | :1:1: not-mapping
                    ' '                  | : yaml-empty
                    PK\u0003\u0004x      | : yaml-binary
                    """)
    void whatIsNoYamlIsNamedInPlainWords(String content, String problem) {
        assertThat(problems(content.replace(" / ", "\n") + "\n"))
                .first()
                .asString()
                .startsWith("x.yaml" + problem);
    }

    @Test
    void aTextInAnotherEncodingIsNamed() {
        byte[] latin = "id: X1\ntitle: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problems(latin)).containsExactly("x.yaml:2: text-not-utf-eight");
    }

    private static List<String> problems(String sop) {
        return problems(sop.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(byte[] sop) {
        RuleSetException e =
                catchThrowableOfType(RuleSetException.class, () -> RuleSetReader.readSop(RULES, "x.yaml", sop));
        return e == null
                ? List.of()
                : e.problems().stream().map(p -> p.place() + " " + p.reason()).toList();
    }
}
