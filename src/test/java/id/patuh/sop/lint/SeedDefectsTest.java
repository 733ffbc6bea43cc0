package id.patuh.sop.lint;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.sop.Sop;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every violation that the four published SOPs have on one day: a reader has found each of them a defect. */
class SeedDefectsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void b276() {
        assertThat(found("B276"))
                .containsExactlyInAnyOrder(
                        "lint-approval-incomplete",
                        "lint-clock-unstated",
                        "lint-executor-inferred",
                        "lint-legal-basis-incomplete PermenPANRB 35/2012",
                        "lint-legal-basis-missing PermenPANRB 14/2017",
                        "lint-legal-basis-superseded PP 82/2012",
                        "lint-records-missing",
                        "lint-revision-date-missing",
                        "lint-role-drift Tim UKPBJ",
                        "lint-role-mismatch Sekretariat UKPBJ",
                        "lint-role-mismatch Tim Survey Kepuasan Pengguna Layanan",
                        "1 lint-input-missing",
                        "2 lint-text-unbalanced",
                        "3 lint-decision-untargeted",
                        "3 lint-output-unused",
                        "4 lint-input-unproduced",
                        "4 lint-time-ambiguous",
                        "5 lint-name-drift",
                        "6 lint-input-circular",
                        "7 lint-decision-untargeted",
                        "8 lint-time-unmeasurable",
                        "10 lint-output-repeats-input");
    }

    @Test
    void b278() {
        assertThat(found("B278"))
                .containsExactlyInAnyOrder(
                        "lint-clock-unstated",
                        "lint-executor-inferred",
                        "lint-legal-basis-incomplete PermenPANRB 35/2012",
                        "lint-legal-basis-superseded PP 82/2012",
                        "lint-records-missing",
                        "lint-revision-date-missing",
                        "lint-role-drift Tim Pelaksana Fungsi UKPBJ",
                        "1 lint-input-missing",
                        "3 lint-decision-untargeted",
                        "3 lint-output-unused",
                        "5 lint-numbering-gap",
                        "5 lint-output-unused",
                        "6 lint-decision-untargeted",
                        "6 lint-output-unused",
                        "8 lint-output-unused",
                        "9 lint-output-unused",
                        "10 lint-input-unproduced",
                        "10 lint-spelling",
                        "11 lint-decision-reversed",
                        "11 lint-decision-untargeted",
                        "11 lint-output-unused",
                        "12 lint-name-drift",
                        "12 lint-output-missing",
                        "12 lint-time-missing");
    }

    @Test
    void padang() {
        assertThat(found("DTKP-34"))
                .containsExactlyInAnyOrder(
                        "lint-clock-unstated",
                        "lint-executor-inferred",
                        "lint-legal-basis-missing PermenPANRB 62/2018",
                        "lint-legal-basis-missing Perpres 76/2013",
                        "lint-legal-basis-superseded ISO 9001:2008",
                        "lint-legal-basis-superseded KEP/25/M.PAN/2/2004",
                        "lint-revision-date-missing",
                        "lint-scope-mismatch",
                        "lint-total-exceeds-limit",
                        "1 lint-input-circular",
                        "1 lint-output-missing",
                        "1 lint-time-missing",
                        "2 lint-input-unproduced",
                        "2 lint-output-unused",
                        "5 lint-name-drift",
                        "5 lint-output-unused",
                        "6 lint-input-unproduced",
                        "7 lint-input-circular",
                        "7 lint-name-drift",
                        "8 lint-decision-missing",
                        "8 lint-name-drift",
                        "9 lint-name-drift",
                        "10 lint-decision-missing",
                        "10 lint-name-drift",
                        "11 lint-decision-missing",
                        "11 lint-duplicate-step",
                        "11 lint-name-drift",
                        "12 lint-name-drift");
    }

    @Test
    void karanganyar() {
        assertThat(found("SETDA-11-8-102"))
                .containsExactlyInAnyOrder(
                        "lint-clock-unstated",
                        "lint-equipment-repeated",
                        "lint-executor-inferred",
                        "lint-legal-basis-missing PermenPANRB 35/2012",
                        "lint-revision-date-missing",
                        "lint-role-drift Kasubag",
                        "lint-role-unused Bupati",
                        "1 lint-input-unproduced",
                        "3 lint-input-unproduced",
                        "4 lint-decision-missing",
                        "5 lint-name-drift",
                        "5 lint-output-unused",
                        "6 lint-input-unproduced",
                        "7 lint-output-unused",
                        "9 lint-decision-missing",
                        "9 lint-output-unused");
    }

    private static List<String> found(String id) {
        LintFacts facts = new LintFacts(RULES.sources(), RULES.parameters(), RULES::calendar, DAY);
        List<Sop> all = RULES.sops().all();
        Sop sop = RULES.sops().find(id, DAY).orElseThrow();
        return RULES.rules().check(facts.of(sop, all)).stream()
                .map(SeedDefectsTest::brief)
                .toList();
    }

    private static String brief(Violation violation) {
        Subject subject = violation.subject();
        assertThat(violation.evidence()).isNotEmpty();
        return String.join(
                " ",
                Stream.of(subject.step(), violation.rule(), subject.element())
                        .filter(part -> part != null)
                        .toList());
    }
}
