package id.patuh.web.unit;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.ledger.life.Lack;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.OutcomeBook;
import id.patuh.ledger.outcome.Outcomes;
import id.patuh.ledger.outcome.PendingPage;
import id.patuh.ledger.outcome.Result;
import id.patuh.store.Store;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.LatestFirst;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Told;
import id.patuh.web.unit.Deeds.Deed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What rules could not tell of a unit, and what people find of it by hand. */
@Controller
class SettleController {

    private static final int MOST = 40;

    private final Units units;
    private final OutcomeBook book;
    private final Outcomes outcomes;
    private final LifeBook life;
    private final Evidence evidence;
    private final Deeds deeds;
    private final AuditTrail trail;
    private final Clock clock;

    SettleController(Units units, Store store, Evidence evidence, Deeds deeds, AuditTrail trail, Clock clock) {
        this.units = units;
        this.book = new OutcomeBook(store);
        this.outcomes = new Outcomes(store, clock);
        this.life = new LifeBook(store);
        this.evidence = evidence;
        this.deeds = deeds;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param behind where the page before of what waits ended; 0 for the first one
     * @param before number of the outcome that the page before of them ended with; null for the first one
     */
    @GetMapping("/units/{scope}/unevaluated")
    @Requires(Permission.READ_RESULTS)
    String show(
            @PathVariable String scope,
            @RequestParam(defaultValue = "0") long behind,
            @RequestParam(required = false) Long before,
            Model model) {
        units.last(scope);
        PendingPage pending = book.pending(scope, clock.instant(), behind, MOST);
        LatestFirst<Outcome> latest = LatestFirst.of(outcomes.of(scope), Outcome::number, before);
        Set<Long> holding = book.holding(scope, clock.instant()).stream()
                .map(Outcome::number)
                .collect(Collectors.toSet());
        model.addAttribute("scope", scope);
        model.addAttribute("pending", pending.lacks());
        model.addAttribute("next", pending.next());
        model.addAttribute("first", behind == 0);
        model.addAttribute("outcomes", latest);
        model.addAttribute("holding", holding);
        return "unit-unevaluated";
    }

    @GetMapping("/units/{scope}/unevaluated/settle")
    @Requires(Permission.SETTLE)
    String ask(@PathVariable String scope, @ModelAttribute("form") SettleForm form, Model model) {
        units.last(scope);
        model.addAttribute("scope", scope);
        model.addAttribute("lack", lack(scope, form.subject()));
        model.addAttribute("results", Result.values());
        model.addAttribute("severities", Severity.values());
        return "unit-settle";
    }

    /** What is not lacking any more, nobody need settle. */
    private Lack lack(String scope, LackSubject subject) {
        return life.lack(scope, subject).orElseThrow(NotThere::new);
    }

    @PostMapping(path = "/units/{scope}/unevaluated/settle", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Permission.SETTLE)
    String settle(
            @PathVariable String scope,
            @ModelAttribute("form") SettleForm form,
            @RequestParam(required = false) MultipartFile evidenceFile,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        lack(scope, form.subject());
        String missing = form.missing(Evidence.isThere(evidenceFile));
        if (missing != null) {
            model.addAttribute("missing", missing);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return ask(scope, form, model);
        }
        Deed deed = new Deed(visitor, AuditAction.SETTLE, scope);
        boolean done = Evidence.with(
                evidenceFile,
                (name, file) -> deeds.tries(
                        deed,
                        () -> deeds.outcomes(deed)
                                .settle(scope, form.subject(), form.verdict(), name, file, deed.actor()),
                        model,
                        request,
                        response));
        return done
                ? Told.redirect(Paths.of("units", scope, "unevaluated"), "unit.settled", next)
                : ask(scope, form, model);
    }

    @PostMapping("/units/{scope}/outcomes/{number}/withdraw")
    @Requires(Permission.SETTLE)
    String withdraw(
            @PathVariable String scope,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(scope, number);
        Deed deed = new Deed(visitor, AuditAction.SETTLE, scope);
        boolean done = deeds.tries(
                deed, () -> deeds.outcomes(deed).withdraw(number, deed.actor(), comment), model, request, response);
        return done
                ? Told.redirect(Paths.of("units", scope, "unevaluated"), "unit.settled.withdrawn", next)
                : show(scope, 0, null, model);
    }

    @GetMapping("/units/{scope}/outcomes/{number}/evidence")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> evidence(
            @PathVariable String scope, @PathVariable long number, Visitor visitor) {
        Outcome outcome = find(scope, number);
        trail.add(AuditEvent.done(
                visitor.actor(),
                AuditAction.DOWNLOAD,
                scope,
                Map.of(
                        "outcome",
                        Long.toString(number),
                        "file",
                        outcome.evidence().name())));
        return evidence.download(outcome.evidence());
    }

    /** One of another scope is not there. */
    private Outcome find(String scope, long number) {
        return outcomes.of(scope).stream()
                .filter(outcome -> outcome.number() == number)
                .findFirst()
                .orElseThrow(NotThere::new);
    }
}
