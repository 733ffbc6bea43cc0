package id.patuh.cli;

import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.ruleset.LintFinding;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.spool.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every verb has. */
class BasicOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private Path rules;

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "as-of")
    private String asOf;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private Path output;

    @Option(names = "--lang", paramLabel = "id|en", defaultValue = "id", descriptionKey = "lang")
    private Language language;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Asia/Jakarta", descriptionKey = "zone")
    private String zone;

    /** Where to write, or null for the terminal. */
    Path output() {
        return output;
    }

    /**
     * The format to write, which the file may tell by its ending; in lower case, and not looked at whether there is such.
     *
     * @param named what the command line says, or null
     */
    String formatName(String named) {
        if (named != null) {
            return named.toLowerCase(Locale.ROOT);
        }
        if (output == null) {
            return "text";
        }
        String name = output.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.equals("txt") ? "text" : ending;
    }

    Language language() {
        return language;
    }

    ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw usage("zone.unknown", zone);
        }
    }

    /** The moment of the check; a date means its whole day. */
    Instant asOf() {
        if (asOf == null) {
            return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        }
        try {
            return Moments.throughDay(asOf, zone());
        } catch (DateTimeException e) {
            throw usage("as-of.unreadable", asOf);
        }
    }

    /** The last moment of the second of the check: moments are shown to the second, and all of it is meant. */
    Instant throughAsOf() {
        return asOf().plusSeconds(1).minusNanos(1);
    }

    /** Whether a moment is named; there is one in any case. */
    boolean asksAsOf() {
        return asOf != null;
    }

    /** Whether a folder of rules is named. */
    boolean namesFolder() {
        return rules != null;
    }

    /** The folder of the rule set named, or of the one beside the launcher. */
    Path rulesFolder() {
        return RuleSets.folder(rules);
    }

    /** The rule set named, or the one beside the launcher. */
    RuleSet ruleSet() {
        return root().ruleSets().get(rules);
    }

    /** The files of the rule set named, or of the one beside the launcher. */
    RuleSetContent ruleSetContent() {
        return RuleSets.content(rules);
    }

    /** The same rule set with its cases, pages and code. */
    RuleLibrary library() {
        return RuleLibrary.read(ruleSetContent(), RuleCaches.ofUser());
    }

    /** What is wrong with the rule set named. */
    List<LintFinding> lint() {
        return RuleLibrary.lint(ruleSetContent(), RuleCaches.ofUser());
    }

    /** Writes a text where it was asked for. */
    void write(String text) {
        if (output == null) {
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(text);
            if (terminal.checkError()) {
                throw usage("output.unwritable", "-");
            }
            return;
        }
        writeFile(to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes what may be large, or no text, where it was asked for. */
    void writeOutput(WholeFile.Content content) {
        if (output != null) {
            writeFile(content);
            return;
        }
        spec.commandLine().getOut().flush();
        try {
            content.write(root().terminal());
        } catch (IOException e) {
            throw usage("output.unwritable", "-");
        }
    }

    /** Writes the output file. */
    void writeFile(WholeFile.Content content) {
        try {
            WholeFile.write(output, content);
        } catch (IOException e) {
            throw usage("output.unwritable", output.toString());
        }
    }

    /** Writes files, in folders that are made where they are not there: all of them, or none. */
    void writeFiles(Map<Path, byte[]> files) {
        try {
            for (Path file : files.keySet()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            WholeFile.writeAll(files);
        } catch (IOException e) {
            throw usage("output.unwritable", e.getMessage());
        }
    }

    /** Refuses a file that cannot be written; null is none. */
    void checkWritable(Path file) {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && (!Files.isDirectory(folder) || Files.isDirectory(file))) {
            throw usage("output.unwritable", file.toString());
        }
    }

    /** Refuses a number below 0. */
    void checkNotNegative(String option, int number) {
        if (number < 0) {
            throw usage("number.negative", option + " " + number);
        }
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    private Patuh root() {
        return (Patuh) spec.root().userObject();
    }

    /** Refuses a form that a verb does not tell in. */
    void checkFormat(String name, List<String> told) {
        if (!told.contains(name)) {
            throw usage("format.unknown", name, String.join(", ", told));
        }
    }

    /** A refusal in words, which may name values. */
    UsageException usage(String key, String... values) {
        String text = spec.resourceBundle().getString(key);
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i]);
        }
        return new UsageException(text);
    }
}
