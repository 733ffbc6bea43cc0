package id.patuh.web.mapping;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.account.Reach;
import id.patuh.draft.MappingPlan;
import id.patuh.facts.SavedMappings;
import id.patuh.intake.InputNote;
import id.patuh.intake.Intake;
import id.patuh.intake.TableSample;
import id.patuh.mapping.MappedKind;
import id.patuh.mapping.Mapping;
import id.patuh.nightly.RuleSource;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.scope.Scopes;
import id.patuh.store.ReasonedException;
import id.patuh.store.StoreException;
import id.patuh.submission.OwnMapping;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.submission.SubmittedTables;
import id.patuh.submission.SubmittedTables.FirstRows;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.check.HandInDesk;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import id.patuh.web.limit.Turns;
import id.patuh.web.mapping.Guesses.Guess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A table that was handed in: what its columns were taken for, corrected, tried and saved for a unit. */
@Controller
class TableController {

    /** Each reads a file again. */
    private static final int AT_A_TIME = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final FirstRows NOTHING = new FirstRows(List.of(), List.of(), 0, 0, List.of(), List.of(), List.of());

    private final Submissions submissions;
    private final SubmittedTables tables;
    private final SavedMappings mappings;
    private final Guesses guesses;
    private final RuleSource rules;
    private final HandInDesk desk;
    private final Scopes scopes;
    private final AuditTrail trail;
    private final MessageSource texts;
    private final Clock clock;
    private final Turns turns = new Turns(AT_A_TIME, PATIENCE);

    TableController(
            Submissions submissions,
            SubmittedTables tables,
            SavedMappings mappings,
            Guesses guesses,
            RuleSource rules,
            HandInDesk desk,
            Scopes scopes,
            AuditTrail trail,
            MessageSource texts,
            Clock clock) {
        this.submissions = submissions;
        this.tables = tables;
        this.mappings = mappings;
        this.guesses = guesses;
        this.rules = rules;
        this.desk = desk;
        this.scopes = scopes;
        this.trail = trail;
        this.texts = texts;
        this.clock = clock;
    }

    /** The table as it was read, with a form to say how it is to be read. */
    @GetMapping("/checks/{code}/files/{number}")
    @Requires(Permission.CHECK)
    String show(
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int table,
            @RequestParam(defaultValue = "") String as,
            Visitor visitor,
            Model model,
            HttpServletRequest request) {
        Language language = Preferences.language(request);
        LookedAt looked = look(code, number, table, visitor);
        if (!looked.hasColumns()) {
            return page(looked, null, Problems.none(), null, visitor, model, language);
        }
        FirstRows read = tables.asHandedIn(looked.submission(), looked.file(), looked.head(), looked.ruleSet());
        Guess guess = guesses.of(looked, read, language);
        model.addAttribute("doubts", guess.doubts());
        boolean asText = as.equals("text") && guess.text() != null;
        model.addAttribute("hasText", guess.text() != null && !asText);
        MappingForm form = asText ? guess.form().withText(guess.text()) : guess.form();
        return page(looked, form, Problems.none(), read, visitor, model, language);
    }

    /** Shows how the first rows would be read. */
    @PostMapping("/checks/{code}/files/{number}")
    @Requires(Permission.CHECK)
    String preview(
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int table,
            @RequestParam(defaultValue = "") String as,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        LookedAt looked = lookAtColumns(code, number, table, visitor);
        MappingForm sent = MappingForm.sent(request, looked.columns());
        if (as.equals("text")) {
            MappingForm text = sent.withText(sent.content(looked.columns()));
            return tried(looked, text, Problems.none(), visitor, model, request, response);
        }
        if (as.equals("columns")) {
            return asColumns(looked, sent, visitor, model, request, response);
        }
        return tried(looked, sent, Problems.none(), visitor, model, request, response);
    }

    private String asColumns(
            LookedAt looked,
            MappingForm text,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<MappingPlan> plan = Optional.empty();
        Problems problems = Problems.none();
        try {
            plan = MappingPlan.of(mapping(text, looked), looked.columns());
            if (plan.isEmpty()) {
                problems.and(text("mapping.as.columns.not", request));
            }
        } catch (RuleSetException e) {
            // Told with the text.
        }
        MappingForm form = plan.map(text::withPlan).orElse(text);
        return tried(looked, form, problems, visitor, model, request, response);
    }

