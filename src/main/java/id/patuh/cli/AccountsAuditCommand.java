package id.patuh.cli;

import id.patuh.account.AccountReport;
import id.patuh.account.AuditAction;
import id.patuh.account.AuditEntry;
import id.patuh.account.AuditFilter;
import id.patuh.account.AuditTrail;
import id.patuh.account.Outcome;
import id.patuh.rulebook.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code patuh accounts audit}: who did what. */
@Command(name = "audit", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class AccountsAuditCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Option(names = "--account", paramLabel = "NAME", descriptionKey = "account-of")
    private String account;

    @Option(names = "--action", paramLabel = "ACTION", descriptionKey = "audit-action")
    private String action;

    @Option(names = "--outcome", paramLabel = "OUTCOME", descriptionKey = "audit-outcome")
    private String outcome;

    @Option(names = "--object", paramLabel = "TEXT", descriptionKey = "audit-object")
    private String object;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "audit-from")
    private String from;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "audit-until")
    private String until;

    @Option(names = "--before", paramLabel = "N", descriptionKey = "audit-before")
    private Long before;

    @Option(names = "--most", paramLabel = "N", defaultValue = "100", descriptionKey = "audit-most")
    private int most;

    @Override
    public Integer call() {
        options.check();
        options.checkNotNegative("--most", most);
        options.write(Rulebooks.withStore(options, store -> {
            List<AuditEntry> entries = new AuditTrail(store, Clock.systemUTC()).read(filter(), before, most);
            AccountReport report = AccountsCommand.report(options);
            return options.isJson() ? report.trailJson(entries) : report.trail(entries);
        }));
        return ExitCode.OK;
    }

    private AuditFilter filter() {
        return new AuditFilter(
                account == null ? null : Texts.person(account),
                action == null ? null : AuditAction.of(action).orElseThrow(this::actionUnknown),
                outcome == null
                        ? null
                        : Outcome.of(outcome).orElseThrow(() -> options.usage("audit.outcome-unknown", outcome)),
                object,
                from == null ? null : startOf("--from", from, 0),
                until == null ? null : startOf("--until", until, 1));
    }

    private UsageException actionUnknown() {
        String known =
                Arrays.stream(AuditAction.values()).map(AuditAction::word).collect(Collectors.joining(", "));
        String text = options.usage("audit.action-unknown", action).getMessage();
        return new UsageException(text.replace("{1}", known));
    }

    private Instant startOf(String option, String date, int daysLater) {
        try {
            return LocalDate.parse(date)
                    .plusDays(daysLater)
                    .atStartOfDay(options.zone())
                    .toInstant();
        } catch (DateTimeException e) {
            throw options.usage("date.unreadable", option + " " + date);
        }
    }
}
