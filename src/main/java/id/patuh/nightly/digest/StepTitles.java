package id.patuh.nightly.digest;

import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Sop;
import id.patuh.violation.NamedStep;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the steps of SOPs are called. */
final class StepTitles {

    private static final int LONGEST = 120;

    private final RuleSet ruleSet;

    StepTitles(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** A step as "4 (Melaksanakan survey)"; its number alone where the SOP of that day has none. */
    String of(String sop, int step, Instant at) {
        Optional<Sop> found =
                ruleSet.sops().find(sop, at.atOffset(ZoneOffset.UTC).toLocalDate());
        String title =
                found.flatMap(each -> each.step(step)).map(each -> each.title()).orElse("");
        String shown = title.length() <= LONGEST ? title : title.substring(0, LONGEST) + "...";
        return new NamedStep(step, shown).toString();
    }
}
