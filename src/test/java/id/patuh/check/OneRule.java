package id.patuh.check;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleSource;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleVocabulary;
import java.util.List;

/** Our rule set with one rule instead of its own. */
final class OneRule {

    private static final String RULE = """
            package rules.sop;

            import id.patuh.engine.Violations;
            import id.patuh.skm.Survey;
            import id.patuh.sop.Activity;
            import id.patuh.sop.CaseConstraint;
            import id.patuh.sop.CaseFile;

            global Violations violations;

            rule "One"
                @id(one)
                @severity(MINOR)
                @basis(patuh-policy/pemisahan-tugas)
                @since(0.1.0)
            when
                %s
            then
                violations.report(drools.getRule(), $a);
            end
            """;

    private OneRule() {}

    /**
     * @param rules gives everything but the rule
     * @param when its conditions, in which $a is what it reports
     */
    static RuleSet in(RuleSet rules, String when) {
        return new RuleSet(
                rules.name(),
                rules.version(),
                rules.sha256(),
                rules.sources(),
                rules.parameters(),
                rules.calendars(),
                rules.calendarOfUnit(),
                rules.sops(),
                rules.regulations(),
                rules.grades(),
                rules.regions(),
                rules.reasons(),
                rules.mappings(),
                rules.messages(),
                CompiledRules.compile(
                        List.of(new RuleSource("drl/sop/one.drl", RULE.formatted(when))), RuleVocabulary.get()));
    }
}
