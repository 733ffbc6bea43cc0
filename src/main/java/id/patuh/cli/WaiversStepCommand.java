package id.patuh.cli;

import id.patuh.ledger.waiver.Waivers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done with a waiver that was asked for, each a verb of {@code patuh waivers}. */
abstract class WaiversStepCommand implements Callable<Integer> {

    @Mixin
    ActingOptions options;

    @Parameters(paramLabel = "N", descriptionKey = "waiver-number")
    long number;

    @Override
    public final Integer call() {
        options.refuseOutput();
        return Rulebooks.withStore(options, store -> {
            Waivers waivers = WaiversCommand.waivers(store);
            options.print(WaiversCommand.text(store, waivers.waiver(number), options));
            options.refuseUnseen();
            step(waivers);
            return ExitCode.OK;
        });
    }

    /** Does it, and tells so. */
    abstract void step(Waivers waivers);

    /** {@code patuh waivers approve}. */
    @Command(name = "approve", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Approve extends WaiversStepCommand {

        @Option(names = "--comment", defaultValue = "", paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        void step(Waivers waivers) {
            waivers.approve(number, options.user(), comment);
            options.say("waiver.approved", number);
        }
    }

    /** {@code patuh waivers reject}. */
    @Command(name = "reject", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Reject extends WaiversStepCommand {

        @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        void step(Waivers waivers) {
            waivers.reject(number, options.user(), comment);
            options.say("waiver.rejected", number);
        }
    }

    /** {@code patuh waivers withdraw}. */
    @Command(name = "withdraw", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Withdraw extends WaiversStepCommand {

        @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        void step(Waivers waivers) {
            waivers.withdraw(number, options.user(), comment);
            options.say("waiver.withdrawn", number);
        }
    }
}
