package id.patuh.web.overview;

import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.nightly.Night;
import id.patuh.nightly.NightBook;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.scope.Scopes;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: how all units stand, what needs attention first. */
@Controller
class OverviewController {

    private final Scopes scopes;
    private final LifeBook book;
    private final NightBook nights;
    private final UnitLooks looks;
    private final SampleController samples;

    OverviewController(Store store, UnitLooks looks, SampleController samples) {
        this.scopes = new Scopes(store);
        this.book = new LifeBook(store);
        this.nights = new NightBook(store);
        this.looks = looks;
        this.samples = samples;
    }

    @GetMapping("/")
    @Requires(Permission.READ_RESULTS)
    String show(Visitor visitor, Model model, HttpServletRequest request) {
        Language language = Preferences.language(request);
        Reach reach = visitor.rights().reach();
        List<UnitLook> units = scopes.names().stream()
                .filter(reach::covers)
                .flatMap(scope -> look(scope, language))
                .sorted(UnitLook.WORST_FIRST)
                .toList();
        model.addAttribute("units", units);
        model.addAttribute("samples", samples.isOffered(visitor));
        return "overview";
    }

    /** Nothing of a scope that nobody ever ran a night over, nor handed anything in for. */
    private Stream<UnitLook> look(String scope, Language language) {
        Optional<LifeRun> run = book.last(scope);
        Optional<Night> night = nights.last(scope);
        if (run.isEmpty() && night.isEmpty()) {
            return Stream.empty();
        }
        try {
            return Stream.of(looks.of(scope, run.orElse(null), night.orElse(null), language));
        } catch (ReasonedException e) {
            // What is damaged in one unit must not hide the others.
            return Stream.of(
                    UnitLook.unreadable(scope, night.orElse(null), Reasons.text(e.reason(), e.details(), language)));
        }
    }
}
