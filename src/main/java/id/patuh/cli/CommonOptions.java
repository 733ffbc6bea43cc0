package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.report.JsonReport;
import id.patuh.report.Language;
import id.patuh.report.Report;
import id.patuh.report.TextReport;
import id.patuh.report.Verdict;
import id.patuh.violation.Severity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Options that every verb has that reports something. */
class CommonOptions extends BasicOptions {

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format")
    private String format;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "minor", descriptionKey = "fail-on")
    private String failOn;

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

    /** The verdict at the threshold asked for. */
    Verdict verdict(CheckResult result) {
        return Verdict.on(result, failOn());
    }

    /** Writes the report where it was asked for, and gives the exit code. */
    int report(CheckResult result) {
        return report(result, language(), failOn());
    }

    /** The same in a language and at a threshold. */
    int report(CheckResult result, Language language, Severity threshold) {
        Report report = reportOf(formatName());
        Verdict verdict = Verdict.on(result, threshold);
        if (output() == null) {
            try {
                write(
                        report,
                        result,
                        verdict,
                        language,
                        new WatchedWriter(commandLine().getOut()));
            } catch (IOException e) {
                throw usage("output.unwritable", "-");
            }
        } else {
            // Not the strict writer of Files: half a surrogate pair in the input must not cost the report.
            writeFile(
                    to -> write(report, result, verdict, language, new OutputStreamWriter(to, StandardCharsets.UTF_8)));
        }
        return ExitCode.of(result, threshold);
    }

    private static void write(Report report, CheckResult result, Verdict verdict, Language language, Writer to)
            throws IOException {
        Writer buffered = new BufferedWriter(to);
        report.write(result, verdict, language, buffered);
        buffered.flush();
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
        checkWritable(output());
    }

    /** Refuses a workbook without a file to write it to. */
    void checkWorkbookOutput() {
        if (output() == null) {
            throw usage("output.missing", "FILE.xlsx");
        }
        if (!formatName().equals("xlsx")) {
            throw usage("output.no.workbook", output().toString());
        }
        checkOutput();
    }

    /** Whether a threshold is named; there is one in any case. */
    boolean asksFailOn() {
        return commandLine().getParseResult().hasMatchedOption("--fail-on");
    }

    /** Whether a report is asked for by its format or its file. */
    boolean asksForReport() {
        return format != null || output() != null;
    }

    /** Whether JSON is asked for. */
    boolean isJson() {
        return formatName().equals("json");
    }

    /** The output file as the user named it, or - for standard output. */
    String outputName() {
        return output() == null ? "-" : output().toString();
    }

    private String formatName() {
        return formatName(format);
    }

    private Report reportOf(String name) {
        return switch (name) {
            case "text" -> new TextReport(output() == null && colours());
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
}
