package id.patuh.check;

import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.UnsurReason;
import id.patuh.skm.RankedUnsur;
import id.patuh.skm.Survey;
import id.patuh.sop.Sop;
import id.patuh.violation.Violation;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts beside each low unsur the violations of the same unit that bear on it; which do is data of the rule set. */
final class Priorities {

    private final RuleSet ruleSet;
    private final List<Violation> violations;

    Priorities(RuleSet ruleSet, List<Violation> violations) {
        this.ruleSet = ruleSet;
        this.violations = violations;
    }

    List<Priority> of(List<Survey> surveys) {
        List<Priority> priorities = new ArrayList<>();
        for (Survey survey : surveys) {
            for (RankedUnsur low : survey.lowest()) {
                priorities.add(new Priority(
                        survey.getId(),
                        survey.getUnit(),
                        survey.getService(),
                        low.rank(),
                        low.code(),
                        low.name(),
                        low.mean(),
                        low.tied(),
                        reasons(survey.getUnit(), low.name())));
            }
        }
        return priorities;
    }

    private List<Priority.Reason> reasons(String unit, String unsur) {
        List<Priority.Reason> reasons = new ArrayList<>();
        if (unit == null) {
            return reasons;
        }
        for (UnsurReason reason : ruleSet.reasons()) {
            if (Wording.normalise(reason.unsur()).equals(Wording.normalise(unsur))) {
                for (String rule : reason.rules()) {
                    List<Violation> bearing = violations.stream()
                            .filter(v -> v.rule().equals(rule) && bears(v, unit, reason))
                            .toList();
                    if (!bearing.isEmpty()) {
                        reasons.add(new Priority.Reason(rule, bearing.size(), example(bearing), reason.why()));
                    }
                }
            }
        }
        return reasons;
    }

    private static String example(List<Violation> bearing) {
        return bearing.stream()
                .map(v -> v.subject().caseId())
                .filter(Objects::nonNull)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private boolean bears(Violation violation, String unit, UnsurReason reason) {
        return Wording.normalise(violation.subject().unit()).equals(Wording.normalise(unit))
                && (reason.subjects().isEmpty() || isAbout(violation, reason.subjects()));
    }

    private boolean isAbout(Violation violation, List<String> subjects) {
        LocalDate day = violation.lawDate();
        return day != null
                && ruleSet.sops()
                        .find(violation.subject().sop(), day)
                        .map(Sop::subjects)
                        .filter(s -> s.stream().anyMatch(subjects::contains))
                        .isPresent();
    }
}
