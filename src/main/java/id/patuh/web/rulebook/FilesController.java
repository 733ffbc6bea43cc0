package id.patuh.web.rulebook;

import id.patuh.account.Permission;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.LintFinding;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetException;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.frame.Told;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a version as texts, rule code among them, for rule engineers. */
@Controller
class FilesController {

    private static final String WINDOWS_LINE = "\r\n";
    private static final String LINE = "\n";

    private final Drafting drafting;
    private final RuleLibraries libraries;
    private final ZoneId zone;

    FilesController(Drafting drafting, RuleLibraries libraries, ZoneId zone) {
        this.drafting = drafting;
        this.libraries = libraries;
        this.zone = zone;
    }

    @GetMapping("/rules/versions/{number}/files")
    @Requires(Permission.EDIT_RULE_CODE)
    String files(@PathVariable long number, Visitor visitor, Model model, RedirectAttributes next) {
        Drafting.Base base = drafting.base(number, visitor);
        if (!base.editable()) {
            return EditController.notEditable(number, next);
        }
        model.addAttribute("number", number);
        model.addAttribute(
                "folders",
                drafting.content(base.version()).paths().stream()
                        .collect(Collectors.groupingBy(FilesController::folder, TreeMap::new, Collectors.toList())));
        return "files";
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /**
     * A line of the text beside its number.
     *
     * @param wrong whether a problem names it
     */
    record NumberedLine(int number, boolean wrong) {}

    /**
     * Something wrong.
     *
     * @param line of the file that is shown; 0 for all else
     */
    record Wrong(int line, String text) {}

    /** A file that there is, or, where there is none of that name, a new one. */
    @GetMapping("/rules/versions/{number}/files/edit")
    @Requires(Permission.EDIT_RULE_CODE)
    String open(
            @PathVariable long number,
            @RequestParam String path,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Drafting.Base base = drafting.base(number, visitor);
        if (!base.editable()) {
            return EditController.notEditable(number, next);
        }
        RuleSetContent files = drafting.content(base.version());
        model.addAttribute("comment", base.comment());
        try {
            String text = files.has(path) ? files.text(path) : "";
            return show(number, path, text, files, List.of(), model);
        } catch (RuleSetException e) {
            throw new NotThere();
        }
    }

    /** @param action {@code check} to be told what is wrong, and nothing more */
    @PostMapping("/rules/versions/{number}/files/edit")
    @Requires(Permission.EDIT_RULE_CODE)
    String save(
            @PathVariable long number,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "save") String action,
            Visitor visitor,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Drafting.Base base = drafting.base(number, visitor);
        RuleSetContent files = drafting.content(base.version());
        Language language = Preferences.language(request);
        model.addAttribute("comment", comment);
        try {
            RuleSetContent changed =
                    action.equals("remove") ? files.without(path) : files.with(path, bytes(text, files, path));
            if (action.equals("check")) {
                List<LintFinding> findings = findings(changed);
                model.addAttribute("sound", findings.isEmpty());
                return show(number, path, text, files, wrong(findings, path, language), model);
            }
            Version drafted = drafting.save(base.version(), changed, comment, visitor);
            return Told.redirect("/rules/versions/" + drafted.id(), "edit.saved", next);
        } catch (RuleSetException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return show(number, path, text, files, wrong(LintFinding.of(e), path, language), model);
        } catch (RulebookException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problems", Refusals.of(e, language, zone));
            return show(number, path, text, files, List.of(), model);
        }
    }

    /** Hints that nobody need mind would hide what keeps it from passing its tests. */
    private List<LintFinding> findings(RuleSetContent files) {
        return RuleLibrary.lint(files, libraries.cache()).stream()
                .filter(finding -> finding.severity().atLeast(Severity.MINOR))
                .toList();
    }

    /** Browsers send lines as Windows ends them; a file keeps the ends that it has. */
    private static byte[] bytes(String text, RuleSetContent files, String path) {
        String plain = text.replace(WINDOWS_LINE, LINE);
        boolean windows =
                files.has(path) && new String(files.bytes(path), StandardCharsets.UTF_8).contains(WINDOWS_LINE);
        return (windows ? plain.replace(LINE, WINDOWS_LINE) : plain).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Wrong> wrong(List<LintFinding> findings, String path, Language language) {
        return findings.stream()
                .map(LintFinding::problem)
                .map(problem ->
                        new Wrong(problem.file().equals(path) ? problem.line() : 0, Reasons.of(problem, language)))
                .toList();
    }

    private static String show(
            long number, String path, String text, RuleSetContent files, List<Wrong> wrong, Model model) {
        Set<Integer> lines = wrong.stream().map(Wrong::line).collect(Collectors.toCollection(TreeSet::new));
        int count = (int) text.lines().count() + 1;
        model.addAttribute("number", number);
        model.addAttribute("path", path);
        // Browsers leave out a line break that begins the text of a field.
        model.addAttribute("text", LINE + text);
        model.addAttribute("known", files.has(path));
        model.addAttribute("wrong", wrong);
        model.addAttribute("rows", count);
        model.addAttribute(
                "lines",
                IntStream.rangeClosed(1, count)
                        .mapToObj(line -> new NumberedLine(line, lines.contains(line)))
                        .toList());
        return "file";
    }
}
