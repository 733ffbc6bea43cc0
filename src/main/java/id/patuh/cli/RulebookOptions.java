package id.patuh.cli;

import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.rulebook.Problem;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.store.Store;
import id.patuh.store.StoreException;
import id.patuh.store.StorePlace;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Options of every verb that opens the rulebook. */
final class RulebookOptions extends BasicOptions {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "rulebook-user")
    private String user = System.getProperty("user.name");

    /** Who acts: what the command line says, which nobody checks. */
    String user() {
        return user;
    }

    /** What the work with the rulebook gives. What it does not allow is told as wrong usage. */
    <T> T with(Function<Rulebook, T> work) {
        try (Store store = Store.open(StorePlace.url())) {
            return work.apply(new Rulebook(
                    store, Clock.systemUTC(), content -> RuleSetReader.read(content, RuleCaches.ofUser())));
        } catch (RulebookException e) {
            throw new UsageException(text(e.problem()));
        } catch (StoreException e) {
            throw new UsageException(Reasons.text(e.reason(), e.details(), language()));
        }
    }

    /** Does a step, tells what became of the version, and gives the exit code. */
    int step(Function<Rulebook, Version> step) {
        with(rulebook -> {
            Version version = step.apply(rulebook);
            say(
                    "rulebook.version",
                    version.id(),
                    text("rulebook.state." + version.state().word()));
            say("rulebook.head", rulebook.history().head());
            return version;
        });
        return ExitCode.OK;
    }

    /** Tells a line, its gaps filled. */
    void say(String key, Object... values) {
        String line = text(key);
        for (int i = 0; i < values.length; i++) {
            line = line.replace("{" + i + "}", String.valueOf(values[i]));
        }
        tell(line);
    }

    void tell(String line) {
        commandLine().getOut().println(Printable.of(line));
    }

    String text(String key) {
        return language().texts("id.patuh.cli.help").getString(key);
    }

    String text(Problem problem) {
        return Reasons.text(problem.reason(), problem.details(), language());
    }

    String text(Instant at) {
        return SECONDS.format(at.atZone(zone()));
    }
}
