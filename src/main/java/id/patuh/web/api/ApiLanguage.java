package id.patuh.web.api;

import id.patuh.report.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** In which language programs are answered. */
final class ApiLanguage {

    private ApiLanguage() {}

    /** The first of those that the request accepts, which is one of ours; Indonesian where there is none. */
    static Language of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.ID;
        }
        return Collections.list(request.getLocales()).stream()
                .map(ApiLanguage::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ID);
    }

    private static Optional<Language> of(Locale locale) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(locale.getLanguage()))
                .findFirst();
    }
}
