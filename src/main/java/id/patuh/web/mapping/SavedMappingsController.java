package id.patuh.web.mapping;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.facts.FactsException;
import id.patuh.facts.SavedMapping;
import id.patuh.facts.SavedMappings;
import id.patuh.report.Reasons;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The mappings that are saved for a unit: by these its tables are read. */
@Controller
class SavedMappingsController {

    private final SavedMappings mappings;
    private final AuditTrail trail;

    SavedMappingsController(SavedMappings mappings, AuditTrail trail) {
        this.mappings = mappings;
        this.trail = trail;
    }

    /** Where the mappings of a unit are shown. */
    static String path(String unit) {
        return "/units/" + UriUtils.encodePathSegment(unit, StandardCharsets.UTF_8) + "/mappings";
    }

    @GetMapping("/units/{scope}/mappings")
    @Requires(Permission.READ_RESULTS)
    String list(@PathVariable String scope, Model model) {
        List<SavedMapping> current = mappings.current(scope);
        Set<Long> numbers = current.stream().map(SavedMapping::number).collect(Collectors.toSet());
        model.addAttribute("scope", scope);
        model.addAttribute("current", current);
        model.addAttribute(
                "earlier",
                mappings.history(scope).stream()
                        .filter(mapping -> !numbers.contains(mapping.number()))
                        .toList());
        return "unit-mappings";
    }

    @GetMapping("/units/{scope}/mappings/{number}")
    @Requires(Permission.READ_RESULTS)
    String show(@PathVariable String scope, @PathVariable long number, Model model) {
        SavedMapping mapping = find(scope, number);
        model.addAttribute("scope", scope);
        model.addAttribute("mapping", mapping);
        model.addAttribute("holds", mappings.current(scope).stream().anyMatch(each -> each.number() == number));
        return "unit-mapping";
    }

    @GetMapping("/units/{scope}/mappings/{number}/file")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> file(@PathVariable String scope, @PathVariable long number, Visitor visitor) {
        SavedMapping mapping = find(scope, number);
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, scope, Map.of("mapping", mapping.label())));
        String name = mapping.label().replaceAll("[^\\p{L}\\p{N}.]+", "-") + ".yaml";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(mapping.content().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/units/{scope}/mappings/{number}/remove")
    @Requires(Permission.MANAGE_MAPPINGS)
    String remove(
            @PathVariable String scope,
            @PathVariable long number,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        SavedMapping mapping = find(scope, number);
        try {
            mappings.remove(
                    mapping,
                    visitor.account().name(),
                    removed -> trail.step(AuditEvent.done(
                            visitor.actor(), AuditAction.CHANGE_MAPPING, scope, Map.of("removed", mapping.label()))));
            return Told.redirect(path(scope), "mapping.removed", next);
        } catch (FactsException e) {
            trail.add(AuditEvent.refused(visitor.actor(), AuditAction.CHANGE_MAPPING, scope, e.reason()));
            model.addAttribute("problem", Reasons.text(e.reason(), e.details(), Preferences.language(request)));
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return list(scope, model);
        }
    }

    /** What takes one away holds nothing to show. */
    private SavedMapping find(String scope, long number) {
        return mappings.find(scope, number)
                .filter(mapping -> !mapping.isRemoved())
                .orElseThrow(NotThere::new);
    }
}
