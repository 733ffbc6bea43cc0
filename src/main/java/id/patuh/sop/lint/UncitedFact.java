package id.patuh.sop.lint;

import id.patuh.law.Source;
import id.patuh.sop.Sop;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/** A regulation that binds an SOP's subject and that the SOP does not cite. */
public final class UncitedFact implements Reportable {

    private final Sop sop;
    private final Source source;
    private final LocalDate asOf;

    UncitedFact(Sop sop, Source source, LocalDate asOf) {
        this.sop = sop;
        this.source = source;
        this.asOf = asOf;
    }

    /** How the regulation is cited. */
    public String getName() {
        return source.shortTitle();
    }

    @Override
    public Subject subject() {
        return Subject.ofSop(sop.id()).about(source.shortTitle());
    }

    @Override
    public List<Evidence> evidence() {
        return SopFact.evidence(sop);
    }

    @Override
    public LocalDate lawDate() {
        return asOf;
    }

    @Override
    public String ground() {
        return SopFact.ground(sop);
    }
}
