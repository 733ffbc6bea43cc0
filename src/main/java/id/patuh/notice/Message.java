package id.patuh.notice;

/**
 * A message that is to be delivered.
 *
 * @param event what it tells of; 200 characters at most
 * @param recipient the name by which settings know whoever is to have it; 200 characters at most
 * @param content what it says
 */
public record Message(String event, String recipient, Content content) {}
