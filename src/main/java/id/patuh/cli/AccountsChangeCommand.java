package id.patuh.cli;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Profile;
import id.patuh.account.Reach;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh accounts change}: what is not named stays. */
@Command(name = "change", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class AccountsChangeCommand implements Callable<Integer> {

    @Mixin
    private AccountOptions options;

    @Parameters(paramLabel = "NAME", descriptionKey = "account-name")
    private String name;

    @Option(names = "--everywhere", descriptionKey = "account-everywhere")
    private boolean everywhere;

    @Option(names = "--disable", descriptionKey = "account-disable")
    private boolean disable;

    @Option(names = "--enable", descriptionKey = "account-enable")
    private boolean enable;

    @Override
    public Integer call() {
        if (options.namesNothing() && !everywhere && !disable && !enable) {
            throw options.usage("account.unchanged", name);
        }
        if (disable && enable) {
            throw options.usage("account.both", "--disable, --enable");
        }
        return options.with(store -> {
            Accounts accounts = AccountsCommand.accounts(store);
            Account account = accounts.get(name);
            boolean enabled = enable || account.enabled() && !disable;
            accounts.change(changed(account.profile()), enabled, account.version(), options.actor());
            options.say("account.changed", account.name());
            return ExitCode.OK;
        });
    }

    private Profile changed(Profile profile) {
        Reach usual = everywhere ? Reach.EVERYWHERE : profile.reach();
        return new Profile(
                profile.name(),
                options.shownName(profile.shownName()),
                options.roles(profile.roles()),
                options.reach(usual));
    }
}
