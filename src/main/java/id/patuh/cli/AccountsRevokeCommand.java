package id.patuh.cli;

import id.patuh.account.Actor;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh accounts revoke}. */
@Command(name = "revoke", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class AccountsRevokeCommand implements Callable<Integer> {

    @Mixin
    private ActingOptions options;

    @Parameters(paramLabel = "N", descriptionKey = "account-token")
    private long number;

    @Override
    public Integer call() {
        options.refuseOutput();
        return Rulebooks.withStore(options, store -> {
            AccountsCommand.tokens(store).revoke(number, Actor.atTerminal(options.user()));
            options.say("account.token-revoked", number);
            return ExitCode.OK;
        });
    }
}
