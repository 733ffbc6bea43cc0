package id.patuh.account;

/** Passwords of accounts that tests only sign in with: their hashes take no time to speak of, wherever they are compared. */
public final class QuickPasswords {

    private static final int LEAST_COST = 4;

    private QuickPasswords() {}

    /** The same as others are, but for the rounds of what is kept of them. */
    public static Passwords make() {
        return new Passwords(LEAST_COST);
    }
}
