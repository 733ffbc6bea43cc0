package id.patuh.web.access;

import id.patuh.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Sessions of those who are signed in. */
@Component
public class Sessions {

    /** Where whoever must change his password is led, whatever he asks for. */
    public static final String CHANGE_PASSWORD = "/account/password";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /** Goes on under a new name as the account is now, whose other sessions end. */
    public void goOn(Account account, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(PasswordSignIn.signedIn(SignedIn.of(account)));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
