package id.patuh.cli;

import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Validity;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.ledger.waiver.WaiverTerms;
import id.patuh.report.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh waivers request}: asks for a waiver, which somebody else is to approve. */
@Command(name = "request", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class WaiversRequestCommand implements Callable<Integer> {

    @Mixin
    private ActingOptions options;

    @Parameters(paramLabel = "SCOPE", descriptionKey = "ledger-scope")
    private String scope;

    @Option(names = "--violation", paramLabel = "FINGERPRINT", descriptionKey = "waiver-violation")
    private String fingerprint;

    @Option(names = "--case", paramLabel = "NUMBER", descriptionKey = "waiver-case")
    private String caseId;

    @Option(names = "--unit", paramLabel = "NAME", descriptionKey = "waiver-unit")
    private String unit;

    @Option(names = "--rule", paramLabel = "ID", descriptionKey = "waiver-rule")
    private String rule;

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "waiver-from")
    private String from;

    @Option(names = "--until", required = true, paramLabel = "TIME", descriptionKey = "waiver-until")
    private String until;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "waiver-reason")
    private String reason;

    @Option(names = "--basis", required = true, paramLabel = "TEXT", descriptionKey = "waiver-basis")
    private String basis;

    @Override
    public Integer call() {
        options.refuseOutput();
        return Rulebooks.withStore(options, store -> {
            Target target = new Target(fingerprint, caseId, unit, rule);
            WaiverTerms terms = new WaiverTerms(scope, target, validity(), reason, basis);
            Waiver waiver = WaiversCommand.waivers(store).request(terms, options.user());
            options.print(WaiversCommand.text(store, waiver, options));
            options.say("waiver.requested", waiver.number());
            return ExitCode.OK;
        });
    }

    private Validity validity() {
        ZoneId zone = options.zone();
        Instant first = from == null ? Instant.now() : moment("--from", from, Validity::startOf);
        return new Validity(first, moment("--until", until, Validity::endOf), zone);
    }

    /** @param ofDate what a date means */
    private Instant moment(String option, String text, BiFunction<LocalDate, ZoneId, Instant> ofDate) {
        ZoneId zone = options.zone();
        try {
            return Moments.isDate(text) ? ofDate.apply(LocalDate.parse(text), zone) : Moments.of(text, zone);
        } catch (DateTimeException e) {
            throw options.usage("validity.unreadable", option + " " + text);
        }
    }
}
