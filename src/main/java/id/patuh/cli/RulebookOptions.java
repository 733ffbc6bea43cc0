package id.patuh.cli;

import id.patuh.report.DiffReport;
import id.patuh.report.Reasons;
import id.patuh.rulebook.Action;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Problem;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetDiff;
import id.patuh.ruleset.RuleSetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Options of every verb that opens the rulebook. */
final class RulebookOptions extends ActingOptions {

    /** What the work with the rulebook gives. What it does not allow is told as wrong usage. */
    <T> T with(Function<Rulebook, T> work) {
        refuseOutput();
        return Rulebooks.with(this, work);
    }

    /** Does a step, tells what became of the version, and gives the exit code. */
    int step(Function<Rulebook, Version> step) {
        with(rulebook -> {
            long version = step.apply(rulebook).id();
            tellState(rulebook.history(), version);
            return null;
        });
        return ExitCode.OK;
    }

    /** Tells how far a version has come. */
    void tellState(History history, long version) {
        String state = history.version(version).state().word();
        say("rulebook.version", version, text("rulebook.state." + state));
        say("rulebook.head", history.head());
    }

    /** Tells what a version changes against the one that it was made from. */
    void tellChanges(Rulebook rulebook, Version version) {
        Long parent = version.draft().parent();
        if (parent == null) {
            say("rulebook.no-parent", version.id());
            return;
        }
        say("rulebook.changes", version.id(), parent);
        try {
            changes(rulebook, version).ifPresent(changes -> print(changes.text()));
        } catch (RuleSetException e) {
            // This program may no longer take what an earlier one took: that must not stand in the way of mending it.
            e.problems().forEach(problem -> tell(Reasons.of(problem, language())));
        }
    }

    /**
     * What a version changes against the one that it was made from, if it was made from one.
     *
     * @throws RuleSetException if this program does not take one of both
     */
    Optional<DiffReport> changes(Rulebook rulebook, Version version) {
        Long parent = version.draft().parent();
        if (parent == null) {
            return Optional.empty();
        }
        RuleLibrary before = RuleLibrary.read(rulebook.content(parent), RuleCaches.ofUser());
        RuleLibrary after = RuleLibrary.read(rulebook.content(version.id()), RuleCaches.ofUser());
        return Optional.of(new DiffReport(RuleSetDiff.between(before, after), language()));
    }

    /** Tells how the tests of a version ended. */
    void tellTests(Rulebook rulebook, History history, long version) {
        history.lastReport(version, Action.TESTED, Action.FAILED).ifPresent(entry -> {
            tell("");
            say("rulebook.report-end", entry.number(), version);
            List<String> lines = rulebook.report(entry.reportSha256()).lines().toList();
            tell(lines.get(lines.size() - 1));
        });
    }

    /** Tells what a version would have changed in past checks, if that was worked out when it was proposed. */
    void tellSimulation(Rulebook rulebook, History history, long version) {
        tellReport(rulebook, history, version, "rulebook.simulation", Action.PROPOSED);
    }

    /** Tells the last report that one of these actions left, if there is one. */
    void tellReport(Rulebook rulebook, History history, long version, String title, Action... actions) {
        history.lastReport(version, actions).ifPresent(entry -> {
            tell("");
            say(title, entry.number());
            print(rulebook.report(entry.reportSha256()));
        });
    }

    String text(Problem problem) {
        return Reasons.text(problem.reason(), problem.details(zone()), language());
    }
}
