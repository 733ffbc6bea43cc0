package id.patuh.web.frame;

import id.patuh.account.Permission;
import id.patuh.report.Version;
import id.patuh.web.access.LocalPath;
import id.patuh.web.access.Visitor;
import id.patuh.web.access.Visitors;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what surrounds it. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    /** What the menu leads to, and what one must be allowed for it. */
    private enum Place {
        OVERVIEW("/", Permission.READ_RESULTS),
        CHECK("/checks", Permission.CHECK),
        RULES("/rules", Permission.READ_RULES),
        ACCOUNTS("/accounts", Permission.MANAGE_ACCOUNTS),
        AUDIT("/audit", Permission.READ_AUDIT_TRAIL);

        private final String path;
        private final Permission permission;

        Place(String path, Permission permission) {
            this.path = path;
            this.permission = permission;
        }

        private Frame.Entry entry(String shown) {
            // Units are reached from the overview.
            String below = path.equals("/") ? "/units/" : path + "/";
            boolean current = shown.equals(path) || shown.startsWith(below);
            return new Frame.Entry("menu." + name().toLowerCase(Locale.ROOT), path, current);
        }
    }

    private final ZoneId zone;

    FrameAdvice(ZoneId zone) {
        this.zone = zone;
    }

    /** The same for a page that no controller makes. */
    void fill(Map<String, Object> model, HttpServletRequest request) {
        model.put("frame", frame(request));
        model.put("shown", shown(request));
        model.put("visitor", visitor(request));
        model.put("version", version());
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        Optional<Visitor> visitor = Visitors.of(request);
        String path = path(request);
        return new Frame(
                Preferences.language(request),
                Preferences.theme(request),
                LocalPath.of(path),
                visitor.map(who -> menu(who, request.getRequestURI())).orElse(List.of()),
                visitor.map(who -> who.account().profile().shownName()).orElse(null));
    }

    /** Where the page that asked for this one stands; the page of an error stands where it was made. */
    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (asked != null) {
            return asked.toString();
        }
        String query = request.getQueryString();
        return request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/";
    }

    private static List<Frame.Entry> menu(Visitor visitor, String shown) {
        return Arrays.stream(Place.values())
                .filter(place -> visitor.rights().may(place.permission))
                .map(place -> place.entry(shown))
                .toList();
    }

    @ModelAttribute("shown")
    Shown shown(HttpServletRequest request) {
        return new Shown(Preferences.language(request), zone);
    }

    @ModelAttribute("visitor")
    Visitor visitor(HttpServletRequest request) {
        return Visitors.of(request).orElse(null);
    }

    @ModelAttribute("version")
    String version() {
        return Version.current();
    }
}
