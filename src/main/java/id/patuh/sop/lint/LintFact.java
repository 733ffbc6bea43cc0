package id.patuh.sop.lint;

import id.patuh.sop.Sop;
import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/** Something in an SOP definition; its evidence is the file that defines it. */
abstract class LintFact implements Reportable {

    final Sop sop;
    private final LocalDate asOf;

    /** @param asOf the day whose law the definition is compared with */
    LintFact(Sop sop, LocalDate asOf) {
        this.sop = sop;
        this.asOf = asOf;
    }

    @Override
    public Subject subject() {
        return Subject.ofSop(sop.id());
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(new Evidence(sop.file(), null, null, null, null));
    }

    @Override
    public LocalDate lawDate() {
        return asOf;
    }

    @Override
    public String ground() {
        return "SOP " + sop.number();
    }
}
