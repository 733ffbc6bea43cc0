package id.patuh.cli;

import id.patuh.check.CheckResult;
import id.patuh.report.CheckedContent;
import id.patuh.report.Language;
import id.patuh.report.Printable;
import id.patuh.report.Report;
import id.patuh.report.ReportContent;
import id.patuh.report.TextReport;
import id.patuh.report.Verdict;
import id.patuh.report.format.ReportFormat;
import id.patuh.violation.Severity;
import java.util.List;
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

    /** What a report shows, in the language and at the threshold asked for. */
    ReportContent content(CheckResult result) {
        return new CheckedContent(result, Verdict.on(result, failOn()), language());
    }

    /** Writes the report where it was asked for, and gives the exit code. */
    int report(CheckResult result) {
        return report(result, language(), failOn());
    }

    /** The same in a language and at a threshold. */
    int report(CheckResult result, Language language, Severity threshold) {
        ReportFormat format = reportFormat();
        Report report = format == ReportFormat.TEXT ? new TextReport(output() == null && colours()) : format.report();
        ReportContent content = new CheckedContent(result, Verdict.on(result, threshold), language);
        writeOutput(to -> report.write(content, to));
        report.leftOut(content).ifPresent(left -> commandLine().getErr().println(Printable.of(left)));
        return ExitCode.of(result, threshold);
    }

    /** Refuses what cannot be done before any work is done, for a verb that tells as text or JSON. */
    void check() {
        checkFormat(formatName(), List.of(ReportFormat.TEXT.word(), ReportFormat.JSON.word()));
        checkAsked();
    }

    /** The same for a verb that reports a result, in any form that there is. */
    void checkReport() {
        ReportFormat format = reportFormat();
        if (!format.isText() && output() == null) {
            throw usage("output.missing", "FILE." + format.word());
        }
        checkAsked();
    }

    private void checkAsked() {
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

    private ReportFormat reportFormat() {
        String name = formatName();
        if (ReportFormat.isToCome(name)) {
            throw usage("format.later", name, ReportFormat.words());
        }
        return ReportFormat.named(name).orElseThrow(() -> usage("format.unknown", name, ReportFormat.words()));
    }

    /** The launcher knows whether a terminal is listening; see no-color.org for the variable. */
    private static boolean colours() {
        String wish = System.getenv("NO_COLOR");
        return "true".equals(System.getProperty("patuh.terminal")) && (wish == null || wish.isEmpty());
    }
}
