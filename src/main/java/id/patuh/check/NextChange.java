package id.patuh.check;

import id.patuh.engine.CompiledRules;
import id.patuh.sop.Activity;
import id.patuh.sop.CaseConstraint;
import id.patuh.sop.CaseFile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** When time alone can change what is found of cases. */
final class NextChange {

    private final Instant asOf;
    private final boolean asOfCompared;
    private final boolean overrunCompared;

    /** @param asOf the moment of the check */
    NextChange(CompiledRules rules, Instant asOf) {
        this.asOf = asOf;
        this.asOfCompared = rules.compare(Activity.class, "asOf");
        this.overrunCompared = rules.compare(Activity.class, "overrun")
                || rules.compare(Activity.class, "lateness")
                || rules.compare(CaseConstraint.class, "overrun")
                || rules.compare(CaseConstraint.class, "lateness")
                || rules.compare(CaseFile.class, "idleOverrun");
    }

    /** The first moment after that of the check; null: never. */
    Instant of(List<CaseFile> cases) {
        // A rule that compares what grows with every moment may find something at any of them.
        if (asOfCompared || overrunCompared && cases.stream().anyMatch(CaseFile::getsLater)) {
            return asOf.plusMillis(1);
        }
        return cases.stream()
                .map(CaseFile::nextChange)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
