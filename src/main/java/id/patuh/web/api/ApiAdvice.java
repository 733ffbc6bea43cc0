package id.patuh.web.api;

import id.patuh.rulebook.Problem;
import id.patuh.rulebook.RulebookException;
import id.patuh.ruleset.RuleSetException;
import id.patuh.store.ReasonedException;
import id.patuh.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
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
            "outcome-unknown",
            "version-unknown",
            "version-name",
            "none-in-force");

    private final ZoneId zone;

    ApiAdvice(ZoneId zone) {
        this.zone = zone;
    }

    @ExceptionHandler
    void tell(ApiException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(told.type(), told.reason(), told.details(), told.faults(), request, response);
    }

    @ExceptionHandler
    void tell(ReasonedException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (told instanceof StoreException) {
            // Nobody's request is to blame: an incident.
            throw told;
        }
        Problems.write(type(told.reason()), told.reason(), told.details(), request, response);
    }

    @ExceptionHandler
    void tell(RulebookException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = told.problem();
        Problems.write(type(problem.reason()), problem.reason(), problem.details(zone), request, response);
    }

    /** Of a version that an earlier program took. */
    @ExceptionHandler
    void tell(RuleSetException told, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problems.write(ProblemType.REFUSED, "api-rules-unusable", Map.of(), request, response);
    }

    private static ProblemType type(String reason) {
        if (UNKNOWN.contains(reason)) {
            return ProblemType.NOT_FOUND;
        }
        return switch (reason) {
            case "submission-key-used" -> ProblemType.IDEMPOTENCY_KEY_USED;
            case "submission-too-many" -> ProblemType.TOO_MANY_REQUESTS;
            case "submission-too-large" -> ProblemType.TOO_LARGE;
            default -> ProblemType.REFUSED;
        };
    }
}
