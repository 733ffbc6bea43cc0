package id.patuh.web.frame;

import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSetException;
import id.patuh.store.ReasonedException;
import id.patuh.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The page for what a page cannot do for a reason that is known, and that its form does not tell by itself. */
@ControllerAdvice(annotations = Controller.class)
class RefusalPages {

    private final MessageSource texts;
    private final FrameAdvice frame;

    RefusalPages(MessageSource texts, FrameAdvice frame) {
        this.texts = texts;
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView refuse(ReasonedException e, HttpServletRequest request) {
        if (e instanceof StoreException) {
            // Nobody's request is to blame: an incident.
            throw e;
        }
        return page(Reasons.text(e.reason(), e.details(), Preferences.language(request)), request);
    }

    @ExceptionHandler
    ModelAndView refuse(RuleSetException e, HttpServletRequest request) {
        return page(Reasons.text("submission-rules-unusable", Map.of(), Preferences.language(request)), request);
    }

    private ModelAndView page(String reason, HttpServletRequest request) {
        Locale locale = Preferences.language(request).locale();
        ModelAndView page = new ModelAndView("error", HttpStatus.CONFLICT);
        frame.fill(page.getModelMap(), request);
        page.addObject("title", texts.getMessage("error.409", null, locale));
        page.addObject("text", reason);
        return page;
    }
}
