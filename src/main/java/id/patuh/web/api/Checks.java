package id.patuh.web.api;

import id.patuh.report.Language;
import id.patuh.submission.KeptContent;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Visitor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks that somebody sees, and their results. */
@Component
final class Checks {

    private final Submissions submissions;

    Checks(Submissions submissions) {
        this.submissions = submissions;
    }

    /** @throws ApiException if there is none of that code, or not for him */
    Submission find(String code, Visitor visitor) {
        return submissions.find(code, visitor.seen()).orElseThrow(ApiException::notThere);
    }

    /** @throws ApiException if there is no result */
    KeptContent result(Submission submission, Language language) {
        if (submission.state() != State.DONE) {
            throw new ApiException(
                    ProblemType.NO_RESULT,
                    submission.state().isOver() ? "api-check-failed" : "api-check-under-way",
                    Map.of("check", submission.code()));
        }
        return submissions.result(submission, language);
    }
}
