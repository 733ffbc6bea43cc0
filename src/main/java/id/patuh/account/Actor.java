package id.patuh.account;

import id.patuh.rulebook.Texts;

/**
 * Who does something, and from where.
 *
 * @param name as the rulebook compares names; null where nobody is signed in
 * @param token number of the token that a program came with; null where somebody is signed in himself
 * @param address of the machine that it came from; null at the terminal of the server
 */
public record Actor(String name, Long token, String address) {

    private static final int LONGEST_ADDRESS = 100;

    public Actor {
        address = address == null ? null : address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }

    /**
     * Somebody who uses commands on the server. Nobody checks who he is: whoever may open the database may do anything.
     *
     * @throws id.patuh.rulebook.RulebookException if the name cannot be used
     */
    public static Actor atTerminal(String name) {
        return new Actor(Texts.person(name), null, null);
    }

    /** Somebody who signed in. */
    public static Actor signedIn(Account account, String address) {
        return new Actor(account.name(), null, address);
    }

    /** A program with somebody's token. */
    public static Actor withToken(TokenUse use, String address) {
        return new Actor(use.owner().name(), use.token().number(), address);
    }

    /** Somebody who has not signed in. */
    public static Actor unknown(String address) {
        return new Actor(null, null, address);
    }

    boolean isAtTerminal() {
        return address == null;
    }
}
