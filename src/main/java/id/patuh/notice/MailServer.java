package id.patuh.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The server that takes mails.
 *
 * @param host its name
 * @param port 587 for STARTTLS as a rule, 465 for TLS, 25 for neither
 * @param security how the way to it is kept from others
 * @param user who logs in; null where nobody needs to
 * @param password of the user; null where there is none
 * @param from the address that mails are from
 */
public record MailServer(String host, int port, Security security, String user, Secret password, String from) {

    private static final int HIGHEST_PORT = 65_535;

    /** How the way to a mail server is kept from others. */
    public enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Encrypted once the server agreed; one that does not is refused. */
        STARTTLS,
        /** Encrypted from the beginning. */
        TLS
    }

    /**
     * All that is wrong with it; nothing where it can be used.
     *
     * @param key of these settings, before their own
     */
    public List<SettingProblem> problems(String key) {
        List<SettingProblem> problems = new ArrayList<>();
        if (host == null || host.isBlank() || host.chars().anyMatch(c -> c <= ' ')) {
            problems.add(new SettingProblem(key + ".host", "setting-host", host));
        }
        if (port < 1 || port > HIGHEST_PORT) {
            problems.add(new SettingProblem(key + ".port", "setting-port", Integer.toString(port)));
        }
        if ((user == null) != (password == null || password.isEmpty())) {
            problems.add(new SettingProblem(key + (user == null ? ".user" : ".password"), "setting-login", null));
        }
        if (user != null && security == Security.NONE) {
            problems.add(new SettingProblem(key + ".security", "setting-login-open", "none"));
        }
        problems.addAll(addressProblems(key + ".from", from));
        return problems;
    }

    /**
     * What is wrong with an address; nothing where a mail can go to it, or come from it: one of plain letters, without a name.
     *
     * @param key of the setting
     */
    public static List<SettingProblem> addressProblems(String key, String address) {
        return isAddress(address) ? List.of() : List.of(new SettingProblem(key, "setting-address", address));
    }

    private static boolean isAddress(String address) {
        if (address == null || address.chars().anyMatch(c -> c <= ' ' || c >= 127 || c == '<' || c == ',')) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return address.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    /** The part of the sender's address that tells whose machines it is about. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
