package id.patuh.web.api;

import id.patuh.ledger.LedgerException;
import id.patuh.rulebook.Problem;
import id.patuh.rulebook.RulebookException;
import id.patuh.scope.ScopeException;
import id.patuh.store.ReasonedException;
import id.patuh.submission.SubmissionException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the packages below refuse, as problems. */
@ControllerAdvice(basePackageClasses = ApiAdvice.class)
class ApiAdvice {

    /** Of things that somebody named, and that are not there. */
    private static final Set<String> UNKNOWN = Set.of(
            "scope-unknown",
            "scope-run-unknown",
            "violation-unknown",
            "waiver-unknown",
            "follow-up-item-unknown",
            "version-unknown",
            "version-name",
            "none-in-force");

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final String KEY_USED = "submission-key-used";

    @ExceptionHandler
    void tell(ApiException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(told.type(), told.reason(), told.details(), told.faults(), request, response);
    }

    @ExceptionHandler({LedgerException.class, SubmissionException.class, ScopeException.class})
    void tell(ReasonedException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(type(told.reason()), told.reason(), told.details(), request, response);
    }

    @ExceptionHandler
    void tell(RulebookException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = told.problem();
        Problems.write(type(problem.reason()), problem.reason(), problem.details(ZONE), request, response);
    }

    private static ProblemType type(String reason) {
        if (UNKNOWN.contains(reason)) {
            return ProblemType.NOT_FOUND;
        }
        return reason.equals(KEY_USED) ? ProblemType.IDEMPOTENCY_KEY_USED : ProblemType.REFUSED;
    }
}
