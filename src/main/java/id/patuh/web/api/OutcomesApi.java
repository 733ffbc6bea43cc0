package id.patuh.web.api;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.OutcomeBook;
import id.patuh.ledger.outcome.OutcomeReport;
import id.patuh.ledger.outcome.Outcomes;
import id.patuh.ledger.outcome.PendingPage;
import id.patuh.ledger.outcome.Result;
import id.patuh.ledger.outcome.Verdict;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.unit.Deeds;
import id.patuh.web.unit.Deeds.Deed;
import id.patuh.web.unit.Evidence;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What rules could not tell of units, and what people find of it by hand. */
@RestController
class OutcomesApi {

    private static final String PATH = UnitsApi.UNIT + "/outcomes";
    private static final String ONE = PATH + "/{outcome}";

    private final LifeBook life;
    private final OutcomeBook book;
    private final Outcomes outcomes;
    private final Evidence evidence;
    private final Deeds deeds;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId zone;

    OutcomesApi(Store store, Evidence evidence, Deeds deeds, AuditTrail trail, Clock clock, ZoneId zone) {
        this.life = new LifeBook(store);
        this.book = new OutcomeBook(store);
        this.outcomes = new Outcomes(store, clock);
        this.evidence = evidence;
        this.deeds = deeds;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param after the place that the page before ended with */
    @GetMapping(path = UnitsApi.UNIT + "/unevaluated", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> pending(
            @PathVariable String scope,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            HttpServletRequest request) {
        Given given = new Given();
        int most = given.limit(limit);
        int behind = given.number("after", after, 0, 0, Integer.MAX_VALUE);
        given.check();
        life.checked(scope, null, null);
        PendingPage page = book.pending(scope, clock.instant(), behind, most);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("lacking", report(request).lacking(page.lacks()));
        document.put(
                "next", Answers.next(page.next() == null ? null : page.next().toString(), request));
        return Answers.json(document, request);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> list(@PathVariable String scope, HttpServletRequest request) {
        life.checked(scope, null, null);
        return Answers.json(document(scope, outcomes.of(scope), request), request);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> show(@PathVariable String scope, @PathVariable String outcome, HttpServletRequest request) {
        return Answers.json(document(scope, List.of(find(scope, outcome)), request), request);
    }

    /**
     * Settles what a rule could not tell.
     *
     * @param kind of what it is: a case, the surveys or the follow-ups of the unit
     * @param sent a file that proves it
     */
    @PostMapping(
            path = PATH,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.SETTLE)
    ResponseEntity<byte[]> settle(
            @PathVariable String scope,
            @RequestParam(required = false) String rule,
            @RequestParam(required = false) String kind,
            @RequestParam(name = "case", required = false) String caseId,
            @RequestParam(required = false) String survey,
            @RequestParam(required = false) String result,
            @RequestParam(required = false) String severity,
            @RequestParam(required = false) String reason,
            @RequestParam(name = "evidence", required = false) MultipartFile sent,
            Visitor visitor,
            HttpServletRequest request)
            throws IOException {
        Given given = new Given();
        Group.Kind of = given.word("kind", kind, Group.Kind.values(), Group.Kind::word);
        Result found = given.word("result", result, Result.values(), Result::word);
        Severity weight = given.word("severity", severity, Severity.values(), Severity::word);
        given.require("rule", rule);
        given.require("kind", kind);
        given.require("result", result);
        given.require("reason", reason);
        given.require("evidence", Evidence.isThere(sent) ? sent : null);
        given.require("case", of == Group.Kind.CASE ? caseId : "");
        given.check();
        Deed deed = new Deed(visitor, AuditAction.SETTLE, scope);
        Outcome settled = Evidence.with(
                sent,
                (name, file) -> deeds.doing(
                        deed,
                        () -> deeds.outcomes(deed)
                                .settle(
                                        scope,
                                        subject(of, caseId, survey, rule),
                                        new Verdict(found, weight, reason),
                                        name,
                                        file,
                                        deed.actor())));
        String path = request.getRequestURI() + "/" + settled.number();
        return Answers.made(HttpStatus.CREATED, path, document(scope, List.of(settled), request), request);
    }

    private static LackSubject subject(Group.Kind kind, String caseId, String survey, String rule) {
        return switch (kind) {
            case CASE -> new LackSubject(Group.ofCase(caseId), null, rule);
            case SURVEYS -> new LackSubject(Group.SURVEYS, survey, rule);
            case FOLLOW_UPS -> new LackSubject(Group.FOLLOW_UPS, survey, rule);
        };
    }

    @PostMapping(
            path = ONE + "/withdraw",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.SETTLE)
    ResponseEntity<byte[]> withdraw(
            @PathVariable String scope, @PathVariable String outcome, Visitor visitor, HttpServletRequest request)
            throws IOException {
        long number = find(scope, outcome).number();
        String comment =
                Objects.toString(JsonBody.read(request, AskedWaiver.Step.class).comment(), "");
        Deed deed = new Deed(visitor, AuditAction.SETTLE, scope);
        Outcome withdrawn = deeds.doing(deed, () -> deeds.outcomes(deed).withdraw(number, deed.actor(), comment));
        return Answers.json(document(scope, List.of(withdrawn), request), request);
    }

    /** The bytes that were handed in as proof. */
    @GetMapping(ONE + "/evidence")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> evidence(
            @PathVariable String scope, @PathVariable String outcome, Visitor visitor) {
        Outcome shown = find(scope, outcome);
        Map<String, String> details =
                Map.of("outcome", "" + shown.number(), "file", shown.evidence().name());
        ResponseEntity<StreamingResponseBody> bytes = evidence.download(shown.evidence());
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, scope, details));
        return bytes;
    }

    /** Its number is one over all scopes: one of another scope is not there. */
    private Outcome find(String scope, String number) {
        return outcomes.of(scope).stream()
                .filter(outcome -> Long.toString(outcome.number()).equals(number))
                .findFirst()
                .orElseThrow(ApiException::notThere);
    }

    private String document(String scope, List<Outcome> shown, HttpServletRequest request) {
        Set<Long> holding = book.holding(scope, clock.instant()).stream()
                .map(Outcome::number)
                .collect(Collectors.toSet());
        return report(request).json(shown, holding);
    }

    private OutcomeReport report(HttpServletRequest request) {
        return new OutcomeReport(zone, ApiLanguage.of(request));
    }
}
