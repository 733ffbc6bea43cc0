package id.patuh.cli;

import id.patuh.ledger.handling.Handling;
import id.patuh.ledger.handling.HandlingEntry;
import id.patuh.ledger.handling.HistoryReport;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeEvent;
import id.patuh.ledger.life.LifeViolation;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh ledger history}: all that happened to a violation. */
@Command(name = "history", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class LedgerHistoryCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Parameters(paramLabel = "SCOPE", descriptionKey = "ledger-scope")
    private String scope;

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "ledger-fingerprint")
    private String fingerprint;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.withStore(options, store -> {
            LifeBook book = new LifeBook(store);
            LifeViolation violation = book.violation(scope, fingerprint);
            List<LifeEvent> events = book.history(scope, fingerprint);
            List<HandlingEntry> entries = new Handling(store, Clock.systemUTC()).of(scope, fingerprint);
            HistoryReport report = new HistoryReport(options.zone(), options.language());
            return options.isJson() ? report.json(violation, events, entries) : report.text(violation, events, entries);
        }));
        return ExitCode.OK;
    }
}
