package id.patuh.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Options of verbs that tell what is kept, also as a table for spreadsheet programs. */
class TableOptions extends BasicOptions {

    private static final String JSON = "json";
    private static final String CSV = "csv";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format-table")
    private String format;

    /** Refuses what cannot be done before any work is done. */
    void check() {
        checkFormat(formatName(format), List.of("text", JSON, CSV));
        asOf();
        checkWritable(output());
    }

    /** Whether JSON is asked for. */
    boolean isJson() {
        return formatName(format).equals(JSON);
    }

    /** Whether CSV is asked for. */
    boolean isCsv() {
        return formatName(format).equals(CSV);
    }
}
