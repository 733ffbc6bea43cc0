package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.Report;
import id.patuh.report.TextReport;
import id.patuh.report.Verdict;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.violation.Severity;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that every verb has that reports something. */
final class CommonOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private Path rules;

    @Option(names = "--as-of", paramLabel = "TIME", descriptionKey = "as-of")
    private String asOf;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
    private String format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private Path output;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "minor", descriptionKey = "fail-on")
    private String failOn;

    @Option(names = "--lang", paramLabel = "id|en", defaultValue = "id", descriptionKey = "lang")
    private Language language;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "Asia/Jakarta", descriptionKey = "zone")
    private String zone;

    /** Where to write, or null for the terminal. */
    Path output() {
        return output;
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
            if (asOf.length() <= 10) {
                return LocalDate.parse(asOf).atTime(23, 59, 59).atZone(zone()).toInstant();
            }
            String text = asOf.replace(' ', 'T');
            return text.matches(".*(?:[Zz]|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone()).toInstant();
        } catch (DateTimeException e) {
            throw usage("as-of.unreadable", asOf);
        }
    }

    Severity failOn() {
        if (failOn.equalsIgnoreCase("never")) {
            return null;
        }
        try {
            return Severity.valueOf(failOn.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw usage("fail-on.unknown", failOn);
        }
    }

    /** The rule set named, or the one beside the launcher. */
    RuleSet ruleSet() {
        return RuleSetReader.read(ruleFolder());
    }

    private Path ruleFolder() {
        if (rules != null) {
            return rules;
        }
        String home = System.getProperty("patuh.home");
        return home == null ? Path.of("rules") : Path.of(home, "rules");
    }

    /** The verdict at the threshold asked for. */
    Verdict verdict(CheckResult result) {
        return Verdict.on(result, failOn());
    }

    /** Writes the report where it was asked for, and gives the exit code. */
    int report(CheckResult result) {
        Severity threshold = failOn();
        Report report = reportOf(formatName());
        Verdict verdict = verdict(result);
        try {
            if (output == null) {
                report.write(result, verdict, language, spec.commandLine().getOut());
                spec.commandLine().getOut().flush();
            } else {
                // Not the strict writer of Files: half a surrogate pair in the input must not cost the report.
                try (Writer to = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(output), StandardCharsets.UTF_8))) {
                    report.write(result, verdict, language, to);
                }
            }
        } catch (IOException e) {
            throw usage("output.unwritable", String.valueOf(output));
        }
        return ExitCode.of(result, threshold);
    }

    /** Writes a text where it was asked for. */
    void write(String text) {
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw usage("output.unwritable", output.toString());
        }
    }

    /** Refuses what cannot be done before any work is done. */
    void check() {
        reportOf(formatName());
        failOn();
        asOf();
        checkOutput();
    }

    /** Refuses an output file that cannot be written. */
    void checkOutput() {
        checkWritable(output);
    }

    /** Refuses a workbook without a file to write it to. */
    void checkWorkbookOutput() {
        if (output == null) {
            throw usage("output.missing", "FILE.xlsx");
        }
        if (!formatName().equals("xlsx")) {
            throw usage("output.no.workbook", output.toString());
        }
        checkOutput();
    }

    /** The output file as the user named it, or - for standard output. */
    String outputName() {
        return output == null ? "-" : output.toString();
    }

    /** What writes the bytes of a file. */
    @FunctionalInterface
    interface FileWriter {
        void write(OutputStream to) throws IOException;
    }

    /** Writes the output file; what cannot be made leaves none behind. */
    void writeFile(FileWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes);
            Files.write(output, bytes.toByteArray());
        } catch (IOException e) {
            throw usage("output.unwritable", String.valueOf(output));
        }
    }

    /** Refuses a file that cannot be written; null is none. */
    void checkWritable(Path file) {
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && (!Files.isDirectory(folder) || Files.isDirectory(file))) {
            throw usage("output.unwritable", file.toString());
        }
    }

    private String formatName() {
        if (format != null) {
            return format.toLowerCase(Locale.ROOT);
        }
        if (output == null) {
            return "text";
        }
        String name = output.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.equals("txt") ? "text" : ending;
    }

    private Report reportOf(String name) {
        return switch (name) {
            case "text" -> new TextReport(output == null && colours());
            case "json" -> new JsonReport();
            case "csv", "xlsx", "html", "pdf", "docx", "sarif", "junit" -> throw usage("format.later", name);
            default -> throw usage("format.unknown", name);
        };
    }

    /** The launcher knows whether a terminal is listening; see no-color.org for the variable. */
    private static boolean colours() {
        String wish = System.getenv("NO_COLOR");
        return "true".equals(System.getProperty("patuh.terminal")) && (wish == null || wish.isEmpty());
    }

    UsageException usage(String key, String value) {
        ResourceBundle texts = spec.resourceBundle();
        return new UsageException(texts.getString(key).replace("{0}", value));
    }
}
