package id.patuh.web.unit;

import id.patuh.account.AuditAction;
import id.patuh.account.Permission;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.store.Store;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.LatestFirst;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Told;
import id.patuh.web.unit.Deeds.Deed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The waivers of a unit: who asked for them, who approved, what they cover. */
@Controller
class WaiversController {

    private final Units units;
    private final Waivers waivers;
    private final Standings standings;
    private final Deeds deeds;
    private final Clock clock;

    WaiversController(Units units, Store store, Deeds deeds, Clock clock) {
        this.units = units;
        this.waivers = new Waivers(store, clock);
        this.standings = new Standings(store);
        this.deeds = deeds;
        this.clock = clock;
    }

    /** @param before number of the waiver that the page before ended with; null for the first one */
    @GetMapping("/units/{scope}/waivers")
    @Requires(Permission.READ_RESULTS)
    String show(@PathVariable String scope, @RequestParam(required = false) Long before, Visitor visitor, Model model) {
        units.last(scope);
        LatestFirst<Waiver> latest = LatestFirst.of(waivers.of(scope), Waiver::number, before);
        model.addAttribute("scope", scope);
        model.addAttribute("waivers", latest);
        model.addAttribute("covered", standings.covered(latest.shown(), clock.instant()));
        model.addAttribute("now", clock.instant());
        model.addAttribute("actor", visitor.account().name());
        return "unit-waivers";
    }

    @PostMapping("/units/{scope}/waivers/{number}/approve")
    @Requires(Permission.APPROVE_WAIVERS)
    String approve(
            @PathVariable String scope,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(scope, number);
        Deed deed = new Deed(visitor, AuditAction.APPROVE_WAIVER, scope);
        boolean done = deeds.tries(
                deed, () -> deeds.waivers(deed).approve(number, deed.actor(), comment), model, request, response);
        return done ? back(scope, "unit.waiver.approved", next) : again(scope, number, comment, visitor, model);
    }

    @PostMapping("/units/{scope}/waivers/{number}/reject")
    @Requires(Permission.APPROVE_WAIVERS)
    String reject(
            @PathVariable String scope,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(scope, number);
        Deed deed = new Deed(visitor, AuditAction.REJECT_WAIVER, scope);
        boolean done = deeds.tries(
                deed, () -> deeds.waivers(deed).reject(number, deed.actor(), comment), model, request, response);
        return done ? back(scope, "unit.waiver.rejected", next) : again(scope, number, comment, visitor, model);
    }

    /** Of one's own, or of anybody's where one may approve. */
    @PostMapping("/units/{scope}/waivers/{number}/withdraw")
    @Requires(Permission.REQUEST_WAIVERS)
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
        Deed deed = new Deed(visitor, AuditAction.WITHDRAW_WAIVER, scope);
        boolean anybodys = visitor.may(Permission.APPROVE_WAIVERS, scope);
        boolean done = deeds.tries(
                deed,
                () -> {
                    Waivers open = deeds.waivers(deed);
                    if (anybodys) {
                        open.withdraw(number, deed.actor(), comment);
                    } else {
                        open.withdrawOwn(number, deed.actor(), comment);
                    }
                },
                model,
                request,
                response);
        return done ? back(scope, "unit.waiver.withdrawn", next) : again(scope, number, comment, visitor, model);
    }

    /** One of another scope is not there: whoever may see this one need not see that. */
    private Waiver find(String scope, long number) {
        return waivers.of(scope).stream()
                .filter(waiver -> waiver.number() == number)
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private String again(String scope, long number, String comment, Visitor visitor, Model model) {
        model.addAttribute("refused", number);
        model.addAttribute("comment", comment);
        // On whatever page it stands, it is shown first.
        return show(scope, number + 1, visitor, model);
    }

    private static String back(String scope, String told, RedirectAttributes next) {
        return Told.redirect(Paths.of("units", scope, "waivers"), told, next);
    }
}
