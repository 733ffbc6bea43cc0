package id.patuh.web.frame;

import id.patuh.web.access.Visitors;
import id.patuh.web.limit.RetryAfter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for whatever could not be done. It never shows what was sent, nor what went wrong inside: that is logged, by a number. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> NAMED = Set.of(403, 404, 405, 413, 429);

    private final MessageSource texts;

    ErrorPages(MessageSource texts) {
        this.texts = texts;
    }

    @RequestMapping("/error")
    String show(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        int status = status(request);
        response.setStatus(status);
        RetryAfter.tell(status, response);
        String key = "error." + (NAMED.contains(status) ? Integer.toString(status) : status / 100 + "xx");
        model.addAttribute("title", texts.getMessage(key, null, locale));
        model.addAttribute("text", texts.getMessage(key + ".text", null, locale));
        model.addAttribute("number", status < 500 ? null : log(request));
        return "error";
    }

    /** What is asked for by its address is not there; else it is what the container says. */
    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer number && number >= 400 ? number : 404;
    }

    private static String log(HttpServletRequest request) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String who =
                Visitors.of(request).map(visitor -> visitor.account().name()).orElse("-");
        LOG.error(
                "incident {}: {} {} of {}",
                number,
                request.getAttribute(RequestDispatcher.ERROR_METHOD),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                who,
                cause instanceof Throwable thrown ? thrown : null);
        return number;
    }
}
