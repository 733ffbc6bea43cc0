package id.patuh.web.account;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEntry;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Outcome;
import id.patuh.account.Permission;
import id.patuh.web.access.Requires;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people and programs did, and tried. */
@Controller
class AuditController {

    private static final int PAGE = 100;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param before number of the last entry of the page before; null for the first page */
    @GetMapping("/audit")
    @Requires(Permission.READ_AUDIT_TRAIL)
    String show(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) Long before,
            Model model) {
        AuditFilter filter = new AuditFilter(
                account.isBlank() ? null : account.strip(),
                AuditAction.of(action).orElse(null),
                Outcome.of(outcome).orElse(null),
                null,
                null,
                null);
        List<AuditEntry> entries = trail.read(filter, before, PAGE);
        model.addAttribute("entries", entries);
        model.addAttribute("filter", filter);
        model.addAttribute("actions", AuditAction.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "next", entries.size() < PAGE ? null : entries.get(PAGE - 1).number());
        return "audit";
    }
}
