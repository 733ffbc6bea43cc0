package id.patuh.web.rulebook;

import id.patuh.account.Permission;
import id.patuh.edit.CellType;
import id.patuh.edit.EditColumn;
import id.patuh.edit.RuleForm;
import id.patuh.edit.RuleTables;
import id.patuh.edit.Texts;
import id.patuh.report.Language;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms for what managers change of a rule set without code: a form is one row of the tables of {@code edit}. */
@Controller
class EditController {

    /** Begins the names of the fields of a row. */
    private static final String CELL = "cell.";

    private static final List<Kind> KINDS = List.of(Kind.PARAMETER, Kind.GRADE, Kind.STEP, Kind.SOP, Kind.POLICY);

    private final Drafting drafting;
    private final RuleLibraries libraries;
    private final ZoneId zone;

    EditController(Drafting drafting, RuleLibraries libraries, ZoneId zone) {
        this.drafting = drafting;
        this.libraries = libraries;
        this.zone = zone;
    }

    /** Leads to the version that drafts are made from. */
    @GetMapping("/rules/edit")
    @Requires(Permission.EDIT_RULE_DATA)
    String begin(RedirectAttributes next) {
        return drafting.latest()
                .map(version -> "redirect:/rules/versions/" + version.id() + "/edit")
                .orElseGet(() -> Told.redirect("/rules/versions", "edit.nothing.published", next));
    }

    /** A choice of table. */
    record Choice(String word, String title, boolean current) {}

    @GetMapping("/rules/versions/{number}/edit")
    @Requires(Permission.EDIT_RULE_DATA)
    String tables(
            @PathVariable long number,
            @RequestParam(defaultValue = "parameter") String kind,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request) {
        Drafting.Base base = drafting.base(number, visitor);
        if (!base.editable()) {
            return notEditable(number, next);
        }
        Kind chosen = kind(kind);
        RuleTables tables = tables(libraries.of(base.version()), request);
        model.addAttribute("number", number);
        model.addAttribute("table", ShownTable.of(tables, chosen));
        model.addAttribute(
                "choices",
                KINDS.stream()
                        .map(each ->
                                new Choice(ShownTable.word(each), tables.texts().sheet(each), each == chosen))
                        .toList());
        return "edit";
    }

    static String notEditable(long number, RedirectAttributes next) {
        return Told.redirect("/rules/versions/" + number, "edit.not.editable", next);
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> ShownTable.word(kind).equals(word))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    private RuleTables tables(RuleLibrary library, HttpServletRequest request) {
        return new RuleTables(library, libraries.today(zone), Preferences.language(request));
    }

    /**
     * A field of the form.
     *
     * @param name of the field
     * @param was what stands there now; empty in a new row
     * @param value what stands in the field
     * @param choices what may be chosen; empty where anything may be written
     * @param wrong why it cannot be used; null where it can, or was not tried
     * @param input type of the field
     */
    record Field(
            String name,
            String label,
            String was,
            String value,
            List<String> choices,
            String wrong,
            String input,
            boolean several) {}

    /** @param id names the row; empty for a new one */
    @GetMapping("/rules/versions/{number}/edit/row")
    @Requires(Permission.EDIT_RULE_DATA)
    String ask(
            @PathVariable long number,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String id,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request) {
        Drafting.Base base = drafting.base(number, visitor);
        if (!base.editable()) {
            return notEditable(number, next);
        }
        RuleForm form = form(tables(libraries.of(base.version()), request), kind(kind), id);
        model.addAttribute("comment", base.comment());
        // What a link fills in beforehand: the parameter whose value is to be another one from a day on.
        return show(number, id, form, cells(request), Map.of(), model, request);
    }

    @PostMapping("/rules/versions/{number}/edit/row")
    @Requires(Permission.EDIT_RULE_DATA)
    String change(
            @PathVariable long number,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String comment,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Drafting.Base base = drafting.base(number, visitor);
        RuleLibrary library = libraries.of(base.version());
        RuleForm form = form(tables(library, request), kind(kind), id);
        Map<String, String> cells = cells(request);
        RuleForm.Filled filled = form.fill(library, cells, libraries.today(zone), libraries.cache());
        model.addAttribute("problems", filled.problems());
        if (filled.after() != null) {
            try {
                Version drafted = drafting.save(base.version(), filled.after().files(), comment, visitor);
                next.addFlashAttribute("notes", filled.notes());
                return Told.redirect("/rules/versions/" + drafted.id(), "edit.saved", next);
            } catch (RulebookException e) {
                model.addAttribute("problems", Refusals.of(e, Preferences.language(request), zone));
            }
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("comment", comment);
        return show(number, id, form, cells, filled.wrong(), model, request);
    }

    private static RuleForm form(RuleTables tables, Kind kind, String id) {
        return (id.isEmpty() ? RuleForm.ofNew(tables, kind) : RuleForm.of(tables, kind, id)).orElseThrow(NotThere::new);
    }

    private static Map<String, String> cells(HttpServletRequest request) {
        Map<String, String> cells = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(CELL)) {
                cells.put(name.substring(CELL.length()), values[0]);
            }
        });
        return cells;
    }

    private static String show(
            long number,
            String id,
            RuleForm form,
            Map<String, String> cells,
            Map<String, String> wrong,
            Model model,
            HttpServletRequest request) {
        Kind kind = form.table().kind();
        Language language = Preferences.language(request);
        Texts texts = new Texts(language);
        model.addAttribute("number", number);
        model.addAttribute("id", id);
        model.addAttribute("kind", ShownTable.word(kind));
        model.addAttribute("heading", texts.sheet(kind));
        model.addAttribute("explained", form.explained());
        model.addAttribute(
                "fields",
                form.fields().stream()
                        .map(column -> field(form, column, texts.heading(kind, column), cells, wrong))
                        .toList());
        return "edit-row";
    }

    private static Field field(
            RuleForm form, EditColumn column, String label, Map<String, String> cells, Map<String, String> wrong) {
        String was = form.cell(column);
        String value = cells.getOrDefault(column.key(), was);
        List<String> choices = form.choices(column);
        boolean day = column.type() == CellType.DATE && value.matches("|\\d{4}-\\d{2}-\\d{2}");
        return new Field(
                CELL + column.key(),
                label,
                was,
                value,
                choices,
                wrong.get(column.key()),
                day ? "date" : "text",
                column.type() == CellType.LIST);
    }
}
