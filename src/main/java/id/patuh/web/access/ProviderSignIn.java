package id.patuh.web.access;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.ExternalSubject;
import id.patuh.account.SignIns;
import id.patuh.rulebook.RulebookException;
import id.patuh.store.ReasonedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Lets in whom a provider of OpenID Connect knows: his account is brought to what the provider says of him, and from then on
 * his session is like anybody's.
 */
final class ProviderSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
    private static final int SECONDS_A_MINUTE = 60;

    private final ProviderClaims claims;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Sessions sessions;
    private final AuditTrail trail;

    ProviderSignIn(ProviderClaims claims, Accounts accounts, SignIns signIns, Sessions sessions, AuditTrail trail) {
        this.claims = claims;
        this.accounts = accounts;
        this.signIns = signIns;
        this.sessions = sessions;
        this.trail = trail;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication known)
            throws IOException {
        OidcUser user = (OidcUser) known.getPrincipal();
        String back = ProviderRequests.back(request);
        try {
            Account account = accounts.admit(
                    new ExternalSubject(user.getIssuer().toString(), user.getSubject()),
                    claims.profile(user.getClaims()),
                    Actor.atTerminal(claims.inTheNameOf()));
            Account entered = signIns.signIn(account, request.getRemoteAddr());
            sessions.goOn(entered, request, response);
            HttpSession session = request.getSession();
            session.setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * SECONDS_A_MINUTE);
            response.sendRedirect(back);
        } catch (RulebookException e) {
            // The name cannot be one of a person.
            refuse(request, response, "sso-name-absent", e.getMessage());
        } catch (ReasonedException e) {
            refuse(request, response, e.reason(), e.getMessage());
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        refuse(request, response, "sso-failed", why.getMessage());
    }

    /** He is told that, and not why: that concerns whoever sets up the provider. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, String reason, String cause)
            throws IOException {
        LOG.warn("a sign-in by a provider was refused: {}", cause);
        trail.add(AuditEvent.refused(Actor.unknown(request.getRemoteAddr()), AuditAction.SIGN_IN, "", reason));
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(SignInController.PATH + "?provider");
    }
}
