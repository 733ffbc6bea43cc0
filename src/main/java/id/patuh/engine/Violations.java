package id.patuh.engine;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kie.api.definition.rule.Rule;

/** Where rules put what they find: the one global of every DRL file, for writing only. Lives as long as a session. */
public final class Violations {

    private final Map<String, RuleMetadata> catalog;
    private final List<Draft> drafts = new ArrayList<>();

    Violations(Map<String, RuleMetadata> catalog) {
        this.catalog = catalog;
    }

    /**
     * Reports a violation; what the returned draft is given becomes part of it.
     *
     * @param rule the rule that fired: {@code drools.getRule()}
     * @param fact what it is about
     */
    public Draft report(Rule rule, Reportable fact) {
        Draft draft = new Draft(catalog.get(CompiledRules.key(rule)), fact);
        drafts.add(draft);
        return draft;
    }

    List<Violation> collected() {
        return drafts.stream()
                .filter(draft -> draft.rule.isEnabled())
                .map(Draft::violation)
                .toList();
    }

    /** A violation in the making. */
    public static final class Draft {

        private final RuleMetadata rule;
        private final Reportable fact;
        private final Map<String, Object> details = new LinkedHashMap<>();
        private final List<Evidence> evidence = new ArrayList<>();
        private Subject subject;
        private Object expected;
        private Object actual;

        private Draft(RuleMetadata rule, Reportable fact) {
            this.rule = rule;
            this.fact = fact;
            this.subject = fact.subject();
        }

        /** What the rule demands. */
        public Draft expected(Object value) {
            expected = value;
            return this;
        }

        /** What was found. */
        public Draft actual(Object value) {
            actual = value;
            return this;
        }

        /** A further value that the rule's message names; null is left out. */
        public Draft with(String name, Object value) {
            if (value != null) {
                details.put(Objects.requireNonNull(name), value);
            }
            return this;
        }

        /** Narrows the subject to one of its elements. */
        public Draft about(String element) {
            subject = subject.about(element);
            return this;
        }

        /** The violation is about the step, not about one execution of it. */
        public Draft inAnyRound() {
            subject = subject.inRound(null);
            return this;
        }

        /** A cell that proves it; without any, the fact's own evidence stands. */
        public Draft at(Evidence cell) {
            if (cell != null) {
                evidence.add(cell);
            }
            return this;
        }

        /** Cells that prove it. */
        public Draft at(List<Evidence> cells) {
            evidence.addAll(cells);
            return this;
        }

        private Violation violation() {
            Severity severity = fact.severity() == null ? rule.severity() : fact.severity();
            return new Violation(
                    rule.id(),
                    severity,
                    subject,
                    expected,
                    actual,
                    details,
                    fact.ground(),
                    fact.basis(),
                    fact.lawDate(),
                    evidence.isEmpty() ? fact.evidence() : evidence);
        }
    }
}
