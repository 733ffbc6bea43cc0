package id.patuh.web.check;

import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import org.springframework.stereotype.Component;

/** Checks that have a result, as visitors see them. */
@Component
class DoneChecks {

    private final Submissions submissions;

    DoneChecks(Submissions submissions) {
        this.submissions = submissions;
    }

    /** @throws NotThere if there is none of that code, it has no result, or is not for him */
    Submission find(String code, Visitor visitor) {
        return submissions
                .find(code, visitor.seen())
                .filter(submission -> submission.state() == State.DONE)
                .orElseThrow(NotThere::new);
    }
}
