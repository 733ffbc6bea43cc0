package id.patuh.cli;

import id.patuh.nightly.NightDaemon;
import id.patuh.nightly.NightJson;
import id.patuh.nightly.NightReport;
import id.patuh.nightly.ScopeOutcome;
import id.patuh.nightly.digest.Morning;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleSetException;
import id.patuh.store.ReasonedException;
import java.io.PrintWriter;
import java.util.List;

/** Tells on the terminal, or in whatever keeps it, what becomes of nights. */
final class NightListener implements NightDaemon.Listener {

    private final BasicOptions options;
    private final boolean json;

    /** @param json whether what nights came to is told to programs */
    NightListener(BasicOptions options, boolean json) {
        this.options = options;
        this.json = json;
    }

    /** What nights came to, as it is asked for. */
    String report(List<ScopeOutcome> outcomes) {
        return json
                ? new NightJson(options.language()).text(outcomes)
                : new NightReport(options.zone(), options.language()).text(outcomes);
    }

    @Override
    public synchronized void ended(ScopeOutcome outcome) {
        PrintWriter out = options.commandLine().getOut();
        out.print(report(List.of(outcome)));
        out.flush();
    }

    @Override
    public synchronized void failed(String scope, Throwable cause) {
        PrintWriter err = options.commandLine().getErr();
        err.println(Printable.of(scope + ": " + text("nightly.again")));
        if (cause instanceof RuleSetException rules) {
            rules.problems().forEach(problem -> err.println(Printable.of(Reasons.of(problem, options.language()))));
        } else if (cause instanceof ReasonedException told) {
            err.println(Printable.of(Reasons.text(told.reason(), told.details(), options.language())));
        } else {
            cause.printStackTrace(err);
        }
    }

    /** What became of messages, if there were any. */
    synchronized void followed(Morning.Done done) {
        PrintWriter err = options.commandLine().getErr();
        done.delivered()
                .forEach((state, count) ->
                        err.println(text("nightly.messages." + state.word()).replace("{0}", Integer.toString(count))));
        if (!done.unreceived().isEmpty()) {
            String units = String.join(", ", done.unreceived());
            err.println(Printable.of(text("nightly.unreceived").replace("{0}", units)));
        }
    }

    void say(String key) {
        PrintWriter out = options.commandLine().getOut();
        out.println(text(key));
        out.flush();
    }

    private String text(String key) {
        return options.language().texts("id.patuh.cli.help").getString(key);
    }
}