    /** Checks the files once more by the mapping, without keeping anything. */
    @PostMapping("/checks/{code}/files/{number}/try")
    @Requires(Permission.CHECK)
    String check(
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int table,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        LookedAt looked = lookAtColumns(code, number, table, visitor);
        MappingForm form = MappingForm.sent(request, looked.columns());
        Problems refused = Problems.none();
        try {
            refuseUnused(asOwn(form, looked), refused, request);
            if (!refused.isEmpty()) {
                return tried(looked, form, refused, visitor, model, request, response);
            }
            OwnMapping own = own(form, looked);
            Submission again = desk.again(visitor, looked.submission(), null, withOthers(own, looked));
            return "redirect:/checks/" + again.code();
        } catch (StoreException e) {
            throw e;
        } catch (ReasonedException e) {
            refused.and(reason(e, request));
        } catch (RuleSetException e) {
            // Told at the fields.
        }
        return tried(looked, form, refused, visitor, model, request, response);
    }

    /** How the first rows are read once the mapping is one of the owner's. */
    private FirstRows asOwn(MappingForm form, LookedAt looked) {
        Mapping mapping = mapping(form, looked).named(name(form, looked));
        return tables.asOwn(mapping, looked.submission(), looked.file(), looked.head(), looked.ruleSet());
    }

    /** A table that has not its very columns is not read by a mapping, whatever a preview shows. */
    private void refuseUnused(FirstRows read, Problems refused, HttpServletRequest request) {
        Language language = Preferences.language(request);
        for (InputNote note : read.isByOwn() ? List.<InputNote>of() : read.notes()) {
            if (note.key().equals(Intake.OWN_MAPPING_GOES_SHORT)) {
                refused.and(text("mapping.goes.short", request, note.details().get("columns")));
            } else if (note.tellsOfOwnMapping()) {
                refused.and(Words.note(note, language));
            }
        }
        if (!read.isByOwn() && refused.isEmpty()) {
            refused.and(text("mapping.unfit", request));
        }
    }

    /** Before those by which other tables were read. */
    private List<OwnMapping> withOthers(OwnMapping own, LookedAt looked) {
        List<OwnMapping> all = new ArrayList<>(List.of(own));
        tables.own(looked.submission()).stream()
                .filter(other -> !other.name().equals(own.name()))
                .forEach(all::add);
        return all;
    }

    private static OwnMapping own(MappingForm form, LookedAt looked) {
        return new OwnMapping(name(form, looked), form.content(looked.columns()));
    }

    /** Saves the mapping for a unit, and hands the files in for it again where that is asked for. */
    @PostMapping("/checks/{code}/files/{number}/save")
    @Requires(Permission.MANAGE_MAPPINGS)
    String save(
            @PathVariable String code,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int table,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        LookedAt looked = lookAtColumns(code, number, table, visitor);
        MappingForm form = MappingForm.sent(request, looked.columns());
        Problems refused = Problems.none();
        try {
            if (!mayManage(visitor, form.unit())) {
                refused.and(text("mapping.unit.wrong", request));
            } else {
                refuseUseless(asOwn(form, looked), refused, request);
            }
            if (refused.isEmpty()) {
                return save(looked, form, visitor, next);
            }
        } catch (StoreException e) {
            throw e;
        } catch (ReasonedException e) {
            trail.add(AuditEvent.refused(visitor.actor(), AuditAction.CHANGE_MAPPING, form.unit(), e.reason()));
            refused.and(reason(e, request));
        } catch (RuleSetException e) {
            // Told at the fields.
        }
        return tried(looked, form, refused, visitor, model, request, response);
    }

    private boolean mayManage(Visitor visitor, String unit) {
        return units(visitor).contains(unit) && visitor.may(Permission.MANAGE_MAPPINGS, unit);
    }

    private void refuseUseless(FirstRows read, Problems refused, HttpServletRequest request) {
        refuseUnused(read, refused, request);
        if (refused.isEmpty() && read.rows() == read.rejectedRows()) {
            refused.and(text("mapping.reads.nothing", request));
        }
    }

    private String save(LookedAt looked, MappingForm form, Visitor visitor, RedirectAttributes next) {
        mappings.save(
                form.unit(),
                form.name(),
                form.content(looked.columns()),
                visitor.account().name(),
                saved -> trail.step(AuditEvent.done(
                        visitor.actor(), AuditAction.CHANGE_MAPPING, form.unit(), Map.of("mapping", saved.label()))));
        if (form.again() && visitor.may(Permission.SUBMIT, form.unit())) {
            return "redirect:/checks/"
                    + desk.again(visitor, looked.submission(), form.unit(), List.of())
                            .code();
        }
        return Told.redirect(SavedMappingsController.path(form.unit()), "mapping.saved", next);
    }

