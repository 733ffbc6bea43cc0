package id.patuh.web.access;

import id.patuh.account.AccountException;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import id.patuh.web.limit.Addresses;
import id.patuh.web.limit.Allowance;
import java.time.Duration;
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

    private static final int GUESSES = 30;
    private static final Duration BETWEEN_GUESSES = Duration.ofSeconds(10);

    private final SignIns signIns;
    /** Wrong passwords of an address, whatever the account; of one account {@link SignIns} counts them. */
    private final Allowance guesses = new Allowance(GUESSES, BETWEEN_GUESSES);

    PasswordSignIn(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Secret password = Secret.of(String.valueOf(asked.getCredentials()));
        String address = ((WebAuthenticationDetails) asked.getDetails()).getRemoteAddress();
        String network = Addresses.network(address);
        if (!guesses.has(network)) {
            throw new AuthenticationServiceException("too many wrong passwords");
        }
        try {
            return signedIn(SignedIn.of(signIns.signIn(asked.getName(), password, address)));
        } catch (AccountException e) {
            if (e.reason().equals("sign-in-busy")) {
                throw new AuthenticationServiceException(e.reason());
            }
            guesses.take(network);
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
