package id.patuh.web.overview;

import id.patuh.account.Permission;
import id.patuh.scope.Scopes;
import id.patuh.submission.HandedIn;
import id.patuh.web.ServeSettings;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import id.patuh.web.check.HandInDesk;
import id.patuh.web.check.HandInDesk.Asked;
import id.patuh.web.frame.NotThere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Hands the sample data in for units of their own, so that a newcomer sees a living system. */
@Controller
class SampleController {

    private static final Map<String, List<String>> UNITS = Map.of(
            "Contoh SOP B276",
            List.of("b276/clean.csv", "b276/violations.csv", "surveys/ukpbj-2026-s1.csv", "follow-up/rtl-2026.json"),
            "Contoh SOP B278",
            List.of("b278/clean.json", "b278/violations.json"),
            "Contoh Karanganyar",
            List.of("karanganyar/clean.ndjson", "karanganyar/violations.json", "surveys/karanganyar.csv"),
            "Contoh Padang",
            List.of("padang/clean.csv", "padang/violations.csv"),
            "Contoh BP3MI",
            List.of("bp3mi-jateng-2024.json"));

    private final HandInDesk desk;
    private final Scopes scopes;
    private final Path folder;
    private final ZoneId zone;

    SampleController(HandInDesk desk, Scopes scopes, ServeSettings settings, ZoneId zone) {
        this.desk = desk;
        this.scopes = scopes;
        this.folder = settings.samples();
        this.zone = zone;
    }

    /** Whether somebody is offered them: where there is no unit, and he could make one. */
    boolean isOffered(Visitor visitor) {
        return folder != null
                && Files.isDirectory(folder)
                && visitor.rights().may(Permission.SUBMIT)
                && visitor.rights().reach().everywhere()
                && scopes.names().isEmpty();
    }

    @PostMapping("/samples")
    @Requires(Permission.SUBMIT)
    String handIn(Visitor visitor) {
        if (!isOffered(visitor)) {
            throw new NotThere();
        }
        new TreeMap<>(UNITS)
                .forEach((unit, names) ->
                        desk.handIn(visitor, new Asked(unit, true, null, zone, null, null, null), files(names)));
        return "redirect:/checks";
    }

    private List<HandedIn> files(List<String> names) {
        return names.stream()
                .map(name -> new HandedIn(name, folder.resolve(name)))
                .toList();
    }
}
