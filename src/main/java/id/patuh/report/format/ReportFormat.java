package id.patuh.report.format;

import id.patuh.report.JsonReport;
import id.patuh.report.Report;
import id.patuh.report.TextReport;
import id.patuh.report.html.HtmlReport;
import id.patuh.report.sheet.CsvReport;
import id.patuh.report.sheet.WorkbookReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which a result can be had. */
public enum ReportFormat {
    TEXT("text", "text/plain;charset=UTF-8"),
    JSON("json", "application/json"),
    CSV("csv", "text/csv;charset=UTF-8"),
    HTML("html", "text/html;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final List<String> LATER = List.of("pdf", "docx", "sarif", "junit");

    private final String word;
    private final String mediaType;

    ReportFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /** The form that users name by this word; empty where there is none. */
    public static Optional<ReportFormat> named(String word) {
        return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
    }

    /** Whether users may expect that form, though there is none yet. */
    public static boolean isToCome(String word) {
        return LATER.contains(word);
    }

    /** The words of all forms, for people. */
    public static String words() {
        return Arrays.stream(values()).map(ReportFormat::word).collect(Collectors.joining(", "));
    }

    /** The word that users read and write; but for text it is the usual ending of such files, too. */
    public String word() {
        return word;
    }

    /** What browsers and mail programs call it. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a terminal can show it. */
    public boolean isText() {
        return this != XLSX;
    }

    /** What writes it; a text without colours. */
    public Report report() {
        // No method references: to make these loads every form's classes at each start.
        return switch (this) {
            case TEXT -> new TextReport(false);
            case JSON -> new JsonReport();
            case CSV -> new CsvReport();
            case HTML -> new HtmlReport();
            case XLSX -> new WorkbookReport();
        };
    }
}
