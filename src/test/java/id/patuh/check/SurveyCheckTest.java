package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.InputPaths;
import id.patuh.intake.Intake;
import id.patuh.intake.Selection;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Surveys and follow-up reports checked by themselves give what a whole check gives of them. */
class SurveyCheckTest {

    private static final List<String> PATHS = List.of("sample-data");

    @TempDir
    private Path folder;

    @Test
    void theSampleDataGivesWhatTheWholeCheckGives() {
        Instant asOf = at(LocalDate.of(2026, 11, 22));
        SurveyVerdict verdict = check(RULES, PATHS, asOf, List.of());
        CheckRequest request = new CheckRequest(PATHS, asOf, RuleTrial.ZONE, null, null);
        try (CheckResult whole =
                new ComplianceCheck(RULES).run(request, InputStream.nullInputStream(), (path, rows) -> {})) {
            assertThat(verdict.surveys().findings()).isNotEmpty();
            assertThat(verdict.followUps().findings()).isNotEmpty();
            assertThat(all(verdict, SurveyVerdict.Part::findings))
                    .containsExactlyInAnyOrderElementsOf(whole.findings().stream()
                            .filter(f -> f.violation().subject().caseId() == null)
                            .toList());
            assertThat(all(verdict, SurveyVerdict.Part::notEvaluated))
                    .containsExactlyInAnyOrderElementsOf(whole.notEvaluated().stream()
                            .filter(n -> !n.missing().need().equals("rule-switched-off"))
                            .filter(n -> !RULES.rules(n.rule()).get(0).topic().equals("sop"))
                            .toList());
            assertThat(verdict.grades()).isEqualTo(whole.grades());
        }
    }

    /** A unit has to survey again, quarters of plans end; on all other days nothing changes. */
    @Test
    void timeAloneChangesWhatIsFoundOnTheDaysForetoldOnly() throws IOException {
        Path survey = Files.writeString(
                folder.resolve("survey.csv"),
                "survey,unit,respondent,period_start,period_end,U1,U2,U3,U4,U5,U6,U7,U8,U9\n"
                        + "S,UKPBJ,1,2025-01-01,2025-06-30,4,4,4,4,3,3,4,4,4\n");
        Path plan = Files.writeString(folder.resolve("reports.json"), """
                {"followUps": [{"survey": "S", "unit": "UKPBJ", "period": {"start": "2025-01-01", "end": "2025-06-30"}, "plan": [
                  {"id": "1", "element": "U5", "activity": "Pelatihan", "quarters": ["TW III 2025"], "owner": "A"},
                  {"id": "2", "element": "U6", "activity": "Loket", "quarters": ["TW I 2026"], "owner": "B"}],
                 "realisations": []}]}
                """);
        List<String> paths = List.of(survey.toString(), plan.toString());
        LocalDate day = LocalDate.of(2025, 7, 1);
        int changes = 0;
        for (Instant next = null; ; changes++) {
            SurveyVerdict now = check(RULES, paths, at(day), List.of());
            next = now.nextChange();
            LocalDate until = next == null
                    ? day.plusYears(1)
                    : next.atZone(RuleTrial.ZONE).toLocalDate();
            for (LocalDate other = day.plusDays(1); other.isBefore(until); other = other.plusDays(9)) {
                assertSame(check(RULES, paths, at(other), List.of()), now);
            }
            assertSame(check(RULES, paths, at(until.minusDays(1)), List.of()), now);
            if (next == null) {
                break;
            }
            assertThat(fingerprints(check(RULES, paths, next, List.of()))).isNotEqualTo(fingerprints(now));
            day = until;
        }
        assertThat(changes).isEqualTo(3);
    }

    @Test
    void aRuleThatComparesTheDayMayFindSomethingOnAny() {
        RuleSet rules = OneRule.in(RULES, "$a : Survey(nextDue < asOf)");
        Instant asOf = at(LocalDate.of(2026, 11, 22));

        assertThat(check(rules, PATHS, asOf, List.of()).nextChange()).isEqualTo(at(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void noRuleIsEvaluatedForWhatIsNoLongerThere() {
        MissingFact gone = new MissingFact("survey.responses", Subject.ofSurvey(null, "S"), "s.csv", Map.of());

        SurveyVerdict verdict = check(RULES, List.of(), at(LocalDate.of(2026, 11, 22)), List.of(gone));

        assertThat(all(verdict, SurveyVerdict.Part::notEvaluated))
                .allSatisfy(each -> assertThat(each.missing()).isEqualTo(gone))
                .extracting(NotEvaluated::rule)
                .contains("survey-overdue", "rtl-not-realised", "period-mismatch")
                .doesNotContain("step-late", "lint-output-missing")
                .doesNotHaveDuplicates();
    }

    private static void assertSame(SurveyVerdict one, SurveyVerdict other) {
        assertThat(fingerprints(one)).isEqualTo(fingerprints(other));
        assertThat(all(one, SurveyVerdict.Part::notEvaluated)).isEqualTo(all(other, SurveyVerdict.Part::notEvaluated));
    }

    private static List<String> fingerprints(SurveyVerdict verdict) {
        return all(verdict, SurveyVerdict.Part::findings).stream()
                .map(Finding::fingerprint)
                .toList();
    }

    private static <T> List<T> all(SurveyVerdict verdict, Function<SurveyVerdict.Part, List<T>> items) {
        return Stream.of(verdict.surveys(), verdict.followUps())
                .flatMap(part -> items.apply(part).stream())
                .toList();
    }

    private static SurveyVerdict check(RuleSet rules, List<String> paths, Instant asOf, List<MissingFact> absent) {
        Intake intake = new Intake(
                new Intake.Options(RuleTrial.ZONE, null, null, null, rules.mappings()),
                rules.regulations(),
                rules.sops());
        try (InputPaths inputs = new InputPaths(paths, InputStream.nullInputStream())) {
            return new SurveyCheck(rules, asOf, RuleTrial.ZONE)
                    .run(inputs, intake, Selection.ALL, () -> absent, (path, rows) -> {});
        }
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(RuleTrial.ZONE).toInstant();
    }
}
