package id.patuh.cli;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.life.State;
import id.patuh.ledger.waiver.Standing;
import id.patuh.ledger.waiver.StandingJson;
import id.patuh.ledger.waiver.StandingReport;
import id.patuh.ledger.waiver.Standings;
import id.patuh.ledger.waiver.WaivedViolation;
import id.patuh.store.Store;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh ledger}: how the violations of scopes stand. */
@Command(
        name = LedgerCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {LedgerCommand.Show.class, LedgerHistoryCommand.class})
final class LedgerCommand implements Callable<Integer> {

    static final String NAME = "ledger";

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.withStore(options, store -> {
            List<LifeRun> runs = new LifeBook(store).lasts();
            return options.isJson()
                    ? new StandingJson(options.language()).list(runs)
                    : new StandingReport(options.zone(), options.language()).list(runs);
        }));
        return ExitCode.OK;
    }

    /** {@code patuh ledger show}. */
    @Command(name = "show", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private static final Set<State> OPEN = EnumSet.complementOf(EnumSet.of(State.RESOLVED));

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "SCOPE", descriptionKey = "ledger-scope")
        private String scope;

        @Option(names = "--run", paramLabel = "N", descriptionKey = "ledger-run")
        private Long run;

        @Option(names = "--state", paramLabel = "STATE", split = ",", descriptionKey = "ledger-state")
        private Set<State> states = OPEN;

        @Option(names = "--most", paramLabel = "N", defaultValue = "1000", descriptionKey = "ledger-most")
        private int most;

        @Override
        public Integer call() {
            options.check();
            options.checkNotNegative("--most", most);
            Standing standing = Rulebooks.withStore(options, store -> {
                Standings standings = new Standings(store);
                LifeRun shown = run(store);
                Standing found = standings.of(shown, moment(shown));
                List<WaivedViolation> violations = standings.heaviest(found, states, most);
                options.write(
                        options.isJson()
                                ? new StandingJson(options.language()).text(found, violations)
                                : new StandingReport(options.zone(), options.language()).text(found, violations));
                return found;
            });
            boolean failed = options.asksFailOn() && standing.hasRemaining(options.failOn());
            return failed ? ExitCode.VIOLATIONS : ExitCode.OK;
        }

        private LifeRun run(Store store) {
            LifeBook book = new LifeBook(store);
            return run == null
                    ? book.last(scope).orElseThrow(() -> new LedgerException("scope-unknown", "scope", scope))
                    : book.run(scope, run);
        }

        /** What was found at night is looked at by day; of an earlier run is asked how it was. */
        private Instant moment(LifeRun shown) {
            return run == null || options.asksAsOf() ? options.throughAsOf() : shown.asOf();
        }
    }
}
