package id.patuh.cli;

import id.patuh.ledger.life.Lack;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.OutcomeBook;
import id.patuh.ledger.outcome.OutcomeReport;
import id.patuh.ledger.outcome.Outcomes;
import id.patuh.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh outcomes}: what people found by hand where rules could not be evaluated. */
@Command(
        name = OutcomesCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {
            OutcomesCommand.Pending.class,
            OutcomesCommand.Show.class,
            OutcomesCommand.Evidence.class,
            OutcomesSettleCommand.class,
            OutcomesCommand.Withdraw.class
        })
final class OutcomesCommand implements Callable<Integer> {

    static final String NAME = "outcomes";

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.withStore(options, store -> {
            List<Outcome> outcomes = outcomes(store).all();
            Set<Long> holding = holding(store, outcomes, options.throughAsOf());
            return options.isJson()
                    ? report(options).json(outcomes, holding)
                    : report(options).list(outcomes, holding);
        }));
        return ExitCode.OK;
    }

    /** {@code patuh outcomes pending}. */
    @Command(name = "pending", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Pending implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "SCOPE", descriptionKey = "ledger-scope")
        private String scope;

        @Option(names = "--most", paramLabel = "N", defaultValue = "1000", descriptionKey = "outcome-most")
        private int most;

        @Override
        public Integer call() {
            options.check();
            options.checkNotNegative("--most", most);
            options.write(Rulebooks.withStore(options, store -> {
                List<Lack> groups = new OutcomeBook(store)
                        .pending(scope, options.throughAsOf(), 0, most)
                        .lacks();
                List<Lack> pending = groups.subList(0, Math.min(most, groups.size()));
                return options.isJson()
                        ? report(options).pendingJson(pending)
                        : report(options).pending(pending);
            }));
            return ExitCode.OK;
        }
    }

    /** {@code patuh outcomes show}. */
    @Command(name = "show", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "N", descriptionKey = "outcome-number")
        private long number;

        @Override
        public Integer call() {
            options.check();
            options.write(Rulebooks.withStore(options, store -> {
                List<Outcome> shown = List.of(outcomes(store).outcome(number));
                Set<Long> holding = holding(store, shown, options.throughAsOf());
                return options.isJson()
                        ? report(options).json(shown, holding)
                        : report(options).text(shown.get(0), holding);
            }));
            return ExitCode.OK;
        }
    }

    /** {@code patuh outcomes evidence}. */
    @Command(name = "evidence", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Evidence implements Callable<Integer> {

        @Mixin
        private BasicOptions options;

        @Parameters(paramLabel = "N", descriptionKey = "outcome-number")
        private long number;

        @Override
        public Integer call() {
            if (options.output() == null) {
                throw options.usage("output.missing", "FILE");
            }
            options.checkWritable(options.output());
            return Rulebooks.withStore(options, store -> {
                try {
                    outcomes(store).evidence(number, options.output());
                } catch (IOException e) {
                    throw options.usage("output.unwritable", options.output().toString());
                }
                return ExitCode.OK;
            });
        }
    }

    /** {@code patuh outcomes withdraw}. */
    @Command(name = "withdraw", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Withdraw implements Callable<Integer> {

        @Mixin
        private ActingOptions options;

        @Parameters(paramLabel = "N", descriptionKey = "outcome-number")
        private long number;

        @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        public Integer call() {
            options.refuseOutput();
            Rulebooks.withStore(options, store -> outcomes(store).withdraw(number, options.user(), comment));
            options.say("outcome.withdrawn", number);
            return ExitCode.OK;
        }
    }

    static Outcomes outcomes(Store store) {
        return new Outcomes(store, Clock.systemUTC());
    }

    static OutcomeReport report(BasicOptions options) {
        return new OutcomeReport(options.zone(), options.language());
    }

    /** The numbers of those that hold at a moment, of all scopes that some outcomes are of. */
    static Set<Long> holding(Store store, List<Outcome> outcomes, Instant at) {
        OutcomeBook book = new OutcomeBook(store);
        return outcomes.stream()
                .map(Outcome::scope)
                .distinct()
                .flatMap(scope -> book.holding(scope, at).stream())
                .map(Outcome::number)
                .collect(Collectors.toSet());
    }
}
