package id.patuh.ledger.waiver;

import id.patuh.ledger.life.LifeViolation;
import java.util.List;

/**
 * A violation, and the waivers that cover it.
 *
 * @param violation as it stands after a run
 * @param waivers in force; none where it is resolved or not waived
 */
public record WaivedViolation(LifeViolation violation, List<Waiver> waivers) {

    public WaivedViolation {
        waivers = List.copyOf(waivers);
    }
}
