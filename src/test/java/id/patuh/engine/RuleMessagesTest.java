package id.patuh.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleVocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rule engineers usually do wrong is told at its place, in words that say how it is mended. */
class RuleMessagesTest {

    private static final String RULES = """
            package rules.sop;

            import id.patuh.engine.Violations;
            import id.patuh.sop.Activity;

            global Violations violations;

            rule "Approval without a decision"
                @id(decision-missing)
                @severity(MAJOR)
                @basis(patuh-policy/persetujuan)
                @since(0.1.0)
            when
                $a : Activity(decisionLacking)
            then
                violations.report(drools.getRule(), $a).with("title", $a.getTitle()).at($a.cell("decision"));
            end

            rule "Step repeated too often"
                @id(rework-excessive)
                @severity(MINOR)
                @basis(patuh-policy/pengerjaan-ulang)
                @since(0.1.0)
            when
                $a : Activity(round > 3)
            then
                violations.report(drools.getRule(), $a).actual($a.getRound());
            end
            """;

    @ParameterizedTest(name = "{0} > {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            round > 3                         ~ roud > 3                        ~ 25:19 rule-word-misspelt near=round, word=roud
            round > 3                         ~ bulat > 3                       ~ 25:19 rule-word-refused word=bulat
            round > 3                         ~ code == "x"                     ~ 25:19 rule-property-absent condition=code == "x"
            round > 3                         ~ round > "tiga"                  ~ 25:28 rule-number-wanted value=tiga
            round > 3                         ~ round > 2.5                     ~ 19:0 rule-number-inexact code=java/lang/Double.valueOf
            round > 3                         ~ round > 2,5                     ~ 25:29 rule-condition-open condition=5
            round > 3                         ~ round = 3                       ~ 25:25 rule-equals-refused
            round > 3                         ~ round => 3                      ~ 25:25 rule-equals-refused
            round > 3                         ~ round <> 3                      ~ 25:25 rule-unexpected expected=!=, found=<>
            round > 3                         ~ start > "2026-01-01"            ~ 19:0 rule-types-differ left=Instant, right=String
            round > 3                         ~ kind == ConstraintKind.INIT     ~ 25:27 rule-import-absent type=id.patuh.sop.ConstraintKind
            Activity(decisionLacking)         ~ Activity(decisionLacking        ~ 15:1 rule-unexpected expected=) ,, found=then
            Activity(decisionLacking)         ~ Activity(decisionLacking == "ya") ~ 14:39 rule-value-unfit type=boolean, value=ya
            Activity(decisionLacking)         ~ Activty(decisionLacking)        ~ 14:10 rule-word-misspelt near=Activity, word=Activty
            "title", $a.getTitle()            ~ "title", $a.getCode()           ~ 16:62 rule-method-absent name=getCode, type=Activity
            "title", $a.getTitle()            ~ $a.getTitle()                   ~ 16:45 rule-arguments-wrong expected=String, Object, found=String, name=with
            "title", $a.getTitle()            ~ "title", a.getTitle()           ~ 16:59 rule-name-unresolved name=a
            "title", $a.getTitle()            ~ "title", $b.getTitle()          ~ 16:59 rule-variable-unknown variable=$b
            "title", $a.getTitle()            ~ 'title', $a.getTitle()          ~ 16:50 rule-quote-refused character='
            "title", $a.getTitle()            ~ "title", "x" + $a.getTitle()    ~ 8:0 rule-texts-joined code="" + ""
            at($a.cell("decision"));          ~ at($a.cell("decision"))         ~ 17:1 rule-unexpected expected=;, found=end
            import id.patuh.sop.Activity;     ~ ``                              ~ 14:10 rule-import-absent type=id.patuh.sop.Activity
            @severity(MAJOR)                  ~ ``                              ~ 8:0 annotation-absent rule=Approval without a decision
            """)
    void aMistakeIsToldAtItsPlace(String right, String wrong, String told) {
        assertThat(problems(RULES.replace(right, wrong))).containsExactly(told);
    }

    @Test
    void aRuleThatIsNotClosedIsTold() {
        String told = "rule-end-absent line=%d, rule=%s";

        assertThat(problems(RULES.replaceFirst("(?m)^end$", "")))
                .containsExactly("19:1 " + told.formatted(8, "Approval without a decision"));
        assertThat(problems(RULES.replaceFirst("end\\s*$", "")))
                .containsExactly("28:1 " + told.formatted(19, "Step repeated too often"));
    }

    @Test
    void whatFollowsOfTheHeadIsNotToldAgain() {
        assertThat(problems(RULES.replace("sop.Activity;", "sop.Activities;")))
                .containsExactly("4:8 rule-import-refused type=id.patuh.sop.Activities");
        assertThat(problems(RULES.replace("global Violations violations;", "")))
                .containsExactly("16:5 rule-global-refused");
    }

    @Test
    void whatACompilerSaysElseIsQuoted() {
        CompilerMessage said = CompilerMessage.of("Something odd happened");

        assertThat(Reasons.text(said.reason(), said.details(), Language.ID))
                .isEqualTo("Aturan tidak dapat dikompilasi. Kata kompilator, dalam bahasa Inggris:"
                        + " \"Something odd happened\"");
    }

    private static List<String> problems(String drl) {
        RuleCompilationException e = catchThrowableOfType(
                RuleCompilationException.class,
                () -> CompiledRules.compile(List.of(new RuleSource("drl/a.drl", drl)), RuleVocabulary.get()));
        assertThat(e).as("refused").isNotNull();
        return e.problems().stream().map(RuleMessagesTest::shown).toList();
    }

    private static String shown(RuleProblem problem) {
        String details = problem.details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return (problem.line() + ":" + problem.column() + " " + problem.reason() + " " + details).strip();
    }
}