    private static Mapping mapping(MappingForm form, LookedAt looked) {
        byte[] content = form.content(looked.columns()).getBytes(StandardCharsets.UTF_8);
        return RuleSetReader.readMapping(name(form, looked), content);
    }

    private static String name(MappingForm form, LookedAt looked) {
        return form.name().isEmpty() ? looked.file().name() : form.name();
    }

    private String tried(
            LookedAt looked,
            MappingForm form,
            Problems refused,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language = Preferences.language(request);
        FirstRows read = null;
        Problems problems = refused;
        try {
            read = tables.by(
                    mapping(form, looked), looked.submission(), looked.file(), looked.head(), looked.ruleSet());
        } catch (RuleSetException e) {
            problems = form.plan() == null
                    ? Problems.ofText(e, language)
                    : Problems.ofPlan(
                            e,
                            meanings(form.plan()),
                            field -> text("mapping.field.missing", request, text("mapping.field." + field, request)),
                            language);
            refused.others().forEach(problems::and);
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("tried", true);
        return page(looked, form, problems, read, visitor, model, language);
    }

    private static Set<String> meanings(MappingPlan plan) {
        return plan.columns().stream().map(MappingPlan.ColumnPlan::meaning).collect(Collectors.toSet());
    }

    /** @param read null where nothing could be read for what is wrong with the form */
    private String page(
            LookedAt looked,
            MappingForm form,
            Problems problems,
            FirstRows read,
            Visitor visitor,
            Model model,
            Language language) {
        model.addAttribute("looked", looked);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("zone", looked.submission().order().zone().getId());
        if (looked.hasColumns()) {
            TableView view = new TableView(looked, language);
            FirstRows known = read == null ? NOTHING : read;
            model.addAttribute("view", view);
            model.addAttribute("read", read);
            model.addAttribute("kinds", view.kinds(known));
            model.addAttribute("notes", view.notes(known));
            model.addAttribute(
                    "activities",
                    view.activities(known, looked.submission().order().zone()));
            model.addAttribute("responses", view.responses(known));
            model.addAttribute("rejected", view.rejected(known));
            if (form != null && form.plan() != null) {
                MappedKind kind = form.plan().kind();
                model.addAttribute("columns", view.columns(form.plan(), known, problems));
                model.addAttribute("meanings", MappingPlan.meanings(kind));
                model.addAttribute("constants", MappingPlan.constants(kind));
                model.addAttribute("allKinds", MappedKind.values());
            }
        }
        model.addAttribute("maySave", visitor.rights().may(Permission.MANAGE_MAPPINGS));
        model.addAttribute("maySubmit", visitor.rights().may(Permission.SUBMIT));
        model.addAttribute("units", units(visitor));
        return "check-table";
    }

    /** The units that a visitor may save mappings for, among those that are there. */
    private List<String> units(Visitor visitor) {
        Reach reach = visitor.rights().reach();
        if (!visitor.rights().may(Permission.MANAGE_MAPPINGS)) {
            return List.of();
        }
        return reach.everywhere() ? scopes.names() : List.copyOf(reach.scopes());
    }

    private LookedAt lookAtColumns(String code, int number, int table, Visitor visitor) {
        LookedAt looked = look(code, number, table, visitor);
        if (!looked.hasColumns()) {
            throw new NotThere();
        }
        return looked;
    }

    private LookedAt look(String code, int number, int table, Visitor visitor) {
        Submission submission = submissions.find(code, visitor.seen()).orElseThrow(NotThere::new);
        if (number < 1 || number > submission.files().size()) {
            throw new NotThere();
        }
        List<TableSample> found =
                turns.take(() -> tables.of(submission, submission.files().get(number - 1)));
        RuleSet ruleSet = rules.inForce(clock.instant()).ruleSet();
        return LookedAt.of(submission, number, found, table, ruleSet);
    }

    private static String reason(ReasonedException e, HttpServletRequest request) {
        return Reasons.text(e.reason(), e.details(), Preferences.language(request));
    }

    private String text(String key, HttpServletRequest request, Object... arguments) {
        return texts.getMessage(key, arguments, Preferences.language(request).locale());
    }
}
