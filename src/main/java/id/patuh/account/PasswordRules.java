package id.patuh.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which passwords are refused: short ones, and those that are tried first. Nothing is said of capitals, digits and signs, as
 * NIST SP 800-63B advises: people add them at the end.
 */
final class PasswordRules {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 1000;
    private static final int FEWEST_SIGNS = 5;
    private static final int FEWEST_BESIDE_NAME = 8;
    private static final int SHORTEST_NAME = 3;

    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}\\p{P}\\p{S}\\p{Z}]*");
    private static final Pattern ENDS = Pattern.compile("^\\P{L}+|\\P{L}+$");
    private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+");
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** @throws AccountException if the password is refused; never names it */
    static void check(Secret password, Profile owner) {
        String text = Passwords.normalised(password);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw new AccountException("password-short", "least", SHORTEST);
        }
        if (length > LONGEST) {
            throw new AccountException("password-long", "most", LONGEST);
        }
        String plain = text.toLowerCase(Locale.ROOT);
        if (plain.codePoints().distinct().count() < FEWEST_SIGNS) {
            throw new AccountException("password-uniform");
        }
        if (NUMBER.matcher(plain).matches()) {
            throw new AccountException("password-number");
        }
        if (isMostly(plain, owner.name()) || isMostly(plain, owner.shownName().toLowerCase(Locale.ROOT))) {
            throw new AccountException("password-name");
        }
        if (isCommon(plain)) {
            throw new AccountException("password-common");
        }
    }

    /** Whether little is left without the name. */
    private static boolean isMostly(String password, String name) {
        return name.length() >= SHORTEST_NAME
                && password.contains(name)
                && password.replace(name, "").length() < FEWEST_BESIDE_NAME;
    }

    /** Also where digits and signs stand around the word, or it stands several times. */
    private static boolean isCommon(String password) {
        String word = ENDS.matcher(password).replaceAll("");
        Matcher repeated = REPEATED.matcher(word);
        return COMMON.contains(password)
                || COMMON.contains(word)
                || repeated.matches() && COMMON.contains(repeated.group(1));
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
