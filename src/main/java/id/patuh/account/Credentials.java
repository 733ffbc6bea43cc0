package id.patuh.account;

/**
 * An account with what opens it.
 *
 * @param hash of its password; null where a provider knows him
 * @param failures in a row
 */
record Credentials(Account account, Secret hash, int failures) {}
