package id.patuh.sop;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.List;

/** A step of the SOP of which a case holds no activity. */
public final class UndoneStep implements Reportable {

    private final CaseFile caseFile;
    private final Step step;
    private final Activity passedBy;

    /**
     * @param passedBy the first activity of a step that comes after it, or of the last step; in a free SOP at least the
     *     case's last activity; null when there is none
     */
    UndoneStep(CaseFile caseFile, Step step, Activity passedBy) {
        this.caseFile = caseFile;
        this.step = step;
        this.passedBy = passedBy;
    }

    /** The step. */
    public Step step() {
        return step;
    }

    /** Whether a case must have it. */
    public boolean isMandatory() {
        return !step.optional();
    }

    /** Whether the case has gone past it: a later step was begun, or the case is closed; in a free SOP always. */
    public boolean isPassed() {
        return passedBy != null;
    }

    /** The step's title. */
    public String getTitle() {
        return step.title();
    }

    /** The number of the step that was begun instead. */
    public String getPassedByStep() {
        return passedBy.getStepNumber();
    }

    @Override
    public Subject subject() {
        return caseFile.subject().atStep(Integer.toString(step.no()));
    }

    @Override
    public List<Evidence> evidence() {
        return List.of(passedBy.cell("step"));
    }

    @Override
    public LocalDate lawDate() {
        return caseFile.lawDate();
    }

    @Override
    public String ground() {
        return caseFile.ground() + " langkah " + step.no();
    }
}
