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
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What visitors do about units, for pages and programs alike: each deed with its entry in the audit trail, done or refused. */
@Component
public class Deeds {

    private final Store store;
    private final Clock clock;
    private final AuditTrail trail;

    Deeds(Store store, Clock clock, AuditTrail trail) {
        this.store = store;
        this.clock = clock;
        this.trail = trail;
    }

    /** Something that a visitor does in a scope. */
    public record Deed(Visitor visitor, AuditAction action, String scope) {

        /** Who does it, as the ledger names him. */
        public String actor() {
            return visitor.account().name();
        }

        private AuditEvent done(Map<String, String> details) {
            return AuditEvent.done(visitor.actor(), action, scope, details);
        }
    }

    /** What violations are handled by. */
    public Handling handling(Deed deed) {
        return new Handling(store, clock, entry -> step(deed, "violation", entry.fingerprint()));
    }

    /** What waivers are asked for, approved and ended by. */
    public Waivers waivers(Deed deed) {
        return new Waivers(store, clock, waiver -> step(deed, "waiver", waiver.number()));
    }

    /** What is settled by hand by. */
    public Outcomes outcomes(Deed deed) {
        return new Outcomes(store, clock, outcome -> step(deed, "outcome", outcome.number()));
    }

    /** What proves that items of follow-up plans are done. */
    public ItemDocuments documents(Deed deed) {
        return new ItemDocuments(store, clock, document -> step(deed, "item", document.item()));
    }

    private Transaction.Step step(Deed deed, String kind, Object which) {
        return trail.step(deed.done(Map.of(kind, which.toString())));
    }

    /** Does it; what refuses it is written down, and thrown on. */
    public <T> T doing(Deed deed, Supplier<T> work) {
        try {
            return work.get();
        } catch (ReasonedException e) {
            refused(deed, e.reason());
            throw e;
        } catch (RulebookException e) {
            refused(deed, e.problem().reason());
            throw e;
        }
    }

    /** Writes down that it was refused. */
    public void refused(Deed deed, String reason) {
        trail.add(AuditEvent.refused(deed.visitor().actor(), deed.action(), deed.scope(), reason));
    }

    /**
     * Does it, unless that is refused: then the page is to be shown again, and says why.
     *
     * @return whether it was done
     */
    boolean tries(Deed deed, Runnable work, Model model, HttpServletRequest request, HttpServletResponse response) {
        try {
            return doing(deed, () -> {
                work.run();
                return true;
            });
        } catch (ReasonedException e) {
            tell(e.reason(), e.details(), model, request, response);
        } catch (RulebookException e) {
            tell(e.problem().reason(), e.problem().details(), model, request, response);
        }
        return false;
    }

    private static void tell(
            String reason,
            Map<String, String> details,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        model.addAttribute("problem", Reasons.text(reason, details, Preferences.language(request)));
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
}
