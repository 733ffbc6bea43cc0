package id.patuh.cli;

import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.ledger.waiver.WaiverReport;
import id.patuh.ledger.waiver.Waivers;
import id.patuh.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh waivers}: violations that are excused for a time. */
@Command(
        name = WaiversCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {
            WaiversCommand.Show.class,
            WaiversRequestCommand.class,
            WaiversStepCommand.Approve.class,
            WaiversStepCommand.Reject.class,
            WaiversStepCommand.Withdraw.class
        })
final class WaiversCommand implements Callable<Integer> {

    static final String NAME = "waivers";
    private static final Duration USUAL_WARNING = Duration.ofDays(14);

    @Mixin
    private CommonOptions options;

    @Option(names = "--scope", paramLabel = "SCOPE", descriptionKey = "waiver-scope-only")
    private String scope;

    @Option(names = "--warn", paramLabel = "DAYS", defaultValue = "14", descriptionKey = "waiver-warn")
    private int days;

    @Override
    public Integer call() {
        options.check();
        options.checkNotNegative("--warn", days);
        Instant at = options.throughAsOf();
        options.write(Rulebooks.withStore(options, store -> {
            Waivers waivers = waivers(store);
            List<Waiver> shown = scope == null ? waivers.all() : waivers.of(scope);
            List<Waiver> inForce =
                    shown.stream().filter(waiver -> waiver.isInForce(at)).toList();
            WaiverReport report = report(store, at, Duration.ofDays(days), inForce, options);
            return options.isJson() ? report.json(shown) : report.list(shown);
        }));
        return ExitCode.OK;
    }

    /** {@code patuh waivers show}. */
    @Command(name = "show", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "N", descriptionKey = "waiver-number")
        private long number;

        @Override
        public Integer call() {
            options.check();
            options.write(Rulebooks.withStore(options, store -> {
                List<Waiver> shown = List.of(waivers(store).waiver(number));
                WaiverReport report = report(store, options.throughAsOf(), USUAL_WARNING, shown, options);
                return options.isJson() ? report.json(shown) : report.text(shown.get(0));
            }));
            return ExitCode.OK;
        }
    }

    static Waivers waivers(Store store) {
        return new Waivers(store, Clock.systemUTC());
    }

    /** All of a waiver as it is now, with how much it covers, or would cover. */
    static String text(Store store, Waiver waiver, BasicOptions options) {
        return report(store, Instant.now(), USUAL_WARNING, List.of(waiver), options)
                .text(waiver);
    }

    private static WaiverReport report(
            Store store, Instant at, Duration warning, List<Waiver> counted, BasicOptions options) {
        return new WaiverReport(at, warning, new Standings(store).covered(counted, at), options.language());
    }
}
