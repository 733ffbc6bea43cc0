package id.patuh.cli;

import id.patuh.rulebook.Entry;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code patuh rules history}. */
@Command(name = "history", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesHistoryCommand implements Callable<Integer> {

    @Mixin
    private RulebookOptions options;

    @Override
    public Integer call() {
        History history = options.with(Rulebook::history);
        if (history.entries().isEmpty()) {
            options.say("rulebook.empty");
            return ExitCode.OK;
        }
        history.entries().forEach(this::show);
        // Moments are shown to the second: all of it is meant.
        Instant at = options.asOf().plusSeconds(1).minusNanos(1);
        Optional<Version> inForce = history.publishedAt(at);
        if (inForce.isPresent()) {
            options.say(
                    "rulebook.in-force",
                    options.text(at),
                    inForce.get().id(),
                    inForce.get().draft().contentSha256());
        } else {
            options.say("rulebook.none-in-force", options.text(at));
        }
        options.say("rulebook.head", history.head());
        return ExitCode.OK;
    }

    private void show(Entry entry) {
        String from = entry.effectiveFrom() == null
                ? ""
                : options.text("rulebook.from").replace("{0}", options.text(entry.effectiveFrom()));
        options.tell(String.format(
                        "%4d  %s  v%-4d %-20s %-16s %s",
                        entry.number(),
                        options.text(entry.at()),
                        entry.draft().id(),
                        options.text("rulebook.action." + entry.action().word()),
                        entry.actor(),
                        String.join("; ", from, entry.comment()).replaceAll("^; |; $", ""))
                .stripTrailing());
    }
}
