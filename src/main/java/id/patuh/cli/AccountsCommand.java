package id.patuh.cli;

import id.patuh.account.Account;
import id.patuh.account.AccountReport;
import id.patuh.account.Accounts;
import id.patuh.account.Passwords;
import id.patuh.account.Tokens;
import id.patuh.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code patuh accounts}: who may use the web application. */
@Command(
        name = AccountsCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountsAddCommand.class,
            AccountsChangeCommand.class,
            AccountsPasswordCommand.class,
            AccountsTokensCommand.class,
            AccountsRevokeCommand.class,
            AccountsAuditCommand.class
        })
final class AccountsCommand implements Callable<Integer> {

    static final String NAME = "accounts";

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.withStore(options, store -> {
            List<Account> accounts = accounts(store).all();
            AccountReport report = report(options);
            return options.isJson() ? report.accountsJson(accounts) : report.accounts(accounts);
        }));
        return ExitCode.OK;
    }

    static Accounts accounts(Store store) {
        return new Accounts(store, Clock.systemUTC(), new Passwords());
    }

    static Tokens tokens(Store store) {
        return new Tokens(store, Clock.systemUTC());
    }

    static AccountReport report(BasicOptions options) {
        return new AccountReport(options.throughAsOf(), options.zone(), options.language());
    }
}
