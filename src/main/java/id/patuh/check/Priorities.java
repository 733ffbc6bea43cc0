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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts beside each low unsur the violations of the same unit that bear on it; which do is data of the rule set. */
final class Priorities {

    private final RuleSet ruleSet;
    private final List<UnsurReason> reasons;
    private final Map<Bearing, Tally> tallies = new HashMap<>();

    /** Violations of a rule in a unit, given by its normalised name, that bear on an unsur. */
    private record Bearing(UnsurReason reason, String rule, String unit) {}

    /** How many there are, and the smallest of their cases. */
    private static final class Tally {

        private int count;
        private String example;

        void add(String caseId) {
            count++;
            if (caseId != null && (example == null || caseId.compareTo(example) < 0)) {
                example = caseId;
            }
        }
    }

    Priorities(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        this.reasons = ruleSet.reasons().stream().distinct().toList();
    }

    /** @param findings gone through once, and only if they may bear on a low unsur */
    List<Priority> of(List<Survey> surveys, Iterable<Finding> findings) {
        for (Survey survey : surveys) {
            for (RankedUnsur low : survey.lowest()) {
                bearings(survey.getUnit(), low.name()).forEach(b -> tallies.put(b, new Tally()));
            }
        }
        if (!tallies.isEmpty()) {
            findings.forEach(finding -> count(finding.violation()));
        }
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

    /** What may bear on an unsur of a unit. */
    private List<Bearing> bearings(String unit, String unsur) {
        List<Bearing> bearings = new ArrayList<>();
        if (unit != null) {
            for (UnsurReason reason : reasons) {
                if (Wording.normalise(reason.unsur()).equals(Wording.normalise(unsur))) {
                    reason.rules().forEach(rule -> bearings.add(new Bearing(reason, rule, Wording.normalise(unit))));
                }
            }
        }
        return bearings;
    }

    private void count(Violation violation) {
        String unit = Wording.normalise(violation.subject().unit());
        for (UnsurReason reason : reasons) {
            if (reason.rules().contains(violation.rule())) {
                Tally tally = tallies.get(new Bearing(reason, violation.rule(), unit));
                if (tally != null && (reason.subjects().isEmpty() || isAbout(violation, reason.subjects()))) {
                    tally.add(violation.subject().caseId());
                }
            }
        }
    }

    private List<Priority.Reason> reasons(String unit, String unsur) {
        List<Priority.Reason> found = new ArrayList<>();
        for (Bearing bearing : bearings(unit, unsur)) {
            Tally tally = tallies.get(bearing);
            if (tally.count > 0) {
                found.add(new Priority.Reason(
                        bearing.rule(),
                        tally.count,
                        tally.example,
                        bearing.reason().why()));
            }
        }
        return found;
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
