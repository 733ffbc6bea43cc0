package id.patuh.account;

/**
 * A token that was just made.
 *
 * @param text what the program is to send; nobody can be told it again
 */
public record NewToken(AccessToken token, Secret text) {}
