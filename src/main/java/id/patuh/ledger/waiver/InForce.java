package id.patuh.ledger.waiver;

import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LifeOutline;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.OpenViolation;
import id.patuh.ledger.life.Opening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The waivers of a scope that are in force, and what they cover. */
public final class InForce {

    private final List<Waiver> waivers;
    private final Map<String, List<Waiver>> byKey = new HashMap<>();

    /** @param waivers those that are, of one scope */
    InForce(List<Waiver> waivers) {
        this.waivers = List.copyOf(waivers);
        for (Waiver waiver : this.waivers) {
            byKey.computeIfAbsent(waiver.terms().target().key(), key -> new ArrayList<>())
                    .add(waiver);
        }
    }

    /** All of them, in the order of their numbers. */
    public List<Waiver> waivers() {
        return waivers;
    }

    /** Those that cover a violation; none where it is not waived. */
    public List<Waiver> covering(LifeViolation violation) {
        return covering(
                violation.fingerprint(),
                violation.groupKey(),
                violation.rule(),
                violation.text().subject().unit());
    }

    /** Whether any covers a violation that is open; what is resolved needs none. */
    public boolean excuses(LifeOutline violation) {
        return violation.state().isOpen()
                && !covering(violation.fingerprint(), violation.groupKey(), violation.rule(), violation.unit())
                        .isEmpty();
    }

    /** Those that cover an open violation; none where it is not waived. */
    public List<Waiver> covering(OpenViolation violation) {
        return covering(violation.fingerprint(), violation.groupKey(), violation.rule(), violation.unit());
    }

    /** Those that cover an open violation, likewise. */
    public List<Waiver> covering(Opening violation) {
        return covering(violation.fingerprint(), violation.groupKey(), violation.rule(), violation.unit());
    }

    /**
     * Those that cover what somebody found violated by hand: of its case or its unit. What is lacking may name no unit, as
     * times that an SOP lacks, and is then of any.
     */
    List<Waiver> covering(Lack lack) {
        List<Waiver> covering = named("", lack.of().group().key(), lack.of().rule(), lack.unit());
        covering.removeIf(
                waiver -> lack.unit() != null && !waiver.terms().target().isOfUnit(lack.unit()));
        return covering;
    }

    private List<Waiver> covering(String fingerprint, String groupKey, String rule, String unit) {
        List<Waiver> covering = named(fingerprint, groupKey, rule, unit);
        covering.removeIf(waiver -> !waiver.terms().target().isOfUnit(unit));
        return covering;
    }

    /** Those that name it, whosever case it is. */
    private List<Waiver> named(String fingerprint, String groupKey, String rule, String unit) {
        if (waivers.isEmpty()) {
            return new ArrayList<>();
        }
        List<Waiver> covering = new ArrayList<>(byKey.getOrDefault(fingerprint, List.of()));
        covering.addAll(byKey.getOrDefault(Target.caseKey(groupKey), List.of()));
        if (unit != null) {
            covering.addAll(byKey.getOrDefault(Target.unitKey(unit, rule), List.of()));
        }
        covering.removeIf(waiver -> !waiver.terms().target().isOfRule(rule));
        return covering;
    }
}
