package id.patuh.web.api;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.nightly.NightJson;
import id.patuh.report.JsonText;
import id.patuh.report.Moments;
import id.patuh.submission.State;
import id.patuh.submission.Submission;
import id.patuh.submission.Submissions;
import id.patuh.web.access.ApiPaths;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.check.HandInDesk;
import id.patuh.web.check.HandInDesk.Asked;
import id.patuh.web.check.UploadedFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files to be checked, and tells how far their checks have come. */
@RestController
class ChecksApi {

    static final String PATH = ApiPaths.V1 + "/checks";
    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;
    private static final int MOST_FILES = 200;

    private final Checks checks;
    private final Submissions submissions;
    private final HandInDesk desk;
    private final AuditTrail trail;
    private final ZoneId zone;

    ChecksApi(Checks checks, Submissions submissions, HandInDesk desk, AuditTrail trail, ZoneId zone) {
        this.checks = checks;
        this.submissions = submissions;
        this.desk = desk;
        this.trail = trail;
        this.zone = zone;
    }

    /**
     * Takes files.
     *
     * @param scope the unit that they are handed in for; null to try only
     * @param newScope whether nothing may have been handed in for it, nor collected of it, so far
     */
    @PostMapping(
            path = PATH,
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CHECK)
    ResponseEntity<byte[]> submit(
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String asOf,
            @RequestParam(required = false) String zone,
            @RequestParam(required = false) String sop,
            @RequestParam(required = false) String mapping,
            @RequestParam(required = false) String scope,
            @RequestParam(required = false) String newScope,
            @RequestHeader(name = KEY, required = false) String key,
            Visitor visitor,
            HttpServletRequest request)
            throws IOException {
        Given given = new Given();
        ZoneId in = given.zone("zone", zone, this.zone);
        Instant named = given.moment("asOf", asOf, written -> Moments.throughDay(written, in));
        boolean isNew = given.flag("newScope", newScope);
        given.key(KEY, key, LONGEST_KEY);
        given.check();
        refuseForeign(scope, visitor, request);
        Submission submission = submit(visitor, new Asked(scope, isNew, named, in, sop, mapping, key), files);
        String path = PATH + "/" + submission.code();
        return Answers.made(HttpStatus.ACCEPTED, path, JsonText.of(document(submission, request)), request);
    }

    private Submission submit(Visitor visitor, Asked asked, List<MultipartFile> files) throws IOException {
        if (files != null && files.size() > MOST_FILES) {
            throw new ApiException(
                    ProblemType.TOO_LARGE,
                    "api-files-many",
                    Map.of("count", "" + files.size(), "most", "" + MOST_FILES));
        }
        try (UploadedFiles uploaded = UploadedFiles.of(files)) {
            return desk.handIn(visitor, asked, uploaded.files());
        }
    }

    /** Who may not hand in for a unit is told as little of it as anywhere else. */
    private void refuseForeign(String scope, Visitor visitor, HttpServletRequest request) {
        if (scope == null || visitor.may(Permission.SUBMIT, scope)) {
            return;
        }
        String object = request.getMethod() + " " + request.getRequestURI();
        trail.add(AuditEvent.refused(visitor.actor(), AuditAction.ACCESS, object, "not-permitted"));
        if (!visitor.rights().may(Permission.SUBMIT)) {
            throw new ApiException(ProblemType.FORBIDDEN, "api-submit-forbidden", Map.of());
        }
        throw ApiException.notThere();
    }

    /** @param after the code of the last check of the page before */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CHECK)
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) String limit,
            @RequestParam(required = false) String after,
            Visitor visitor,
            HttpServletRequest request) {
        Given given = new Given();
        int most = given.limit(limit);
        given.check();
        Submission last = after == null ? null : checks.find(after, visitor);
        List<Submission> found = submissions.behind(visitor.seen(), last, most + 1);
        boolean more = found.size() > most;
        List<Submission> shown = more ? found.subList(0, most) : found;
        CheckJson json = new CheckJson(ApiLanguage.of(request));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("checks", shown.stream().map(json::of).toList());
        document.put("next", Answers.next(more ? shown.get(most - 1).code() : null, request));
        return Answers.json(document, request);
    }

    @GetMapping(path = PATH + "/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.CHECK)
    ResponseEntity<byte[]> show(@PathVariable String code, Visitor visitor, HttpServletRequest request) {
        return Answers.json(document(checks.find(code, visitor), request), request);
    }

    private Map<String, Object> document(Submission submission, HttpServletRequest request) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.putAll(new CheckJson(ApiLanguage.of(request)).of(submission));
        document.put(
                "taken",
                submissions.taken(submission).stream().map(NightJson::file).toList());
        document.put("before", submission.state() == State.WAITING ? submissions.before(submission) : 0);
        document.put(
                "result",
                submission.state() == State.DONE
                        ? CheckJson.of(checks.result(submission, ApiLanguage.of(request)))
                        : null);
        return document;
    }
}
