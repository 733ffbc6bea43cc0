package id.patuh.web.api;

import id.patuh.account.AuditAction;
import id.patuh.account.Permission;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.ledger.waiver.WaiverReport;
import id.patuh.ledger.waiver.WaiverState;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.store.Store;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.unit.Deeds;
import id.patuh.web.unit.Deeds.Deed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Waivers of units: what there is of them, asking for one, and what becomes of it. */
@RestController
class WaiversApi {

    private static final String PATH = UnitsApi.UNIT + "/waivers";
    private static final String ONE = PATH + "/{number}";
    private static final Duration WARNING = Duration.ofDays(14);

    private final Store store;
    private final Standings standings;
    private final Deeds deeds;
    private final Clock clock;
    private final ZoneId zone;

    WaiversApi(Store store, Deeds deeds, Clock clock, ZoneId zone) {
        this.store = store;
        this.standings = new Standings(store);
        this.deeds = deeds;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> list(
            @PathVariable String scope,
            @RequestParam(required = false) List<String> state,
            HttpServletRequest request) {
        Given given = new Given();
        Set<WaiverState> states = given.words("state", state, WaiverState.values(), WaiverState::word);
        given.check();
        Instant now = clock.instant();
        List<Waiver> shown = new Waivers(store, clock)
                .of(scope).stream()
                        .filter(waiver -> states.isEmpty() || states.contains(waiver.state(now)))
                        .toList();
        return Answers.json(document(shown, request), request);
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> show(@PathVariable String scope, @PathVariable String number, HttpServletRequest request) {
        return Answers.json(document(List.of(find(scope, number)), request), request);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.REQUEST_WAIVERS)
    ResponseEntity<byte[]> request(@PathVariable String scope, Visitor visitor, HttpServletRequest request)
            throws IOException {
        AskedWaiver asked = JsonBody.read(request, AskedWaiver.class);
        Deed deed = new Deed(visitor, AuditAction.REQUEST_WAIVER, scope);
        Waiver waiver = done(deed, waivers -> {
            WaiverTerms terms = asked.terms(scope, clock.instant(), zone);
            return waivers.request(terms, deed.actor());
        });
        String path = request.getRequestURI() + "/" + waiver.number();
        return Answers.made(HttpStatus.CREATED, path, document(List.of(waiver), request), request);
    }

    @PostMapping(
            path = ONE + "/approve",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.APPROVE_WAIVERS)
    ResponseEntity<byte[]> approve(
            @PathVariable String scope, @PathVariable String number, Visitor visitor, HttpServletRequest request)
            throws IOException {
        long waiver = find(scope, number).number();
        String comment = comment(request);
        Deed deed = new Deed(visitor, AuditAction.APPROVE_WAIVER, scope);
        return answer(done(deed, waivers -> waivers.approve(waiver, deed.actor(), comment)), request);
    }

    @PostMapping(
            path = ONE + "/reject",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.APPROVE_WAIVERS)
    ResponseEntity<byte[]> reject(
            @PathVariable String scope, @PathVariable String number, Visitor visitor, HttpServletRequest request)
            throws IOException {
        long waiver = find(scope, number).number();
        String comment = comment(request);
        Deed deed = new Deed(visitor, AuditAction.REJECT_WAIVER, scope);
        return answer(done(deed, waivers -> waivers.reject(waiver, deed.actor(), comment)), request);
    }

    /** One's own; also those of others, for whoever may approve. */
    @PostMapping(
            path = ONE + "/withdraw",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.REQUEST_WAIVERS)
    ResponseEntity<byte[]> withdraw(
            @PathVariable String scope, @PathVariable String number, Visitor visitor, HttpServletRequest request)
            throws IOException {
        Waiver waiver = find(scope, number);
        String comment = comment(request);
        Deed deed = new Deed(visitor, AuditAction.WITHDRAW_WAIVER, scope);
        if (!waiver.requester().equals(deed.actor()) && !visitor.may(Permission.APPROVE_WAIVERS, scope)) {
            deeds.refused(deed, "not-permitted");
            throw new ApiException(ProblemType.FORBIDDEN, "api-waiver-of-others", Map.of());
        }
        return answer(done(deed, waivers -> waivers.withdraw(waiver.number(), deed.actor(), comment)), request);
    }

    private Waiver done(Deed deed, Function<Waivers, Waiver> work) {
        return deeds.doing(deed, () -> work.apply(deeds.waivers(deed)));
    }

    private static String comment(HttpServletRequest request) throws IOException {
        return Objects.toString(JsonBody.read(request, AskedWaiver.Step.class).comment(), "");
    }

    /** Its number is one over all scopes. */
    private Waiver find(String scope, String number) {
        if (!number.matches("\\d{1,18}")) {
            throw ApiException.notThere();
        }
        Waiver waiver = new Waivers(store, clock)
                .of(scope).stream()
                        .filter(each -> each.number() == Long.parseLong(number))
                        .findFirst()
                        .orElseThrow(ApiException::notThere);
        return waiver;
    }

    private ResponseEntity<byte[]> answer(Waiver waiver, HttpServletRequest request) {
        return Answers.json(document(List.of(waiver), request), request);
    }

    private String document(List<Waiver> shown, HttpServletRequest request) {
        Instant now = clock.instant();
        List<Waiver> inForce =
                shown.stream().filter(waiver -> waiver.isInForce(now)).toList();
        return new WaiverReport(now, WARNING, standings.covered(inForce, now), ApiLanguage.of(request)).json(shown);
    }
}
