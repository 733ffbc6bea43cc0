package id.patuh.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What leads to a provider, and where to go on afterwards. Until somebody comes back from there his session lives for some
 * minutes only.
 */
final class ProviderRequests implements OAuth2AuthorizationRequestResolver {

    /** Below this, with the name of a provider. */
    static final String PATH = "/oauth2/authorization";

    private static final int SECONDS = 300;

    private final DefaultOAuth2AuthorizationRequestResolver usual;

    ProviderRequests(ClientRegistrationRepository providers) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(providers, PATH);
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return remembered(request, usual.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return remembered(request, usual.resolve(request, provider));
    }

    private static OAuth2AuthorizationRequest remembered(
            HttpServletRequest request, OAuth2AuthorizationRequest resolved) {
        if (resolved != null) {
            HttpSession session = request.getSession();
            session.setMaxInactiveInterval(SECONDS);
            session.setAttribute(ToSignIn.BACK, LocalPath.of(request.getParameter(ToSignIn.BACK)));
        }
        return resolved;
    }

    /** Where somebody goes on who comes back from a provider. */
    static String back(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object back = session == null ? null : session.getAttribute(ToSignIn.BACK);
        if (back != null) {
            session.removeAttribute(ToSignIn.BACK);
        }
        return LocalPath.of((String) back);
    }
}
