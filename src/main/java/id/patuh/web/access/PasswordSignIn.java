package id.patuh.web.access;

import id.patuh.account.AccountException;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets in whoever knows the password of an account. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final SignIns signIns;

    PasswordSignIn(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Secret password = Secret.of(String.valueOf(asked.getCredentials()));
        String address = ((WebAuthenticationDetails) asked.getDetails()).getRemoteAddress();
        try {
            return signedIn(SignedIn.of(signIns.signIn(asked.getName(), password, address)));
        } catch (AccountException e) {
            if (e.reason().equals("sign-in-busy")) {
                throw new AuthenticationServiceException(e.reason());
            }
            throw new BadCredentialsException(e.reason());
        }
    }

    /** What the session of somebody holds who is let in. */
    static Authentication signedIn(SignedIn who) {
        return UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return kind == UsernamePasswordAuthenticationToken.class;
    }
}
