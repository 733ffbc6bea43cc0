package id.patuh.sop.lint;

import id.patuh.law.Source;
import id.patuh.sop.Sop;
import id.patuh.violation.Subject;
import java.time.LocalDate;

/** A regulation that binds an SOP's subject and that the SOP does not cite. */
public final class UncitedFact extends LintFact {

    private final Source source;

    UncitedFact(Sop sop, Source source, LocalDate asOf) {
        super(sop, asOf);
        this.source = source;
    }

    /** How the regulation is cited. */
    public String getName() {
        return source.shortTitle();
    }

    @Override
    public Subject subject() {
        return super.subject().about(source.shortTitle());
    }
}
