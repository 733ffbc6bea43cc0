package id.patuh.cli;

import id.patuh.report.Moments;
import id.patuh.rulebook.Examination;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The steps of a version of the rule set, each a verb of {@code patuh rules}. */
abstract class RulesStepCommand implements Callable<Integer> {

    @Mixin
    RulebookOptions options;

    @Parameters(paramLabel = "N", descriptionKey = "rulebook-version")
    long version;

    /** {@code patuh rules tested}. */
    @Command(name = "tested", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Tested extends RulesStepCommand {

        @Override
        public Integer call() {
            return options.with(rulebook -> {
                Examination examination = rulebook.test(version, options.user());
                options.print(examination.text(options.language()) + "\n");
                options.tellState(rulebook.history(), version);
                return examination.passed() ? ExitCode.OK : ExitCode.VIOLATIONS;
            });
        }
    }

    /** {@code patuh rules propose}. */
    @Command(name = "propose", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Propose extends RulesStepCommand {

        @Option(names = "--comment", defaultValue = "", paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Option(names = "--since", paramLabel = "DATE", descriptionKey = "simulate-since")
        private String since;

        @Override
        public Integer call() {
            Instant from = RulesSimulateCommand.since(since, options);
            return options.step(rulebook -> {
                Version proposed = rulebook.propose(version, options.user(), comment, from);
                options.tellSimulation(rulebook, rulebook.history(), version);
                return proposed;
            });
        }
    }

    /** {@code patuh rules approve}. */
    @Command(name = "approve", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Approve extends RulesStepCommand {

        @Option(names = "--comment", defaultValue = "", paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        public Integer call() {
            return options.step(rulebook -> {
                rulebook.checkApproval(version, options.user());
                History history = rulebook.history();
                options.tellChanges(rulebook, history.version(version));
                options.tellTests(rulebook, history, version);
                options.tellSimulation(rulebook, history, version);
                options.refuseUnseen();
                return rulebook.approve(version, options.user(), comment);
            });
        }
    }

    /** {@code patuh rules reject}. */
    @Command(name = "reject", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Reject extends RulesStepCommand {

        @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        public Integer call() {
            return options.step(rulebook -> rulebook.reject(version, options.user(), comment));
        }
    }

    /** {@code patuh rules publish}. */
    @Command(name = "publish", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Publish extends RulesStepCommand {

        @Option(names = "--effective", paramLabel = "DATE", descriptionKey = "rulebook-effective")
        private String effective;

        @Override
        public Integer call() {
            Instant from = from();
            return options.step(rulebook -> rulebook.publish(version, options.user(), from));
        }

        /** Null for now, which the date of today means, too. */
        private Instant from() {
            ZoneId zone = options.zone();
            if (effective == null || effective.equals(LocalDate.now(zone).toString())) {
                return null;
            }
            try {
                return effective.length() > 10
                        ? Moments.of(effective, zone)
                        : LocalDate.parse(effective).atStartOfDay(zone).toInstant();
            } catch (DateTimeException e) {
                throw options.usage("effective.unreadable", effective);
            }
        }
    }

    /** {@code patuh rules rollback}. */
    @Command(name = "rollback", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class RollBack extends RulesStepCommand {

        @Option(names = "--comment", required = true, paramLabel = "TEXT", descriptionKey = "rulebook-comment")
        private String comment;

        @Override
        public Integer call() {
            return options.step(rulebook -> rulebook.rollBack(version, options.user(), comment));
        }
    }
}
