package id.patuh.web.check;

import id.patuh.account.Permission;
import id.patuh.report.Reasons;
import id.patuh.scope.ScopeException;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.SubmissionException;
import id.patuh.submission.Submissions;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.check.HandInDesk.Asked;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import id.patuh.web.limit.LimitSettings;
import id.patuh.web.limit.RetryAfter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Hands files in, and shows how far their check has come. */
@Controller
class CheckController {

    private static final int RECENT = 20;
    /** To htmx. */
    private static final int STOP_ASKING = 286;

    private final Submissions submissions;
    private final HandInDesk desk;
    private final LimitSettings limits;
    private final Clock clock;
    private final ZoneId zone;

    CheckController(Submissions submissions, HandInDesk desk, LimitSettings limits, Clock clock, ZoneId zone) {
        this.submissions = submissions;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/checks")
    @Requires(Permission.CHECK)
    String show(Visitor visitor, Model model) {
        model.addAttribute("recent", submissions.list(visitor.seen(), 0, RECENT));
        model.addAttribute("units", desk.units(visitor));
        model.addAttribute("maySubmit", visitor.rights().may(Permission.SUBMIT));
        model.addAttribute("bound", !visitor.rights().reach().everywhere());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", Map.of("asOf", "", "sop", "", "unit", ""));
        }
        model.addAttribute("trialDays", limits.trialsKept().toDays());
        model.addAttribute("today", LocalDate.now(clock.withZone(zone)));
        return "checks";
    }

    @PostMapping(path = "/checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Permission.CHECK)
    String handIn(
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String sop,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "false") boolean newUnit,
            Visitor visitor,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (UploadedFiles uploaded = UploadedFiles.of(files)) {
            Submission submission = desk.handIn(
                    visitor,
                    new Asked(named(unit), newUnit, moment(asOf), zone, named(sop), null, null),
                    uploaded.files());
            return "redirect:/checks/" + submission.code();
        } catch (SubmissionException | ScopeException e) {
            model.addAttribute("problem", Reasons.text(e.reason(), e.details(), Preferences.language(request)));
            response.setStatus(status(e.reason()));
            RetryAfter.tell(response.getStatus(), response);
        } catch (DateTimeParseException e) {
            model.addAttribute("dateWrong", true);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        model.addAttribute("form", Map.of("asOf", asOf, "sop", sop, "unit", unit));
        return show(visitor, model);
    }

    private static int status(String reason) {
        HttpStatus status = switch (reason) {
            case "submission-too-many" -> HttpStatus.TOO_MANY_REQUESTS;
            case "submission-too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.BAD_REQUEST;
        };
        return status.value();
    }

    /** As of the end of a day; now, where none is named or it is not over yet: null. */
    private Instant moment(String day) {
        if (day.isBlank()) {
            return null;
        }
        Instant end = LocalDate.parse(day).atTime(23, 59, 59).atZone(zone).toInstant();
        return end.isAfter(clock.instant()) ? null : end;
    }

    private static String named(String text) {
        return text.isBlank() ? null : text.strip();
    }

    @GetMapping("/checks/{code}")
    @Requires(Permission.CHECK)
    String follow(@PathVariable String code, Visitor visitor, Model model) {
        Submission submission = find(code, visitor);
        if (submission.state() == State.DONE) {
            return "redirect:/checks/" + submission.code() + "/result";
        }
        add(submission, model);
        return "progress";
    }

    /** The part of the page that changes; leads on to the result once there is one. */
    @GetMapping("/checks/{code}/progress")
    @Requires(Permission.CHECK)
    String progress(@PathVariable String code, Visitor visitor, Model model, HttpServletResponse response) {
        Submission submission = find(code, visitor);
        if (submission.state() == State.DONE) {
            response.setHeader("HX-Redirect", "/checks/" + submission.code() + "/result");
        } else if (submission.state().isOver()) {
            response.setStatus(STOP_ASKING);
        }
        add(submission, model);
        return "progress :: state";
    }

    private void add(Submission submission, Model model) {
        model.addAttribute("submission", submission);
        model.addAttribute("before", submission.state() == State.WAITING ? submissions.before(submission) : 0);
    }

    private Submission find(String code, Visitor visitor) {
        return submissions.find(code, visitor.seen()).orElseThrow(NotThere::new);
    }
}
