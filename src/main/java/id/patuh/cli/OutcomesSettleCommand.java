package id.patuh.cli;

import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.LackSubject;
import id.patuh.ledger.outcome.Outcome;
import id.patuh.ledger.outcome.Result;
import id.patuh.ledger.outcome.Verdict;
import id.patuh.violation.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh outcomes settle}: settles by hand what a rule could not evaluate. */
@Command(name = "settle", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class OutcomesSettleCommand implements Callable<Integer> {

    @Mixin
    private ActingOptions options;

    @Parameters(paramLabel = "SCOPE", descriptionKey = "ledger-scope")
    private String scope;

    @Option(names = "--case", paramLabel = "NUMBER", descriptionKey = "outcome-case")
    private String caseId;

    @Option(names = "--survey", paramLabel = "ID", descriptionKey = "outcome-survey")
    private String survey;

    @Option(names = "--follow-up", paramLabel = "ID", descriptionKey = "outcome-follow-up")
    private String followUp;

    @Option(names = "--rule", required = true, paramLabel = "ID", descriptionKey = "rule-id")
    private String rule;

    @Option(names = "--result", required = true, paramLabel = "RESULT", descriptionKey = "outcome-result")
    private String result;

    @Option(names = "--severity", paramLabel = "SEVERITY", descriptionKey = "outcome-severity")
    private String severity;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "outcome-reason")
    private String reason;

    @Option(names = "--evidence", required = true, paramLabel = "FILE", descriptionKey = "outcome-evidence")
    private Path evidence;

    @Override
    public Integer call() {
        options.refuseOutput();
        if (!Files.isRegularFile(evidence)) {
            throw options.usage("evidence.absent", evidence.toString());
        }
        return Rulebooks.withStore(options, store -> {
            Outcome outcome =
                    OutcomesCommand.outcomes(store).settle(scope, subject(), verdict(), evidence, options.user());
            options.print(OutcomesCommand.report(options)
                    .text(outcome, OutcomesCommand.holding(store, List.of(outcome), Instant.now())));
            return ExitCode.OK;
        });
    }

    private LackSubject subject() {
        if (Stream.of(caseId, survey, followUp).filter(Objects::nonNull).count() != 1) {
            throw options.usage("outcome.subject", "");
        }
        if (caseId != null) {
            return new LackSubject(Group.ofCase(caseId.strip()), null, rule);
        }
        return survey != null
                ? new LackSubject(Group.SURVEYS, id(survey), rule)
                : new LackSubject(Group.FOLLOW_UPS, id(followUp), rule);
    }

    /** No id stands for what is of no certain survey. */
    private static String id(String named) {
        return named.isEmpty() ? null : named;
    }

    private Verdict verdict() {
        Result found = Result.named(result).orElseThrow(() -> options.usage("result.unknown", result));
        Severity weight = severity == null
                ? null
                : Severity.named(severity).orElseThrow(() -> options.usage("severity.unknown", severity));
        return new Verdict(found, weight, reason);
    }
}
