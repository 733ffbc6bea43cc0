package id.patuh.cli;

import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.Secret;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh accounts password}: for whoever lost his, also the only administrator. */
@Command(name = "password", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class AccountsPasswordCommand implements Callable<Integer> {

    @Mixin
    private ActingOptions options;

    @Mixin
    private PasswordOptions passwords;

    @Parameters(paramLabel = "NAME", descriptionKey = "account-name")
    private String name;

    @Override
    public Integer call() {
        options.refuseOutput();
        return Rulebooks.withStore(options, store -> {
            Accounts accounts = AccountsCommand.accounts(store);
            String whose = accounts.get(name).name();
            Secret password = passwords.password(whose, options);
            accounts.resetPassword(whose, password, Actor.atTerminal(options.user()));
            options.say("account.password-set", whose);
            passwords.tell(password, options);
            return ExitCode.OK;
        });
    }
}
