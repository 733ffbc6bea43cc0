package id.patuh.account;

import java.time.Instant;

/**
 * A token that a program came with.
 *
 * @param owner as his account is now
 */
public record TokenUse(AccessToken token, Account owner) {

    /** What it allows: never more than its owner may do by now, and nothing once it is over. */
    public Rights rightsAt(Instant at) {
        TokenTerms terms = token.terms();
        return token.isLiveAt(at)
                ? new Rights(terms.permissions(), terms.reach()).and(owner.presentRights())
                : Rights.NONE;
    }
}
