package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases checked one by one give together what a whole check gives of them, whichever cases are judged beside each. */
class CaseCheckTest {

    private static final Instant AS_OF =
            GeneratedCase.AS_OF.atZone(RuleTrial.ZONE).toInstant();

    @TempDir
    Path folder;

    /** What is found of cases; what was not evaluated of them, with how often. */
    private record Outcome(Map<String, Violation> findings, Map<String, Integer> notEvaluated) {

        static Outcome of(Collection<Finding> findings, Collection<NotEvaluated> notEvaluated) {
            Map<String, Violation> byFingerprint = new TreeMap<>();
            for (Finding finding : findings) {
                assertThat(byFingerprint.put(finding.fingerprint(), finding.violation()))
                        .isNull();
            }
            Map<String, Integer> counts = new TreeMap<>();
            for (NotEvaluated each : notEvaluated) {
                MissingFact missing = each.missing();
                counts.merge(each.rule() + " " + missing.times(1), missing.count(), Integer::sum);
            }
            return new Outcome(byFingerprint, counts);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void casesOfGeneratedLogsAddUpToTheWholeCheck(int seed) throws IOException {
        assertSame(read(GeneratedLog.files(new Random(seed))), RULES);
    }

    @Test
    void casesOfTheSampleDataAddUpToTheWholeCheck() {
        ReadAll all = read(List.of("sample-data"));
        assertThat(all.activities()).hasSizeGreaterThan(100);
        assertSame(all, RULES);
    }

    @Test
    void aRuleThatJoinsFactsSeesThoseOfOneCaseNumber() throws IOException {
        RuleSet rules = OneRule.in(RULES, "$a : Activity() exists Activity(this != $a, person == $a.person)");
        ReadAll log = read(GeneratedLog.files(new Random(1)));

        assertSame(log, rules);

        Map<String, CaseVerdict> together = CaseVerdicts.of(rules, AS_OF, List.of(), log.activities(), List.of());
        assertThat(together.values().stream().flatMap(v -> v.findings().stream()))
                .hasSizeGreaterThan(100);
        for (List<ActivityRecord> rows : CaseVerdicts.byCase(log.activities())) {
            assertThat(CaseVerdicts.of(rules, AS_OF, List.of(), rows, List.of()))
                    .isEqualTo(Map.of(
                            rows.get(0).caseId(), together.get(rows.get(0).caseId())));
        }
    }

    private static void assertSame(ReadAll all, RuleSet rules) {
        Collection<CaseVerdict> verdicts = CaseVerdicts.of(
                        rules, AS_OF, all.followUps(), all.activities(), all.lostActivities())
                .values();
        Outcome single = Outcome.of(
                verdicts.stream().flatMap(v -> v.findings().stream()).toList(),
                verdicts.stream().flatMap(v -> v.notEvaluated().stream()).toList());
        CheckRequest request = new CheckRequest(List.of(), AS_OF, RuleTrial.ZONE, null, null);
        try (CheckResult whole = new ComplianceCheck(rules).run(request, all.data(), all.log(), all.answers())) {
            Outcome ofCases = Outcome.of(
                    whole.findings().stream()
                            .filter(f -> f.violation().subject().caseId() != null)
                            .toList(),
                    whole.notEvaluated().stream()
                            .filter(n -> isOfCases(n, rules))
                            .toList());
            assertThat(single).isEqualTo(ofCases);
        }
    }

    private static boolean isOfCases(NotEvaluated each, RuleSet rules) {
        return !each.missing().need().equals("rule-switched-off")
                && rules.rules(each.rule()).get(0).topic().equals("sop");
    }

    private ReadAll read(Map<String, String> files) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            paths.add(Files.writeString(folder.resolve(file.getKey()), file.getValue())
                    .toString());
        }
        return read(paths);
    }

    private static ReadAll read(List<String> paths) {
        Intake intake = new Intake(new Intake.Options(RuleTrial.ZONE, null, null), RULES.regulations(), RULES.sops());
        return ReadAll.by(intake, paths, InputStream.nullInputStream());
    }
}
