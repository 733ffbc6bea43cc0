package id.patuh.web.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Refuses requests before anything that was sent with them is read: a page would be made by what reads it. */
@Component
class Refusals {

    private final MessageSource texts;
    private final LocaleResolver locales;

    Refusals(MessageSource texts, LocaleResolver locales) {
        this.texts = texts;
        this.locales = locales;
    }

    /** With a status that pages of errors have a text for; where it is one of later, it says when. */
    void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        String key = "error." + status;
        response.setStatus(status);
        RetryAfter.tell(status, response);
        response.setHeader("Connection", "close");
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .println(texts.getMessage(key, null, locale) + ". " + texts.getMessage(key + ".text", null, locale));
        response.flushBuffer();
    }
}
