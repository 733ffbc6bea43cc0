package id.patuh.cli;

import id.patuh.rulebook.Action;
import id.patuh.rulebook.Entry;
import id.patuh.rulebook.History;
import id.patuh.rulebook.HistoryJson;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.State;
import id.patuh.rulebook.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh rules history}. */
@Command(name = "history", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesHistoryCommand implements Callable<Integer> {

    @Mixin
    private RulebookOptions options;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "history-format")
    private String format;

    @Parameters(arity = "0..1", paramLabel = "N", descriptionKey = "rulebook-version")
    private Long version;

    @Override
    public Integer call() {
        boolean json = isJson();
        options.checkWritable(options.output());
        return Rulebooks.with(options, rulebook -> {
            History history = rulebook.history();
            if (json) {
                HistoryJson told = new HistoryJson(
                        rulebook, shown -> options.changes(rulebook, shown), options.zone(), options.language());
                options.write(version == null ? told.all(options.asOf()) : told.of(version));
            } else {
                options.collect(() -> show(rulebook, history));
            }
            return ExitCode.OK;
        });
    }

    private boolean isJson() {
        String name = options.formatName(format);
        options.checkFormat(name, List.of("text", "json"));
        return name.equals("json");
    }

    private void show(Rulebook rulebook, History history) {
        if (version != null) {
            show(rulebook, history, history.version(version));
        } else if (history.entries().isEmpty()) {
            options.say("rulebook.empty");
        } else {
            history.entries().forEach(this::show);
            showInForce(history);
        }
    }

    private void showInForce(History history) {
        Instant at = options.throughAsOf();
        Optional<Version> inForce = history.inForce(at);
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
    }

    /** What whoever approves a version should know: what was done with it, what it changes, and how its tests went. */
    private void show(Rulebook rulebook, History history, Version shown) {
        List<Entry> entries = history.entries().stream()
                .filter(entry -> entry.draft() != null && entry.draft().id() == shown.id())
                .toList();
        entries.forEach(this::show);
        options.say("rulebook.files", shown.draft().contentSha256());
        if (shown.state() != State.PUBLISHED && shown.state() != State.REJECTED) {
            history.parentProblem(shown).ifPresent(problem -> options.tell(options.text(problem)));
        }
        options.tell("");
        options.tellChanges(rulebook, shown);
        options.tellReport(rulebook, history, shown.id(), "rulebook.report", Action.TESTED, Action.FAILED);
        options.tellSimulation(rulebook, history, shown.id());
    }

    private void show(Entry entry) {
        String from = entry.effectiveFrom() == null
                ? ""
                : options.text("rulebook.from").replace("{0}", options.text(entry.effectiveFrom()));
        String about = entry.draft() == null ? "" : "v" + entry.draft().id();
        String given =
                entry.role() == null ? "" : entry.person() + ": " + entry.role().word();
        options.tell(String.format(
                        "%4d  %s  %-5s %-20s %-16s %s",
                        entry.number(),
                        options.text(entry.at()),
                        about,
                        options.text("rulebook.action." + entry.action().word()),
                        entry.actor(),
                        Stream.of(given, from, entry.comment())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("; ")))
                .stripTrailing());
    }
}
