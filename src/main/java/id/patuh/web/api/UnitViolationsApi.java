package id.patuh.web.api;

import id.patuh.account.Permission;
import id.patuh.ledger.handling.Handling;
import id.patuh.ledger.handling.HistoryReport;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeOutline;
import id.patuh.ledger.life.LifePage;
import id.patuh.ledger.life.LifePages;
import id.patuh.ledger.life.LifeQuery;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.life.State;
import id.patuh.ledger.waiver.InForce;
import id.patuh.ledger.waiver.StandingJson;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.WaivedViolation;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The violations of units as the ledger has them. */
@RestController
class UnitViolationsApi {

    private static final String PATH = UnitsApi.UNIT + "/violations";
    private static final Set<State> OPEN = EnumSet.complementOf(EnumSet.of(State.RESOLVED));

    private final LifePages pages;
    private final LifeBook book;
    private final Standings standings;
    private final Handling handling;
    private final Clock clock;

    UnitViolationsApi(Store store, Clock clock) {
        this.pages = new LifePages(store);
        this.book = new LifeBook(store);
        this.standings = new Standings(store);
        this.handling = new Handling(store, clock);
        this.clock = clock;
    }

    /**
     * Those that are open, unless states are named.
     *
     * @param assignee name of the account that is to see to them
     * @param after fingerprint of the last violation of the page before
     */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> list(
            @PathVariable String scope,
            @RequestParam(required = false) List<String> state,
            @RequestParam(required = false) List<String> severity,
            @RequestParam(required = false) String rule,
            @RequestParam(name = "case", required = false) String caseId,
            @RequestParam(required = false) String sop,
            @RequestParam(required = false) String text,
            @RequestParam(required = false) String assignee,
            @RequestParam(required = false) String waived,
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            HttpServletRequest request) {
        Given given = new Given();
        Set<State> states = given.words("state", state, State.values(), State::word);
        Set<Severity> severities = given.words("severity", severity, Severity.values(), Severity::word);
        Boolean excused = waived == null ? null : given.flag("waived", waived);
        int most = given.limit(limit);
        given.check();
        InForce inForce = standings.inForce(scope, clock.instant());
        LifeQuery query = new LifeQuery(
                states.isEmpty() ? OPEN : states,
                severities,
                rule,
                caseId,
                sop,
                text,
                further(scope, assignee, excused, inForce));
        LifePage page = pages.page(scope, query, after, most);
        StandingJson json = new StandingJson(ApiLanguage.of(request));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("run", StandingJson.run(page.run()));
        document.put("count", page.count());
        document.put(
                "violations",
                page.violations().stream()
                        .map(each -> json.violation(waived(each, inForce)))
                        .toList());
        document.put("next", Answers.next(page.next(), request));
        return Answers.json(document, request);
    }

    /** Null where nothing further is asked for. */
    private Predicate<LifeOutline> further(String scope, String assignee, Boolean excused, InForce inForce) {
        Predicate<LifeOutline> further = null;
        if (assignee != null) {
            Map<String, String> assignees = handling.assignees(scope);
            further = violation -> assignee.equals(assignees.get(violation.fingerprint()));
        }
        if (excused != null) {
            Predicate<LifeOutline> wanted = violation -> excused == inForce.excuses(violation);
            further = further == null ? wanted : further.and(wanted);
        }
        return further;
    }

    private static WaivedViolation waived(LifeViolation violation, InForce inForce) {
        return new WaivedViolation(violation, violation.state().isOpen() ? inForce.covering(violation) : List.of());
    }

    /** One of them, with all that happened to it and was done about it. */
    @GetMapping(path = PATH + "/{fingerprint}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> show(
            @PathVariable String scope, @PathVariable String fingerprint, HttpServletRequest request) {
        LifeViolation violation = book.violation(scope, fingerprint);
        InForce inForce = standings.inForce(scope, clock.instant());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.putAll(new StandingJson(ApiLanguage.of(request)).violation(waived(violation, inForce)));
        document.putAll(HistoryReport.history(book.history(scope, fingerprint), handling.of(scope, fingerprint)));
        return Answers.json(document, request);
    }
}
