package id.patuh.web.unit;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.ledger.followup.ItemDocuments;
import id.patuh.ledger.handling.Handling;
import id.patuh.ledger.outcome.Outcomes;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.report.Reasons;
import id.patuh.rulebook.RulebookException;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What visitors do about units: each deed with its entry in the audit trail, or refused with the reason on the page. */
@Component
class Deeds {

    private final Store store;
    private final Clock clock;
    private final AuditTrail trail;

    Deeds(Store store, Clock clock, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.trail = trail;
    }

    /** Something that a visitor does in a scope. */
    record Deed(Visitor visitor, AuditAction action, String scope) {

        String actor() {
            return visitor.account().name();
        }

        private AuditEvent done(Map<String, String> details) {
            return AuditEvent.done(visitor.actor(), action, scope, details);
        }
    }

    Handling handling(Deed deed) {
        return new Handling(store, clock, entry -> step(deed, "violation", entry.fingerprint()));
    }

    Waivers waivers(Deed deed) {
        return new Waivers(store, clock, waiver -> step(deed, "waiver", waiver.number()));
    }

    Outcomes outcomes(Deed deed) {
        return new Outcomes(store, clock, outcome -> step(deed, "outcome", outcome.number()));
    }

    ItemDocuments documents(Deed deed) {
        return new ItemDocuments(store, clock, document -> step(deed, "item", document.item()));
    }

    private Transaction.Step step(Deed deed, String kind, Object which) {
        return trail.step(deed.done(Map.of(kind, which.toString())));
    }

    /**
     * Does it, unless that is refused: then the page is to be shown again, and says why.
     *
     * @return whether it was done
     */
    boolean tries(Deed deed, Runnable work, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            work.run();
            return true;
        } catch (ReasonedException e) {
            refuse(deed, e.reason(), e.details(), model, request, response);
        } catch (RulebookException e) {
            refuse(deed, e.problem().reason(), e.problem().details(), model, request, response);
        }
        return false;
    }

    private void refuse(
            Deed deed,
            String reason,
            Map<String, String> details,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        trail.add(AuditEvent.refused(deed.visitor().actor(), deed.action(), deed.scope(), reason));
        model.addAttribute("problem", Reasons.text(reason, details, Preferences.language(request)));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
}
