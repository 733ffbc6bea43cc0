package id.patuh.cli;

import id.patuh.account.Profile;
import id.patuh.account.Reach;
import id.patuh.account.Secret;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh accounts add}. */
@Command(name = "add", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class AccountsAddCommand implements Callable<Integer> {

    @Mixin
    private AccountOptions options;

    @Mixin
    private PasswordOptions passwords;

    @Parameters(paramLabel = "NAME", descriptionKey = "account-name")
    private String name;

    @Override
    public Integer call() {
        return options.with(store -> {
            Profile profile =
                    new Profile(name, options.shownName(""), options.roles(Set.of()), options.reach(Reach.EVERYWHERE));
            Secret password = passwords.password(profile.name(), options);
            AccountsCommand.accounts(store).add(profile, password, options.actor());
            options.say("account.added", profile.name());
            passwords.tell(password, options);
            return ExitCode.OK;
        });
    }
}
