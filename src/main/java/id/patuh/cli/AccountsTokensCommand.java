package id.patuh.cli;

import id.patuh.account.AccessToken;
import id.patuh.account.AccountReport;
import id.patuh.account.Tokens;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh accounts tokens}. */
@Command(name = "tokens", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class AccountsTokensCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "account-of")
    private String name;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.withStore(options, store -> {
            Tokens tokens = AccountsCommand.tokens(store);
            List<AccessToken> shown = name == null
                    ? tokens.all()
                    : tokens.of(AccountsCommand.accounts(store).get(name).name());
            AccountReport report = AccountsCommand.report(options);
            return options.isJson() ? report.tokensJson(shown) : report.tokens(shown);
        }));
        return ExitCode.OK;
    }
}
