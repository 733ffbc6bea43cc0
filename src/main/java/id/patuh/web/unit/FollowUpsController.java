package id.patuh.web.unit;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.ledger.LedgerException;
import id.patuh.ledger.followup.FollowUpCsv;
import id.patuh.ledger.followup.ItemDocument;
import id.patuh.ledger.followup.ItemDocuments;
import id.patuh.ledger.followup.ItemFilter;
import id.patuh.ledger.followup.ItemStanding;
import id.patuh.ledger.followup.ItemStandings;
import id.patuh.ledger.followup.ItemState;
import id.patuh.ledger.followup.Summary;
import id.patuh.store.Store;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import id.patuh.web.unit.Deeds.Deed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of the follow-up plans of a unit. */
@Controller
class FollowUpsController {

    private final Units units;
    private final ItemStandings items;
    private final ItemDocuments documents;
    private final Evidence evidence;
    private final Deeds deeds;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId zone;

    FollowUpsController(
            Units units, Store store, Evidence evidence, Deeds deeds, AuditTrail trail, Clock clock, ZoneId zone) {
        this.units = units;
        this.items = new ItemStandings(store, zone);
        this.documents = new ItemDocuments(store, clock);
        this.evidence = evidence;
        this.deeds = deeds;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/units/{scope}/follow-ups")
    @Requires(Permission.READ_RESULTS)
    String show(
            @PathVariable String scope,
            @RequestParam(required = false) List<String> state,
            @RequestParam(defaultValue = "") String quarter,
            Model model) {
        units.last(scope);
        List<ItemStanding> all = items.of(scope, clock.instant());
        Set<ItemState> states = EnumSet.noneOf(ItemState.class);
        Arrays.stream(ItemState.values())
                .filter(each -> state != null && state.contains(each.word()))
                .forEach(states::add);
        List<ItemStanding> asked = new ItemFilter(states, null, null, null, null).of(all);
        model.addAttribute("scope", scope);
        model.addAttribute("board", FollowUpBoard.of(asked, quarter));
        model.addAttribute("summary", Summary.of(asked, all));
        model.addAttribute("every", Summary.of(all, all));
        model.addAttribute("asked", states);
        model.addAttribute("words", states.stream().map(ItemState::word).toList());
        model.addAttribute("only", quarter);
        return "unit-follow-ups";
    }

    @GetMapping("/units/{scope}/follow-ups.csv")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String scope, Visitor visitor, HttpServletRequest request) {
        units.last(scope);
        String text = new FollowUpCsv(Preferences.language(request))
                .text(new ItemFilter(Set.of(), null, null, null, null).of(items.of(scope, clock.instant())));
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, scope, Map.of("file", "follow-ups.csv")));
        return Downloads.csv("tindak-lanjut.csv", to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @GetMapping("/units/{scope}/follow-ups/{item}")
    @Requires(Permission.READ_RESULTS)
    String item(@PathVariable String scope, @PathVariable String item, Model model) {
        ItemStanding standing = find(scope, item);
        model.addAttribute("scope", scope);
        model.addAttribute("item", standing);
        model.addAttribute("history", standing.history(zone));
        model.addAttribute("documents", documents(scope, standing));
        return "unit-follow-up";
    }

    private List<ItemDocument> documents(String scope, ItemStanding item) {
        return documents.of(scope).stream()
                .filter(document -> document.item().equals(item.item()))
                .toList();
    }

    private ItemStanding find(String scope, String item) {
        try {
            return items.of(scope, item, clock.instant());
        } catch (LedgerException e) {
            throw new NotThere();
        }
    }

    @PostMapping(path = "/units/{scope}/follow-ups/{item}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Permission.RECORD_FOLLOW_UPS)
    String add(
            @PathVariable String scope,
            @PathVariable String item,
            @RequestParam(required = false) MultipartFile document,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        find(scope, item);
        model.addAttribute("comment", comment);
        if (!Evidence.isThere(document)) {
            model.addAttribute("missing", true);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return item(scope, item, model);
        }
        Deed deed = new Deed(visitor, AuditAction.RECORD_FOLLOW_UP, scope);
        boolean done = Evidence.with(
                document,
                (name, file) -> deeds.tries(
                        deed,
                        () -> deeds.documents(deed).add(scope, item, name, file, comment, deed.actor()),
                        model,
                        request,
                        response));
        return done
                ? Told.redirect(Paths.of("units", scope, "follow-ups", item), "unit.document.added", next)
                : item(scope, item, model);
    }

    /** @param number of the document, over all scopes */
    @GetMapping("/units/{scope}/follow-ups/{item}/documents/{number}")
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<StreamingResponseBody> document(
            @PathVariable String scope, @PathVariable String item, @PathVariable long number, Visitor visitor) {
        ItemDocument document = documents(scope, find(scope, item)).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(NotThere::new);
        trail.add(AuditEvent.done(
                visitor.actor(),
                AuditAction.DOWNLOAD,
                scope,
                Map.of("item", item, "file", document.file().name())));
        return evidence.download(document.file());
    }
}
