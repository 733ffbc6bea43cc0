package id.patuh.web.unit;

import id.patuh.account.Accounts;
import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.ledger.handling.Handling;
import id.patuh.ledger.handling.ViolationCsv;
import id.patuh.ledger.life.LifePage;
import id.patuh.ledger.life.LifePages;
import id.patuh.ledger.life.State;
import id.patuh.ledger.waiver.InForce;
import id.patuh.ledger.waiver.Standings;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The violations of a unit, as its last run left them. */
@Controller
class ViolationsController {

    private static final int PAGE = 20;

    private final Units units;
    private final LifePages pages;
    private final Handling handling;
    private final Standings standings;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Store store;
    private final Clock clock;

    ViolationsController(Units units, Accounts accounts, AuditTrail trail, Store store, Clock clock) {
        this.units = units;
        this.pages = new LifePages(store);
        this.handling = new Handling(store, clock);
        this.standings = new Standings(store);
        this.accounts = accounts;
        this.trail = trail;
        this.store = store;
        this.clock = clock;
    }

    /** @param behind fingerprint of the last violation of the page before; null for the first page */
    @GetMapping("/units/{scope}/violations")
    @Requires(Permission.READ_RESULTS)
    String show(
            @PathVariable String scope,
            @ModelAttribute("asked") ListedViolations asked,
            @RequestParam(required = false) String behind,
            Model model) {
        units.last(scope);
        Map<String, String> assignees = handling.assignees(scope);
        InForce inForce = standings.inForce(scope, clock.instant());
        LifePage page = pages.page(scope, asked.query(assignees, inForce), behind, PAGE);
        model.addAttribute("scope", scope);
        model.addAttribute("page", page);
        model.addAttribute("first", behind == null);
        model.addAttribute("assignees", assignees);
        model.addAttribute("inForce", inForce);
        model.addAttribute("rules", pages.rules(scope));
        model.addAttribute("people", accounts.permitted(Permission.READ_RESULTS, scope));
        model.addAttribute("severities", Severity.values());
        model.addAttribute("states", State.values());
        return "unit-violations";
    }

    /** All that is asked for, as a table. */
    @GetMapping("/units/{scope}/violations.csv")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable String scope,
            @ModelAttribute ListedViolations asked,
            Visitor visitor,
            HttpServletRequest request) {
        units.last(scope);
        ViolationCsv csv = new ViolationCsv(store, Preferences.language(request));
        InForce inForce = standings.inForce(scope, clock.instant());
        Map<String, String> assignees = handling.assignees(scope);
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, scope, Map.of("file", "violations.csv")));
        return Downloads.csv(
                "temuan.csv", to -> csv.write(scope, asked.query(assignees, inForce), inForce, assignees, to));
    }
}
