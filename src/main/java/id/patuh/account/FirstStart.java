package id.patuh.account;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/**
 * The first administrator, made once, however many processes start at the same time. He has every role, since he is alone, and
 * changes his password when he first signs in.
 */
public final class FirstStart {

    static final String NAME = "PATUH_ADMIN_NAME";
    static final String PASSWORD = "PATUH_ADMIN_PASSWORD";
    static final String PASSWORD_FILE = "PATUH_ADMIN_PASSWORD_FILE";
    private static final String USUAL_NAME = "admin";

    private final Accounts accounts;
    private final Map<String, String> environment;

    /** @param environment where his name and password may stand; an empty value is none */
    public FirstStart(Accounts accounts, Map<String, String> environment) {
        this.accounts = accounts;
        this.environment = Map.copyOf(environment);
    }

    /**
     * The administrator.
     *
     * @param password that he is to be told once; null where it was given
     */
    public record Administrator(Account account, Secret password) {}

    /**
     * Makes him, if there is no account.
     *
     * @return empty where there is one
     * @throws AccountException if the password that was given is refused, or its file cannot be read
     */
    public Optional<Administrator> run() {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        Optional<Secret> given = given();
        Secret password = given.orElseGet(Passwords::oneTime);
        Profile profile = new Profile(value(NAME).orElse(USUAL_NAME), "", EnumSet.allOf(Role.class), Reach.EVERYWHERE);
        return accounts.addFirst(profile, password)
                .map(account -> new Administrator(account, given.isPresent() ? null : password));
    }

    private Optional<Secret> given() {
        Optional<String> text = value(PASSWORD);
        Optional<String> file = value(PASSWORD_FILE);
        if (text.isPresent() && file.isPresent()) {
            throw new AccountException("password-twice", Map.of("one", PASSWORD, "other", PASSWORD_FILE));
        }
        return text.map(Secret::of).or(() -> file.map(Path::of).map(PasswordFile::read));
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
