package id.patuh.account;

/**
 * By which a provider of OpenID Connect knows somebody; compared exactly, as its standard says.
 *
 * @param issuer the provider
 * @param subject whom it means, {@code sub}
 */
public record ExternalSubject(String issuer, String subject) {

    private static final int LONGEST_ISSUER = 1000;
    private static final int LONGEST_SUBJECT = 255;

    /** @throws AccountException if one is empty or too long */
    public ExternalSubject {
        if (issuer.isBlank()
                || subject.isBlank()
                || issuer.length() > LONGEST_ISSUER
                || subject.length() > LONGEST_SUBJECT) {
            throw new AccountException("subject-unusable");
        }
    }
}
