package id.patuh.web.frame;

import id.patuh.report.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Language and theme, in cookies of the browser, so that the page to log in has them, too. Indonesian unless chosen otherwise:
 * never the browser's own language, which most people never set.
 */
@Configuration(proxyBeanMethods = false)
public class Preferences {

    private static final String LANGUAGE = "patuh-language";
    private static final String THEME = "patuh-theme";
    private static final Duration KEPT = Duration.ofDays(365);

    /** Language of a request. */
    public static Language language(HttpServletRequest request) {
        String code = value(request, LANGUAGE);
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElse(Language.ID);
    }

    static Theme theme(HttpServletRequest request) {
        return Theme.of(value(request, THEME));
    }

    static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        keep(LANGUAGE, language.code(), request, response);
    }

    static void keep(Theme theme, HttpServletRequest request, HttpServletResponse response) {
        keep(THEME, theme.word(), request, response);
    }

    private static String value(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** By which pages find their texts. */
    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return language(request).locale();
            }

            @Override
            public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
                throw new UnsupportedOperationException("chosen by a form");
            }
        };
    }
}
