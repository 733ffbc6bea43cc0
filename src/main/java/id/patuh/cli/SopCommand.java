package id.patuh.cli;

import id.patuh.law.Clock;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Constraint;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code patuh sop}: the SOP definitions. */
@Command(
        name = "sop",
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = {
            SopLintCommand.class,
            SopCommand.ListSops.class,
            SopCommand.Show.class,
            SopImportCommand.class,
            SopExportCommand.class
        })
final class SopCommand extends VerbGroup {

    /** {@code patuh sop list}. */
    @Command(name = "list", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class ListSops implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            for (Sop sop : options.ruleSet().sops().all()) {
                out.println(sop.id() + "\t" + sop.number() + "\t" + sop.inForce() + "\t"
                        + sop.steps().size() + "\t" + sop.title());
            }
            return ExitCode.OK;
        }
    }

    /** {@code patuh sop show}. */
    @Command(name = "show", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "ID", descriptionKey = "sop-id")
        private String id;

        @Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            RuleSet ruleSet = options.ruleSet();
            Sop sop = ruleSet.sops()
                    .find(id, LocalDate.ofInstant(options.asOf(), options.zone()))
                    .orElseThrow(() -> options.usage("sop.unknown", id));
            PrintWriter out = spec.commandLine().getOut();
            out.println(sop.id() + "  " + sop.number());
            out.println(sop.title());
            out.println(sop.agency() + (sop.unit() == null ? "" : ", " + sop.unit()));
            out.println();
            for (Step step : sop.steps()) {
                out.println(step.no() + ". " + step.title());
                out.println("   " + String.join(", ", step.executor()) + (step.executorInferred() ? " (*)" : "") + " | "
                        + (step.within() == null ? "-" : step.within()) + (step.optional() ? " | ?" : ""));
                out.println("   < " + String.join("; ", step.inputs()));
                out.println("   > " + String.join("; ", step.outputs()));
            }
            if (!sop.constraints().isEmpty()) {
                out.println();
            }
            for (Constraint constraint : sop.constraints()) {
                out.println(line(constraint));
            }
            return ExitCode.OK;
        }

        private static String line(Constraint constraint) {
            String steps = constraint.steps().stream()
                    .map(s -> s.no() + (s.title().isEmpty() ? "" : " (" + s.title() + ")"))
                    .collect(Collectors.joining(", "));
            return Stream.of(
                            constraint.id() + ": " + constraint.kind().word() + " " + steps,
                            constraint.kind().isCounted() ? constraint.count() + "x" : null,
                            constraint.kind().isLimited()
                                    ? constraint.printedLimit() + " (" + word(constraint.clock()) + ")"
                                    : null,
                            constraint.severity() == null
                                    ? null
                                    : constraint.severity().word(),
                            constraint.basis(),
                            constraint.kind().rule())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" | "));
        }

        private static String word(Clock clock) {
            return clock.name().toLowerCase(Locale.ROOT);
        }
    }
}
