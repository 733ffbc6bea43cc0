package id.patuh.web.api;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Permission;
import id.patuh.report.DiffReport;
import id.patuh.report.Language;
import id.patuh.report.RuleEvents;
import id.patuh.report.RuleList;
import id.patuh.report.RuleSheet;
import id.patuh.rulebook.History;
import id.patuh.rulebook.HistoryJson;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetDiff;
import id.patuh.web.access.ApiPaths;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.rulebook.RuleLibraries;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rule set in force, and the versions of the rulebook: the documents that the command line writes, too. */
@RestController
class RulesApi {

    private static final String PATH = ApiPaths.V1 + "/rules";
    private static final String VERSIONS = PATH + "/versions";
    private static final String VERSION = VERSIONS + "/{version}";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final RuleLibraries libraries;
    private final Rulebook rulebook;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId zone;

    RulesApi(Rulebook rulebook, RuleLibraries libraries, AuditTrail trail, Clock clock, ZoneId zone) {
        this.libraries = libraries;
        this.rulebook = rulebook;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return Answers.json(new RuleList(libraries.inForce().ruleSet(), ApiLanguage.of(request)).json(), request);
    }

    /** @param asOf the day whose values of parameters are told; null for today */
    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> show(
            @PathVariable String id, @RequestParam(required = false) String asOf, HttpServletRequest request) {
        Given given = new Given();
        LocalDate named = given.day("asOf", asOf);
        given.check();
        RuleLibrary library = libraries.inForce();
        if (library.ruleSet().rules(id).isEmpty()) {
            throw ApiException.notThere();
        }
        LocalDate day = named == null ? libraries.today(zone) : named;
        RuleSheet sheet = new RuleSheet(library, id, day, false, ApiLanguage.of(request), events(id));
        return Answers.json(sheet.json(), request);
    }

    private RuleEvents events(String rule) {
        boolean kept = !rulebook.history().versions().isEmpty();
        return kept ? RuleEvents.of(rulebook.history(rule), zone) : RuleEvents.none();
    }

    @GetMapping(path = VERSIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> versions(HttpServletRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Answers.json(history(request).all(now), request);
    }

    @GetMapping(path = VERSION, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> version(@PathVariable String version, HttpServletRequest request) {
        return Answers.json(history(request).of(find(version).id()), request);
    }

    private HistoryJson history(HttpServletRequest request) {
        Language language = ApiLanguage.of(request);
        return new HistoryJson(rulebook, shown -> changes(shown, language), zone, language);
    }

    private Optional<DiffReport> changes(Version shown, Language language) {
        return Optional.ofNullable(shown.draft().parent())
                .map(parent ->
                        RuleSetDiff.between(libraries.of(rulebook.version(Long.toString(parent))), libraries.of(shown)))
                .map(diff -> new DiffReport(diff, language));
    }

    /** @param against the version that it is compared with */
    @GetMapping(path = VERSION + "/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> changes(
            @PathVariable String version, @RequestParam(required = false) String against, HttpServletRequest request) {
        Given given = new Given();
        given.require("against", against);
        given.check();
        RuleLibrary before = libraries.of(find(against));
        RuleLibrary after = libraries.of(find(version));
        DiffReport report = new DiffReport(RuleSetDiff.between(before, after), ApiLanguage.of(request));
        return Answers.json(report.json(before.ruleSet(), after.ruleSet()), request);
    }

    @GetMapping(path = VERSION + "/files", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> files(@PathVariable String version, HttpServletRequest request) {
        Version shown = find(version);
        RuleSetContent content = rulebook.content(shown.id());
        List<Map<String, Object>> files = new ArrayList<>();
        for (String path : content.paths()) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", path);
            file.put("size", content.bytes(path).length);
            files.add(file);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", 1);
        document.put("version", shown.id());
        document.put("filesSha256", shown.draft().contentSha256());
        document.put("files", files);
        return Answers.json(document, request);
    }

    /** The bytes of a file, as they were drafted. */
    @GetMapping(VERSION + "/files/{*path}")
    @Requires(Permission.READ_RULES)
    ResponseEntity<byte[]> file(
            @PathVariable String version, @PathVariable String path, Visitor visitor, HttpServletRequest request) {
        Version shown = find(version);
        RuleSetContent content = rulebook.content(shown.id());
        String named = path.substring(1);
        if (!content.has(named)) {
            throw ApiException.notThere();
        }
        Map<String, String> details = Map.of("version", "" + shown.id(), "path", named);
        trail.add(AuditEvent.done(visitor.actor(), AuditAction.DOWNLOAD, "rules", details));
        return Answers.tagged(content.bytes(named), TEXT, request);
    }

    /** By its number, the hash of its files, or {@code in-force}. */
    private Version find(String name) {
        if (!History.isName(name)) {
            throw ApiException.notThere();
        }
        return rulebook.version(name);
    }
}
